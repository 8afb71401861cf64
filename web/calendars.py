"""The calendar feed under its secret link, and a specialist's own page about calendars."""

import hashlib

from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from domain.errors import HotlineError, NotAllowed
from domain.people import Role
from models.calendars import calendars_of
from services import busy, calendars
from services.calendars import MEDIA_TYPE
from web.browser import desk_of, whole_number
from web.room import show
from web.signing import check_form, staff_of_request

PATH = "/review/calendar"


async def feed(request: Request) -> Response:
    """Somebody's visits. A calendar that has them already is told so (ETag)."""
    desk = desk_of(request)
    async with desk.database.write() as session:
        found = await calendars.read_feed(session, desk.now(), request.path_params["secret"])
    if found is None:
        return PlainTextResponse("no such calendar", 404)
    etag = f'"{hashlib.sha256(found).hexdigest()[:32]}"'
    headers = {"ETag": etag, "Cache-Control": "private, no-cache"}
    if etag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    headers["Content-Disposition"] = 'inline; filename="hv-linjen.ics"'
    return Response(found, media_type=f"{MEDIA_TYPE}; charset=utf-8", headers=headers)


async def show_calendars(request: Request) -> Response:
    """One's own feed, and the calendars that take time."""
    return await _page(request)


async def _page(request: Request, problem: HotlineError | None = None, link: str = "") -> Response:
    person = await staff_of_request(request)
    if person.role is not Role.SPECIALIST:
        raise NotAllowed()
    async with desk_of(request).database.read() as session:
        known = await calendars_of(session, person.id or 0)
        current = await calendars.current_feed(session, person)
    return show(
        request,
        "calendar.html",
        person,
        "people",
        status=400 if problem else 200,
        problem=problem,
        link=link,
        current=current,
        known=known,
    )


async def new_link(request: Request) -> Response:
    """A new secret link; it stands on the page that answers, and never again."""
    person = await staff_of_request(request)
    await check_form(request)
    desk = desk_of(request)
    async with desk.database.write() as session:
        secret = await calendars.open_feed(session, desk.now(), person)
    return await _page(request, link=f"{desk.base_url}/calendar/{secret}.ics")


async def end_link(request: Request) -> Response:
    """The link stops working."""
    person = await staff_of_request(request)
    await check_form(request)
    desk = desk_of(request)
    async with desk.database.write() as session:
        await calendars.close_feed(session, desk.now(), person)
    return RedirectResponse(PATH, 303)


async def add(request: Request) -> Response:
    """A published calendar that takes time from now on."""
    person = await staff_of_request(request)
    await check_form(request)
    desk = desk_of(request)
    address = (await request.form()).get("address")
    try:
        async with desk.database.write() as session:
            await busy.add_calendar(session, desk.now(), person, str(address or ""))
    except (busy.AddressUnclear, busy.TooManyCalendars) as problem:
        return await _page(request, problem)
    desk.committed()
    return RedirectResponse(PATH, 303)


async def remove(request: Request) -> Response:
    """A calendar that is no longer read."""
    person = await staff_of_request(request)
    await check_form(request)
    desk = desk_of(request)
    number = whole_number(str((await request.form()).get("calendar") or ""))
    async with desk.database.write() as session:
        await busy.remove_calendar(session, desk.now(), person, number)
    return RedirectResponse(PATH, 303)


def calendar_routes() -> list[Route]:
    """The feed, the page and its forms."""
    return [
        Route("/calendar/{secret}.ics", feed),
        Route(PATH, show_calendars),
        Route(f"{PATH}/link", new_link, methods=["POST"]),
        Route(f"{PATH}/end", end_link, methods=["POST"]),
        Route(f"{PATH}/add", add, methods=["POST"]),
        Route(f"{PATH}/remove", remove, methods=["POST"]),
    ]
