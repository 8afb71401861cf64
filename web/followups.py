"""The follow-ups: tasks that wait, questions without an answer, and what comes this week."""

from datetime import timedelta

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from domain.errors import HotlineError
from services import followups
from services.followup_list import VIEWS, follow_up_list
from web import fields
from web.browser import desk_of
from web.listing import listing
from web.pages import plain
from web.room import show
from web.signing import check_form, staff_of_request

PATH = "/review/followups"
AHEAD = timedelta(days=7)


async def show_list(request: Request) -> Response:
    """One of the three views; the tasks unless another is asked for."""
    return await _list(request)


async def _list(request: Request, problem: HotlineError | None = None) -> Response:
    person = await staff_of_request(request)
    desk = desk_of(request)
    asked = listing(request, ("view", "mine"), ("due",), "due")
    view = asked.filters.get("view", VIEWS[0])
    view = view if view in VIEWS else VIEWS[0]
    async with desk.database.read() as session:
        rows = await follow_up_list(
            session,
            person,
            view,
            until=desk.now() + AHEAD,
            mine=asked.filters.get("mine") == "yes",
        )
    return show(
        request,
        "followups.html",
        person,
        "followups",
        status=400 if problem else 200,
        listing=asked,
        views=[(name, f"follow-ups-{name}") for name in VIEWS],
        caption=f"follow-ups-{view}",
        nothing=f"follow-ups-none-{view}",
        view=view,
        rows=[(one, plain(request, person.language, one.text)) for one in rows],
        now=desk.now(),
        problem=problem,
    )


async def done(request: Request) -> Response:
    """A task is ticked off."""
    person = await staff_of_request(request)
    await check_form(request)
    desk, form = desk_of(request), await request.form()
    try:
        async with desk.database.write() as session:
            number = fields.row_id(form, "follow-up") or 0
            await followups.finish_task(session, desk.now(), person, number)
    except followups.FollowUpOver as problem:
        return await _list(request, problem)
    return RedirectResponse(PATH, 303)


def follow_up_routes() -> list[Route]:
    """The list, and the tick."""
    return [Route(PATH, show_list), Route(f"{PATH}/done", done, methods=["POST"])]
