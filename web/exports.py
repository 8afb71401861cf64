"""Lists as spreadsheets to take along, and the monthly files."""

import tempfile
from collections.abc import AsyncIterator
from pathlib import Path

from starlette.background import BackgroundTask
from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import FileResponse, Response, StreamingResponse
from starlette.routing import Route

from domain.errors import HotlineError, NotFound
from domain.periods import month, parse_period
from domain.working_time import danish_day
from models.exports import Wanted
from models.log_pages import Wanted as LogWanted
from models.people import Person
from services import monthly, signin
from services.exports import (
    LISTS,
    Exporter,
    dictionary_csv,
    note_export,
    write_workbook,
)
from services.spreadsheets import csv_parts
from web.browser import desk_of, whole_number
from web.desk import Desk
from web.listing import listing
from web.log import COLUMNS, FILTERS, wanted_cases
from web.room import keep_up, show
from web.signing import staff_of_request

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORMATS = ("xlsx", "csv-semicolon", "csv", "dictionary")
"""The first is what most people want; `dictionary` is what the columns of a CSV mean."""


async def show_exports(request: Request) -> Response:
    """Which list, for when, in which form; and the monthly files."""
    person = signin.reviewers_only(await staff_of_request(request))
    return _form(request, person)


def _form(request: Request, person: Person, problem: HotlineError | None = None) -> Response:
    asked = request.query_params
    return show(
        request,
        "exports.html",
        person,
        "exports",
        status=400 if problem else 200,
        lists=list(LISTS),
        formats=FORMATS,
        files=monthly.files(desk_of(request).exports),
        problem=problem,
        asked={name: asked.get(name, "") for name in ("list", "format", "from", "to", "texts")},
    )


async def take(request: Request) -> Response:
    """A list as it was asked for in the address. That it was taken is written down first."""
    person = signin.reviewers_only(await staff_of_request(request))
    desk, asked = desk_of(request), request.query_params
    name, form = asked.get("list", ""), asked.get("format", "")
    free = asked.get("texts") == "1"
    exporter = Exporter(desk.phrases, person.language, free)
    if name not in LISTS or form not in FORMATS:
        raise NotFound()
    try:
        wanted = _wanted(asked)
    except HotlineError as problem:
        return _form(request, person, problem)
    if name == "incidents":
        await keep_up(desk)
        log = await _as_in_the_log(request, desk)
        wanted = Wanted(log=None if log == LogWanted() else log)
    async with desk.database.write() as session:
        note_export(session, desk.now(), person, name, free)
    if form == "xlsx":
        return await _workbook(desk, exporter, name, wanted)
    if form == "dictionary":
        text = dictionary_csv(exporter, name, semicolons=True)
        return Response(f"\ufeff{text}", headers=_as_file(f"hv-linjen-{name}-dictionary.csv"))
    return StreamingResponse(
        _csv(desk, exporter, name, wanted, semicolons=form == "csv-semicolon"),
        headers=_as_file(f"hv-linjen-{name}.csv"),
    )


def _wanted(asked: QueryParams) -> Wanted:
    company = whole_number(asked.get("company")) or None
    if not asked.get("from") and not asked.get("to"):
        return Wanted(company_id=company)
    span = parse_period(asked.get("from") or "2000-01-01", asked.get("to") or "9000-12-31").span
    return Wanted(span.starts, span.ends, company)


async def _as_in_the_log(request: Request, desk: Desk) -> LogWanted:
    """The filters of the log, which may all stand in the address here too."""
    chosen = listing(request, FILTERS, COLUMNS, "-when")
    async with desk.database.read() as session:
        return await wanted_cases(session, chosen, danish_day(desk.now()))


async def _csv(
    desk: Desk, exporter: Exporter, name: str, wanted: Wanted, *, semicolons: bool
) -> AsyncIterator[str]:
    async with desk.database.read() as session:
        rows = exporter.rows(session, name, wanted)
        async for part in csv_parts(exporter.table(name), rows, semicolons=semicolons):
            yield part


async def _workbook(desk: Desk, exporter: Exporter, name: str, wanted: Wanted) -> Response:
    folder = tempfile.TemporaryDirectory(prefix="export-")
    path = Path(folder.name) / "list.xlsx"
    try:
        async with desk.database.read() as session:
            await write_workbook(session, exporter, [name], wanted, path)
    except BaseException:
        folder.cleanup()
        raise
    return FileResponse(
        path,
        media_type=XLSX,
        headers=_as_file(f"hv-linjen-{name}.xlsx", XLSX),
        background=BackgroundTask(folder.cleanup),
    )


async def take_monthly(request: Request) -> Response:
    """A month's file."""
    person = signin.reviewers_only(await staff_of_request(request))
    desk = desk_of(request)
    name = request.path_params["month"]
    month(name)  # a name of ours, and no way out of the folder
    path = monthly.path_of(desk.exports, name)
    if not path.is_file():
        raise NotFound()
    async with desk.database.write() as session:
        note_export(session, desk.now(), person, f"month {name}", free=False)
    return FileResponse(path, media_type=XLSX, headers=_as_file(path.name, XLSX))


def _as_file(name: str, media_type: str = "text/csv; charset=utf-8") -> dict[str, str]:
    return {
        "Content-Type": media_type,
        "Content-Disposition": f'attachment; filename="{name}"',
        "Cache-Control": "no-store",
    }


def export_routes() -> list[Route]:
    """The page, the lists, and the monthly files."""
    return [
        Route("/review/exports", show_exports),
        Route("/review/exports/list", take),
        Route("/review/exports/{month}", take_monthly),
    ]
