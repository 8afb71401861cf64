"""The lists as rows for spreadsheets, read in one go from the oldest on."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import RowMapping, select
from sqlalchemy.orm import aliased
from sqlmodel import col

from models.companies import Company
from models.database import Session
from models.followups import FollowUp, FollowUpPlan
from models.incidents import Incident
from models.log_pages import Wanted as LogWanted
from models.log_pages import fitting_ids
from models.people import Person
from models.placements import Placement
from models.visits import Promise, Visit

BATCH = 1000
_SPECIALIST = aliased(Person)
_COMPANY: Any = col(Company.name).label("company")
_PLACEMENT: Any = col(Placement.reference).label("placement")
_TYPE: Any = col(Placement.type).label("placement_type")
_NAME: Any = _SPECIALIST.name.label("specialist")  # type: ignore[attr-defined]


@dataclass(frozen=True)
class Wanted:
    """Which rows: from `since` until just before `until`, either open; of one company or all."""

    since: datetime | None = None
    until: datetime | None = None
    company_id: int | None = None
    log: LogWanted | None = None
    """For cases: the filters of the log."""


@dataclass(frozen=True)
class _List:
    """A list: its query, its unique rising key, and the columns that `Wanted` asks about."""

    query: Any
    key: Any
    at: Any
    company: Any


_INCIDENTS = _List(
    select(
        col(Incident.id).label("key"),
        col(Incident.year),
        col(Incident.number),
        col(Incident.created_at).label("created"),
        _COMPANY,
        _PLACEMENT,
        _TYPE,
        col(Incident.category),
        col(Incident.level),
        col(Incident.status),
        col(Incident.wants_specialist).label("asked"),
        _NAME,
        col(Incident.taken_at).label("taken"),
        col(Incident.closed_at).label("closed"),
        col(Incident.outcome),
        col(Incident.happened),
        col(Incident.tried),
        col(Incident.learned),
    )
    .join(Company, col(Incident.company_id) == Company.id, isouter=True)
    .join(Placement, col(Incident.placement_id) == Placement.id, isouter=True)
    .join(_SPECIALIST, col(Incident.owner_id) == _SPECIALIST.id, isouter=True)
    .where(col(Incident.drill).is_(False)),
    Incident.id,
    Incident.created_at,
    Incident.company_id,
)
_PLACEMENTS = _List(
    select(
        col(Placement.id).label("key"),
        col(Placement.reference),
        col(Placement.created_at).label("created"),
        _COMPANY,
        _TYPE,
        col(Placement.status).label("placement_status"),
        col(Placement.starts_on).label("starts"),
        col(Placement.ends_on).label("ends"),
        col(Placement.weekly_hours),
        _NAME,
        col(Placement.outcome).label("placement_outcome"),
        col(Placement.ended_at).label("ended"),
        col(Placement.would_have_helped),
    )
    .join(Company, col(Placement.company_id) == Company.id)
    .join(_SPECIALIST, col(Placement.specialist_id) == _SPECIALIST.id, isouter=True),
    Placement.id,
    Placement.created_at,
    Placement.company_id,
)
_COMPANIES = _List(
    select(
        col(Company.id).label("key"),
        _COMPANY,
        col(Company.created_at).label("created"),
        col(Company.springboard),
        col(Company.address),
        col(Company.travel_minutes),
        col(Company.offers),
    ),
    Company.id,
    Company.created_at,
    Company.id,
)
_VISITS = _List(
    select(
        col(Visit.id).label("key"),
        col(Visit.starts_at).label("visit_starts"),
        col(Visit.ends_at).label("visit_ends"),
        col(Visit.kind).label("visit_kind"),
        col(Visit.status).label("visit_status"),
        _COMPANY,
        _PLACEMENT,
        _NAME,
        col(Incident.year),
        col(Incident.number),
        col(Promise.asked_at).label("promise_asked"),
        col(Promise.latest_day).label("promise_day"),
        col(Promise.state).label("promise_state"),
        col(Promise.reason).label("promise_reason"),
        col(Visit.saw),
        col(Visit.agreed),
    )
    .join(_SPECIALIST, col(Visit.specialist_id) == _SPECIALIST.id)
    .join(Company, col(Visit.company_id) == Company.id, isouter=True)
    .join(Placement, col(Visit.placement_id) == Placement.id, isouter=True)
    .join(Incident, col(Visit.incident_id) == Incident.id, isouter=True)
    .join(Promise, col(Visit.promise_id) == Promise.id, isouter=True),
    Visit.id,
    Visit.starts_at,
    Visit.company_id,
)
_FOLLOW_UPS = _List(
    select(
        col(FollowUp.id).label("key"),
        col(FollowUp.due_at).label("due"),
        col(FollowUpPlan.source).label("follow_up_source"),
        col(FollowUp.to).label("follow_up_to"),
        col(FollowUp.status).label("follow_up_status"),
        _COMPANY,
        _PLACEMENT,
        col(FollowUp.asked_at).label("follow_up_asked"),
        col(FollowUp.answer).label("follow_up_answer"),
        col(FollowUp.over_at).label("follow_up_over"),
        col(FollowUp.question),
        col(FollowUp.words),
    )
    .join(FollowUpPlan, col(FollowUp.plan_id) == FollowUpPlan.id)
    .join(Company, col(FollowUpPlan.company_id) == Company.id, isouter=True)
    .join(Placement, col(FollowUpPlan.placement_id) == Placement.id, isouter=True),
    FollowUp.id,
    FollowUp.due_at,
    FollowUpPlan.company_id,
)
_LISTS = {
    "incidents": _INCIDENTS,
    "placements": _PLACEMENTS,
    "companies": _COMPANIES,
    "visits": _VISITS,
    "follow-ups": _FOLLOW_UPS,
}


async def read_rows(
    session: Session, name: str, wanted: Wanted
) -> AsyncIterator[Sequence[RowMapping]]:
    """The rows of a list, a batch at a time, so that a long list takes no more memory than a
    short one."""
    asked = _LISTS[name]
    query = asked.query.order_by(col(asked.key)).limit(BATCH)
    if wanted.since:
        query = query.where(col(asked.at) >= wanted.since)
    if wanted.until:
        query = query.where(col(asked.at) < wanted.until)
    if wanted.company_id is not None:
        query = query.where(col(asked.company) == wanted.company_id)
    last = 0
    while True:
        following = col(asked.key) > last
        if wanted.log is not None:
            following = col(asked.key).in_(await fitting_ids(session, wanted.log, last, BATCH))
        rows = (await session.exec(query.where(following))).mappings().all()
        if not rows:
            return
        yield rows
        last = rows[-1]["key"]
