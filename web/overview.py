"""The first page of the review room: what needs a person today, and how things stand."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from domain.incidents import Status
from models.incidents import count_by_status
from services.attention import needs
from web.browser import desk_of
from web.room import show
from web.signing import staff_of_request


async def show_overview(request: Request) -> Response:
    """What waits, the most pressing first; then how many cases are open."""
    person = await staff_of_request(request)
    desk = desk_of(request)
    async with desk.database.read() as session:
        waiting = await needs(session, desk.now(), person)
        counts = await count_by_status(session)
    return show(
        request,
        "overview.html",
        person,
        "overview",
        needs=waiting,
        waiting=counts.get(Status.OPEN, 0),
        taken=counts.get(Status.TAKEN, 0),
    )


def overview_routes() -> list[Route]:
    """The overview."""
    return [Route("/review", show_overview)]
