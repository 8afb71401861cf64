"""Placements: made, changed, moved one step up the staircase, and ended with an outcome."""

import secrets
from collections.abc import Collection, Sequence
from dataclasses import asdict
from datetime import date, datetime

from domain.errors import HotlineError, NotFound
from domain.people import Role
from domain.placements import (
    SPEAKABLE,
    Details,
    PlacementOutcome,
    PlacementStatus,
    PlacementType,
    check,
    hours_on,
    parse_rise,
)
from domain.working_time import danish_day
from models.companies import Company
from models.database import Session
from models.people import Person
from models.placements import (
    Placement,
    begin,
    list_placements,
    next_steps,
    placement_exists,
    placements_of,
)
from services.audit import note_act
from services.plans import plan_for_placement
from services.signin import reviewers_only, staff_only

PAGE = 50
LONGEST = 1000  # characters of what would have helped


class PlacementEnded(HotlineError):
    """An ended placement stays as it was; what comes next is a new step."""

    key = "error-placement-ended"


class WrongPerson(HotlineError):
    """A contact or mentor who is not at the company, or a specialist who is none."""

    key = "error-placement-person"


class NotAStep(HotlineError):
    """The next step must be another type than this one."""

    key = "error-placement-step"


async def add_placement(
    session: Session,
    now: datetime,
    company_id: int,
    details: Details | None = None,
    *,
    by: Person | None = None,
    follows: Placement | None = None,
) -> Placement:
    """A new placement at the company, with a reference that can be said on the phone: `P-7KQ2`.

    `by` is nobody for the program itself. Raises NotFound for an unknown company.
    """
    if by is not None:
        reviewers_only(by)
    if await session.get(Company, company_id) is None:
        raise NotFound()
    details = details or Details()
    await _check(session, details, company_id)
    placement = Placement(
        reference=await free_reference(session),
        company_id=company_id,
        created_at=now,
        follows_id=follows.id if follows else None,
        **asdict(details),
    )
    session.add(placement)
    await session.flush()
    await plan_for_placement(session, now, placement)
    note_act(session, now, by, "added placement", placement.reference)
    return placement


async def free_reference(session: Session) -> str:
    """A reference that no placement has."""
    reference = new_reference()
    while await placement_exists(session, reference):
        reference = new_reference()
    return reference


def new_reference(taken: Collection[str] = ()) -> str:
    """A reference by chance that is not among these."""
    while True:
        reference = "P-" + "".join(secrets.choice(SPEAKABLE) for _ in range(4))
        if reference not in taken:
            return reference


async def _check(session: Session, details: Details, company_id: int) -> None:
    check(details)
    for person_id in (details.contact_id, details.mentor_id):
        person = await session.get(Person, person_id) if person_id else None
        if person_id and (person is None or person.company_id != company_id):
            raise WrongPerson()
    for person_id, role in (
        (details.specialist_id, Role.SPECIALIST),
        (details.consultant_id, Role.REVIEWER),
    ):
        person = await session.get(Person, person_id) if person_id else None
        if person_id and (person is None or person.role is not role):
            raise WrongPerson()


async def change_placement(
    session: Session, now: datetime, by: Person, placement_id: int, details: Details
) -> Placement:
    """Change what was decided, and plan its follow-ups anew."""
    reviewers_only(by)
    placement = await find_placement(session, by, placement_id)
    if placement.status is PlacementStatus.ENDED:
        raise PlacementEnded(reference=placement.reference)
    if details.status is PlacementStatus.ENDED:
        raise PlacementEnded(reference=placement.reference)
    await _check(session, details, placement.company_id)
    for name, value in asdict(details).items():
        setattr(placement, name, value)
    session.add(placement)
    await plan_for_placement(session, now, placement)
    note_act(session, now, by, "changed placement", placement.reference)
    return placement


async def end_placement(
    session: Session,
    now: datetime,
    by: Person,
    placement_id: int,
    outcome: PlacementOutcome,
    would_have_helped: str = "",
    *,
    on: date | None = None,
) -> Placement:
    """The placement is over, with its outcome. Nobody at the company is asked about it any more."""
    staff_only(by)
    placement = await find_placement(session, by, placement_id)
    if placement.status is PlacementStatus.ENDED:
        raise PlacementEnded(reference=placement.reference)
    placement.status, placement.outcome = PlacementStatus.ENDED, outcome
    placement.would_have_helped = would_have_helped.strip()[:LONGEST]
    placement.ends_on, placement.ended_at = on or danish_day(now), now
    session.add(placement)
    await plan_for_placement(session, now, placement)
    note_act(session, now, by, "ended placement", placement.reference)
    return placement


async def next_step(
    session: Session,
    now: datetime,
    by: Person,
    placement_id: int,
    type_: PlacementType,
    starts_on: date,
    company_id: int | None = None,
) -> Placement:
    """One step on the staircase: this placement ends, and one of the new type follows it, at the
    same company unless another is named."""
    reviewers_only(by)
    before = await find_placement(session, by, placement_id)
    if before.status is PlacementStatus.ENDED and await next_steps(session, placement_id):
        raise PlacementEnded(reference=before.reference)
    if type_ is before.type:
        raise NotAStep()
    same = company_id in (None, before.company_id)
    details = Details(
        type=type_,
        status=(
            PlacementStatus.PLANNED if starts_on > danish_day(now) else PlacementStatus.RUNNING
        ),
        starts_on=starts_on,
        weekly_hours=before.weekly_hours,
        mentor_support=before.mentor_support,
        personal_assistance=before.personal_assistance,
        specialist_id=before.specialist_id,
        consultant_id=before.consultant_id,
        contact_id=before.contact_id if same else None,
        mentor_id=before.mentor_id if same else None,
    )
    after = await add_placement(
        session, now, company_id or before.company_id, details, by=by, follows=before
    )
    if before.status is not PlacementStatus.ENDED:
        outcome = PlacementOutcome.CONTINUES if same else PlacementOutcome.ELSEWHERE
        await end_placement(session, now, by, placement_id, outcome)
    return after


async def find_placement(session: Session, by: Person, placement_id: int) -> Placement:
    """The placement, if this person may see it: the staff, or an employer of its company."""
    placement = await session.get(Placement, placement_id)
    if placement is None or not (by.role.is_staff or by.company_id == placement.company_id):
        raise NotFound()
    return placement


async def own_placements(session: Session, by: Person) -> Sequence[Placement]:
    """The placements at this employer's company that are not over, newest first."""
    if by.company_id is None:
        return []
    found = await placements_of(session, [by.company_id])
    return [one for one in reversed(found) if one.status is not PlacementStatus.ENDED]


async def staircase(session: Session, placement: Placement) -> list[Placement]:
    """Every step from the first placement to the last, this one among them."""
    steps, seen = [placement], {placement.id}
    while (before := steps[0].follows_id) and before not in seen:
        steps.insert(0, await session.get_one(Placement, before))
        seen.add(before)
    while (after := await next_steps(session, steps[-1].id or 0)) and after[-1].id not in seen:
        steps.append(after[-1])
        seen.add(after[-1].id)
    return steps


def hours_now(placement: Placement, now: datetime) -> float | None:
    """The weekly hours that are agreed by now, with the rise that was planned."""
    return hours_on(placement.weekly_hours, parse_rise(placement.rise), danish_day(now))


async def begin_started(session: Session, now: datetime) -> None:
    """Planned placements begin on their first day."""
    await begin(session, danish_day(now))


async def placements_page(
    session: Session,
    by: Person | None,
    *,
    status: PlacementStatus | None = None,
    type_: PlacementType | None = None,
    mine: bool = False,
    company_id: int | None = None,
    reference: str = "",
    before: int | None = None,
) -> tuple[Sequence[tuple[Placement, Company]], int | None]:
    """A page for the staff, and where the next begins. `mine`: those this person looks after."""
    person = staff_only(by)
    rows = await list_placements(
        session,
        status=status,
        type_=type_,
        person_id=person.id if mine else None,
        company_id=company_id,
        reference=reference,
        before=before,
        limit=PAGE + 1,
    )
    shown = rows[:PAGE]
    return shown, shown[-1][0].id if len(rows) > PAGE else None
