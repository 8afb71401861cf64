"""The incident log: filters in its address, search, pages, kept views, reviewed marks."""

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import TypeVar
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from domain.errors import HotlineError
from domain.incidents import Category, Status, spoken_reference
from domain.logbook import PERIODS, Answer, Days
from domain.people import Role
from domain.placements import PlacementType
from domain.triage import Level
from domain.working_time import danish_day
from models.companies import company_names, find_companies
from models.database import Session
from models.incidents import incident_by_reference
from models.log_pages import ORDERS, SORTED, LogRow, Wanted, key_of
from models.pages import Page, Place
from models.people import people_in_role
from models.search import search_query
from services import logbook
from web.browser import desk_of, whole_number
from web.listing import Listing, listing
from web.room import keep_up, show
from web.signing import check_form, staff_of_request

PATH = "/review/incidents"
FILTERS = (
    *("q", "period", "from", "to", "level", "category", "status"),
    *("company", "type", "specialist", "answer", "reviewed"),
)
COLUMNS = ("when", "level", "answer")
CHOICES = {
    "period": [(period, f"period-{period}") for period in PERIODS],
    "level": [(level, f"web-level-{level}") for level in Level],
    "status": [(status, f"web-status-{status}") for status in Status],
    "answer": [(answer, f"answer-{answer}") for answer in Answer],
    "category": [(category, f"category-{category}") for category in Category],
    "type": [(kind, f"type-{kind}") for kind in PlacementType],
    "reviewed": [(value, f"log-reviewed-{value}") for value in ("yes", "no")],
}
"""What can be chosen of a filter: the value in the address, and the key of its name."""
SHORTCUTS = (
    ("log-view-urgent-late", {"period": "last-week", "level": "urgent", "answer": "late"}),
    ("log-view-waiting", {"status": "open"}),
    ("log-view-not-reviewed", {"status": "closed", "reviewed": "no"}),
)
"""Views that everybody has: the key of their name, and their filters."""
Kind = TypeVar("Kind", bound=StrEnum)
NAME_LIMIT = 60
MOST_SUGGESTED = 200
OFTEN = 3
"""Cases of one company on a page of which a reader is told."""
MOST_MEANT = 50
"""Companies that a part of a name may mean."""


async def show_log(request: Request) -> Response:
    """A page of the log; a reference that is searched for leads to its case."""
    return await _log(request)


async def _log(request: Request, *, problem: HotlineError | None = None) -> Response:
    person = await staff_of_request(request)
    desk = desk_of(request)
    await keep_up(desk)
    asked = listing(request, FILTERS, COLUMNS, "-when")
    today = danish_day(desk.now())
    async with desk.database.read() as session:
        if case := await _named_case(session, asked.filters.get("q", ""), today.year):
            return RedirectResponse(f"{PATH}/{case}", 303)
        wanted = await wanted_cases(session, asked, today)
        page, is_cut = await logbook.read_log(
            session, person, wanted, asked.column, _place(asked), falling=asked.falling
        )
        specialists = await people_in_role(session, Role.SPECIALIST)
        companies = await company_names(session, MOST_SUGGESTED)
        kept = await logbook.views(session, person)
    return show(
        request,
        "log.html",
        person,
        "incidents",
        status=400 if problem else 200,
        listing=_around(asked, page),
        rows=page.rows,
        often=often(row[2].name for row in page.rows if row[2]),
        sorted_only=SORTED if is_cut else 0,
        specialists=specialists,
        companies=companies,
        choices=CHOICES,
        shortcuts=[(name, f"{PATH}?{urlencode(filters)}") for name, filters in SHORTCUTS],
        kept=kept,
        query=request.url.query,
        problem=problem,
        name_limit=NAME_LIMIT,
        may_change=person.role is Role.REVIEWER,
    )


def often(companies: Iterable[str]) -> list[tuple[str, int]]:
    """The companies that return on a page, and how often; the most frequent first."""
    return [found for found in Counter(companies).most_common(5) if found[1] >= OFTEN]


async def _named_case(session: Session, text: str, year: int) -> int | None:
    named = spoken_reference(text, year) if text else None
    found = await incident_by_reference(session, *named) if named else None
    return found.id if found else None


async def wanted_cases(session: Session, asked: Listing, today: date) -> Wanted:
    """What the filters of the address say; what cannot be read is left out."""
    chosen = asked.filters
    since, until = logbook.between(_days(asked, today))
    company = chosen.get("company", "")
    return Wanted(
        since=since,
        until=until,
        words=await search_query(session, chosen.get("q", "")),
        level=_one_of(Level, chosen.get("level")),
        category=_one_of(Category, chosen.get("category")),
        status=_one_of(Status, chosen.get("status")),
        companies=await find_companies(session, company, MOST_MEANT) if company else None,
        placement_type=_one_of(PlacementType, chosen.get("type")),
        owner_id=whole_number(chosen.get("specialist")) or None,
        answer=_one_of(Answer, chosen.get("answer")),
        reviewed={"yes": True, "no": False}.get(chosen.get("reviewed", "")),
    )


def _one_of(kinds: Iterable[Kind], value: str | None) -> Kind | None:
    """The kind of this name, or nothing."""
    return next((kind for kind in kinds if kind == value), None)


def _days(asked: Listing, today: date) -> Days:
    """A period by its name, else from one day to another."""
    period = PERIODS.get(asked.filters.get("period", ""))
    if period:
        return period(today)
    return Days(_day(asked.filters.get("from", "")), _day(asked.filters.get("to", "")))


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _place(asked: Listing) -> Place | None:
    text = asked.before or asked.after
    parts = text.split(".")
    if len(parts) != len(ORDERS[asked.column]) or not all(
        re.fullmatch(r"-?\d{1,18}", part) for part in parts
    ):
        return None
    return Place(tuple(int(part) for part in parts), back=bool(asked.before))


def _around(asked: Listing, page: Page[LogRow]) -> Listing:
    if not page.rows:
        return asked

    def key(row: LogRow) -> str:
        return ".".join(str(part) for part in key_of(asked.column, row[0]))

    return asked.between(
        key(page.rows[0]) if page.more_before else "",
        key(page.rows[-1]) if page.more_after else "",
    )


async def mark_reviewed(request: Request) -> Response:
    """Mark the chosen cases, or all of the page, as reviewed."""
    person = await staff_of_request(request)
    await check_form(request)
    desk = desk_of(request)
    form = await request.form()
    chosen = form.getlist("on-page") if "all" in form else form.getlist("incident")
    ids = {number for value in chosen if (number := whole_number(str(value)))}
    async with desk.database.write() as session:
        await logbook.mark_reviewed(session, desk.now(), person, ids, reviewed=True)
    desk.feed.changed("log")
    return _back(str(form.get("query", "")))


def _back(query: str) -> Response:
    """To the list that a form came from: its query is only ever put behind our own path."""
    return RedirectResponse(f"{PATH}?{query}" if query else PATH, 303)


async def save_view(request: Request) -> Response:
    """Keep the list as it is shown under a name."""
    person = await staff_of_request(request)
    await check_form(request)
    desk = desk_of(request)
    form = await request.form()
    name = " ".join(str(form.get("name", "")).split())[:NAME_LIMIT]
    query = str(form.get("query", ""))[:2000]
    async with desk.database.write() as session:
        await logbook.save_view(session, desk.now(), person, name, query)
    return _back(query)


async def drop_view(request: Request) -> Response:
    """Keep a list no longer."""
    person = await staff_of_request(request)
    await check_form(request)
    desk = desk_of(request)
    form = await request.form()
    async with desk.database.write() as session:
        await logbook.drop_view(session, person, whole_number(str(form.get("view", ""))))
    return _back(str(form.get("query", "")))


def log_routes() -> list[Route]:
    """The list and what is done with it."""
    return [
        Route(PATH, show_log),
        Route(f"{PATH}/reviewed", mark_reviewed, methods=["POST"]),
        Route(f"{PATH}/views", save_view, methods=["POST"]),
        Route(f"{PATH}/views/drop", drop_view, methods=["POST"]),
    ]
