"""Whose case it is: take it, pass it on, and give it back when it lies still."""

from collections.abc import Collection
from datetime import datetime

from domain.errors import AlreadyClosed, AlreadyTaken, NotAllowed
from domain.escalation import Action, Colleague, answer_by, on_the_clock
from domain.incidents import Happening, Status
from domain.messages import Message, Priority
from domain.office import Office
from domain.people import Role
from models.database import Session
from models.escalations import ids, latest_telling, pending_step, stored, told_people
from models.incidents import Incident, take
from models.people import Person, leaders
from services import notices
from services.drills import end_drill
from services.escalations import begin, hurry, plan
from services.incidents import find_case, note
from services.messages import tell
from services.roster import Staff, staff_now


async def acknowledge(
    session: Session, now: datetime, by: Person, incident_id: int, office: Office
) -> Incident:
    """A specialist or leader takes the case. Raises AlreadyTaken (naming the winner) or
    AlreadyClosed."""
    await _may_take(session, by)
    incident = await find_case(session, by, incident_id)
    if incident.status is Status.CLOSED:
        raise AlreadyClosed(reference=incident.reference)
    if not await take(session, incident_id, _id(by), now):
        await session.refresh(incident)
        if incident.owner_id == by.id:
            return incident
        raise await taken_by(session, incident)
    await session.refresh(incident)
    note(session, now, incident, Happening.TAKEN, by)
    staff = await staff_now(session, now, office)
    if incident.drill:
        await end_drill(session, now, incident, by)
        return incident
    await _now_owns(session, now, staff, office, incident, by)
    return incident


async def _may_take(session: Session, by: Person) -> None:
    if by.role is not Role.SPECIALIST and by.id not in [one.id for one in await leaders(session)]:
        raise NotAllowed()


async def taken_by(session: Session, incident: Incident) -> AlreadyTaken:
    """The kind answer to whoever was not the first."""
    owner = await session.get(Person, incident.owner_id)
    return AlreadyTaken(reference=incident.reference, name=owner.name if owner else "")


async def _now_owns(
    session: Session, now: datetime, staff: Staff, office: Office, incident: Incident, by: Person
) -> None:
    """The employer hears who has the case, whoever was told hears it too, and the clock for the
    first word begins."""
    due = answer_by(office.escalation, staff.roster, incident.level, staff.colleague(by.id))
    await plan(session, incident, Action.FIRST_WORD, due)
    reporter = await session.get_one(Person, incident.reporter_id)
    await tell(session, now, reporter, notices.taken(incident, by), incident_id=incident.id)
    for person_id in sorted(await told_people(session, incident.id or 0) - {by.id}):
        other = staff.colleague(person_id)
        if other and may_hear(staff, incident, other):
            message = notices.taken_by_other(incident, by)
            await tell(
                session,
                now,
                staff.people[person_id],
                message,
                incident_id=incident.id,
                settles_notice=True,
            )


async def pass_on(
    session: Session, now: datetime, by: Person, incident_id: int, office: Office
) -> Incident:
    """ "Not me": whoever was told leaves a case to the others, or the owner lets go of it."""
    incident = await find_case(session, by, incident_id)
    if incident.status is Status.CLOSED:
        raise AlreadyClosed(reference=incident.reference)
    if incident.status is Status.TAKEN:
        if incident.owner_id != by.id:
            raise await taken_by(session, incident)
        note(session, now, incident, Happening.PASSED, by)
        staff = await staff_now(session, now, office)
        await come_back(session, now, staff, office, incident, passed=[_id(by)])
        return incident
    if _id(by) not in await told_people(session, incident_id):
        raise NotAllowed()
    note(session, now, incident, Happening.PASSED, by)
    step = await pending_step(session, incident_id)
    latest = await latest_telling(session, incident_id)
    if step and latest:
        step.passed = stored([*ids(step.passed), _id(by)])
        session.add(step)
        if set(ids(latest.told)) <= set(ids(step.passed)):
            hurry(session, incident, step, now)
    return incident


async def come_back(
    session: Session,
    now: datetime,
    staff: Staff,
    office: Office,
    incident: Incident,
    *,
    passed: Collection[int] = (),
) -> None:
    """The case has no owner any more: it begins anew, and the employer hears who is told now."""
    owner_id = incident.owner_id
    incident.status = Status.OPEN
    incident.owner_id = incident.offered_to_id = incident.taken_at = None
    session.add(incident)
    note(session, now, incident, Happening.CAME_BACK)
    reporter = await session.get_one(Person, incident.reporter_id)
    back = Message(
        "case-came-back", {"reference": incident.reference}, priority=Priority.ESCALATION
    )
    await tell(session, now, reporter, back, incident_id=incident.id)
    called = await begin(session, now, incident, staff, office, passed=passed)
    await tell(session, now, reporter, called.message, incident_id=incident.id)
    owner = staff.colleague(owner_id)
    if owner and owner.id not in passed and may_hear(staff, incident, owner):
        lost = Message("case-came-back-from-you", {"reference": incident.reference})
        await tell(session, now, staff.people[owner.id], lost, incident_id=incident.id)


def may_hear(staff: Staff, incident: Incident, colleague: Colleague) -> bool:
    """Nobody off duty is disturbed, unless it is urgent."""
    return on_the_clock(incident.level) or staff.roster.works(colleague)


def _id(person: Person) -> int:
    assert person.id is not None
    return person.id
