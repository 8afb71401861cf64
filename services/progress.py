"""A placement's progress drawn: radar, curve and stairs, each with a sentence and its numbers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

import locales
from domain.errors import NotFound
from domain.forms import Answers, Form, Kind, Question
from domain.people import Language
from domain.placements import PlacementStatus
from domain.progress import (
    Measurement,
    Move,
    Step,
    curve_rows,
    in_order,
    moves,
    radar_rows,
    stair_rows,
    steps_reached,
    things,
)
from domain.working_time import danish_day
from models.database import Session
from models.people import Person
from models.placements import Placement, placement_by_reference, steps_to
from models.sheets import Sheet, answers_of_all, sheets_about
from services.charts import Chart, svg
from services.sheets import from_json, may_see

COLUMNS = 6
"""Days in a table; with more, the first and the latest are shown."""
STAIR_LETTERS = 19
"""Letters in a line above a step."""
MOST_LABELS = 4
"""Steps that have room for their names; with more, the picture has their numbers."""
LOW_STEP = 2.4
"""Steps that the height of the picture has room for at least, so that a first one stays low."""
CORNERS = 3
"""Areas that make a shape; fewer are drawn as curves."""
SPREAD = 120
"""Days from which a curve's axis names months instead of days."""


@dataclass(frozen=True)
class Figure:
    """One picture with what it shows in a sentence, how to read it, and its numbers."""

    title: str
    sentence: str
    note: str
    chart: Chart
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Progress:
    """Everything that can be drawn of one placement and the steps before it."""

    placement: Placement
    figures: tuple[Figure, ...]


async def progress_of(
    session: Session, by: Person, forms: Mapping[str, Form], placement_id: int, language: Language
) -> Progress:
    """The placement's pictures from the sheets that this person may see. Raises NotFound."""
    placement = await session.get(Placement, placement_id)
    if placement is None or not (by.role.is_staff or by.company_id == placement.company_id):
        raise NotFound()
    chain = await steps_to(session, placement)
    figures = await _of_sheets(session, by, forms, chain, language)
    stairs = of_types(chain, language)
    return Progress(placement, (stairs, *figures))


async def placement_called(session: Session, reference: str) -> int:
    """The placement with this reference. Raises NotFound."""
    placement = await placement_by_reference(session, reference.upper())
    if placement is None:
        raise NotFound()
    return placement.id or 0


async def _of_sheets(
    session: Session,
    by: Person,
    forms: Mapping[str, Form],
    chain: Sequence[Placement],
    language: Language,
) -> list[Figure]:
    drawn = {form_id: form for form_id, form in forms.items() if form.chart}
    sheets = [
        sheet
        for one in chain
        for sheet in await sheets_about(session, one.id or 0, list(drawn))
        if may_see(by, sheet, drawn[sheet.form_id])
    ]
    answers: dict[int, dict[str, Any]] = {sheet.id or 0: {} for sheet in sheets}
    for row in await answers_of_all(session, list(answers)):
        answers[row.sheet_id][row.question_id] = from_json(row.value)
    figures = []
    for form_id, form in drawn.items():
        filled = [(s, answers[s.id or 0]) for s in sheets if s.form_id == form_id]
        figure = figure_of(form, filled, language)
        if figure:
            figures.append(figure)
    return figures


def figure_of(
    form: Form, filled: Sequence[tuple[Sheet, Answers]], language: Language
) -> Figure | None:
    """The picture of all sheets of one form, oldest first; nothing where no marks were given."""
    if form.chart == "stairs":
        return _stairs(form, filled[-1][1], language) if filled else None
    measured = in_order(
        [
            Measurement(danish_day(sheet.created_at), _marks(form, answers, language))
            for sheet, answers in filled
        ]
    )
    if not measured:
        return None
    scale = next(question for question in form.questions if question.kind is Kind.SCALE)
    low, high = int(scale.lowest or 0), int(scale.highest or 0)
    if form.chart == "radar" and len(things(measured)) >= CORNERS:
        rows = radar_rows(measured, lambda day: _short(language, day))
        chart = Chart("radar", rows, {"low": low, "high": high})
    else:
        spread = (measured[-1].on - measured[0].on).days
        days = "%b %Y" if spread > SPREAD else "%-d. %b" if language == "da" else "%-d %b"
        values: dict[str, str | int | float] = {
            "low": low,
            "high": high,
            "zero": 0 if low < 0 else low,
            "days": days,
        }
        chart = Chart("curve", curve_rows(measured), values)
    words = form.words[language]
    head, table = _table(measured, language)
    return Figure(words.title, _said(measured, language), words.drawn, chart, head, table)


def _marks(form: Form, answers: Answers, language: Language) -> dict[str, float]:
    marks: dict[str, float] = {}
    for question in form.questions:
        mark = answers.get(question.id)
        if question.kind is Kind.SCALE and isinstance(mark, int | float):
            marks[_about(question, answers, language)] = mark
    return marks


def _about(question: Question, answers: Answers, language: Language) -> str:
    """What a mark is about: the goal as it was written, or the question's heading."""
    return str(answers.get(question.about) or question.words[language].label).rstrip(".")


def _table(
    measured: Sequence[Measurement], language: Language
) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    shown = measured
    if len(measured) > COLUMNS:
        shown = [measured[0], *measured[1 - COLUMNS :]]
    head = ("", *(_short(language, one.on) for one in shown))
    rows = [
        (
            about,
            *(
                locales.number(language, one.marks[about]) if about in one.marks else "–"
                for one in shown
            ),
        )
        for about in things(measured)
    ]
    return head, tuple(rows)


def _short(language: Language, day: date) -> str:
    return locales.short_day(language, day)


def _said(measured: Sequence[Measurement], language: Language) -> str:
    """What the picture shows, in words."""
    found = moves(measured)
    first = _short(language, measured[0].on)
    if not found:
        return locales.say(language, "progress-first", {"day": first})
    last = _short(language, measured[-1].on)
    parts = []
    for key, chosen in (
        ("progress-up", [move for move in found if move.last > move.first]),
        ("progress-down", [move for move in found if move.last < move.first]),
        ("progress-same", [move for move in found if move.last == move.first]),
    ):
        if chosen:
            what = locales.listed(language, [_moved(move, language) for move in chosen])
            parts.append(locales.say(language, key, {"what": what}))
    said = {"from": first, "to": last, "moves": " ".join(parts)}
    return locales.say(language, "progress-change", said)


def _moved(move: Move, language: Language) -> str:
    numbers = {
        "what": move.about,
        "first": locales.number(language, move.first),
        "last": locales.number(language, move.last),
    }
    key = "progress-stayed" if move.first == move.last else "progress-moved"
    return locales.say(language, key, numbers)


def _stairs(form: Form, answers: Answers, language: Language) -> Figure | None:
    """The latest card of steps: how many of them are done."""
    counted = next((q for q in form.questions if q.about and q.kind is Kind.NUMBER), None)
    lines = answers.get(counted.about) if counted else None
    reached = answers.get(counted.id) if counted else None
    if not isinstance(lines, tuple) or not isinstance(reached, int | float):
        return None
    steps = steps_reached(lines, int(reached))
    done = sum(step.state == "done" for step in steps)
    here = next((step.label for step in steps if step.state == "here"), "")
    said = {"done": done, "total": len(steps), "next": here or "none"}
    sentence = locales.say(language, "progress-steps", said)
    return _staircase(form.words[language].title, sentence, steps, language)


def of_types(chain: Sequence[Placement], language: Language) -> Figure:
    """The kinds of placement so far, each one step up."""
    steps = [
        Step(
            locales.say(language, f"type-{one.type}", {}),
            _span(one, language),
            "here" if one is chain[-1] and one.status != PlacementStatus.ENDED else "done",
        )
        for one in chain
    ]
    before = locales.listed(language, [step.label for step in steps[:-1]])
    said = {"here": steps[-1].label, "before": before or "none"}
    sentence = locales.say(language, "progress-types", said)
    title = locales.say(language, "progress-types-title", {})
    return _staircase(title, sentence, steps, language)


def _span(placement: Placement, language: Language) -> str:
    starts = _short(language, placement.starts_on) if placement.starts_on else ""
    ends = _short(language, placement.ends_on) if placement.ends_on else ""
    return f"{starts}–{ends}" if starts or ends else ""


def _staircase(title: str, sentence: str, steps: Sequence[Step], language: Language) -> Figure:
    numbers = len(steps) > MOST_LABELS
    width = 60 if numbers else 150 if len(steps) > 1 else 300
    rows = stair_rows(
        [replace(step, label=str(n), when="") for n, step in enumerate(steps, start=1)]
        if numbers
        else steps,
        STAIR_LETTERS,
    )
    tallest = max(str(row["label"]).count("\n") + 1 for row in rows)
    room = 40 + 16 * tallest  # pixels above the last step for its label
    top = max(round(len(steps) * 240 / (240 - room), 2), LOW_STEP)
    chart = Chart("stairs", rows, {"top": top, "width": width})
    head = tuple(locales.say(language, f"progress-{word}", {}) for word in ("step", "state"))
    states = tuple(
        (
            f"{number}. {step.label}",
            ", ".join(
                filter(None, (locales.say(language, f"progress-{step.state}", {}), step.when))
            ),
        )
        for number, step in enumerate(steps, start=1)
    )
    return Figure(title, sentence, "", chart, head, states)


def content_of(progress: Progress, language: Language, now: datetime) -> dict[str, Any]:
    """Everything on the paper; the charts are drawn when it is printed."""
    title = locales.say(language, "progress-title", {"reference": progress.placement.reference})
    return {
        "lang": language,
        "title": title,
        "form": title,
        "foot": locales.day(language, now),
        "figures": [
            {
                "title": figure.title,
                "sentence": figure.sentence,
                "note": figure.note,
                "chart": {
                    "name": figure.chart.name,
                    "rows": list(figure.chart.rows),
                    "values": dict(figure.chart.values),
                },
                "head": figure.head,
                "rows": figure.rows,
            }
            for figure in progress.figures
        ],
    }


def draw_figures(content: dict[str, Any]) -> None:
    """Put the drawings into the content, in the colours of paper."""
    for figure in content.get("figures", []):
        figure["svg"] = svg(Chart(**figure.pop("chart")), content["lang"], paper=True)
