"""Signing in to and out of the review pages, and who is signed in."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from models.database import Session
from models.people import Person
from services import signin
from web.browser import (
    csrf_token,
    desk_of,
    drop_cookie,
    is_same_origin,
    is_token,
    read_cookie,
    set_cookie,
)
from web.errors import NotSignedIn, StalePage
from web.pages import page

LIVE = "x-live"
"""Sent by a page that renews itself: that is no sign that somebody still sits in front of it."""


async def staff_of_request(request: Request) -> Person:
    """Who is signed in; somebody who does something stays so. Raises NotSignedIn."""
    desk = desk_of(request)
    token = read_cookie(request, "review")
    async with desk.database.read() as session:
        person = await signin.reviewer(session, desk.now(), token)
    if person is None:
        raise NotSignedIn()
    request.state.language = person.language
    if LIVE not in request.headers:
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
    desk = desk_of(request)
    async with desk.database.write() as session:
        entered = await signin.sign_in(session, desk.now(), request.path_params["code"])
    if entered is None:
        return page(request, "signin.html", "da", status=403, spent=True)
    response = RedirectResponse("/review", 303)
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
        Route("/login/{code}", show_login),
        Route("/login/{code}", log_in, methods=["POST"]),
        Route("/logout", log_out, methods=["POST"]),
    ]
