"""The week of all specialists for the staff: a picture, and the same as a table."""

from datetime import date, timedelta

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

import locales
from domain.people import Language
from domain.visits import monday_to_show
from domain.working_time import ONE_DAY, danish_day
from services import week_picture
from services.charts import SCREEN
from services.visit_week import Planned, Week, week_of
from web.browser import desk_of
from web.room import show
from web.signing import staff_of_request

PATH = "/review/visits"
WEEK = timedelta(days=7)


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
        "day": locales.named_day(language, danish_day(planned.starts)),
        "clock": f"{starts}–{ends}",
        "who": " + ".join(names.get(person, "") for person in planned.people),
        "company": planned.company,
        "kind": f"visit-kind-{planned.kind}",
        "status": f"visit-status-{planned.status}",
    }


def visit_routes() -> list[Route]:
    """The page of a week."""
    return [Route(PATH, show_week)]
