"""How marks have moved over time, and the rows from which a picture of it is drawn."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

Row = dict[str, str | int | float]


@dataclass(frozen=True)
class Measurement:
    """The marks that were given on one day, by what they are about."""

    on: date
    marks: Mapping[str, float]


@dataclass(frozen=True)
class Move:
    """From the first mark to the last of one thing."""

    about: str
    first: float
    last: float


@dataclass(frozen=True)
class Step:
    """One step of a staircase: `state` is done, here or ahead."""

    label: str
    when: str
    state: str


def in_order(measurements: Sequence[Measurement]) -> list[Measurement]:
    """By day; of two on one day the later one counts."""
    by_day = {measured.on: measured for measured in measurements if measured.marks}
    return [by_day[day] for day in sorted(by_day)]


def things(measurements: Sequence[Measurement]) -> list[str]:
    """What was marked, in the order it first came up."""
    return list(dict.fromkeys(about for measured in measurements for about in measured.marks))


def moves(measurements: Sequence[Measurement]) -> list[Move]:
    """How each thing has moved that was marked more than once."""
    found = []
    for about in things(measurements):
        marks = [measured.marks[about] for measured in measurements if about in measured.marks]
        if len(marks) > 1:
            found.append(Move(about, marks[0], marks[-1]))
    return found


def radar_rows(measurements: Sequence[Measurement], name: Callable[[date], str]) -> list[Row]:
    """The first, the last and the one before the last: more would hide one another."""
    shown = measurements if len(measurements) < 3 else [measurements[0], *measurements[-2:]]
    latest = len(shown) - 1
    rows: list[Row] = []
    for place, measured in enumerate(shown):
        when = "latest" if place == latest else "first" if place == 0 else "between"
        rows += [
            {"axis": about, "value": mark, "series": name(measured.on), "when": when}
            for about, mark in measured.marks.items()
        ]
    return rows


def curve_rows(measurements: Sequence[Measurement]) -> list[Row]:
    """One point for each mark."""
    return [
        {"day": measured.on.isoformat(), "value": measured.marks[about], "series": about}
        for about in things(measurements)
        for measured in measurements
        if about in measured.marks
    ]


def stair_rows(steps: Sequence[Step], width: int) -> list[Row]:
    """One bar for each step, each higher than the one before; `width` in letters."""
    return [
        {
            "step": number,
            "label": "\n".join(wrapped(step.label, width)),
            "when": step.when,
            "state": step.state,
        }
        for number, step in enumerate(steps, start=1)
    ]


def wrapped(text: str, width: int) -> list[str]:
    """Lines of at most `width` letters; a longer word is divided with a hyphen."""
    lines = [""]
    for word in text.split():
        while len(word) > width:
            lines.append(f"{word[: width - 1]}-")
            word = word[width - 1 :]
        joined = f"{lines[-1]} {word}".strip()
        if len(joined) <= width and not lines[-1].endswith("-"):
            lines[-1] = joined
        else:
            lines.append(word)
    return [line for line in lines if line]


def steps_reached(lines: Sequence[str], reached: int) -> list[Step]:
    """The steps of a card: so many done, the next one is where somebody stands."""
    return [
        Step(
            line, "", "done" if number <= reached else "here" if number == reached + 1 else "ahead"
        )
        for number, line in enumerate(lines, start=1)
    ]
