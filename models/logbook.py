"""The log as it is read: one slim row a case, made from the case and its timeline, with an index
for each thing that is filtered by; and the counts of each week.

The rows follow from the timelines and can be made anew from them. Times are whole seconds since
1970, because every index carries them.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import Index, case, delete, text
from sqlalchemy.dialects.sqlite import insert
from sqlmodel import Field, SQLModel, col, func, select

from domain.incidents import Category, Happening, Status
from domain.logbook import Answer
from domain.placements import PlacementType
from domain.triage import SEVERITY, Level
from models.companies import Company
from models.database import Session, inline
from models.incidents import Incident, IncidentEvent
from models.pages import Page, Place, read_page
from models.people import Person
from models.placements import Placement
from models.search import SEARCH

_BY = ("category", "status", "company_id", "placement_type", "owner_id", "answer")


class LogEntry(SQLModel, table=True):
    """One case in the log. `severity` is its level as a number; `answer_minutes` is -1 before a
    specialist has taken it. `placement_type` is empty where the case is about no placement."""

    __tablename__ = "log_entry"
    __table_args__ = (
        Index("ix_log_entry_at", "at"),
        Index("ix_log_entry_reviewed", "reviewed", "at"),
        Index("ix_log_entry_severity", "severity", "at"),
        Index("ix_log_entry_answer_minutes", "answer_minutes", "at"),
        Index("ix_log_entry_due", "due_at", sqlite_where=text("answer = 'waiting'")),
        *(Index(f"ix_log_entry_{name}", name, "at") for name in _BY),
    )

    incident_id: int = Field(primary_key=True, foreign_key="incident.id", ondelete="CASCADE")
    at: int
    severity: int
    level: str
    category: str
    status: str
    company_id: int | None = None
    placement_type: str = ""
    owner_id: int | None = None
    answer: str
    answer_minutes: int = -1
    due_at: int | None = None
    reviewed: bool = False


class WeekCount(SQLModel, table=True):
    """How many cases of one kind were logged in the week that begins on this Monday. `band` is the
    number of a band of `domain.logbook.BANDS`, -1 before an answer."""

    __tablename__ = "week_count"

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


@dataclass(frozen=True)
class Wanted:
    """Which cases: everything that is given must hold. Times are seconds since 1970; `words` a
    query of the search."""

    since: int | None = None
    until: int | None = None
    words: str = ""
    level: Level | None = None
    category: Category | None = None
    status: Status | None = None
    companies: Collection[int] | None = None
    placement_type: PlacementType | None = None
    owner_id: int | None = None
    answer: Answer | None = None
    reviewed: bool | None = None


LogRow = tuple[LogEntry, Incident, Company | None, Person | None]

ORDERS = {
    "when": (LogEntry.at, LogEntry.incident_id),
    "level": (LogEntry.severity, LogEntry.at, LogEntry.incident_id),
    "answer": (LogEntry.answer_minutes, LogEntry.at, LogEntry.incident_id),
}
"""The columns that the log can be sorted by, each ending in a unique key."""


def key_of(order: str, entry: LogEntry) -> tuple[int, ...]:
    """The key of a row in this order."""
    keys = {
        "when": (entry.at, entry.incident_id),
        "level": (entry.severity, entry.at, entry.incident_id),
        "answer": (entry.answer_minutes, entry.at, entry.incident_id),
    }
    return keys[order]


async def log_page(
    session: Session, wanted: Wanted, order: str, place: Place | None, size: int, *, falling: bool
) -> Page[LogRow]:
    """A page of the log."""
    order_by: Sequence[Any] = ORDERS[order]
    rows = select(LogEntry, Incident, Company, Person)
    if wanted.words and order == "when":  # the search finds by rising id: nothing is to be sorted
        hit = SEARCH.c.rowid == LogEntry.incident_id
        rows = rows.select_from(SEARCH).join(LogEntry, hit)
        order_by = [SEARCH.c.rowid]
        place = replace(place, key=place.key[-1:]) if place else None
    rows = (
        rows.join(Incident, col(LogEntry.incident_id) == Incident.id, isouter=True)
        .join(Company, col(LogEntry.company_id) == Company.id, isouter=True)
        .join(Person, col(LogEntry.owner_id) == Person.id, isouter=True)
        .where(*log_conditions(wanted, joined=order == "when"))
    )
    return await read_page(session, rows, order_by, place, size, falling=falling)


def log_conditions(wanted: Wanted, *, joined: bool = False) -> list[Any]:
    """What must hold of a row of the log."""
    same: Mapping[Any, Any] = {
        LogEntry.severity: None if wanted.level is None else SEVERITY[wanted.level],
        LogEntry.category: wanted.category,
        LogEntry.status: wanted.status,
        LogEntry.placement_type: wanted.placement_type,
        LogEntry.owner_id: wanted.owner_id,
        LogEntry.answer: wanted.answer,
        LogEntry.reviewed: wanted.reviewed,
    }
    found = [col(column) == value for column, value in same.items() if value is not None]
    if wanted.since is not None:
        found.append(col(LogEntry.at) >= wanted.since)
    if wanted.until is not None:
        found.append(col(LogEntry.at) < wanted.until)
    if wanted.companies is not None:
        found.append(col(LogEntry.company_id).in_(wanted.companies))
    if wanted.words and joined:
        found.append(SEARCH.c.incident_search.op("match")(wanted.words))
    elif wanted.words:
        hits = select(SEARCH.c.rowid).where(SEARCH.c.incident_search.op("match")(wanted.words))
        found.append(col(LogEntry.incident_id).in_(hits))
    return found


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
