"""Books, moves and cancels visits. Of two who want the same time, one gets it."""

import secrets
from datetime import datetime, time, timedelta

from domain import promises as rules
from domain.errors import HotlineError, NotAllowed
from domain.incidents import Happening
from domain.office import Office
from domain.people import Role
from domain.visits import SLOT, Slot, VisitKind, VisitStatus, VisitStep, quarters
from domain.working_time import danish_day, instant
from models.companies import Company
from models.database import Session
from models.duty import ExtraDuty
from models.incidents import add_event
from models.people import Person, employers
from models.visits import (
    Promise,
    Visit,
    booked_at,
    free_slots,
    is_taken,
    take_slots,
    visit_of_promise,
    visits_between,
)
from services import promises
from services.duty import closed_days, office_time
from services.messages import tell
from services.visit_day import plan_next_step
from services.visit_notices import released, specialists_of, tell_all
from services.visit_offers import offer
from services.visit_times import (
    FURTHEST,
    Plan,
    VisitNotFound,
    find_visit,
    how_of,
    possible,
    wish_for,
)

MOST_EMPLOYERS = 40
"""Buttons under one message."""


class SlotTaken(HotlineError):
    """Somebody else was quicker, or the time has passed."""

    key = "error-slot-taken"


class VisitInPast(HotlineError):
    """A visit begins in the future."""

    key = "error-visit-in-past"


class ClosedThen(HotlineError):
    """Nobody works on that day."""

    key = "error-visit-closed-day"


class AlreadyBooked(HotlineError):
    """The promise has its visit already, which can be moved."""

    key = "error-visit-already"


class VisitOver(HotlineError):
    """The visit has been cancelled or is over: nothing can be changed any more."""

    key = "error-visit-over"


async def book(
    session: Session, now: datetime, office: Office, by: Person, plan: Plan, slot: Slot
) -> Visit:
    """Book this time. Raises VisitInPast, ClosedThen, SlotTaken where it is no longer free, and
    AlreadyBooked for a promise that somebody else has just kept."""
    await _not_booked_yet(session, now, plan)
    people = await _free_people(session, now, office, plan, slot)
    free = await _promise_could_be_kept(session, now, office, plan)
    company = plan.company
    visit = Visit(
        uid=f"{secrets.token_hex(12)}@hv-linjen",
        kind=plan.how.kind,
        starts_at=slot.starts,
        ends_at=slot.starts + office.visits.length(plan.how),
        specialist_id=people[0],
        companion_id=people[1] if len(people) > 1 else None,
        employer_id=plan.employer.id or 0,
        company_id=company.id if company else None,
        placement_id=plan.placement.id if plan.placement else None,
        incident_id=plan.case.id if plan.case else None,
        promise_id=plan.promise.id if plan.promise else None,
        address=company.address if company and plan.how.kind is VisitKind.WORKPLACE else "",
        ask_for=company.ask_for if company else "",
        parking=company.parking if company else "",
        booked_by_id=by.id,
        created_at=now,
        changed_at=now,
    )
    async with session.begin_nested():
        session.add(visit)
        await session.flush()
        await _take(session, office, plan, visit)
    await _settled_in(session, now, office, by, plan, visit, was_free=free)
    await tell_all(session, now, visit, "visit-booked", but=by, enclosed=True)
    return visit


async def move(
    session: Session, now: datetime, office: Office, by: Person, plan: Plan, slot: Slot
) -> Visit:
    """Move the plan's visit to this time. Raises VisitOver, and what `book` raises."""
    visit = plan.moved
    assert visit is not None
    still_booked(visit, now)
    people = await _free_people(session, now, office, plan, slot)
    free = await _promise_could_be_kept(session, now, office, plan)
    was, before = visit.starts_at, (visit.specialist_id, visit.companion_id)
    try:
        async with session.begin_nested():
            await free_slots(session, visit.id or 0)
            visit.starts_at = slot.starts
            visit.ends_at = slot.starts + office.visits.length(plan.how)
            visit.kind = plan.how.kind
            visit.specialist_id, visit.companion_id = people[0], (*people, None)[1]
            visit.sequence += 1
            visit.changed_at = now
            visit.step, visit.left_at = VisitStep.BOOKED, None
            await _take(session, office, plan, visit)
    except SlotTaken:
        await session.refresh(visit)
        raise
    await _settled_in(session, now, office, by, plan, visit, was_free=free)
    await tell_all(session, now, visit, "visit-moved", but=by, enclosed=True, was=was)
    gone = [one for one in before if one and one not in specialists_of(visit)]
    await _tell_released(session, now, visit, gone, was)
    return visit


async def cancel(
    session: Session, now: datetime, office: Office, by: Person, visit_id: int
) -> Visit:
    """Cancel a visit. Where we cancel, the promise stays open and fresh times go out at once.
    Raises VisitOver for one that was cancelled already or has begun."""
    visit = await find_visit(session, by, visit_id)
    still_booked(visit, now)
    visit.status = VisitStatus.CANCELLED
    visit.sequence += 1
    visit.changed_at = visit.ended_at = now
    visit.cancelled_by_id, visit.next_action_at = by.id, None
    await free_slots(session, visit.id or 0)
    session.add(visit)
    _note(session, now, visit, by, Happening.VISIT_CANCELLED)
    await tell_all(session, now, visit, "visit-cancelled", but=by, enclosed=True, name=by.name)
    if visit.promise_id:
        await session.flush()
        promise = await session.get_one(Promise, visit.promise_id)
        await promises.visit_cancelled(session, now, office, by, promise)
    return visit


async def work_overtime(
    session: Session, now: datetime, office: Office, by: Person, plan: Plan, slot: Slot
) -> Visit:
    """A specialist works longer for this visit: by their own word or the leader's."""
    if not (by.id == slot.person_id or by.role is Role.REVIEWER or by.leads):
        raise NotAllowed()
    if slot.starts < now:
        raise VisitInPast()
    whole = wish_for(office, plan, now, danish_day(slot.starts)).takes(slot.starts)
    session.add(
        ExtraDuty(
            person_id=slot.person_id, starts_at=whole.starts, ends_at=whole.ends, created_at=now
        )
    )
    await session.flush()
    return await book(session, now, office, by, plan, slot)


async def _not_booked_yet(session: Session, now: datetime, plan: Plan) -> None:
    coming = await visit_of_promise(session, plan.promise.id or 0) if plan.promise else None
    if coming and coming.starts_at > now:
        raise AlreadyBooked()


async def pressed_twice(
    session: Session, by: Person, plan: Plan, slot: Slot, office: Office
) -> Visit | None:
    """The visit that this person has just booked or moved so: a second press is the same one."""
    if plan.moved:
        there = (plan.moved.specialist_id, plan.moved.starts_at) == (slot.person_id, slot.starts)
        return plan.moved if there and how_of(plan.moved, office) == plan.how else None
    for visit in await visits_between(session, slot.starts, slot.starts + SLOT, [slot.person_id]):
        if (visit.employer_id, visit.booked_by_id) == (plan.employer.id, by.id):
            return visit
    return None


async def propose(session: Session, now: datetime, office: Office, by: Person, plan: Plan) -> None:
    """Let the employer choose among the times. For the staff only."""
    if not by.role.is_staff or plan.moved:
        raise VisitNotFound()
    times = await promises.times_for(session, now, office, plan)
    await tell(session, now, plan.employer, offer(plan, times, "visit-proposed"))


async def _free_people(
    session: Session, now: datetime, office: Office, plan: Plan, slot: Slot
) -> list[int]:
    """Who comes at this time; checked before anything changes."""
    if slot.starts <= now:
        raise VisitInPast()
    if slot.starts > now + FURTHEST:
        raise SlotTaken()
    moved = plan.moved.id if plan.moved else None
    if await is_taken(session, slot.person_id, slot.starts, moved):  # the usual loser: one look
        raise SlotTaken()
    day = danish_day(slot.starts)
    starts, people = await possible(session, now, office, plan, _set_off(now, office, slot), day)
    if slot.starts not in starts.get(slot.person_id, []):
        if day in await closed_days(session, now, office):
            raise ClosedThen()
        raise SlotTaken()
    return [person.id or 0 for person in people[slot.person_id]]


def _set_off(now: datetime, office: Office, slot: Slot) -> datetime:
    """Where to begin to look: that day, but never before somebody can set off."""
    midnight = instant(danish_day(slot.starts), time.min)
    return max(now + timedelta(minutes=office.visits.notice), midnight)


async def _promise_could_be_kept(
    session: Session, now: datetime, office: Office, plan: Plan
) -> bool:
    if plan.promise is None:
        return True
    return await promises.was_free(session, now, office, plan, plan.promise)


async def _take(session: Session, office: Office, plan: Plan, visit: Visit) -> None:
    """Take the time, or raise SlotTaken."""
    wish = wish_for(office, plan, visit.starts_at, danish_day(visit.starts_at))
    taken = quarters(wish.takes(visit.starts_at))
    if not await take_slots(session, visit.id or 0, specialists_of(visit), taken):
        raise SlotTaken()


async def _settled_in(
    session: Session,
    now: datetime,
    office: Office,
    by: Person,
    plan: Plan,
    visit: Visit,
    *,
    was_free: bool,
) -> None:
    """What follows from a time that stands: the reminders, the promise, the case's timeline."""
    plan_next_step(visit, now, await office_time(session, now, office))
    session.add(visit)
    if plan.promise:
        verdict = rules.booked(
            promises.verdict_of(plan.promise),
            plan.promise.latest_day,
            visit.starts_at,
            by_employer=by.role is Role.EMPLOYER,
            was_free=was_free,
        )
        promises.settle(session, now, plan.promise, verdict)
    _note(session, now, visit, by, Happening.VISIT_BOOKED)


async def _tell_released(
    session: Session, now: datetime, visit: Visit, gone: list[int], was: datetime
) -> None:
    """A specialist whom a move has set free hears that the time is theirs again."""
    for person_id in gone:
        person = await session.get_one(Person, person_id)
        await released(session, now, visit, person, was)


def _note(session: Session, now: datetime, visit: Visit, by: Person, kind: Happening) -> None:
    if visit.incident_id:
        add_event(
            session, incident_id=visit.incident_id, at=now, kind=kind, actor_id=by.id, text=""
        )


def still_booked(visit: Visit, now: datetime) -> None:
    """Raises VisitOver for a visit that was cancelled, has begun or is done."""
    if visit.status is not VisitStatus.BOOKED or visit.starts_at <= now:
        raise VisitOver()


async def say_where(
    session: Session, now: datetime, by: Person, visit_id: int, where: str
) -> Visit:
    """The employer says where to come, whom to ask for and where to park; or which number to call.
    A company without an address keeps it for the next time."""
    visit = await find_visit(session, by, visit_id)
    still_booked(visit, now)
    visit.address, visit.ask_for, visit.parking = where, "", ""
    await _changed(session, now, by, visit)
    company = await session.get(Company, visit.company_id) if visit.company_id else None
    if company and not company.address and visit.kind is VisitKind.WORKPLACE:
        company.address = where
        session.add(company)
    return visit


async def prepare(session: Session, now: datetime, by: Person, visit_id: int, what: str) -> Visit:
    """Say what should be prepared for the visit: a sheet (`form:NAME`) or in words."""
    visit = await find_visit(session, by, visit_id)
    still_booked(visit, now)
    visit.prepare = what
    await _changed(session, now, by, visit)
    return visit


async def _changed(session: Session, now: datetime, by: Person, visit: Visit) -> None:
    visit.sequence += 1
    visit.changed_at = now
    session.add(visit)
    await tell_all(session, now, visit, "visit-changed", but=by, enclosed=True)


async def coming_visits(session: Session, now: datetime, by: Person) -> list[Visit]:
    """An employer's visits: the company's, or their own."""
    return list(await booked_at(session, by.company_id or 0, now)) if by.company_id else []


async def whom_to_visit(session: Session, by: Person) -> list[tuple[Person, Company]]:
    """The employers that a specialist can plan a visit to, by company. For staff only."""
    if not by.role.is_staff:
        raise NotAllowed()
    return list(await employers(session, MOST_EMPLOYERS))
