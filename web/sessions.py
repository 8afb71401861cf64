"""Where I am signed in, and an end to it; for reviewers, also where their colleagues are."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from domain.errors import HotlineError
from domain.identity import EMAIL_LIMIT
from domain.people import Role
from services import sessions
from services.codes import hash_code
from web.browser import desk_of, read_cookie, whole_number
from web.room import show
from web.signing import check_form, staff_of_request


async def show_sessions(request: Request) -> Response:
    """One's own sessions, and the staff's for a reviewer."""
    return await _sessions(request)


async def _sessions(
    request: Request, *, problem: HotlineError | None = None, at: int = 0, written: str = ""
) -> Response:
    person = await staff_of_request(request)
    desk = desk_of(request)
    may_change = person.role is Role.REVIEWER
    async with desk.database.read() as session:
        own = await sessions.own_sessions(session, desk.now(), person)
        staff = await sessions.colleagues(session, desk.now(), person) if may_change else []
    return show(
        request,
        "sessions.html",
        person,
        "sessions",
        status=400 if problem else 200,
        own=own,
        this=hash_code(read_cookie(request, "review")),
        staff=staff,
        problem=problem,
        at=at,
        written=written,
        email_limit=EMAIL_LIMIT,
    )


async def end_session(request: Request) -> Response:
    """Sign one browser out, at once: its open pages are cut off too."""
    person = await staff_of_request(request)
    await check_form(request)
    desk = desk_of(request)
    token_hash = (await request.form()).get("session")
    async with desk.database.write() as session:
        ended = await sessions.revoke(session, desk.now(), person, str(token_hash))
    desk.feed.changed("log")
    desk.feed.changed(ended.chat_key)
    return RedirectResponse("/review/sessions", 303)


async def set_email(request: Request) -> Response:
    """Which account one of the staff may sign in with."""
    person = await staff_of_request(request)
    await check_form(request)
    desk, form = desk_of(request), await request.form()
    person_id, written = whole_number(str(form.get("person", ""))), str(form.get("email", ""))
    try:
        async with desk.database.write() as session:
            await sessions.set_email(session, desk.now(), person, person_id, written)
    except (sessions.NoEmail, sessions.EmailTaken) as problem:
        return await _sessions(
            request, problem=problem, at=person_id, written=written[:EMAIL_LIMIT]
        )
    return RedirectResponse(f"/review/sessions#person-{person_id}", 303)


def session_routes() -> list[Route]:
    """The page and its forms."""
    return [
        Route("/review/sessions", show_sessions),
        Route("/review/sessions/end", end_session, methods=["POST"]),
        Route("/review/sessions/email", set_email, methods=["POST"]),
    ]
