"""The figures of an evaluation, and how they are shown."""

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass

LEVELS = ("normal", "urgent", "emergency")


@dataclass(frozen=True)
class Ranks:
    """Shares of the answerable messages, and the mean of 1/place of the first right guide."""

    first: float
    first_three: float
    reciprocal: float


@dataclass(frozen=True)
class Bin:
    """Messages whose first suggestion had a confidence from `low` to `low` + 0.2."""

    low: float
    messages: int
    confidence: float
    right: float


@dataclass(frozen=True)
class LevelScore:
    """`recall`: given this level or a graver one (normal: exactly this); `false_alarms`: the share
    of normal messages that were given this level or a graver one."""

    messages: int
    recall: float
    false_alarms: float


@dataclass(frozen=True)
class Section:
    """Figures for one language, or for all."""

    answerable: int
    unanswerable: int
    search: Ranks
    bm25: Ranks
    calibration_error: float
    calibration: tuple[Bin, ...]
    rightly_nothing: float
    wrongly_nothing: float
    levels: Mapping[str, LevelScore]


@dataclass(frozen=True)
class Report:
    """Figures per language and for all; masking over the lines that say what to mask."""

    sections: Mapping[str, Section]
    mask_precision: float
    mask_recall: float
    missed: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]  # id, labels, suggestions


def as_json(report: Report) -> str:
    """The report as one JSON object."""
    return json.dumps(asdict(report), ensure_ascii=False, indent=2)


def render(report: Report) -> str:
    """The report as a table for a terminal."""
    names = list(report.sections)
    rows = [("", *names)]
    for label, read in _ROWS:
        rows.append((label, *(read(report.sections[name]) for name in names)))
    for level in LEVELS:
        scores = [report.sections[name].levels[level] for name in names]
        rows.append((f"{level}: recall", *(f"{score.recall:.3f}" for score in scores)))
        if level != "normal":
            alarms = (f"{score.false_alarms:.3f}" for score in scores)
            rows.append((f"{level}: false alarms", *alarms))
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    table = [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        for row in rows
    ]
    table.append(f"masking: precision {report.mask_precision:.3f}, recall {report.mask_recall:.3f}")
    table.append("confidence: promised -> right (messages)")
    for entry in report.sections["all"].calibration:
        table.append(f"  {entry.confidence:.2f} -> {entry.right:.2f} ({entry.messages})")
    return "\n".join(line.rstrip() for line in table)


_ROWS: tuple[tuple[str, Callable[[Section], str]], ...] = (
    ("answerable messages", lambda part: str(part.answerable)),
    ("first suggestion right", lambda part: f"{part.search.first:.3f}"),
    ("one of three right", lambda part: f"{part.search.first_three:.3f}"),
    ("mean reciprocal rank", lambda part: f"{part.search.reciprocal:.3f}"),
    ("BM25: first", lambda part: f"{part.bm25.first:.3f}"),
    ("BM25: one of three", lambda part: f"{part.bm25.first_three:.3f}"),
    ("BM25: reciprocal rank", lambda part: f"{part.bm25.reciprocal:.3f}"),
    ("calibration error", lambda part: f"{part.calibration_error:.3f}"),
    ("unanswerable messages", lambda part: str(part.unanswerable)),
    ("rightly offers nothing", lambda part: f"{part.rightly_nothing:.3f}"),
    ("wrongly offers nothing", lambda part: f"{part.wrongly_nothing:.3f}"),
)
