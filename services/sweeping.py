"""Does what is due for cases: the next step, a word not written, a case that lies still."""

from datetime import datetime, timedelta

from domain.escalation import Action
from domain.incidents import Status
from domain.office import Office
from models.companies import Company
from models.database import Session, fetch
from models.escalations import (
    EscalationStep,
    claim_steps,
    due_steps,
    ids,
    latest_telling,
    owned_cases,
    waiting_steps,
)
from models.incidents import Incident
from models.people import Chat, Person, chats_of
from models.placements import Placement
from services.bundles import Bundles
from services.escalations import hurry, take_step
from services.handing_over import stays
from services.messages import queue
from services.owning import ask_owner, owes_word, plan_for_owner
from services.roster import Staff, staff_now
from services.taking import come_back

RETRY = timedelta(minutes=1)

LIMIT = 250
"""Cases of one sweep: so many are done in one transaction."""


async def sweep(session: Session, now: datetime, office: Office, only: int | None = None) -> int:
    """Do what is due and return how many cases that were: at LIMIT there may be more."""
    due = await due_steps(session, now, LIMIT, only)
    if not due:
        return 0
    claimed = await claim_steps(session, [step.id or 0 for _incident, step in due], now)
    due = [(incident, step) for incident, step in due if step.id in claimed]
    staff = await staff_now(session, now, office)
    held = await _load(session, [incident for incident, _step in due])
    chats = await chats_of(session, held)
    bundles = Bundles()
    for incident, step in due:
        if step.action is Action.TELL:
            chat = chats.get(incident.reporter_id)
            await _tell(session, now, staff, office, incident, step, bundles, chat)
        else:
            await _look_after(session, now, staff, office, incident, step.action)
    bundles.send(session, now, staff.chats)
    return len(due)


async def due_cases(session: Session, now: datetime) -> list[int]:
    """The cases that the next sweep would do."""
    return [incident.id or 0 for incident, _step in await due_steps(session, now, LIMIT)]


async def postpone(session: Session, now: datetime, incident_id: int) -> None:
    """What is due for this case could not be done. It is tried again; that its step is overdue
    can still be seen."""
    incident = await session.get_one(Incident, incident_id)
    incident.next_action_at = now + RETRY
    session.add(incident)


async def _load(session: Session, incidents: list[Incident]) -> dict[int, Person]:
    """The reporters, and whatever else the notices name, in few queries. They are held by what is
    returned: the session itself forgets what nobody holds."""
    reporters = await fetch(session, Person, (incident.reporter_id for incident in incidents))
    companies = await fetch(session, Company, (incident.company_id for incident in incidents))
    placements = await fetch(session, Placement, (one.placement_id for one in incidents))
    session.info["held"] = (companies, placements)
    return reporters


async def _tell(
    session: Session,
    now: datetime,
    staff: Staff,
    office: Office,
    incident: Incident,
    step: EscalationStep,
    bundles: Bundles,
    chat: Chat | None,
) -> None:
    message = await take_step(session, now, staff, office.escalation, incident, step, bundles)
    if message and chat:
        queue(session, now, chat.key, message, incident_id=incident.id)


async def _look_after(
    session: Session,
    now: datetime,
    staff: Staff,
    office: Office,
    incident: Incident,
    action: Action,
) -> None:
    if action is Action.ACCEPT:
        await stays(session, now, staff, office, incident)
    elif action is Action.STALE:
        await ask_owner(session, now, staff, office, incident)
    elif await owes_word(session, incident):
        await come_back(session, now, staff, office, incident)
    else:
        await plan_for_owner(session, now, staff, office, incident)


async def duty_changed(session: Session, now: datetime, office: Office) -> None:
    """Somebody has become ill, is back, or swapped: cases whose owner is away and owes the
    employer a word come back, and those that wait for nobody are looked at anew."""
    staff = await staff_now(session, now, office)
    for colleague in dict.fromkeys((*staff.roster.specialists, *staff.roster.leaders)):
        if staff.roster.away(colleague):
            for incident in await owned_cases(session, colleague.id):
                await _let_go(session, now, staff, office, incident, colleague.id)
    await move_on(session, now, staff)


async def _let_go(
    session: Session,
    now: datetime,
    staff: Staff,
    office: Office,
    incident: Incident,
    person_id: int,
) -> None:
    if incident.offered_to_id == person_id:
        await stays(session, now, staff, office, incident)
    elif await owes_word(session, incident, answered=True):
        await come_back(session, now, staff, office, incident)


async def move_on(session: Session, now: datetime, staff: Staff) -> None:
    """A case whose last step reaches nobody any more is due at once."""
    for incident, step in await waiting_steps(session):
        latest = await latest_telling(session, incident.id or 0)
        told = set(ids(latest.told)) if latest else set()
        left = [
            one
            for known in told - set(ids(step.passed))
            if (one := staff.colleague(known)) and one.reachable and not staff.roster.away(one)
        ]
        if not left and incident.status is Status.OPEN:
            hurry(session, incident, step, now)
