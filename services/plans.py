"""Makes the follow-up plans: of a placement, an incident, a visit.

A change only says that a plan must be looked at; the tick then makes it, and makes it again before
it runs out. Making it twice changes nothing.
"""

import json
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from domain.followups import FORTNIGHT, Due, FollowUpStatus, Plan, Plans, Source, due_between
from domain.office import Office
from domain.placements import PlacementStatus
from domain.working_time import WorkingTime, danish_day, instant
from models.database import Session
from models.followups import (
    FollowUp,
    FollowUpPlan,
    add_follow_ups,
    make_again,
    plan_ids_around,
    plan_of,
    planned_before,
    planned_since,
    plans_to_make,
    remove_follow_ups,
    stop_plans,
)
from models.incidents import Incident
from models.placements import Placement
from models.program import PLANS, read_fact, write_fact
from services.duty import office_time

HORIZON = timedelta(days=90)
"""How far ahead follow-ups are planned."""

AGAIN = timedelta(days=30)
"""How long a plan holds before it is made again; well within the horizon, so none runs out."""

LOOK_BACK = timedelta(days=31)
"""An item that has been asked is not planned anew within this time."""

BATCH = 200
"""Plans that are made in one transaction, so that others need not wait for long."""


async def plan_for_placement(session: Session, now: datetime, placement: Placement) -> None:
    """Plan the follow-ups of a placement anew. Call after every change of it.

    What is due before this change is left as it is; a paused placement has nothing ahead.
    """
    assert placement.id is not None
    if placement.starts_on is None:
        return
    plan = await _plan(session, Source.PLACEMENT, placement.id, placement.starts_on, now)
    session.add(plan)
    await session.flush()
    if placement.status is PlacementStatus.ENDED:
        await stop_plans(session, await plan_ids_around(session, placement.id), now)
    elif placement.status is PlacementStatus.PAUSED:
        await stop_plans(session, [plan.id or 0], now)
    new = (placement.type, placement.starts_on, placement.ends_on)
    if (plan.plan, plan.starts_on, plan.ends_on) != new or plan.next_plan_at is None:
        plan.since, plan.made_at = _morning(now), None
    plan.plan, plan.starts_on, plan.ends_on = new
    plan.placement_id, plan.company_id = placement.id, placement.company_id
    plan.next_plan_at = None if placement.status is PlacementStatus.PAUSED else now


def _morning(now: datetime) -> datetime:
    return instant(danish_day(now), time.min)


async def stop_for_incident(session: Session, now: datetime, incident: Incident) -> None:
    """The case is open again: it is looked after, so nobody is asked about it."""
    assert incident.id is not None
    plan = await plan_of(session, Source.INCIDENT, incident.id)
    if plan:
        await stop_plans(session, [plan.id or 0], now)


async def plan_for_incident(session: Session, now: datetime, incident: Incident) -> None:
    """A case was closed: its reporter is asked whether it holds."""
    assert incident.id is not None
    plan = await _plan(session, Source.INCIDENT, incident.id, danish_day(now), now)
    plan.starts_on, plan.since, plan.made_at, plan.next_plan_at = danish_day(now), now, None, now
    plan.placement_id, plan.company_id = incident.placement_id, incident.company_id
    plan.receiver_id = incident.reporter_id
    session.add(plan)


async def plan_for_visit(
    session: Session,
    now: datetime,
    visit_id: int,
    on: date,
    *,
    placement_id: int | None,
    company_id: int | None,
    receiver_id: int | None,
) -> None:
    """A visit took place: whoever received it is asked how it went on."""
    plan = await _plan(session, Source.VISIT, visit_id, on, now)
    plan.starts_on, plan.since, plan.made_at, plan.next_plan_at = on, now, None, now
    plan.placement_id, plan.company_id = placement_id, company_id
    plan.receiver_id = receiver_id
    session.add(plan)


async def _plan(
    session: Session, source: Source, source_id: int, starts_on: date, now: datetime
) -> FollowUpPlan:
    """The plan of this source; a new one has never been made."""
    known = await plan_of(session, source, source_id)
    return known or FollowUpPlan(
        source=source,
        source_id=source_id,
        plan=source,
        starts_on=starts_on,
        since=now,
    )


async def notice_changes(session: Session, now: datetime, plans: Plans) -> None:
    """Where a plan file asks for other items or other days than when it was last looked at, the
    placements that it is for are planned anew."""
    timing = {plan.id: plan.timing for plan in plans.values()}
    known = json.loads(await read_fact(session, PLANS) or "{}")
    if changed := [plan_id for plan_id in timing if timing[plan_id] != known.get(plan_id)]:
        await make_again(session, changed, now)
        await write_fact(session, PLANS, json.dumps(timing))


async def make_plans(session: Session, now: datetime, office: Office, plans: Plans) -> int:
    """Make the plans that must be looked at by now; return how many. Call again until it is 0."""
    due = await plans_to_make(session, now, BATCH)
    if not due:
        return 0
    duty = await office_time(session, now, office)
    known: dict[int, list[FollowUp]] = {plan.id or 0: [] for plan in due}
    for row in await planned_since(session, list(known), now - LOOK_BACK):
        known[row.plan_id].append(row)
    wants = {plan.id or 0: _wanted(plan, plans, duty, now) for plan in due}
    await _remember(session, due, plans, wants, known, now - LOOK_BACK)
    gone: list[int] = []
    new: list[dict[str, Any]] = []
    for plan in due:
        wanted = wants[plan.id or 0]
        gone += _unwanted(known[plan.id or 0], wanted, now)
        new += _missing(plan, plans[plan.plan], known[plan.id or 0], wanted, now)
        plan.made_at, plan.next_plan_at = now, _next_look(plan, now)
        session.add(plan)
    await remove_follow_ups(session, gone)
    await add_follow_ups(session, new)
    return len(due)


def _wanted(plan: FollowUpPlan, plans: Plans, duty: WorkingTime, now: datetime) -> list[Due]:
    """What the plan asks for and has not been planned in the past."""
    since = max(plan.since, min(now, plan.made_at + HORIZON)) if plan.made_at else plan.since
    return due_between(plans[plan.plan], plan.starts_on, plan.ends_on, duty, since, now + HORIZON)


async def _remember(
    session: Session,
    due: Sequence[FollowUpPlan],
    plans: Plans,
    wants: dict[int, list[Due]],
    known: dict[int, list[FollowUp]],
    before: datetime,
) -> None:
    """An item that comes once may have been asked long ago: look back for it."""
    unknown: dict[int, set[str]] = {}
    for plan in due:
        there = {row.item for row in known[plan.id or 0]}
        once = {one.item for one in wants[plan.id or 0] if plans[plan.plan].comes_once(one.item)}
        if _begun(plan) < before and once - there:
            unknown[plan.id or 0] = once - there
    if unknown:
        for row in await planned_before(session, unknown, set().union(*unknown.values()), before):
            known[row.plan_id].append(row)


def _next_look(plan: FollowUpPlan, now: datetime) -> datetime | None:
    """An incident's and a visit's plan is short: made once. So is one whose end is past."""
    over = plan.ends_on is not None and plan.ends_on + HORIZON < danish_day(now)
    return None if over or plan.source != Source.PLACEMENT else now + AGAIN


def _begun(plan: FollowUpPlan) -> datetime:
    """From when on an answer counts for this plan: a placement keeps those of its other types; a
    case that is closed again begins anew."""
    begun = instant(plan.starts_on, time.min)
    return min(begun, plan.since) if plan.source == Source.PLACEMENT else plan.since


def _unwanted(known: Sequence[FollowUp], wanted: Sequence[Due], now: datetime) -> list[int]:
    """Ones ahead that the plan does not ask for any more. What somebody has laid a hand on stays,
    and so does what is late."""
    keys = {(due.item, due.number, due.at, due.to) for due in wanted}
    return [
        row.id or 0
        for row in known
        if _untouched(row)
        and row.planned_for > now
        and (row.item, row.number, row.planned_for, row.to) not in keys
    ]


def _untouched(row: FollowUp) -> bool:
    waits = row.status == FollowUpStatus.PLANNED and row.asked_at is None
    return waits and not row.by_hand


def _missing(
    plan: FollowUpPlan, file: Plan, known: Sequence[FollowUp], wanted: Sequence[Due], now: datetime
) -> list[dict[str, Any]]:
    """Rows for what is wanted. An item that has been asked, or that somebody has moved or dropped,
    does not come again because a closing day, the file or another type moves its day; nor does one
    that is late and still to be asked."""
    late = now if plan.made_at else plan.since
    settled = [
        row
        for row in known
        if row.by_hand
        or (
            row.planned_for >= (plan.since if file.looks_to_end(row.item) else _begun(plan))
            and (not _untouched(row) or plan.since <= row.planned_for <= late)
        )
    ]

    def is_settled(due: Due) -> bool:
        once = file.comes_once(due.item)
        return any(
            row.item == due.item and (once or abs(row.planned_for - due.at) <= FORTNIGHT)
            for row in settled
        )

    return [
        {
            "plan_id": plan.id,
            "item": due.item,
            "number": due.number,
            "planned_for": due.at,
            "due_at": due.at,
            "next_action_at": due.at,
            "to": due.to,
            "receiver_id": plan.receiver_id,
        }
        for due in wanted
        if not is_settled(due)
    ]
