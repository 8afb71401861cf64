"""What was learned from cases, as a page with a search."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from models.learned import NEWEST
from services.learned import find_notes
from web.browser import desk_of
from web.listing import listing
from web.room import show
from web.signing import staff_of_request

PATH = "/review/learned"
SHOWN = 50


async def show_notes(request: Request) -> Response:
    """The newest notes, or those that fit a few words."""
    person = await staff_of_request(request)
    asked = listing(request, ("words",), ("new",), "-new")
    async with desk_of(request).database.read() as session:
        rows = await find_notes(session, person, asked.filters.get("words", ""), SHOWN)
    return show(request, "learned.html", person, "learned", listing=asked, rows=rows, newest=NEWEST)


def learned_routes() -> list[Route]:
    """The page."""
    return [Route(PATH, show_notes)]
