"""The promise of a visit by the next working day: made, watched, and judged."""

from datetime import datetime, time, timedelta

from domain import promises as rules
from domain.incidents import Status
from domain.messages import Button, Message, NearDay, Priority, Ref, column
from domain.office import Office
from domain.people import Role
from domain.promises import PromiseReason, PromiseState, Verdict
from domain.visits import How
from domain.working_time import ONE_DAY, danish_day, instant
from models.database import Session
from models.incidents import Incident
from models.people import Person, leaders, people_in_role
from models.visits import (
    Promise,
    Visit,
    due_promises,
    promise_of_case,
    unbooked_promise_of,
    visit_of_promise,
)
from services.duty import closed_days, office_time
from services.messages import tell
from services.visit_notices import tell_each
from services.visit_offers import offer
from services.visit_shortage import tell_of_shortage
from services.visit_times import Plan, Times, find_times, plan_of_promise, possible

SWEEP_LIMIT = 200

REMIND_AFTER = 60
"""Working minutes after which an employer who has not chosen a time is asked again."""


async def ask_for_visit(
    session: Session, now: datetime, office: Office, by: Person, how: How
) -> tuple[Plan, Times]:
    """The employer wants a visit: the promise, made once, and the times that keep it."""
    promise = await unbooked_promise_of(session, by.id or 0)
    if promise is None:
        promise = await _make(session, now, office, by)
    plan = await plan_of_promise(session, by, promise, how)
    return plan, await times_for(session, now, office, plan)


async def promise_for_case(
    session: Session, now: datetime, office: Office, case: Incident, reporter: Person
) -> Promise:
    """A case that cannot wait brings a visit with it. Asked for the same case again, it is the same
    promise. Where nothing is free inside it, the leader hears of it now."""
    promise = await promise_of_case(session, case.id or 0)
    if promise is None:
        promise = await _make(session, now, office, reporter, case)
        plan = await plan_of_promise(session, reporter, promise, How())
        await times_for(session, now, office, plan)
    return promise


async def no_longer_needed(session: Session, now: datetime, case: Incident) -> None:
    """The case does not hurry after all: a promise whose visit nobody has chosen yet is off."""
    promise = await promise_of_case(session, case.id or 0)
    if promise and await visit_of_promise(session, promise.id or 0) is None:
        settle(session, now, promise, rules.not_needed(verdict_of(promise)))


async def _make(
    session: Session,
    now: datetime,
    office: Office,
    person: Person,
    case: Incident | None = None,
) -> Promise:
    closed = await closed_days(session, now, office)
    time_of_office = await office_time(session, now, office)
    latest = rules.latest_day(now, closed, office.visits.days)
    remind_at = time_of_office.after(now, REMIND_AFTER)
    last_call = instant(latest, time(8))
    promise = Promise(
        person_id=person.id or 0,
        company_id=case.company_id if case else person.company_id,
        placement_id=case.placement_id if case else None,
        incident_id=case.id if case else None,
        asked_at=now,
        latest_day=latest,
        next_action_at=min(remind_at or last_call, last_call),
    )
    session.add(promise)
    await session.flush()
    return promise


async def times_for(
    session: Session, now: datetime, office: Office, plan: Plan, page: int = 0
) -> Times:
    """The times for a plan. Where nothing is free inside a promise, the leader hears of it now."""
    times = await find_times(session, now, office, plan, page)
    if not page and not times.slots and plan.promise and plan.promise.short_since is None:
        await tell_of_shortage(session, now, office, plan, plan.promise)
    return times


def verdict_of(promise: Promise) -> Verdict:
    """Where the promise stands."""
    return Verdict(promise.state, promise.reason)


def settle(session: Session, now: datetime, promise: Promise, verdict: Verdict) -> None:
    """Write down what has become of the promise."""
    if verdict.state is not PromiseState.OPEN and promise.settled_at is None:
        promise.settled_at = now
    promise.state, promise.reason = verdict.state, verdict.reason
    if verdict.state is not PromiseState.OPEN:
        promise.next_action_at = None
    session.add(promise)


async def visit_cancelled(
    session: Session, now: datetime, office: Office, by: Person, promise: Promise
) -> None:
    """The promise's visit is off. Where the employer did not want it so, fresh times follow."""
    by_employer = by.role is Role.EMPLOYER
    settle(session, now, promise, rules.cancelled(verdict_of(promise), by_employer=by_employer))
    if not by_employer:
        employer = await session.get_one(Person, promise.person_id)
        plan = await plan_of_promise(session, employer, promise, How())
        times = await times_for(session, now, office, plan)
        await tell(session, now, employer, offer(plan, times))


async def visit_held(session: Session, now: datetime, visit: Visit, *, met: bool) -> None:
    """The visit took place, or we came and met nobody: its promise is judged."""
    if visit.promise_id:
        promise = await session.get_one(Promise, visit.promise_id)
        judge = rules.held if met else rules.nobody_there
        verdict = judge(verdict_of(promise), promise.latest_day, visit.starts_at)
        settle(session, now, promise, verdict)


async def visit_failed(
    session: Session, now: datetime, visit: Visit, reason: PromiseReason
) -> None:
    """Nobody came from us, or nobody has said whether somebody did: as it stands, it is broken."""
    if visit.promise_id:
        promise = await session.get_one(Promise, visit.promise_id)
        settle(session, now, promise, Verdict(PromiseState.BROKEN, reason))


async def was_free(
    session: Session, now: datetime, office: Office, plan: Plan, promise: Promise
) -> bool:
    """Whether there is still a time inside the promise."""
    if danish_day(now) > promise.latest_day:
        return False
    earliest = now + timedelta(minutes=office.visits.notice)
    starts, _people = await possible(session, now, office, plan, earliest, promise.latest_day)
    return any(starts.values())


async def watch_promises(session: Session, now: datetime, office: Office) -> int:
    """Look after every promise that is due: ask the employer again, or say that it is broken."""
    due = await due_promises(session, now, SWEEP_LIMIT)
    for promise in due:
        await _watch(session, now, office, promise)
    return len(due)


async def _watch(session: Session, now: datetime, office: Office, promise: Promise) -> None:
    visit = await visit_of_promise(session, promise.id or 0)
    case = await session.get(Incident, promise.incident_id) if promise.incident_id else None
    if visit is None and case and case.status is Status.CLOSED:
        settle(session, now, promise, rules.not_needed(verdict_of(promise)))
        return
    midnight = instant(promise.latest_day + ONE_DAY, time.min)
    if now < midnight:
        if visit is None and not promise.reminded:
            await _remind(session, now, office, promise)
        opens = (await office_time(session, now, office)).next_start(midnight)
        promise.next_action_at = opens or midnight
    elif visit is None or danish_day(visit.starts_at) > promise.latest_day:
        await _break(session, now, office, promise)
    else:  # it took place or not: whoever was there will say so
        promise.next_action_at = None
    session.add(promise)


async def _remind(session: Session, now: datetime, office: Office, promise: Promise) -> None:
    """No time has been chosen: the employer sees fresh ones, and the specialists know."""
    promise.reminded = True
    employer = await session.get_one(Person, promise.person_id)
    plan = await plan_of_promise(session, employer, promise, How())
    times = await times_for(session, now, office, plan)
    if times.slots:
        await tell(session, now, employer, offer(plan, times, "visit-choose-soon"))
        waits = _about(plan, "visit-not-chosen-yet", promise)
        await tell_each(session, now, await people_in_role(session, Role.SPECIALIST), waits)


async def _break(session: Session, now: datetime, office: Office, promise: Promise) -> None:
    """The latest day is over: the leader hears it, the employer gets new times and an apology."""
    free = promise.short_since is None
    settle(session, now, promise, rules.day_is_over(verdict_of(promise), was_free=free))
    employer = await session.get_one(Person, promise.person_id)
    plan = await plan_of_promise(session, employer, promise, How())
    await tell_each(session, now, await leaders(session), _about(plan, "visit-broken", promise))
    if await visit_of_promise(session, promise.id or 0) is None:
        times = await find_times(session, now, office, plan)
        await tell(session, now, employer, offer(plan, times, "visit-sorry"))


def _about(plan: Plan, key: str, promise: Promise) -> Message:
    reason = Ref(f"promise-reason-{promise.reason or 'none'}")
    book = Button("button-visit-book", f"visittimes:{plan.subject}:w:0")
    return Message(
        key,
        {
            "company": plan.company.name if plan.company else plan.employer.name,
            "employer": plan.employer.name,
            "latest": NearDay(promise.latest_day),
            "reason": reason,
        },
        column(book, Button("button-visits", "visits")),
        priority=Priority.REMINDER,
    )
