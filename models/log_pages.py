"""Reads the log: the cases that fit what is asked for, page by page.

Cases get their ids as they come, so the order of ids is that of time: the table itself, each index
of a filter and the search all lie in this order, and nothing is to be sorted.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlmodel import col, func, select

from domain.incidents import Category, Status
from domain.logbook import Answer
from domain.placements import PlacementType
from domain.triage import SEVERITY, Level
from models.companies import Company
from models.database import Session, fetch
from models.incidents import Incident
from models.logbook import KINDS, LogEntry
from models.pages import Page, Place, read_page
from models.people import Person
from models.search import SEARCH

MANY = 20_000
"""Cases from which on an index costs more than reading all cases in turn."""

FEW = 600
"""Cases that are sooner looked up in the search one by one than found among all with the words."""

SORTED = 50_000
"""Cases, the newest of a period, among which another order than that of time is made."""

OWN = ("company_id", "owner_id")
"""Filters with an index of their own."""

DAY = 86_400
"""Seconds by which times and ids may disagree, because somebody has set the clock."""


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

ORDERS: Mapping[str, tuple[str, ...]] = {
    "when": ("incident_id",),
    "level": ("severity", "incident_id"),
    "answer": ("answer_minutes", "incident_id"),
}
"""The columns behind each order of the log, the last one unique."""

_ID = col(LogEntry.incident_id)


def key_of(order: str, entry: LogEntry) -> tuple[int, ...]:
    """The key of a row in this order."""
    return tuple(getattr(entry, name) for name in ORDERS[order])


async def log_page(
    session: Session, wanted: Wanted, order: str, place: Place | None, size: int, *, falling: bool
) -> tuple[Page[LogRow], bool]:
    """A page of the log; and whether the order leaves cases out because they are older than the
    newest that it is made of."""
    first, last = await ids_around(session, wanted)
    is_cut = order != "when" and last - first >= SORTED
    if is_cut:
        first = last - SORTED + 1
    rows = await only_fitting(session, select(LogEntry), wanted, first, last)
    columns = [_id_in(wanted) if name == "incident_id" else _column(name) for name in ORDERS[order]]
    page = await read_page(session, rows, columns, place, size, falling=falling)
    return replace(page, rows=await _with_cases(session, page.rows)), is_cut


async def _with_cases(session: Session, entries: Sequence[LogEntry]) -> list[LogRow]:
    """The rows of a page, each with what it is about. Joined to them before they are sorted, it
    would be read for every case that fits."""
    cases = await fetch(session, Incident, (entry.incident_id for entry in entries))
    companies = await fetch(session, Company, (entry.company_id for entry in entries))
    owners = await fetch(session, Person, (entry.owner_id for entry in entries))
    return [
        (
            entry,
            cases[entry.incident_id],
            companies.get(entry.company_id or 0),
            owners.get(entry.owner_id or 0),
        )
        for entry in entries
    ]


async def fitting_ids(session: Session, wanted: Wanted, after: int, size: int) -> Any:
    """A query for the ids of the next cases that fit, after this one."""
    first, last = await ids_around(session, wanted)
    ids = await only_fitting(session, select(_ID), wanted, max(first, after + 1), last)
    return ids.order_by(_id_in(wanted)).limit(size)


async def ids_around(session: Session, wanted: Wanted) -> tuple[int, int]:
    """The first and the last id between which the cases of the period lie, and few others."""
    at = col(LogEntry.at)
    first, last = select(_ID).order_by(at, _ID), select(_ID).order_by(at.desc(), _ID.desc())
    if wanted.since is not None:
        first = first.where(at >= wanted.since - DAY)
    if wanted.until is not None:
        last = last.where(at < wanted.until + DAY)
    ends = select(first.limit(1).scalar_subquery(), last.limit(1).scalar_subquery())
    lowest, highest = (await session.exec(ends)).one()
    return lowest or 1, highest or 0


async def only_fitting(session: Session, rows: Any, wanted: Wanted, first: int, last: int) -> Any:
    """The query `rows` about those cases alone that fit and have one of these ids."""
    same = _filters(wanted)
    within = _id_in(wanted).between(first, last)
    if wanted.words:
        rows = rows.select_from(SEARCH).join(LogEntry, SEARCH.c.rowid == _ID)
        rows = rows.where(SEARCH.c.incident_search.op("match")(wanted.words))
        rows = rows.where(*await _few(session, same))
    else:
        index, followed = await _best_index(session, same, within, last - first)
        rows = rows.select_from(LogEntry).with_hint(LogEntry, index, "sqlite").where(*followed)
    if wanted.since is not None:
        rows = rows.where(col(LogEntry.at) >= wanted.since)
    if wanted.until is not None:
        rows = rows.where(col(LogEntry.at) < wanted.until)
    return rows.where(within, *same.values())


def _id_in(wanted: Wanted) -> Any:
    return SEARCH.c.rowid if wanted.words else _ID


def _column(name: str) -> Any:
    return LogEntry.__table__.c[name]  # type: ignore[attr-defined]


def _filters(wanted: Wanted) -> dict[str, Any]:
    """What must hold of a row of the log, by the column that each is about."""
    same = {
        "severity": None if wanted.level is None else SEVERITY[wanted.level],
        "category": wanted.category,
        "status": wanted.status,
        "placement_type": wanted.placement_type,
        "owner_id": wanted.owner_id,
        "answer": wanted.answer,
        "reviewed": wanted.reviewed,
    }
    found = {name: _column(name) == value for name, value in same.items() if value is not None}
    if wanted.companies is not None:
        found["company_id"] = _column("company_id").in_(wanted.companies)
    return found


async def _few(session: Session, same: Mapping[str, Any]) -> Sequence[Any]:
    """That a search looks up no others than the few cases that fit the filters, where they are
    few: it would read all that have the words to find them."""
    for index, followed in _ways(same).items():
        fits = select(_ID).with_hint(LogEntry, index, "sqlite").where(*followed)
        found = (await session.exec(fits.limit(FEW))).all()
        if len(found) < FEW:
            return [SEARCH.c.rowid.in_(found)]
    return ()


async def _best_index(
    session: Session, same: Mapping[str, Any], within: Any, cases: int
) -> tuple[str, Sequence[Any]]:
    """The index that leaves fewest of these cases to be read, as SQLite is told it, and the
    conditions by which it is followed; none where each leaves many. SQLite itself does not know
    that few cases are open and most are closed."""
    ways = _ways(same)
    counts = {"NOT INDEXED": min(cases, MANY)}
    for index, followed in ways.items():
        near = followed if index.endswith("kind") else [*followed, within]
        fits = select(_ID).with_hint(LogEntry, index, "sqlite").where(*near).limit(MANY)
        counted = select(func.count()).select_from(fits.subquery())
        counts[index] = (await session.exec(counted)).one()
    best = min(counts, key=lambda index: counts[index])
    return best, ways.get(best, ())


def _ways(same: Mapping[str, Any]) -> dict[str, Sequence[Any]]:
    """The indexes that these filters can be followed by, as SQLite is told them, and the conditions
    by which each is followed."""
    kind = _by_kind(same)
    own = {f"INDEXED BY ix_log_entry_{name}": [same[name]] for name in OWN if name in same}
    return own | ({"INDEXED BY ix_log_entry_kind": kind} if kind else {})


def _by_kind(same: Mapping[str, Any]) -> list[Any]:
    """Conditions by which the index of kinds is followed as far as the last column that is asked
    about: what is asked of each, else that any of its values may stand there."""
    last = max((place for place, name in enumerate(KINDS, 1) if name in same), default=0)
    return [
        same[name] if name in same else _column(name).in_(values)
        for name, values in list(KINDS.items())[:last]
    ]
