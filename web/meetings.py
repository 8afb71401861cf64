"""The sheets for the mini-team and the network meeting: on the page for the staff, as PDF for
reviewers."""

import asyncio

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from domain.dates import full_day
from domain.errors import HotlineError
from domain.meetings import Sheet
from domain.people import LANGUAGES, Language, Role
from models.people import Person
from services.meeting_print import print_meeting
from services.meetings import Meeting, Plan, note_taken, prepare
from web.browser import desk_of
from web.fields import NoDay
from web.room import show
from web.signing import staff_of_request

PATH = "/review/meetings"
LONGEST = 120  # characters


async def show_meeting(request: Request) -> Response:
    """The sheet that the address asks for, else the mini-team's agenda."""
    person = await staff_of_request(request)
    problem = None
    try:
        plan = _asked(request)
    except HotlineError as wrong:
        problem, plan = wrong, Plan(_sheet(request))
    return show(
        request,
        "meetings.html",
        person,
        "meetings",
        status=400 if problem else 200,
        meeting=await _prepared(request, person, person.language, plan),
        sheets=list(Sheet),
        asked={name: _field(request, name) for name in ("on", "at", "place")},
        makes=person.role is Role.REVIEWER,
        files=f"{PATH}/file?{request.url.query}",
        problem=problem,
    )


async def take_meeting(request: Request) -> Response:
    """The same as PDF, in the language asked for. That it was taken is written down."""
    person = await staff_of_request(request)
    desk, plan = desk_of(request), _asked(request)
    wanted = request.query_params.get("lang")
    language = next((code for code in LANGUAGES if code == wanted), person.language)
    async with desk.database.write() as session:
        note_taken(session, desk.now(), person, plan)
    meeting = await _prepared(request, person, language, plan)
    pdf = await asyncio.to_thread(print_meeting, desk.phrases, language, meeting)
    name = f"hv-linjen-{plan.sheet}-{plan.period(desk.now()).last}.pdf"
    headers = {
        "Content-Disposition": f'attachment; filename="{name}"',
        "Cache-Control": "no-store",
    }
    return Response(pdf, media_type="application/pdf", headers=headers)


async def _prepared(request: Request, person: Person, language: Language, plan: Plan) -> Meeting:
    desk = desk_of(request)
    async with desk.database.read() as session:
        return await prepare(session, desk.now(), person, desk.office, desk.phrases, language, plan)


def _asked(request: Request) -> Plan:
    """Raises NoDay."""
    written = _field(request, "on")
    try:
        on = full_day(written) if written else None
    except ValueError:
        raise NoDay(written=written) from None
    return Plan(_sheet(request), on, _field(request, "at"), _field(request, "place"))


def _sheet(request: Request) -> Sheet:
    wanted = request.query_params.get("sheet")
    return next((sheet for sheet in Sheet if sheet == wanted), Sheet.AGENDA)


def _field(request: Request, name: str) -> str:
    return " ".join(request.query_params.get(name, "").replace("\0", "").split())[:LONGEST]


def meeting_routes() -> list[Route]:
    """The page and the PDF."""
    return [Route(PATH, show_meeting), Route(f"{PATH}/file", take_meeting)]
