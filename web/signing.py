"""Signing in to and out of the review pages, and who is signed in."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from domain.attempts import Attempts
from domain.errors import NotFound
from models.database import Session
from models.people import Person
from services import signin
from services.signin import SignedIn
from web.browser import (
    browser_of,
    csrf_token,
    desk_of,
    drop_cookie,
    is_same_origin,
    is_token,
    read_cookie,
    set_cookie,
)
from web.errors import LinkRefused, NotSignedIn, StalePage, TooManyAttempts
from web.openid import SignInRefused, new_question, read_question
from web.pages import page

ANSWER = "/signin/answer"
"""Where the municipality's sign-in sends the browser back to."""
ANSWER_WITHIN = timedelta(minutes=10)
"""How long somebody may take at the municipality's sign-in."""

LIVE = "x-live"
"""Sent by a page that renews itself: that is no sign that somebody still sits in front of it."""


async def staff_of_request(request: Request) -> Person:
    """Who is signed in; somebody who does something stays so. Raises NotSignedIn."""
    desk = desk_of(request)
    token = read_cookie(request, "review")
    async with desk.database.read() as session:
        person = await signin.reviewer(session, desk.now(), token)
        stale = await signin.must_touch(session, desk.now(), token)
    if person is None:
        raise NotSignedIn()
    request.state.language = person.language
    if stale and LIVE not in request.headers:
        async with desk.database.write() as session:
            await signin.touch(session, desk.now(), token)
    return person


async def check_form(request: Request) -> None:
    """The form of a signed-in person must come from our own page. Raises StalePage."""
    form = await request.form()
    sent = form.get("csrf")
    token = read_cookie(request, "review")
    if not is_same_origin(request) or not isinstance(sent, str) or not is_token(token, sent):
        raise StalePage()


def form_token(request: Request) -> str:
    """What the forms on a review page carry."""
    return csrf_token(read_cookie(request, "review"))


async def show_login(request: Request) -> Response:
    """One button. Looking spends nothing: previews of links open them too."""
    return page(request, "login.html", "da")


async def log_in(request: Request) -> Response:
    """Spend the link."""
    if not is_same_origin(request):
        raise StalePage()
    with guarded(request):
        desk = desk_of(request)
        async with desk.database.write() as session:
            entered = await signin.sign_in(
                session, desk.now(), request.path_params["code"], browser=browser_of(request)
            )
        if entered is None:
            raise LinkRefused()
    return await _enter(request, entered)


async def show_signin(request: Request) -> Response:
    """The ways in."""
    return page(request, "signin.html", "da", problem="")


async def ask_provider(request: Request) -> Response:
    """Send the browser to the municipality's own sign-in; it keeps what was asked."""
    desk = desk_of(request)
    if desk.provider is None:
        raise NotFound()
    asked = new_question()
    response = RedirectResponse(await desk.provider.address(asked), 303)
    set_cookie(response, desk, "asked", asked.as_cookie(), ANSWER_WITHIN)
    return response


async def take_answer(request: Request) -> Response:
    """The browser comes back from there: it must be the one that was sent, with the answer to its
    own question."""
    desk, sent = desk_of(request), request.query_params
    if desk.provider is None:
        raise NotFound()
    with guarded(request):
        asked = read_question(read_cookie(request, "asked"))
        if not secrets.compare_digest(sent.get("state", "").encode(), asked.state.encode()):
            raise SignInRefused("another state")
        if sent.get("iss", desk.provider.issuer) != desk.provider.issuer:
            raise SignInRefused("another issuer")
        identity = await desk.provider.identity(desk.now(), asked, sent.get("code", ""))
        async with desk.database.write() as session:
            entered = await signin.sign_in_as(
                session, desk.now(), identity, browser=browser_of(request)
            )
    response = await _enter(request, entered)
    drop_cookie(response, desk, "asked")
    return response


@contextmanager
def guarded(request: Request) -> Iterator[None]:
    """A failed sign-in counts against its address. Raises TooManyAttempts."""
    attempts: Attempts = request.app.state.attempts
    address = request.client.host if request.client else ""
    now = desk_of(request).now()
    if attempts.must_wait(address, now):
        raise TooManyAttempts()
    try:
        yield
    except (LinkRefused, SignInRefused, signin.UnknownIdentity):
        attempts.failed(address, now)
        raise


async def _enter(request: Request, entered: SignedIn) -> Response:
    """Into the review room, on the page that the link names; a session that this browser had
    before ends."""
    wanted = request.query_params.get("to", "")
    desk = desk_of(request)
    async with desk.database.write() as session:
        await signin.sign_out(session, read_cookie(request, "review"))
    response = RedirectResponse(f"/review/{wanted}" if wanted.isalpha() else "/review", 303)
    set_cookie(response, desk, "review", entered.token, signin.REVIEW_LONGEST)
    return response


async def log_out(request: Request) -> Response:
    """End the session, here and on the server."""
    await check_form(request)
    desk = desk_of(request)
    async with desk.database.write() as session:
        await signin.sign_out(session, read_cookie(request, "review"))
    response = RedirectResponse("/review", 303)
    drop_cookie(response, desk, "review")
    return response


async def open_review(session: Session, request: Request, person: Person) -> str:
    """In practice: sign this person in without a link, and return the cookie's value."""
    now = desk_of(request).now()
    entered = await signin.sign_in(session, now, signin.login_link(session, now, person))
    return entered.token if entered else ""


def signing_routes() -> list[Route]:
    """Links to sign in with, and the way out."""
    return [
        Route("/signin", show_signin),
        Route("/signin/ask", ask_provider),
        Route(ANSWER, take_answer),
        Route("/login/{code}", show_login),
        Route("/login/{code}", log_in, methods=["POST"]),
        Route("/logout", log_out, methods=["POST"]),
    ]
