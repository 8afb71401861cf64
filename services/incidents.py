"""Logs what happened, and follows a case until it is closed."""

from datetime import datetime

from domain.errors import AlreadyClosed, NotAllowed, NotFound
from domain.incidents import Category, Happening, Outcome, Status
from domain.satisfaction import Occasion
from domain.triage import Level
from models.database import Session, fetch
from models.escalations import drop_pending, told_people
from models.incidents import Incident, add_event, next_number
from models.people import Person
from models.placements import placements_of
from services import notices, satisfaction
from services.learned import keep_note
from services.messages import tell
from services.plans import plan_for_incident, stop_for_incident


async def log_incident(
    session: Session,
    now: datetime,
    reporter: Person,
    happened: str,
    *,
    level: Level,
    tried: str = "",
    category: Category = Category.OTHER,
) -> Incident:
    """Store what happened and give it a reference. Nobody is called: `escalations` does that."""
    incident = Incident(
        year=now.year,
        number=await next_number(session, now.year),
        reporter_id=_id(reporter),
        company_id=reporter.company_id,
        placement_id=await _only_placement(session, reporter),
        level=level,
        category=category,
        happened=happened,
        tried=tried,
        created_at=now,
    )
    session.add(incident)
    await session.flush()
    note(session, now, incident, Happening.LOGGED, reporter, happened)
    return incident


async def _only_placement(session: Session, reporter: Person) -> int | None:
    """The placement a case must be about, where the company has just one."""
    if reporter.company_id is None:
        return None
    found = await placements_of(session, [reporter.company_id])
    return found[0].id if len(found) == 1 else None


async def close_case(
    session: Session, now: datetime, by: Person, incident_id: int, outcome: Outcome, learned: str
) -> Incident:
    """The owner closes the case with an outcome and what was learned; the employer is told."""
    incident = await find_case(session, by, incident_id)
    if incident.status is Status.CLOSED:
        raise AlreadyClosed(reference=incident.reference)
    if incident.owner_id != by.id:
        raise NotAllowed()
    incident.status = Status.CLOSED
    incident.outcome = outcome
    incident.learned = learned
    incident.closed_at = now
    incident.next_action_at = incident.offered_to_id = None
    session.add(incident)
    await drop_pending(session, incident_id)
    note(session, now, incident, Happening.CLOSED, by, learned)
    reporter = await session.get_one(Person, incident.reporter_id)
    await tell(session, now, reporter, notices.closed(incident, by), incident_id=incident.id)
    await satisfaction.ask_after(session, now, reporter, Occasion.INCIDENT, incident.reference)
    await plan_for_incident(session, now, incident)
    await keep_note(session, incident)
    return incident


async def reopen(
    session: Session, now: datetime, by: Person, incident: Incident, happened: str
) -> None:
    """It has got worse: a closed case is open again, with what happened now under what happened
    then. Nobody is called yet: `escalations` does that."""
    incident.status, incident.outcome = Status.OPEN, None
    incident.owner_id = incident.taken_at = incident.closed_at = None
    incident.wants_specialist = False
    incident.reporter_id = _id(by)
    incident.happened = f"{incident.happened}\n\n{happened}".strip()
    session.add(incident)
    note(session, now, incident, Happening.REOPENED, by, happened)
    await stop_for_incident(session, now, incident)


async def add_detail(
    session: Session, now: datetime, by: Person, incident_id: int, text: str
) -> Incident:
    """The reporter says more about a case. Whoever has it, or all who wait for it, read it."""
    incident = await find_case(session, by, incident_id)
    if incident.status is Status.CLOSED:
        raise AlreadyClosed(reference=incident.reference)
    incident.happened = f"{incident.happened}\n{text}".strip()
    session.add(incident)
    note(session, now, incident, Happening.MESSAGE, by, text)
    readers = {incident.owner_id} if incident.owner_id else await told_people(session, incident_id)
    for reader in (await fetch(session, Person, readers)).values():
        message = notices.relayed(incident, by, text, "")
        await tell(session, now, reader, message, incident_id=incident.id)
    return incident


async def find_case(session: Session, by: Person, incident_id: int) -> Incident:
    """The case, if this person may see it: its reporter, or any of the staff. Else NotFound."""
    incident = await session.get(Incident, incident_id)
    if incident is None or not (by.role.is_staff or incident.reporter_id == by.id):
        raise NotFound()
    return incident


def note(
    session: Session,
    now: datetime,
    incident: Incident,
    kind: Happening,
    actor: Person | None = None,
    text: str = "",
    *,
    document: str = "",
    source: str = "",
) -> None:
    """Add one line to the case's timeline; `document` and `source` as in IncidentEvent."""
    assert incident.id is not None
    add_event(
        session,
        incident_id=incident.id,
        at=now,
        kind=kind,
        actor_id=actor.id if actor else None,
        text=text,
        document=document,
        source=source,
    )


def _id(person: Person) -> int:
    assert person.id is not None
    return person.id
