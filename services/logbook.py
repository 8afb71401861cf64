"""Keeps the log that reviewers read: follows the timelines, and keeps what reviewers mark in it."""

from collections.abc import Collection, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from domain.errors import HotlineError, NotFound
from domain.incidents import Happening
from domain.logbook import BANDS, Days, answer_due, judge, monday_of
from domain.office import Office
from domain.triage import SEVERITY
from domain.working_time import WorkingTime, danish_day, instant
from models.database import Session
from models.incidents import Incident, latest_event
from models.log_pages import LogRow, Wanted, log_page
from models.logbook import (
    SavedView,
    cases_with_types,
    events_after,
    first_times,
    overdue_entries,
    put_entries,
    recount_week,
    reviewed_cases,
    saved_views,
)
from models.pages import Page, Place
from models.people import Person
from models.program import read_fact, write_fact
from models.search import compact, forget_cases, index_cases
from services.duty import office_time
from services.incidents import find_case, note
from services.signin import reviewers_only, staff_only

TAKEN_OUT = "words-taken-out"
"""The fact that words were taken out since the search's file was last made compact."""

SEEN = "log-seen"
"""The fact that says how far the log has followed the timelines: the number of their last entry."""

BATCH = 1000
"""Entries of timelines that are followed in one transaction."""

PAGE = 50
MOST_VIEWS = 20


class ViewNameMissing(HotlineError):
    """A view is kept under a name."""

    key = "log-view-name-missing"


class TooManyViews(HotlineError):
    """Somebody keeps as many views as fit."""

    key = "log-too-many-views"


async def is_behind(session: Session) -> bool:
    """Whether something happened in a case that the log does not show yet."""
    return await latest_event(session) > await seen(session)


async def seen(session: Session) -> int:
    """The last entry of the timelines that the log knows."""
    return int(await read_fact(session, SEEN) or 0)


async def catch_up(session: Session, now: datetime, office: Office) -> bool:
    """Follow the timelines a stretch further, and note answers that are overdue by now; return
    whether there may be more to follow."""
    known = await seen(session)
    events = await events_after(session, known, BATCH)
    last = events[-1][0] if events else known
    happened = {case_id for _, case_id in events}
    overdue = await overdue_entries(session, int(now.timestamp()), BATCH)
    changed = happened | set(overdue)
    if changed:
        await forget_cases(session, happened, known)
        await index_cases(session, happened, last)
        await refresh(session, now, office, changed)
        await write_fact(session, SEEN, str(last))
    return BATCH in (len(events), len(overdue))


async def refresh(
    session: Session, now: datetime, office: Office, case_ids: Collection[int]
) -> None:
    """Make these cases' rows of the log anew, and count their weeks."""
    hours = await office_time(session, now, office)
    asked = await first_times(session, case_ids, Happening.ASKED_SPECIALIST, Happening.TAKEN)
    reviewed = await reviewed_cases(session, case_ids)
    rows = [
        _row(incident, now, hours, asked, incident.id in reviewed) | {"placement_type": type_ or ""}
        for incident, type_ in await cases_with_types(session, case_ids)
        if not incident.drill
    ]
    if rows:
        await put_entries(session, rows)
    weeks = {monday_of(danish_day(datetime.fromtimestamp(row["at"], now.tzinfo))) for row in rows}
    for week in weeks:
        since, until = seconds(week), seconds(week + timedelta(days=7))
        await recount_week(session, week, since, until, BANDS)


def _row(
    incident: Incident,
    now: datetime,
    hours: WorkingTime,
    times: dict[tuple[int, Happening], datetime],
    reviewed: bool,
) -> dict[str, Any]:
    assert incident.id is not None
    asked = times.get((incident.id, Happening.ASKED_SPECIALIST))
    taken = times.get((incident.id, Happening.TAKEN))
    due = answer_due(incident.level, asked, hours) if asked else None
    return {
        "incident_id": incident.id,
        "at": int(incident.created_at.timestamp()),
        "severity": SEVERITY[incident.level],
        "level": incident.level,
        "category": incident.category,
        "status": incident.status,
        "company_id": incident.company_id,
        "owner_id": incident.owner_id,
        "answer": judge(due, taken, now),
        "answer_minutes": int((taken - asked).total_seconds() // 60) if asked and taken else -1,
        "due_at": int(due.timestamp()) if due else None,
        "reviewed": reviewed,
    }


def seconds(day: date) -> int:
    """When this Danish day begins, in seconds since 1970."""
    return int(instant(day, time.min).timestamp())


def between(days: Days) -> tuple[int | None, int | None]:
    """The span of these days in seconds since 1970, as `Wanted` has it."""
    since = seconds(days.first) if days.first else None
    until = seconds(days.last + timedelta(days=1)) if days.last else None
    return since, until


async def read_log(
    session: Session,
    by: Person | None,
    wanted: Wanted,
    order: str,
    place: Place | None,
    *,
    falling: bool,
) -> tuple[Page[LogRow], bool]:
    """A page of the log for the staff; and whether its order is of the newest cases only."""
    staff_only(by)
    return await log_page(session, wanted, order, place, PAGE, falling=falling)


async def mark_reviewed(
    session: Session, now: datetime, by: Person, case_ids: Collection[int], *, reviewed: bool
) -> None:
    """A reviewer has been through these cases, or takes that back."""
    reviewers_only(by)
    marked = await reviewed_cases(session, case_ids)
    kind = Happening.REVIEWED if reviewed else Happening.NOT_REVIEWED
    cases = [await find_case(session, by, case_id) for case_id in sorted(set(case_ids))]
    for incident in cases:
        if (incident.id in marked) != reviewed:
            note(session, now, incident, kind, by)


async def views(session: Session, by: Person) -> Sequence[SavedView]:
    """The lists that somebody of the staff keeps."""
    staff_only(by)
    return await saved_views(session, by.id or 0)


async def save_view(session: Session, now: datetime, by: Person, name: str, query: str) -> None:
    """Keep a list under a name; one of the same name is replaced."""
    staff_only(by)
    if not name:
        raise ViewNameMissing()
    known = await saved_views(session, by.id or 0)
    for view in known:
        if view.name == name:
            view.query = query
            session.add(view)
            return
    if len(known) >= MOST_VIEWS:
        raise TooManyViews()
    session.add(SavedView(person_id=by.id or 0, name=name, query=query, created_at=now))


async def drop_view(session: Session, by: Person, view_id: int) -> None:
    """Keep a list no longer; only one's own. Raises NotFound."""
    view = await session.get(SavedView, view_id)
    if view is None or view.person_id != by.id:
        raise NotFound()
    await session.delete(view)


async def tidy_search(session: Session) -> bool:
    """After words were taken out of a case: let them leave the search's file too, a part at a time.
    False when nothing is left to do."""
    if not await read_fact(session, TAKEN_OUT):
        return False
    if await compact(session):
        return True
    await write_fact(session, TAKEN_OUT, "")
    return False
