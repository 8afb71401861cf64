"""An invented placement over two years, drawn: a sheet on paper and each picture by itself."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from domain.forms import Answers
from domain.placements import PlacementStatus, PlacementType
from knowledge.forms import load_forms
from knowledge.library import FOLDER
from knowledge.plain import load_plain
from models.placements import Placement
from models.sheets import Sheet
from services import charts, printing, progress
from services.progress import Figure, Progress

DAYS = (date(2025, 3, 3), date(2025, 9, 1), date(2026, 3, 2), date(2026, 8, 31))
AREAS = {
    "motivation": (2, 3, 3, 4),
    "identity": (1, 2, 3, 3),
    "clarity": (2, 2, 3, 4),
    "knowledge": (3, 2, 3, 4),
}
GOALS = {
    "Fylder mælkehylden op uden hjælp": (0, 1, 3, 5),
    "Er her kl. 08.15 de aftalte dage": (0, -2, 1, 2),
    "Spørger selv om hjælp": (0, 0, -1, 3),
}
BURDEN = {
    "surroundings": (9, 8, 6, 4),
    "people": (7, 7, 5, 5),
    "changes": (8, 6, 6, 3),
    "tasks": (4, 2, 2, 2),
    "way": (6, 3, 2, 2),
    "outside": (5, 6, 4, 4),
}
STEPS = (
    "Ser på",
    "Gør det sammen med Mette",
    "Gør det alene med kortet",
    "Gør det uden kort",
)


def sheets(form_id: str) -> Iterator[tuple[Sheet, Answers]]:
    for place, day in enumerate(DAYS):
        answers: dict[str, str | int | tuple[str, ...]] = {}
        if form_id == "goals":
            for number, (goal, marks) in enumerate(GOALS.items(), start=1):
                answers |= {f"goal-{number}": goal, f"score-{number}": marks[place]}
        elif form_id == "step-card":
            answers = {"goal": "Fylder hylden op", "steps": STEPS, "reached": place}
        else:
            marks = AREAS if form_id == "progress" else BURDEN
            answers = {key: values[place] for key, values in marks.items()}
        at = datetime(day.year, day.month, day.day, 11, tzinfo=UTC)
        yield (
            Sheet(form_id=form_id, form_version=1, created_by=1, created_at=at, changed_at=at),
            answers,
        )


def staircase() -> Figure:
    chain = [
        Placement(
            reference="P-2QXA",
            company_id=1,
            created_at=datetime(2025, 3, 3, tzinfo=UTC),
            type=PlacementType.INTERNSHIP,
            status=PlacementStatus.ENDED,
            starts_on=date(2025, 3, 3),
            ends_on=date(2025, 8, 29),
        ),
        Placement(
            reference="P-7KQ2",
            company_id=1,
            created_at=datetime(2025, 9, 1, tzinfo=UTC),
            type=PlacementType.WAGE_SUBSIDY,
            status=PlacementStatus.ENDED,
            starts_on=date(2025, 9, 1),
            ends_on=date(2026, 2, 27),
        ),
        Placement(
            reference="P-9MTA",
            company_id=1,
            created_at=datetime(2026, 3, 2, tzinfo=UTC),
            type=PlacementType.FLEXJOB,
            starts_on=date(2026, 3, 2),
        ),
    ]
    return progress.of_types(chain, "da")


def print_progress(folder: Path) -> None:
    """Writes progress.pdf and .png, and radar, curve and staircase as SVG and PNG."""
    forms = load_forms(FOLDER, load_plain(FOLDER))
    figures = [staircase()]
    for form_id in ("progress", "goals", "burden", "step-card"):
        figure = progress.figure_of(forms[form_id], list(sheets(form_id)), "da")
        assert figure is not None
        figures.append(figure)
    for name, figure in zip(("staircase", "radar", "curve"), figures, strict=False):
        (folder / f"{name}.svg").write_text(charts.svg(figure.chart, "da", paper=True))
        (folder / f"{name}.png").write_bytes(charts.png(figure.chart, "da"))
    placement = Placement(
        reference="P-9MTA", company_id=1, created_at=datetime(2026, 3, 2, tzinfo=UTC)
    )
    found = Progress(placement, tuple(figures))
    content = progress.content_of(found, "da", datetime(2026, 8, 31, 12, tzinfo=UTC))
    progress.draw_figures(content)
    made = printing.make(content, printing.template("progress"), "a4", folder)
    (folder / "progress-drawn.pdf").write_bytes(made.pdf)
    (folder / "progress-drawn.png").write_bytes(made.picture)
