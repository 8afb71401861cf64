"""Before and after a visit: reminders, on the way, running late, the note, and nobody there."""

from datetime import datetime

from domain.errors import HotlineError, NotAllowed
from domain.incidents import Happening
from domain.messages import Button, Message, Priority, Rows, column
from domain.office import Office
from domain.people import Role
from domain.promises import PromiseReason
from domain.satisfaction import Occasion
from domain.visits import VisitStatus, VisitStep, next_step
from domain.working_time import Span, WorkingTime
from models.database import Session
from models.incidents import add_event
from models.people import Person, leaders
from models.visits import Visit, due_visits
from services import promises
from services.duty import office_time
from services.messages import tell
from services.satisfaction import ask_after
from services.visit_notices import facts, specialists_of, tell_all, tell_each
from services.visit_tasks import follow_up_visit
from services.visit_times import find_visit

SWEEP_LIMIT = 200

_REMINDERS = {VisitStep.DAY_BEFORE: "visit-tomorrow", VisitStep.SOON: "visit-soon"}


class VisitNotYet(HotlineError):
    """What can only be said of a visit once it has begun."""

    key = "error-visit-not-yet"


class VisitNoted(HotlineError):
    """The visit is cancelled, or what became of it is written down already."""

    key = "error-visit-noted"


def plan_next_step(visit: Visit, now: datetime, office: WorkingTime) -> None:
    """Set what is said of the visit next, and when."""
    coming = next_step(visit.step, Span(visit.starts_at, visit.ends_at), now, office)
    visit.next_action_at = coming[1] if coming else None
    if coming:
        visit.step = coming[0]


async def watch_visits(session: Session, now: datetime, office: Office) -> int:
    """Say what is due about visits: a reminder, or the question how it went."""
    due = await due_visits(session, now, SWEEP_LIMIT)
    works = await office_time(session, now, office) if due else None
    for visit in due:
        assert works is not None
        while visit.next_action_at and visit.next_action_at <= now:
            await _say_what_is_due(session, now, visit)
            plan_next_step(visit, now, works)
        session.add(visit)
    return len(due)


async def _say_what_is_due(session: Session, now: datetime, visit: Visit) -> None:
    if key := _REMINDERS.get(visit.step):
        if now < visit.starts_at:
            await tell_all(session, now, visit, key)
        return
    said = await facts(session, visit)
    if visit.step is VisitStep.REPORTED:
        await promises.visit_failed(session, now, visit, PromiseReason.NOT_NOTED)
        message = Message("visit-not-noted", said, _how_it_went(visit))
        await tell_each(session, now, await leaders(session), message)
        return
    key = "visit-how-was-it" if visit.step is VisitStep.AFTER else "visit-how-was-it-again"
    lead = await session.get_one(Person, visit.specialist_id)
    message = Message(key, said, _how_it_went(visit), priority=Priority.REMINDER)
    await tell(session, now, lead, message)


def _how_it_went(visit: Visit) -> Rows:
    return column(
        Button("button-visit-held", f"visitnote:{visit.id}"),
        Button("button-visit-nobody", f"visitnobody:{visit.id}"),
    )


async def set_off(session: Session, now: datetime, by: Person, visit_id: int) -> Visit:
    """ "On my way": the employer hears it. Twice changes nothing."""
    visit = await _our_visit(session, by, visit_id)
    if visit.left_at is None:
        visit.left_at = now
        session.add(visit)
        await _tell_employer(session, now, visit, "visit-on-the-way", by)
    return visit


async def run_late(
    session: Session, now: datetime, by: Person, visit_id: int, minutes: int
) -> Visit:
    """So many minutes late: whoever waits hears it."""
    visit = await _our_visit(session, by, visit_id)
    said = {**await facts(session, visit), "minutes": minutes, "name": by.name}
    for person_id in (visit.employer_id, *specialists_of(visit)):
        if person_id != by.id:
            person = await session.get_one(Person, person_id)
            message = Message("visit-late", said, priority=Priority.ESCALATION)
            await tell(session, now, person, message)
    return visit


async def _our_visit(session: Session, by: Person, visit_id: int) -> Visit:
    visit = await find_visit(session, by, visit_id)
    if by.role is Role.EMPLOYER:
        raise NotAllowed()
    if visit.status is not VisitStatus.BOOKED:
        raise VisitNoted()
    return visit


async def _tell_employer(
    session: Session, now: datetime, visit: Visit, key: str, by: Person, buttons: Rows = ()
) -> None:
    employer = await session.get_one(Person, visit.employer_id)
    said = {**await facts(session, visit), "name": by.name}
    await tell(session, now, employer, Message(key, said, buttons, priority=Priority.ESCALATION))


async def note_visit(
    session: Session,
    now: datetime,
    office: Office,
    by: Person,
    visit_id: int,
    saw: str,
    agreed: str,
    tasks: str,
) -> Visit:
    """The visit took place: what we saw, what was agreed, and who does what. The employer gets what
    was agreed, and follow-ups are planned. Raises VisitNotYet, VisitNoted."""
    visit = await find_visit(session, by, visit_id)
    may_note(visit, now, by)
    visit.saw, visit.agreed, visit.tasks = saw, agreed, tasks
    _end(session, now, visit, VisitStatus.HELD)
    await promises.visit_held(session, now, visit, met=True)
    await follow_up_visit(session, now, office, visit)
    if visit.incident_id:
        add_event(
            session,
            incident_id=visit.incident_id,
            at=now,
            kind=Happening.VISIT_HELD,
            actor_id=by.id,
            text="\n".join(filter(None, (saw, agreed, tasks))),
        )
    employer = await session.get_one(Person, visit.employer_id)
    await ask_after(session, now, employer, Occasion.VISIT, f"V-{visit.id}")
    said = {
        **await facts(session, visit),
        "agreed": agreed,
        "has_agreed": int(bool(agreed)),
        "tasks": tasks,
        "has_tasks": int(bool(tasks)),
    }
    await tell(session, now, employer, Message("visit-thanks", said))
    return visit


async def nobody_there(session: Session, now: datetime, by: Person, visit_id: int) -> Visit:
    """Somebody waits and the other did not come; the other side hears it, and from an employer the
    leader too. Raises VisitNotYet, VisitNoted."""
    visit = await find_visit(session, by, visit_id)
    _begun(visit, now)
    _end(session, now, visit, VisitStatus.NO_SHOW)
    again = column(Button("button-visit-new", f"visitnew:{visit.id}"))
    if by.role is not Role.EMPLOYER:
        await promises.visit_held(session, now, visit, met=False)
        await _tell_employer(session, now, visit, "visit-missed-you", by, again)
        return visit
    await promises.visit_failed(session, now, visit, PromiseReason.NO_SHOW)
    people = [await session.get_one(Person, one) for one in specialists_of(visit)]
    message = Message(
        "visit-nobody-came",
        await facts(session, visit),
        column(Button("button-visit-new", f"visitnew:{visit.id}")),
        priority=Priority.ESCALATION,
    )
    await tell_each(session, now, [*people, *await leaders(session)], message)
    return visit


def may_note(visit: Visit, now: datetime, by: Person) -> None:
    """Raises NotAllowed for an employer, VisitNotYet, and VisitNoted for one that is over."""
    if by.role is Role.EMPLOYER:
        raise NotAllowed()
    _begun(visit, now)


def _begun(visit: Visit, now: datetime) -> None:
    if visit.status is not VisitStatus.BOOKED:
        raise VisitNoted()
    if now < visit.starts_at:
        raise VisitNotYet()


def _end(session: Session, now: datetime, visit: Visit, status: VisitStatus) -> None:
    visit.status, visit.ended_at, visit.changed_at = status, now, now
    visit.next_action_at = None
    session.add(visit)
