"""The week of all specialists for the staff, as a picture and a table; and one visit."""

from datetime import date, timedelta

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

import locales
from domain.errors import HotlineError
from domain.messages import NearDay
from domain.people import Language
from domain.visits import monday_to_show
from domain.working_time import ONE_DAY, danish_day
from services import visits, week_picture
from services.charts import SCREEN
from services.visit_notices import prepared, tell_doer
from services.visit_page import view_visit
from services.visit_week import Planned, Week, week_of
from web.browser import desk_of, whole_number
from web.pages import plain
from web.room import show
from web.signing import check_form, staff_of_request

PATH = "/review/visits"
WEEK = timedelta(days=7)
DONE = ("booked", "moved", "cancelled")


async def show_week(request: Request) -> Response:
    """Who works when and who visits whom: this week, or the one of a day in the address."""
    person = await staff_of_request(request)
    desk = desk_of(request)
    now = desk.now()
    monday = _monday(request.query_params.get("day", ""), danish_day(now))
    async with desk.database.read() as session:
        week = await week_of(session, now, desk.office, person, monday)
    language = person.language
    return show(
        request,
        "visits.html",
        person,
        "visits",
        number=monday.isocalendar().week,
        span=" – ".join(locales.named_day(language, day) for day in (monday, monday + 6 * ONE_DAY)),
        picture=Markup(week_picture.draw(week, language, SCREEN)),
        rows=[_row(week, planned, language) for planned in week.visits],
        before=f"{PATH}?day={monday - WEEK}",
        after=f"{PATH}?day={monday + WEEK}",
    )


def _monday(text: str, today: date) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return monday_to_show(today)
    near = abs(day.year - today.year) <= 1  # as far as closed days are known
    return day - timedelta(days=day.weekday()) if near else monday_to_show(today)


def _row(week: Week, planned: Planned, language: Language) -> dict[str, str]:
    names = {column.person_id: column.name for column in week.columns}
    starts, ends = (locales.clock(language, at) for at in (planned.starts, planned.ends))
    return {
        "path": f"{PATH}/{planned.visit_id}",
        "day": locales.named_day(language, danish_day(planned.starts)),
        "clock": f"{starts}–{ends}",
        "who": " + ".join(names.get(person, "") for person in planned.people),
        "company": planned.company,
        "kind": f"visit-kind-{planned.kind}",
        "status": f"visit-status-{planned.status}",
    }


async def show_visit(request: Request) -> Response:
    """One visit, and what can be done with it."""
    return await _visit(request)


async def _visit(request: Request, problem: HotlineError | None = None) -> Response:
    person, desk = await staff_of_request(request), desk_of(request)
    visit_id = whole_number(request.path_params["id"])
    async with desk.database.write() as session:
        found = await view_visit(session, desk.now(), person, visit_id)
    visit, done = found.visit, request.query_params.get("done")
    return show(
        request,
        "visit.html",
        person,
        "visits",
        status=409 if problem else 200,
        problem=problem,
        done=done if done in DONE else "",
        found=found,
        visit=visit,
        when=locales.moment(person.language, visit.starts_at),
        until=locales.clock(person.language, visit.ends_at),
        who=" + ".join(one.name for one in found.specialists),
        latest=NearDay(found.promise.latest_day) if found.promise else None,
        prepare=plain(request, person.language, prepared(visit)),
        week=f"{PATH}?day={danish_day(visit.starts_at)}",
        again=f"{PATH}/plan?subject=e{visit.employer_id}",
        path=f"{PATH}/{visit.id}",
    )


async def cancel(request: Request) -> Response:
    """The visit is off, and everybody hears it."""
    person, desk = await staff_of_request(request), desk_of(request)
    await check_form(request)
    visit_id = whole_number(request.path_params["id"])
    try:
        async with desk.database.write() as session:
            visit = await visits.cancel(session, desk.now(), desk.office, person, visit_id)
            await tell_doer(session, desk.now(), visit, person, "visit-you-cancelled")
    except visits.VisitOver as problem:
        return await _visit(request, problem)
    desk.committed()
    return RedirectResponse(f"{PATH}/{visit_id}?done=cancelled", 303)


def visit_routes() -> list[Route]:
    """The page of a week, and one visit."""
    return [
        Route(PATH, show_week),
        Route(f"{PATH}/{{id}}", show_visit),
        Route(f"{PATH}/{{id}}/cancel", cancel, methods=["POST"]),
    ]
