"""The log as it is kept: one slim row a case, made from the case and its timeline, with indexes
for what is filtered by; and the counts of each week.

The rows follow from the timelines and can be made anew from them. Times are whole seconds since
1970, because every index carries them.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Index, case, delete, text
from sqlalchemy.dialects.sqlite import insert
from sqlmodel import Field, SQLModel, col, func, select

from domain.incidents import Category, Happening, Status
from domain.logbook import Answer
from domain.placements import PlacementType
from domain.triage import SEVERITY
from models.database import Session, inline
from models.incidents import Incident, IncidentEvent
from models.placements import Placement

KINDS: Mapping[str, Sequence[Any]] = {
    "severity": tuple(SEVERITY.values()),
    "answer": tuple(Answer),
    "category": tuple(Category),
    "placement_type": ("", *PlacementType),
    "status": tuple(Status),
    "reviewed": (False, True),
}
"""The columns of which each has few values, and those values, in the order of the index of kinds.
It is followed through a column that nothing is asked about by naming all of its values."""


class LogEntry(SQLModel, table=True):
    """One case in the log. `severity` is its level as a number; `answer_minutes` is -1 before a
    specialist has taken it. `placement_type` is empty where the case is about no placement."""

    __tablename__ = "log_entry"
    __table_args__ = (
        Index("ix_log_entry_due", "due_at", sqlite_where=text("answer = 'waiting'")),
        Index("ix_log_entry_kind", *KINDS, "owner_id"),
    )

    incident_id: int = Field(primary_key=True, foreign_key="incident.id", ondelete="CASCADE")
    at: int = Field(index=True)
    severity: int
    level: str
    category: str
    status: str
    company_id: int | None = Field(default=None, index=True)
    placement_type: str = ""
    owner_id: int | None = Field(default=None, index=True)
    answer: str
    answer_minutes: int = -1
    due_at: int | None = None
    reviewed: bool = False


class WeekCount(SQLModel, table=True):
    """How many cases of one kind were logged in the week that begins on this Monday. `band` is the
    number of a band of `domain.logbook.BANDS`, -1 before an answer."""

    __tablename__ = "week_count"
    __table_args__ = {"sqlite_with_rowid": False}

    week: date = Field(primary_key=True)
    level: str = Field(primary_key=True)
    category: str = Field(primary_key=True)
    answer: str = Field(primary_key=True)
    band: int = Field(primary_key=True)
    cases: int


class SavedView(SQLModel, table=True):
    """A list with its filters that somebody wants to find again: the query of its address."""

    __tablename__ = "saved_view"

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    name: str
    query: str
    created_at: datetime


async def events_after(session: Session, seen: int, limit: int) -> Sequence[tuple[int, int]]:
    """The entries of all timelines after this one: number and case, oldest first."""
    wanted = select(IncidentEvent.id, IncidentEvent.incident_id).where(col(IncidentEvent.id) > seen)
    found = await session.exec(wanted.order_by(col(IncidentEvent.id)).limit(limit))
    return found.all()  # type: ignore[return-value]


async def overdue_entries(session: Session, now: int, limit: int) -> Sequence[int]:
    """Cases that wait for an answer and should have had it by now."""
    wanted = select(LogEntry.incident_id).where(
        col(LogEntry.answer) == inline(Answer.WAITING), col(LogEntry.due_at) < now
    )
    return (await session.exec(wanted.limit(limit))).all()


async def cases_with_types(
    session: Session, incident_ids: Collection[int]
) -> Sequence[tuple[Incident, PlacementType | None]]:
    """These cases, each with the type of its placement."""
    wanted = (
        select(Incident, Placement.type)
        .join(Placement, col(Incident.placement_id) == Placement.id, isouter=True)
        .where(col(Incident.id).in_(incident_ids))
    )
    return (await session.exec(wanted)).all()  # type: ignore[return-value]


async def first_times(
    session: Session, incident_ids: Collection[int], *kinds: Happening
) -> dict[tuple[int, Happening], datetime]:
    """When each of these kinds first happened in each of these cases."""
    wanted = (
        select(IncidentEvent.incident_id, IncidentEvent.kind, func.min(IncidentEvent.at))
        .where(col(IncidentEvent.incident_id).in_(incident_ids))
        .where(col(IncidentEvent.kind).in_(kinds))
        .group_by(col(IncidentEvent.incident_id), col(IncidentEvent.kind))
    )
    return {(case_id, Happening(kind)): at for case_id, kind, at in await session.exec(wanted)}


async def reviewed_cases(session: Session, incident_ids: Collection[int]) -> set[int]:
    """Those of these cases that were reviewed, and not taken back since."""
    last = func.max(IncidentEvent.id)
    wanted = (
        select(IncidentEvent.incident_id, IncidentEvent.kind, last)
        .where(col(IncidentEvent.incident_id).in_(incident_ids))
        .where(col(IncidentEvent.kind).in_([Happening.REVIEWED, Happening.NOT_REVIEWED]))
        .group_by(col(IncidentEvent.incident_id))
    )
    marks = await session.exec(wanted)
    return {case_id for case_id, kind, _ in marks if kind is Happening.REVIEWED}


async def put_entries(session: Session, rows: Sequence[Mapping[str, Any]]) -> None:
    """Write these rows of the log, in place of what stood there."""
    made = insert(LogEntry)
    fresh = {name: made.excluded[name] for name in rows[0] if name != "incident_id"}
    await session.exec(
        made.on_conflict_do_update(index_elements=["incident_id"], set_=fresh),
        params=[dict(row) for row in rows],
    )


async def recount_week(
    session: Session, week: date, since: int, until: int, bands: Sequence[int]
) -> None:
    """Count a week anew: what was logged from `since` until just before `until`."""
    minutes = col(LogEntry.answer_minutes)
    band = case(
        (minutes < 0, -1),
        *((minutes <= upper, number) for number, upper in enumerate(bands)),
        else_=len(bands),
    )
    kinds = (col(LogEntry.level), col(LogEntry.category), col(LogEntry.answer), band)
    counted = await session.exec(
        select(*kinds, func.count())  # type: ignore[call-overload]
        .where(col(LogEntry.at) >= since, col(LogEntry.at) < until)
        .group_by(*kinds)
    )
    rows = [
        dict(zip(("level", "category", "answer", "band", "cases"), row, strict=True))
        | {"week": week}
        for row in counted
    ]
    await session.exec(delete(WeekCount).where(col(WeekCount.week) == week))
    if rows:
        await session.exec(insert(WeekCount), params=rows)


async def count_weeks(session: Session, by: Any, since: date) -> Counter[tuple[date, Any]]:
    """How many cases were logged in each week from this Monday on, by a column of `WeekCount`."""
    wanted = (
        select(WeekCount.week, by, func.sum(WeekCount.cases))  # type: ignore[call-overload]
        .where(col(WeekCount.week) >= since)
        .group_by(col(WeekCount.week), by)
    )
    found = await session.exec(wanted)
    return Counter({(week, kind): cases for week, kind, cases in found})


async def saved_views(session: Session, person_id: int) -> Sequence[SavedView]:
    """The lists that this person keeps, by name."""
    wanted = select(SavedView).where(SavedView.person_id == person_id)
    return (await session.exec(wanted.order_by(SavedView.name))).all()
