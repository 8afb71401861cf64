"""A case that somebody has: the first word, a case that lies still, and what its owner owes."""

from datetime import datetime

from domain.errors import AlreadyClosed, NotAllowed
from domain.escalation import Action, answer_by
from domain.incidents import MOVEMENTS, WORDS, Happening, Status
from domain.office import Office
from domain.working_time import ONE_DAY, working_days_later
from models.database import Session
from models.escalations import last_event
from models.incidents import Incident
from models.people import Person
from services import notices
from services.escalations import plan
from services.incidents import find_case, note
from services.messages import tell
from services.roster import Staff, staff_now
from services.taking import come_back, taken_by


async def called_them(session: Session, now: datetime, by: Person, incident_id: int) -> Incident:
    """The owner has talked with the employer on the phone: that is a word too."""
    incident = await own_case(session, by, incident_id)
    note(session, now, incident, Happening.CALLED, by)
    return incident


async def still_working(
    session: Session, now: datetime, by: Person, incident_id: int, office: Office
) -> Incident:
    """The owner says that a quiet case is not forgotten."""
    incident = await own_case(session, by, incident_id)
    note(session, now, incident, Happening.STILL_WORKING, by)
    await plan_stale(session, now, await staff_now(session, now, office), incident)
    return incident


async def own_case(session: Session, by: Person, incident_id: int) -> Incident:
    """The case of this owner. Raises AlreadyClosed, AlreadyTaken or NotAllowed."""
    incident = await find_case(session, by, incident_id)
    if incident.status is Status.CLOSED:
        raise AlreadyClosed(reference=incident.reference)
    if incident.owner_id is None:
        raise NotAllowed()
    if incident.owner_id != by.id:
        raise await taken_by(session, incident)
    return incident


async def owes_word(session: Session, incident: Incident, *, answered: bool = False) -> bool:
    """Whether the owner has not written since the case became theirs; with `answered`, also
    whether the employer has written last."""
    began = await last_event(session, incident.id or 0, (Happening.TAKEN, Happening.HANDED_OVER))
    word = await last_event(session, incident.id or 0, WORDS, by=incident.owner_id)
    if word is None or (began and (word.id or 0) < (began.id or 0)):
        return True
    last = await last_event(session, incident.id or 0, WORDS)
    return answered and last is not None and last.actor_id == incident.reporter_id


async def plan_for_owner(
    session: Session, now: datetime, staff: Staff, office: Office, incident: Incident
) -> None:
    """What is due next for a case that somebody has."""
    owner = staff.colleague(incident.owner_id)
    if await owes_word(session, incident):
        due = answer_by(office.escalation, staff.roster, incident.level, owner)
        await plan(session, incident, Action.FIRST_WORD, due)
    else:
        moved = await last_event(session, incident.id or 0, MOVEMENTS)
        await plan_stale(session, moved.at if moved else now, staff, incident)


async def plan_stale(session: Session, moved: datetime, staff: Staff, incident: Incident) -> None:
    """The owner is asked when two working days have gone by, and while they work."""
    due = max(working_days_later(moved, staff.roster.office.closed, 2), staff.roster.now)
    owner = staff.colleague(incident.owner_id)
    if owner and due > staff.roster.now:
        due = owner.hours.next_start(due) or due
    await plan(session, incident, Action.STALE, due)


async def ask_owner(
    session: Session, now: datetime, staff: Staff, office: Office, incident: Incident
) -> None:
    """A case has lain still: its owner is asked; the second time the leaders hear of it too. It
    comes back where nobody is there to be asked."""
    moved = await last_event(session, incident.id or 0, MOVEMENTS)
    due = working_days_later(moved.at if moved else now, staff.roster.office.closed, 2)
    if due > now:
        await plan_for_owner(session, now, staff, office, incident)
        return
    owner = staff.colleague(incident.owner_id)
    if owner is None or not owner.reachable or staff.roster.away(owner):
        await come_back(session, now, staff, office, incident)
        return
    if not staff.roster.works(owner):  # a late tick: nobody is asked at night
        await plan(session, incident, Action.STALE, owner.hours.next_start(now) or now + ONE_DAY)
        return
    asked = await last_event(session, incident.id or 0, (Happening.ASKED_OWNER,))
    note(session, now, incident, Happening.ASKED_OWNER)
    person = staff.people[owner.id]
    await tell(session, now, person, notices.still_yours(incident), incident_id=incident.id)
    if asked and moved and (asked.id or 0) > (moved.id or 0):
        for leader in staff.roster.leaders:
            if leader.id != owner.id:
                quiet = notices.lies_still(incident, person)
                await tell(session, now, staff.people[leader.id], quiet, incident_id=incident.id)
    await plan_stale(session, now, staff, incident)
