"""The first page of the review room: what needs a person today, and how things stand."""

import asyncio

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from domain.incidents import Status
from models.incidents import count_by_status
from services.attention import needs
from services.overview import figures
from web.browser import desk_of
from web.pictures import Pictures
from web.room import keep_up, show
from web.signing import staff_of_request

FIRST = 12
"""Needs that are always seen; the others are folded below them."""


async def show_overview(request: Request) -> Response:
    """What waits, the most pressing first; then how many cases are open."""
    person = await staff_of_request(request)
    desk = desk_of(request)
    await keep_up(desk)
    async with desk.database.read() as session:
        waiting = await needs(session, desk.now(), person)
        counts = await count_by_status(session)
        found = await figures(session, desk.now(), person)
    open_sections = {section.path for section in request.app.state.sections}
    pictures: Pictures = request.app.state.pictures
    return show(
        request,
        "overview.html",
        person,
        "overview",
        needs=waiting,
        first=FIRST,
        waiting=counts.get(Status.OPEN, 0),
        taken=counts.get(Status.TAKEN, 0),
        open_sections=open_sections,
        pictures=await asyncio.gather(
            *(pictures.show(desk.phrases, person, figure) for figure in found)
        ),
    )


def overview_routes() -> list[Route]:
    """The overview."""
    return [Route("/review", show_overview)]
