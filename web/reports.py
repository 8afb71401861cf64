"""The report of a period: on the page, and as PDF."""

import asyncio
from dataclasses import replace

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

import locales
from domain.errors import HotlineError
from domain.people import LANGUAGES, Language
from domain.periods import Period, parse_period, year
from domain.working_time import danish_day
from models.people import Person
from services import charts
from services.audit import note_act
from services.report_print import print_report
from services.report_words import Report, Writer
from services.reports import figures
from web.browser import desk_of
from web.room import show
from web.signing import staff_of_request


async def show_report(request: Request) -> Response:
    """The period in the address, else the last whole year."""
    person = await staff_of_request(request)
    usual = year(danish_day(desk_of(request).now()).year - 1)
    problem = None
    try:
        period = _asked(request) or usual
    except HotlineError as wrong:
        problem, period = wrong, usual
    report = await _report(request, period, person.language)
    pictures = await asyncio.to_thread(_pictures, report, person.language)
    return show(
        request,
        "reports.html",
        person,
        "reports",
        status=400 if problem else 200,
        report=report,
        pictures=pictures,
        first=period.first,
        last=period.last,
        made=locales.day(person.language, desk_of(request).now()),
        problem=problem,
    )


async def take_report(request: Request) -> Response:
    """The same as PDF, in the language asked for. That it was taken is written down."""
    person: Person = await staff_of_request(request)
    desk = desk_of(request)
    period = _asked(request) or year(danish_day(desk.now()).year - 1)
    asked = request.query_params.get("lang")
    language = next((code for code in LANGUAGES if code == asked), person.language)
    report = await _report(request, period, language)
    async with desk.database.write() as session:
        note_act(session, desk.now(), person, "took report", f"{period.first}/{period.last}")
    pdf = await asyncio.to_thread(print_report, desk.phrases, language, report, desk.now())
    name = f"hv-linjen-{period.first}-{period.last}.pdf"
    headers = {
        "Content-Disposition": f'attachment; filename="{name}"',
        "Cache-Control": "no-store",
    }
    return Response(pdf, media_type="application/pdf", headers=headers)


def _asked(request: Request) -> Period | None:
    asked = request.query_params
    if not asked.get("from") and not asked.get("to"):
        return None
    return parse_period(asked.get("from", ""), asked.get("to", ""))


async def _report(request: Request, period: Period, language: Language) -> Report:
    desk = desk_of(request)
    async with desk.database.read() as session:
        now = await figures(session, desk.office, period)
        before = await figures(session, desk.office, period.before)
    return Writer(desk.phrases, language, period, now, before).report()


def _pictures(report: Report, language: Language) -> dict[str, Markup]:
    """The drawings, made here and holding nothing that people wrote."""
    return {
        figure.name: Markup(charts.svg(replace(figure.chart, name="counts"), language))
        for section in report.sections
        for figure in section.figures
        if figure.chart
    }


def report_routes() -> list[Route]:
    """The page and the PDF."""
    return [
        Route("/review/reports", show_report),
        Route("/review/reports/file", take_report),
    ]
