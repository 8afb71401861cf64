"""Looks for times at which a visit could be: both specialists' calendars, and the promise."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from domain.errors import HotlineError, NotFound
from domain.office import Office
from domain.people import Role
from domain.promises import PromiseState
from domain.visits import (
    SLOT,
    Diary,
    How,
    Slot,
    Wish,
    best,
    free_starts,
    together,
)
from domain.working_time import ONE_DAY, Span, danish_day, instant, join, next_working_day
from models.calendars import busy_times
from models.companies import Company
from models.database import Session
from models.incidents import Incident
from models.people import Person, employers, people_in_role
from models.placements import Placement
from models.visits import (
    Promise,
    Visit,
    promise_of_case,
    taken_slots,
    unbooked_promise_of,
)
from services.duty import closed_days, working_times

PAGE_DAYS = 5
"""Working days on a page of times that no promise limits."""

PAGES = 12

FURTHEST = timedelta(days=120)
"""No page of times shows a later one."""

USUAL = How()


class VisitNotFound(NotFound):
    """There is no such visit, or it is not this person's to see."""

    key = "error-visit-not-found"


class NobodyThere(HotlineError):
    """Nobody at the company uses the hotline, so nobody can be told of a visit."""

    key = "error-visit-nobody-there"


@dataclass(frozen=True)
class Plan:
    """What is looked for: a visit to whom and how, and what it keeps, moves or is about."""

    employer: Person
    company: Company | None
    how: How = USUAL
    promise: Promise | None = None
    moved: Visit | None = None
    case: Incident | None = None
    placement: Placement | None = None

    @property
    def subject(self) -> str:
        """As a button carries it: the visit to be moved, the promise, the case, the placement, or
        the employer."""
        about = self.placement.id if self.placement else None
        if self.moved:
            return f"v{self.moved.id}"
        if self.promise and about == self.promise.placement_id:
            return f"p{self.promise.id}"
        if self.case:
            return f"i{self.case.id}"
        return f"w{about}" if about else f"e{self.employer.id}"


@dataclass(frozen=True)
class Times:
    """What can be offered, on which days, and who would come along: by the first one's id."""

    slots: tuple[Slot, ...]
    first_day: date
    last_day: date
    people: dict[int, tuple[Person, ...]]


async def plan_for(session: Session, by: Person, subject: str, how: How) -> Plan:
    """The plan that a button stands for. Raises VisitNotFound for what is not this person's."""
    number = int(subject[1:]) if subject[1:].isdecimal() and len(subject) < 19 else 0
    match subject[:1]:
        case "p":
            promise = await session.get(Promise, number)
            if promise is not None:
                return await plan_of_promise(session, by, promise, how)
        case "v":
            visit = await find_visit(session, by, number)
            return await _plan_of_move(session, visit, how)
        case "i" if by.role.is_staff:
            return await _plan_of_case(session, by, number, how)
        case "w" if by.role.is_staff:
            return await _plan_of_placement(session, number, how)
        case "e":
            employer = await session.get(Person, number)
            may = by.role.is_staff or by.id == number
            if employer and may and employer.role is Role.EMPLOYER:
                return await _plan_for_employer(session, by, employer, how)
    raise VisitNotFound()


async def _plan_for_employer(session: Session, by: Person, employer: Person, how: How) -> Plan:
    """A visit to this employer; one that they were promised and have not got keeps the promise."""
    promise = await unbooked_promise_of(session, employer.id or 0)
    if promise:
        return await plan_of_promise(session, by, promise, how)
    return Plan(employer, await _company(session, employer.company_id), how)


async def _plan_of_case(session: Session, by: Person, case_id: int, how: How) -> Plan:
    """A visit about a case, which keeps the promise that came with it if that waits for one."""
    case = await session.get(Incident, case_id)
    if case is None:
        raise VisitNotFound()
    promise = await promise_of_case(session, case_id)
    if promise and promise.state is PromiseState.OPEN:
        return await plan_of_promise(session, by, promise, how)
    return Plan(
        await session.get_one(Person, case.reporter_id),
        await _company(session, case.company_id),
        how,
        case=case,
        placement=await _placement(session, case.placement_id),
    )


async def _plan_of_placement(session: Session, placement_id: int, how: How) -> Plan:
    """A visit about a placement: to its contact, else its mentor, else somebody at the company.
    What they were promised without a case is this visit. Raises NobodyThere."""
    placement = await session.get(Placement, placement_id)
    if placement is None:
        raise VisitNotFound()
    there = {one.id: one for one, _company in await employers(session, 20, [placement.company_id])}
    ids = (placement.contact_id, placement.mentor_id, *there)
    employer = next((there[one] for one in ids if one in there), None)
    if employer is None:
        raise NobodyThere()
    promise = await unbooked_promise_of(session, employer.id or 0)
    if promise and (promise.incident_id or promise.placement_id not in (None, placement_id)):
        promise = None
    company = await _company(session, placement.company_id)
    return Plan(employer, company, how, promise=promise, placement=placement)


async def plan_of_promise(session: Session, by: Person, promise: Promise, how: How) -> Plan:
    """A visit that keeps this promise."""
    if not (by.role.is_staff or is_own(by, promise.person_id, promise.company_id)):
        raise VisitNotFound()
    return Plan(
        await session.get_one(Person, promise.person_id),
        await _company(session, promise.company_id),
        how,
        promise=promise,
        case=await session.get(Incident, promise.incident_id) if promise.incident_id else None,
        placement=await _placement(session, promise.placement_id),
    )


async def _plan_of_move(session: Session, visit: Visit, how: How) -> Plan:
    return Plan(
        await session.get_one(Person, visit.employer_id),
        await _company(session, visit.company_id),
        how,
        promise=await session.get(Promise, visit.promise_id) if visit.promise_id else None,
        moved=visit,
        placement=await _placement(session, visit.placement_id),
    )


async def _company(session: Session, company_id: int | None) -> Company | None:
    return await session.get(Company, company_id) if company_id else None


async def _placement(session: Session, placement_id: int | None) -> Placement | None:
    return await session.get(Placement, placement_id) if placement_id else None


async def find_visit(session: Session, by: Person, visit_id: int) -> Visit:
    """The visit, if this person may see it: staff, or the company's own. Else VisitNotFound."""
    visit = await session.get(Visit, visit_id)
    own = visit and (by.role.is_staff or is_own(by, visit.employer_id, visit.company_id))
    if visit is None or not own:
        raise VisitNotFound()
    return visit


def is_own(by: Person, person_id: int, company_id: int | None) -> bool:
    """Whether it is this person's, or their company's: a colleague may step in."""
    return by.id == person_id or (company_id is not None and by.company_id == company_id)


def how_of(visit: Visit, office: Office) -> How:
    """The kind of visit that this one is."""
    short = visit.ends_at - visit.starts_at < office.visits.length(How(visit.kind))
    return How(visit.kind, short=short, both=visit.companion_id is not None)


async def find_times(
    session: Session, now: datetime, office: Office, plan: Plan, page: int = 0
) -> Times:
    """The best times: inside the promise on the first page, on the days after it on the next."""
    closed = await closed_days(session, now, office)
    today = danish_day(now)
    limit = next_working_day(today, closed, PAGE_DAYS)
    if plan.promise and plan.promise.latest_day >= today:
        limit = plan.promise.latest_day
    page = min(max(page, 0), PAGES)
    last_day = next_working_day(limit, closed, PAGE_DAYS * page) if page else limit
    earliest = now + timedelta(minutes=office.visits.notice)
    if page:
        after = next_working_day(limit, closed, PAGE_DAYS * (page - 1)) if page > 1 else limit
        earliest = max(earliest, instant(after + ONE_DAY, time.min))
    starts, people = await possible(session, now, office, plan, earliest, last_day)
    if plan.moved and plan.how == how_of(plan.moved, office):
        lead, was = plan.moved.specialist_id, plan.moved.starts_at
        starts[lead] = [at for at in starts.get(lead, []) if at != was]
    return Times(tuple(best(starts)), danish_day(earliest), last_day, people)


async def possible(
    session: Session, now: datetime, office: Office, plan: Plan, earliest: datetime, last_day: date
) -> tuple[dict[int, list[datetime]], dict[int, tuple[Person, ...]]]:
    """Every time that is free until this day, by the specialist who would come, who comes first who
    knows the placement; and who would come along."""
    wish = wish_for(office, plan, earliest, last_day)
    people = await _by_acquaintance(session, plan)
    diaries = await diaries_of(session, now, office, people, wish, plan.moved)
    free = {diary.person_id: free_starts(diary, wish, office.visits) for diary in diaries}
    if not plan.how.both:
        return free, {person.id or 0: (person,) for person in people}
    for lead in people:
        for other in people:
            both = together([free[lead.id or 0], free[other.id or 0]])
            if other is not lead and both:
                return {lead.id or 0: both}, {lead.id or 0: (lead, other)}
    return {}, {}


async def why_none(
    session: Session, now: datetime, office: Office, times: Times
) -> list[tuple[str, bool]]:
    """Where nothing is free: each specialist's name, and whether they work on those days at all."""
    people = await people_in_role(session, Role.SPECIALIST)
    works = await working_times(session, now, office, people)
    since = max(now, instant(times.first_day, time.min))
    days = (times.last_day - times.first_day).days + 1
    until = instant(times.last_day + ONE_DAY, time.min)
    return [
        (one.name, any(s.starts < until for s in works[one.id or 0].spans_from(since, days)))
        for one in people
    ]


def wish_for(office: Office, plan: Plan, earliest: datetime, last_day: date) -> Wish:
    """What the plan asks of a calendar."""
    travel = plan.company.travel_minutes if plan.company else None
    way = office.visits.travel_to(plan.how.kind, travel)
    return Wish(office.visits.length(plan.how), way, earliest, last_day)


async def _by_acquaintance(session: Session, plan: Plan) -> list[Person]:
    """All specialists, the one who knows the workplace first."""
    people = await people_in_role(session, Role.SPECIALIST)
    known = [
        plan.moved.specialist_id if plan.moved else None,
        plan.placement.specialist_id if plan.placement else None,
        plan.case.owner_id if plan.case else None,
    ]
    first = next((person_id for person_id in known if person_id), None)
    return sorted(people, key=lambda person: person.id != first)


async def diaries_of(
    session: Session,
    now: datetime,
    office: Office,
    people: Sequence[Person],
    wish: Wish,
    moved: Visit | None = None,
) -> list[Diary]:
    """These people's calendars for the days that the wish looks at, without the visit that is
    about to be moved."""
    ids = [person.id for person in people if person.id is not None]
    since = instant(danish_day(wish.earliest), time.min)
    until = instant(wish.last_day + 2 * ONE_DAY, time.min)
    taken: dict[int, list[Span]] = {person_id: [] for person_id in ids}
    for slot in await taken_slots(session, ids, since, until):
        if moved is None or slot.visit_id != moved.id:
            taken[slot.person_id].append(Span(slot.starts_at, slot.starts_at + SLOT))
    for busy in await busy_times(session, ids, since, until):
        taken[busy.person_id].append(Span(busy.starts_at, busy.ends_at))
    times = await working_times(session, now, office, people)
    return [Diary(one, times[one], tuple(join(taken[one]))) for one in ids]
