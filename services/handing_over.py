"""The owner of a case hands it over to a colleague, who accepts it, or it stays."""

from datetime import datetime

from domain.errors import AlreadyClosed, CannotTakeOver, NotAllowed
from domain.escalation import Action, Colleague, accept_by, answer_by
from domain.incidents import Happening, Status
from domain.office import Office
from models.database import Session
from models.incidents import Incident, hand_on
from models.people import Person
from services import notices
from services.escalations import plan
from services.incidents import find_case, note
from services.messages import tell
from services.owning import own_case, plan_for_owner
from services.roster import Staff, staff_now
from services.taking import acknowledge, may_hear, taken_by


async def colleagues(
    session: Session, now: datetime, by: Person, incident_id: int, office: Office
) -> list[Person]:
    """Whom the owner may hand the case over to at this instant."""
    incident = await own_case(session, by, incident_id)
    staff = await staff_now(session, now, office)
    return [
        staff.people[one.id]
        for one in dict.fromkeys((*staff.roster.specialists, *staff.roster.leaders))
        if one.id != by.id and _can_have(staff, incident, one)
    ]


def _can_have(staff: Staff, incident: Incident, one: Colleague) -> bool:
    return one.reachable and not staff.roster.away(one) and may_hear(staff, incident, one)


async def hand_over(
    session: Session, now: datetime, by: Person, incident_id: int, to_id: int, office: Office
) -> Person:
    """The owner offers the case to a colleague, who accepts it, or it stays with the owner.

    Raises CannotTakeOver for somebody who cannot be asked now.
    """
    incident = await own_case(session, by, incident_id)
    staff = await staff_now(session, now, office)
    colleague = staff.colleague(to_id)
    if colleague is None or to_id == by.id or not _can_have(staff, incident, colleague):
        raise CannotTakeOver()
    to = staff.people[to_id]
    incident.offered_to_id = to_id
    session.add(incident)
    note(session, now, incident, Happening.OFFERED, by, to.name)
    due = accept_by(office.escalation, staff.roster, incident.level, colleague)
    await plan(session, incident, Action.ACCEPT, due)
    await tell(session, now, to, notices.offered(incident, by), incident_id=incident.id)
    return to


async def accept(
    session: Session, now: datetime, by: Person, incident_id: int, office: Office
) -> Incident:
    """The colleague takes over. Raises AlreadyTaken where the offer does not stand any more."""
    incident = await find_case(session, by, incident_id)
    if incident.status is Status.CLOSED:
        raise AlreadyClosed(reference=incident.reference)
    before = incident.owner_id
    if not await hand_on(session, incident_id, _id(by)):
        if incident.owner_id is None:
            return await acknowledge(session, now, by, incident_id, office)
        raise await taken_by(session, incident)
    await session.refresh(incident)
    note(session, now, incident, Happening.HANDED_OVER, by)
    staff = await staff_now(session, now, office)
    due = answer_by(office.escalation, staff.roster, incident.level, staff.colleague(by.id))
    await plan(session, incident, Action.FIRST_WORD, due)
    reporter = await session.get_one(Person, incident.reporter_id)
    await tell(session, now, reporter, notices.taken(incident, by), incident_id=incident.id)
    former = await session.get_one(Person, before)
    await tell(session, now, former, notices.taken_by_other(incident, by), incident_id=incident.id)
    return incident


async def decline(
    session: Session, now: datetime, by: Person, incident_id: int, office: Office
) -> Incident:
    """The colleague does not take over: the case stays with its owner, who hears it."""
    incident = await find_case(session, by, incident_id)
    if incident.offered_to_id != by.id:
        raise NotAllowed()
    await stays(session, now, await staff_now(session, now, office), office, incident)
    return incident


async def stays(
    session: Session, now: datetime, staff: Staff, office: Office, incident: Incident
) -> None:
    """The offer is over: the owner has the case still."""
    colleague = await session.get_one(Person, incident.offered_to_id)
    incident.offered_to_id = None
    note(session, now, incident, Happening.DECLINED, colleague)
    owner = await session.get_one(Person, incident.owner_id)
    message = notices.not_handed_over(incident, colleague)
    await tell(session, now, owner, message, incident_id=incident.id)
    await plan_for_owner(session, now, staff, office, incident)


def _id(person: Person) -> int:
    assert person.id is not None
    return person.id
