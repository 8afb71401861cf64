"""The practice board: three phones side by side, the starter course, a clock that can be moved.

These routes exist in practice mode only.
"""

import secrets

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

import locales
from domain.course import Standing
from domain.people import Language
from models.database import Session
from models.people import Person
from services import signin
from services.course import read_course
from web import feeds
from web.browser import (
    csrf_token,
    desk_of,
    is_same_origin,
    is_token,
    read_cookie,
    set_cookie,
)
from web.chat import NotUnderstood, chat_routes
from web.desk import Desk, Practice
from web.errors import StalePage, wants_json
from web.pages import page
from web.protection import BOARD_POLICY
from web.signing import open_review

LONGEST_STEP = 7 * 24 * 60
"""Minutes the clock may be moved at once."""


def practice_of(desk: Desk) -> Practice:
    """What the board can do."""
    assert desk.practice is not None
    return desk.practice


def _language(request: Request) -> Language:
    return "en" if request.query_params.get("language") == "en" else "da"


def _back(request: Request) -> Response:
    """To the board, in the language it was read in."""
    return RedirectResponse("/?language=en" if _language(request) == "en" else "/", 303)


async def _course(request: Request) -> tuple[Standing, ...]:
    async with desk_of(request).database.read() as session:
        return await read_course(session)


async def show_board(request: Request) -> Response:
    """The board. Its cookie stands in for the sessions of all three phones."""
    desk = desk_of(request)
    token = read_cookie(request, "practice") or secrets.token_urlsafe(16)
    response = page(
        request,
        "board.html",
        _language(request),
        headers={"Content-Security-Policy": BOARD_POLICY},
        phones=await practice_of(desk).phones(),
        course=await _course(request),
        now=desk.now(),
        csrf=csrf_token(token),
    )
    set_cookie(response, desk, "practice", token)
    return response


async def show_course(request: Request) -> Response:
    """The starter course alone: what the board exchanges when something has happened."""
    return page(request, "course.html", _language(request), course=await _course(request))


async def feed(request: Request) -> Response:
    """Tells the board that something has happened."""

    async def allowed(_session: Session) -> bool:
        return True

    desk = desk_of(request)
    return feeds.stream(feeds.log_events(desk, request.app.state.streams, allowed))


async def show_help(request: Request) -> Response:
    """How to let somebody new in."""
    token = read_cookie(request, "practice")
    if not token:
        return RedirectResponse("/", 303)
    return page(request, "inviting.html", "da", csrf=csrf_token(token))


async def _check(request: Request) -> None:
    """The request must come from the board itself. Raises StalePage."""
    sent = request.headers.get("x-csrf") or (await request.form()).get("csrf")
    token = read_cookie(request, "practice")
    if not is_same_origin(request) or not isinstance(sent, str) or not is_token(token, sent):
        raise StalePage()


async def show_clock(request: Request) -> Response:
    """What time it is in the practice."""
    return JSONResponse(
        {"now": locales.moment(_language(request), desk_of(request).now())},
        headers={"Cache-Control": "no-store"},
    )


async def move_clock(request: Request) -> Response:
    """Move the clock forward; what is due by then is done at once."""
    await _check(request)
    desk = desk_of(request)
    sent = str((await request.form()).get("minutes", ""))
    if not sent.isascii() or not sent.isdigit() or not 0 < int(sent[:9]) <= LONGEST_STEP:
        raise NotUnderstood()
    await practice_of(desk).move_clock(int(sent))
    response = await show_clock(request) if wants_json(request) else _back(request)
    return await _signed_in_still(request, response)


async def _signed_in_still(request: Request, response: Response) -> Response:
    """Hours have passed in an instant: whoever looks at the review pages stays signed in."""
    if read_cookie(request, "review"):
        await _sign_in(request, response)
    return response


async def start_over(request: Request) -> Response:
    """Everybody forgets everything."""
    await _check(request)
    await practice_of(desk_of(request)).start_over()
    return _back(request)


async def enter_review(request: Request) -> Response:
    """To the review pages as the invented reviewer."""
    await _check(request)
    to_people = (await request.form()).get("next") == "people"
    response = RedirectResponse("/review/people#invite" if to_people else "/review", 303)
    return await _sign_in(request, response)


async def _sign_in(request: Request, response: Response) -> Response:
    desk = desk_of(request)
    reviewer_id = await practice_of(desk).reviewer_id()
    async with desk.database.write() as session:
        person = await session.get_one(Person, reviewer_id)
        token = await open_review(session, request, person)
    set_cookie(response, desk, "review", token, signin.REVIEW_LONGEST)
    return response


def practice_routes() -> list[Route]:
    """The board, its clock and its phones."""
    return [
        Route("/", show_board),
        Route("/invitation", show_help),
        Route("/practice/course", show_course),
        Route("/practice/feed", feed),
        Route("/practice/clock", show_clock),
        Route("/practice/clock", move_clock, methods=["POST"]),
        Route("/practice/restart", start_over, methods=["POST"]),
        Route("/practice/review", enter_review, methods=["POST"]),
        *chat_routes("/practice/{slug}"),
    ]
