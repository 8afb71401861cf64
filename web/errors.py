"""Errors as pages: kind, in Danish and English, never with a trace of what went on inside."""

import traceback

import structlog
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from domain.errors import HotlineError, InvitationRefused, NotAllowed, NotFound
from domain.people import Language
from services.signin import UnknownIdentity
from web.openid import ProviderSilent, SignInRefused
from web.pages import page, sentence

log = structlog.get_logger()


class StalePage(HotlineError):
    """A form that does not come from our own page, or from one that is too old."""

    key = "web-stale-page"


class NoChat(HotlineError):
    """This browser has no chat: it must come in by an invitation."""

    key = "web-no-chat"


class NotSignedIn(HotlineError):
    """Nobody is signed in to the review pages here."""

    key = "web-not-signed-in"


class LinkRefused(HotlineError):
    """The sign-in link is unknown, used or too old."""

    key = "web-signin-spent"


class TooManyAttempts(HotlineError):
    """Too many sign-ins from this address have failed."""

    key = "web-too-many-attempts"


_STATUS = {
    NotAllowed: 403,
    NotFound: 404,
    StalePage: 403,
    NoChat: 401,
    NotSignedIn: 401,
    LinkRefused: 403,
    TooManyAttempts: 429,
    ProviderSilent: 502,
    SignInRefused: 403,
    InvitationRefused: 403,
    UnknownIdentity: 403,
}
_AT_THE_DOOR = (NotSignedIn, LinkRefused, SignInRefused, UnknownIdentity, ProviderSilent)
_KNOWN = {401, 403, 404, 405, 413}


def wants_json(request: Request) -> bool:
    """Whether a script asks rather than a person."""
    return "application/json" in request.headers.get("accept", "")


def language_of(request: Request) -> Language | None:
    """The language of whoever asks, as far as it is known by now."""
    language: Language | None = getattr(request.state, "language", None)
    return language


async def hotline_error(request: Request, error: Exception) -> Response:
    """A rule said no: its own sentence."""
    assert isinstance(error, HotlineError)
    status = _STATUS.get(type(error), 400)
    language = language_of(request) or "da"
    said = sentence(request, language, error.key, error.params)
    if wants_json(request):
        return JSONResponse({"error": said}, status)
    if isinstance(error, NoChat):
        return page(request, "closed.html", "da", status=status)
    if isinstance(
        error, NotSignedIn | LinkRefused | SignInRefused | UnknownIdentity | ProviderSilent
    ):
        problem = "" if isinstance(error, NotSignedIn) else error.key
        return page(request, "signin.html", "da", status=status, problem=problem)
    if isinstance(error, NotFound):
        return _error_page(request, 404)
    return page(
        request,
        "error.html",
        language,
        status=status,
        kind="said",
        said=said,
        way_out=_way_out(request),
    )


async def http_error(request: Request, error: Exception) -> Response:
    """No such page, or not in this way."""
    assert isinstance(error, HTTPException)
    response = _error_page(request, error.status_code)
    response.headers.update(error.headers or {})
    return response


def _error_page(request: Request, status: int) -> Response:
    kind = str(status) if status in _KNOWN else "500" if status >= 500 else "400"
    language = language_of(request)
    if wants_json(request):
        return JSONResponse(
            {"error": sentence(request, language or "da", f"web-error-{kind}")}, status
        )
    return page(
        request,
        "error.html",
        language or "da",
        status=status,
        kind=kind,
        both=not language,
        way_out=_way_out(request),
    )


def _way_out(request: Request) -> tuple[str, str]:
    """Where an error page leads, and what that is called: the signed in go to their overview."""
    if language_of(request) and request.url.path.startswith("/review"):
        return "/review", "room-overview"
    return "/", "web-to-front"


class KindFailures:
    """Catches what nobody expected, inside the layer that sets the security headers.

    The log gets the kind of error and where it was, but not its message, which may quote what
    somebody wrote, and not the address, which may hold a code.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and answer it if that fails."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        started = False

        async def watched(message: Message) -> None:
            nonlocal started
            started = started or message["type"] == "http.response.start"
            await send(message)

        try:
            await self.app(scope, receive, watched)
        except ClientDisconnect:
            log.info("browser left before its request was complete")
        except Exception as error:  # noqa: BLE001 - the last net: whatever it is, a kind page
            _write_down(error)
            if not started:
                await _error_page(Request(scope, receive), 500)(scope, receive, send)


def _write_down(error: Exception) -> None:
    where = [f"{f.filename}:{f.lineno}" for f in traceback.extract_tb(error.__traceback__)[-6:]]
    log.error("page failed", error=type(error).__name__, where=where)
