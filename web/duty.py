"""Duty on the review pages: who is there when, absences, weekly hours, closing days, who leads."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

import locales
from domain.duty import DaysOff, Part
from domain.errors import HotlineError
from domain.people import Language, Role
from domain.working_time import Span, danish_day, hours_by_day, instant, parse_week
from models.database import Session
from models.duty import absences_of, closing_days
from models.people import Person
from services import absences, duty, rota
from services.duty import DutyDay
from services.rota import Duty
from web.browser import desk_of, whole_number
from web.room import show
from web.signing import check_form, staff_of_request

PATH = "/review/duty"
DAYS = 14
FIRST_HOUR, LAST_HOUR = 6, 20
"""The part of a day that the bars show."""
TEXT_LIMIT = 100


class HoursUnclear(HotlineError):
    """Hours that cannot be read, or overlap."""

    key = "web-duty-hours-unclear"


class DaysUnclear(HotlineError):
    """Days that are missing, over, or end before they begin."""

    key = "web-duty-days-unclear"


@dataclass(frozen=True)
class Worked:
    """What one specialist works on one day, in words and as bars from 0 to 100."""

    text: str
    bars: list[tuple[int, int]]


@dataclass(frozen=True)
class DayRow:
    """One day of the plan."""

    name: str
    open: bool
    uncovered: bool
    worked: list[Worked]


async def show_duty(request: Request) -> Response:
    """The plan for two weeks, and the forms that this person may use."""
    return await _page(request)


async def _page(request: Request, problem: HotlineError | None = None) -> Response:
    person = await staff_of_request(request)
    desk = desk_of(request)
    now, language = desk.now(), person.language
    today = danish_day(now)
    async with desk.database.read() as session:
        people, days = await duty.duty_days(session, now, desk.office, today, DAYS)
        times = await duty.working_times(session, now, desk.office, people)
        found = await duty.outlook(session, now, desk.office)
        away = await absences_of(session, [each.id or 0 for each in people], now)
        closed = [row for row in await closing_days(session) if row.day >= today]
        staff = await rota.staff(session, person)
    names = {each.id: each.name for each in people}
    changeable = [each for each in people if rota.may_change(person, each)]
    return show(
        request,
        "duty.html",
        person,
        "people",
        status=400 if problem else 200,
        problem=problem,
        people=people,
        names=names,
        rows=[_row(language, day, people) for day in days],
        on=locales.listed(language, [each.name for each in found.on]),
        found=found,
        away=[(each, locales.span(language, each.starts_at, each.ends_at)) for each in away],
        changeable=changeable,
        hours={each.id: hours_by_day(times[each.id or 0].weekly) for each in changeable},
        weekdays=[locales.weekday(language, number) for number in range(7)],
        closed=[(row, locales.days(language, [row.day])) for row in closed],
        parts=list(Part),
        today=today,
        staff=staff,
        decides=person.role is Role.REVIEWER,
    )


def _row(language: Language, day: DutyDay, people: Sequence[Person]) -> DayRow:
    worked = [
        Worked(locales.spans(language, spans), [_bar(day.day, span) for span in spans])
        for spans in (day.spans.get(person.id or 0, []) for person in people)
    ]
    return DayRow(locales.days(language, [day.day]), day.open, day.uncovered, worked)


def _bar(day: date, span: Span) -> tuple[int, int]:
    """Where a span begins, and how long it is, in hundredths of the shown part of the day."""
    whole = timedelta(hours=LAST_HOUR - FIRST_HOUR)
    begins = max(0.0, (span.starts - instant(day, time(FIRST_HOUR))) / whole)
    return round(100 * begins), max(1, round(100 * (span.ends - span.starts) / whole))


Fields = Mapping[str, str]
Act = Callable[[Session, Duty, Fields], Awaitable[object]]


def _form(act: Act) -> Callable[[Request], Awaitable[Response]]:
    """A form that changes duty: done, or the page again with what is the matter."""

    async def sent(request: Request) -> Response:
        person = await staff_of_request(request)
        await check_form(request)
        desk = desk_of(request)
        form = await request.form()
        fields = {
            name: value[:TEXT_LIMIT].strip() for name, value in form.items() if type(value) is str
        }
        try:
            async with desk.database.write() as session:
                await act(session, Duty(desk.now(), desk.office, person), fields)
        except (HoursUnclear, DaysUnclear, absences.AbsenceGone, absences.TooLong) as problem:
            return await _page(request, problem)
        desk.committed()
        return RedirectResponse(PATH, 303)

    return sent


async def _set_hours(session: Session, change: Duty, fields: Fields) -> None:
    person = await rota.find_specialist(session, change.by, whole_number(fields.get("person")))
    try:
        hours = parse_week([fields.get(f"day{number}", "") for number in range(7)])
    except ValueError:
        raise HoursUnclear() from None
    await rota.set_hours(session, change, person, hours)


async def _add_absence(session: Session, change: Duty, fields: Fields) -> None:
    person = await rota.find_specialist(session, change.by, whole_number(fields.get("person")))
    part = next((part for part in Part if part == fields.get("part")), Part.ALL)
    first = _date(fields.get("first", ""))
    last = _date(fields["last"]) if fields.get("last") else first
    if last < first or last < danish_day(change.now):
        raise DaysUnclear()
    await absences.add_absence(session, change, person, DaysOff(first, last, part).span)


async def _remove_absence(session: Session, change: Duty, fields: Fields) -> None:
    await absences.remove_absence(session, change, whole_number(fields.get("absence")))


async def _close_day(session: Session, change: Duty, fields: Fields) -> None:
    day = _date(fields.get("day", ""))
    if day < danish_day(change.now):
        raise DaysUnclear()
    await rota.close_day(session, change, day, fields.get("name", ""))


async def _open_day(session: Session, change: Duty, fields: Fields) -> None:
    await rota.open_day(session, change, _date(fields.get("day", "")))


async def _appoint(session: Session, change: Duty, fields: Fields) -> None:
    number = whole_number(fields.get("person"))
    await rota.appoint(session, change, number, leads=fields.get("leads") == "yes")


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise DaysUnclear() from None


def duty_routes() -> list[Route]:
    """The page and its forms."""
    forms: dict[str, Act] = {
        "hours": _set_hours,
        "away": _add_absence,
        "here": _remove_absence,
        "close": _close_day,
        "open": _open_day,
        "lead": _appoint,
    }
    return [
        Route(PATH, show_duty),
        *(Route(f"{PATH}/{name}", _form(act), methods=["POST"]) for name, act in forms.items()),
    ]
