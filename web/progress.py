"""A placement's progress for the staff: pictures, sentences and numbers on one page."""

import asyncio
from collections.abc import Sequence

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from domain.people import Language
from services import charts, progress
from services.progress import Figure
from web.browser import desk_of
from web.room import show
from web.signing import staff_of_request


async def show_progress(request: Request) -> Response:
    """Everything that can be drawn of one placement. Drawing takes up to two seconds once."""
    person = await staff_of_request(request)
    desk = desk_of(request)
    async with desk.database.read() as session:
        placement_id = await progress.placement_called(session, request.path_params["reference"])
        found = await progress.progress_of(
            session, person, desk.phrases.forms, placement_id, person.language
        )
    drawn = await asyncio.to_thread(_drawn, found.figures, person.language)
    return show(
        request,
        "progress.html",
        person,
        "placements",
        reference=found.placement.reference,
        figures=list(zip(found.figures, drawn, strict=True)),
        measured=len(found.figures) > 1,
    )


def _drawn(figures: Sequence[Figure], language: Language) -> list[Markup]:
    """The charts as SVG, which escapes what people wrote."""
    return [Markup(charts.svg(figure.chart, language)) for figure in figures]


def progress_routes() -> list[Route]:
    """The page of one placement."""
    return [Route("/review/placements/{reference}/progress", show_progress)]
