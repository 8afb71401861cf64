"""Puts the pages together."""

from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from domain.attempts import Attempts
from domain.errors import HotlineError
from web.access import access_routes
from web.browser import desk_of, is_https
from web.calendars import calendar_routes
from web.card import card_routes
from web.chat import chat_routes
from web.companies import company_routes
from web.desk import Desk
from web.door import door_routes, show_front
from web.duty import duty_routes
from web.errors import KindFailures, hotline_error, http_error
from web.exports import export_routes
from web.feeds import Streams
from web.followups import follow_up_routes
from web.guide_use import guide_use_routes
from web.handout import handout_routes
from web.imports import import_routes
from web.learned import learned_routes
from web.log import log_routes
from web.meetings import meeting_routes
from web.overview import overview_routes
from web.people import people_routes
from web.pictures import Pictures
from web.placements import placement_routes
from web.practice import practice_routes
from web.progress import progress_routes
from web.protection import BodyLimit, LoopbackOnly, SecurityHeaders
from web.reports import report_routes
from web.review import review_routes
from web.room import sections_with_pages
from web.satisfaction import satisfaction_routes
from web.sessions import session_routes
from web.setup import setup_routes
from web.signing import signing_routes
from web.visit_plan import visit_plan_routes
from web.visits import visit_routes

STATIC = Path(__file__).parent / "static"


def build_app(desk: Desk) -> Starlette:
    """All pages of the hotline. The practice board is among them only where practice is on."""
    routes = [
        *(practice_routes() if desk.practice else [Route("/", show_front)]),
        *door_routes(),
        *chat_routes(),
        *card_routes(),
        *progress_routes(),
        *satisfaction_routes(),
        *signing_routes(),
        *overview_routes(),
        *session_routes(),
        *log_routes(),
        *access_routes(),
        *setup_routes(),
        *guide_use_routes(),
        *export_routes(),
        *report_routes(),
        *review_routes(),
        *people_routes(),
        *placement_routes(),
        *company_routes(),
        *follow_up_routes(),
        *learned_routes(),
        *meeting_routes(),
        *import_routes(),
        *duty_routes(),
        *visit_plan_routes(),
        *visit_routes(),
        *calendar_routes(),
        *handout_routes(),
        Route("/healthz", alive),
        Route("/readyz", ready),
        Mount("/static", Assets(directory=STATIC)),
    ]
    guards = [
        Middleware(SecurityHeaders, https=is_https(desk)),
        *([Middleware(LoopbackOnly)] if desk.practice else []),
        Middleware(KindFailures),
        Middleware(BodyLimit),
    ]
    app = Starlette(
        routes=routes,
        middleware=guards,
        exception_handlers={HotlineError: hotline_error, HTTPException: http_error},
    )
    app.state.desk = desk
    app.state.sections = sections_with_pages(routes)
    app.state.streams = Streams()
    app.state.pictures = Pictures()
    app.state.attempts = Attempts()
    return app


def end_streams(app: Starlette) -> None:
    """Call before the web server is told to stop: open streams would hold it up."""
    app.state.streams.end()


class Assets(StaticFiles):
    """Scripts and styles: kept by the browser, and asked about (ETag) before they are used, so that
    a new version is seen at once."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """The file, to be checked again next time."""
        response = await super().get_response(path, scope)
        response.headers["Cache-Control"] = "no-cache"
        return response


async def alive(_request: Request) -> Response:
    """The program runs."""
    return PlainTextResponse("ok")


async def ready(request: Request) -> Response:
    """Every part runs; or the name of the first that does not."""
    trouble = desk_of(request).trouble()
    return PlainTextResponse(trouble or "ok", 503 if trouble else 200)
