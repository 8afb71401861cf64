"""How the guides are used: shown, helped or not, and the least helpful ones."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from domain.messages import Ref
from models.guide_use import GuideUse
from services.guides import guide_use
from services.overview import WEEKS
from web.browser import desk_of
from web.listing import listing
from web.room import show
from web.signing import staff_of_request

FEWEST = 3
"""Answers from which on a guide is called helpful or not."""


async def show_guides(request: Request) -> Response:
    """The guides of the last half year: the most used first, or the least helpful."""
    person = await staff_of_request(request)
    desk = desk_of(request)
    asked = listing(request, (), ("used", "helped"), "-used")
    async with desk.database.read() as session:
        used = await guide_use(session, desk.now(), WEEKS)
    if asked.column == "helped":
        rated = [use for use in used if use.helped + use.not_helped >= FEWEST]
        used = sorted(rated, key=share, reverse=asked.falling)
    elif not asked.falling:
        used = used[::-1]
    title = desk.phrases.text
    return show(
        request,
        "guides.html",
        person,
        "guides",
        listing=asked,
        rows=[
            (title(person.language, Ref(f"guide-title:{use.guide_id}")), use, share(use))
            for use in used
        ],
    )


def share(use: GuideUse) -> int:
    """How many of a hundred answers said that the guide helped; -1 without an answer."""
    answers = use.helped + use.not_helped
    return round(100 * use.helped / answers) if answers else -1


def guide_use_routes() -> list[Route]:
    """The guides."""
    return [Route("/review/guides", show_guides)]
