"""Pictures in pages: figures in the reader's words, drawn, and ready again at once."""

import asyncio
from dataclasses import dataclass

from markupsafe import Markup

from domain.messages import Ref
from domain.people import Language
from models.people import Person
from services import charts
from services.charts import SCREEN, Chart, NotDrawn, Row
from services.overview import Figure
from services.phrases import Phrases

PATIENCE = 0.1
"""Seconds that a page waits for a picture to be drawn anew when it has the one of a moment ago."""


@dataclass(frozen=True)
class Picture:
    """A figure ready for the page: every text in the reader's language."""

    figure: Figure
    drawn: Markup
    columns: list[str]
    rows: list[list[str | int]]


class Pictures:
    """Draws, and keeps each picture as it was last drawn."""

    def __init__(self) -> None:
        self._last: dict[tuple[str, Language], Markup] = {}
        self._drawing: set[asyncio.Task[None]] = set()

    async def show(self, phrases: Phrases, person: Person, figure: Figure) -> Picture:
        """The figure for this person's page."""
        language = person.language
        columns = [phrases.text(language, Ref(key)) for key in figure.columns]
        labels = [
            phrases.text(language, label) if isinstance(label, Ref) else label
            for label, _ in figure.rows
        ]
        rows: list[list[str | int]] = [
            [label, *numbers] for label, (_, numbers) in zip(labels, figure.rows, strict=True)
        ]
        drawn = Markup("")
        if not figure.is_empty:
            drawn = await self._draw(figure.name, _chart(figure, columns, labels), language)
        return Picture(figure, drawn, columns, rows)

    async def _draw(self, name: str, chart: Chart, language: Language) -> Markup:
        key = (name, language)
        task = asyncio.create_task(self._keep(key, chart))
        self._drawing.add(task)
        task.add_done_callback(self._drawing.discard)
        await asyncio.wait([task], timeout=PATIENCE if key in self._last else None)
        return self._last.get(key, Markup(""))

    async def _keep(self, key: tuple[str, Language], chart: Chart) -> None:
        try:
            drawn = await asyncio.to_thread(charts.svg, chart, key[1])
        except NotDrawn:
            return
        self._last[key] = Markup(drawn)


def _chart(figure: Figure, columns: list[str], labels: list[str]) -> Chart:
    """The figure as its chart wants it."""
    if figure.kind == "counts":
        rows: list[Row] = [
            {"label": label, "value": numbers[0]}
            for label, (_, numbers) in zip(labels, figure.rows, strict=True)
        ]
        return Chart("counts", rows)
    stacked: list[Row] = [
        {"week": label, "label": label, "series": series, "place": place, "value": numbers[place]}
        for label, (_, numbers) in zip(labels, figure.rows, strict=True)
        for place, series in enumerate(columns)
    ]
    inks = [SCREEN[colour] for colour in figure.colours]
    return Chart(figure.kind, stacked, {"series": columns, "inks": inks})
