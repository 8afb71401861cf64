"""Logs what happened, calls the specialists, and follows a case until it is closed."""

from datetime import datetime

from domain.errors import AlreadyClosed, AlreadyTaken, NotAllowed, NotFound
from domain.incidents import Category, Happening, Outcome, Status, next_reminder
from domain.messages import Message, Priority
from domain.people import Role
from domain.triage import Level
from models.database import Session
from models.incidents import (
    Incident,
    add_event,
    due_incidents,
    next_number,
    take,
)
from models.people import Person, people_in_role
from models.placements import placements_of
from services import notices
from services.messages import tell

SWEEP_LIMIT = 200


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
    """Store what happened and give it a reference. Nobody is called yet: see ask_specialist."""
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


async def ask_specialist(session: Session, now: datetime, by: Person, incident: Incident) -> bool:
    """Tell every specialist at once; the case is due again until one of them takes it.

    False if no specialist could be told. Asking again for a case that waits changes nothing.
    """
    if incident.reporter_id != by.id:
        raise NotFound()
    if incident.status is Status.CLOSED:
        raise AlreadyClosed(reference=incident.reference)
    if incident.status is Status.OPEN and not incident.wants_specialist:
        incident.wants_specialist = True
        incident.next_action_at = next_reminder(incident.level, now)
        session.add(incident)
        note(session, now, incident, Happening.ASKED_SPECIALIST, by)
        return await _tell_specialists(session, now, incident, by, again=False)
    return True


async def not_urgent(session: Session, now: datetime, by: Person, incident: Incident) -> None:
    """The employer says that it does not hurry after all: an open case becomes a normal one."""
    if incident.reporter_id != by.id:
        raise NotFound()
    if incident.status is Status.OPEN:
        incident.level = Level.NORMAL
        incident.next_action_at = next_reminder(Level.NORMAL, now)
        session.add(incident)
        note(session, now, incident, Happening.NOT_URGENT, by)


async def _tell_specialists(
    session: Session, now: datetime, incident: Incident, reporter: Person, *, again: bool
) -> bool:
    message = await notices.case_notice(session, incident, reporter, again=again)
    told = [
        await tell(session, now, specialist, message, incident_id=incident.id)
        for specialist in await people_in_role(session, Role.SPECIALIST)
    ]
    return any(told)


async def acknowledge(session: Session, now: datetime, by: Person, incident_id: int) -> Incident:
    """A specialist takes the case. Raises AlreadyTaken (naming the winner) or AlreadyClosed."""
    if by.role is not Role.SPECIALIST:
        raise NotAllowed()
    incident = await find_case(session, by, incident_id)
    if incident.status is Status.CLOSED:
        raise AlreadyClosed(reference=incident.reference)
    if not await take(session, incident_id, _id(by), now):
        if incident.owner_id == by.id:
            return incident
        owner = await session.get(Person, incident.owner_id)
        raise AlreadyTaken(reference=incident.reference, name=owner.name if owner else "")
    await session.refresh(incident)
    note(session, now, incident, Happening.TAKEN, by)
    reporter = await session.get_one(Person, incident.reporter_id)
    await tell(session, now, reporter, notices.taken(incident, by), incident_id=incident.id)
    for other in await people_in_role(session, Role.SPECIALIST):
        if other.id != by.id:
            message = notices.taken_by_other(incident, by)
            await tell(session, now, other, message, incident_id=incident.id, settles_notice=True)
    return incident


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
    incident.next_action_at = None
    session.add(incident)
    note(session, now, incident, Happening.CLOSED, by, learned)
    reporter = await session.get_one(Person, incident.reporter_id)
    await tell(session, now, reporter, notices.closed(incident, by), incident_id=incident.id)
    return incident


async def find_case(session: Session, by: Person, incident_id: int) -> Incident:
    """The case, if this person may see it: its reporter, or any of the staff. Else NotFound."""
    incident = await session.get(Incident, incident_id)
    if incident is None or not (by.role.is_staff or incident.reporter_id == by.id):
        raise NotFound()
    return incident


async def remind_untaken(session: Session, now: datetime) -> int:
    """Tell the specialists again of every case that nobody took in time; return how many."""
    due = await due_incidents(session, now, SWEEP_LIMIT)
    for incident in due:
        reporter = await session.get_one(Person, incident.reporter_id)
        await _tell_specialists(session, now, incident, reporter, again=True)
        waiting = Message(
            "case-still-waiting", {"reference": incident.reference}, priority=Priority.REMINDER
        )
        await tell(session, now, reporter, waiting, incident_id=incident.id)
        note(session, now, incident, Happening.REMINDED)
        incident.next_action_at = next_reminder(incident.level, now)
        session.add(incident)
    return len(due)


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
