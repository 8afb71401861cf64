"""How satisfied the companies are: response rates, pictures with their numbers, and sentences."""

import asyncio
from dataclasses import dataclass

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

import locales
from domain.messages import Param
from domain.people import Language
from domain.satisfaction import HIGHEST, LOWEST, Marks
from services import charts, satisfaction
from services.charts import Chart
from services.satisfaction import OccasionResult
from web.browser import desk_of
from web.pages import sentence
from web.room import show
from web.signing import staff_of_request


@dataclass(frozen=True)
class Asked:
    """One question as it is shown: a sentence, a picture and its numbers."""

    name: str
    title: str
    sentence: str
    picture: Markup
    rows: list[tuple[str, str]]


async def show_satisfaction(request: Request) -> Response:
    """One year, this one unless another is chosen."""
    person = await staff_of_request(request)
    desk, language = desk_of(request), person.language
    async with desk.database.read() as session:
        years = await satisfaction.years(session, desk.now())
        wanted = request.query_params.get("year", years[0])
        year = wanted if wanted in years else years[0]
        found = await satisfaction.results(session, person, year)
    shown = [
        (
            result,
            sentence(request, language, f"satisfaction-occasion-{result.occasion}"),
            await asyncio.to_thread(_questions, request, language, result),
        )
        for result in found
    ]
    return show(
        request,
        "satisfaction.html",
        person,
        "satisfaction",
        years=years,
        year=year,
        results=shown,
        percent=lambda rate: locales.number(language, round(100 * rate)),
    )


def _questions(request: Request, language: Language, result: OccasionResult) -> list[Asked]:
    return [_asked(request, language, question, marks) for question, marks in result.marks.items()]


def _asked(request: Request, language: Language, question: str, marks: Marks) -> Asked:
    title = sentence(request, language, f"satisfaction-question-{question}")
    said: dict[str, Param] = {
        "total": marks.total,
        "mean": locales.number(language, round(marks.mean, 1)),
        "good": sum(marks.counts[-2:]),
        "waiting": marks.waiting,
    }
    labels = [_label(request, language, mark) for mark in range(LOWEST, HIGHEST + 1)]
    counted = list(zip(labels, marks.counts, strict=True))
    if not marks.total:
        few = sentence(request, language, "satisfaction-said", said)
        return Asked(question, title, few, Markup(), [])
    chart = Chart("counts", [{"label": label, "value": count} for label, count in counted])
    return Asked(
        question,
        title,
        sentence(request, language, "satisfaction-said", said),
        Markup(charts.svg(chart, language)),
        [(label, locales.number(language, count)) for label, count in counted],
    )


def _label(request: Request, language: Language, mark: int) -> str:
    ends = (LOWEST, HIGHEST)
    return sentence(request, language, f"satisfaction-mark-{mark}") if mark in ends else str(mark)


def satisfaction_routes() -> list[Route]:
    """The page."""
    return [Route("/review/satisfaction", show_satisfaction)]
