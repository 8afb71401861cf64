"""Measures search, triage and masking on a file of labelled messages.

One JSON object per line: `id`, `lang`, `text`, `topics` (any of them counts as right; empty when
no guide answers), `level`, and optionally `mask` (the pieces that must be masked). Emergencies
without topics are left out of the search figures: 112 is their answer.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from difflib import SequenceMatcher
from pathlib import Path

from knowledge.baseline import Ranking, bm25_over_guides
from knowledge.errors import KnowledgeError
from knowledge.guides import LANGUAGES, Guide, Language
from knowledge.index import Answer, Index

Triage = Callable[[str], str]  # text -> "emergency", "urgent" or "normal"
Mask = Callable[[str], str]  # text -> masked text

LEVELS = ("normal", "urgent", "emergency")
BINS = 5  # of the calibration table


@dataclass(frozen=True)
class Labelled:
    """One line of the file."""

    id: str
    language: Language
    text: str
    topics: tuple[str, ...]
    level: str
    mask: tuple[str, ...] | None


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


@dataclass(frozen=True)
class _Result:
    labelled: Labelled
    answer: Answer
    bm25: Sequence[str]
    level: str


def evaluate(
    path: Path, index: Index, triage: Triage, mask: Mask, guides: Mapping[str, Guide]
) -> Report:
    """Run every line of the file through masking, triage and search, and BM25 beside it."""
    lines = read_labelled(path)
    rank = bm25_over_guides(guides)
    results = [_result(line, index, triage, mask, rank) for line in lines]
    sections = {"all": _section(results)}
    for language in LANGUAGES:
        part = [result for result in results if result.labelled.language == language]
        if part:
            sections[language] = _section(part)
    precision, recall = _masking(lines, mask)
    missed = [
        (result.labelled.id, result.labelled.topics, _ids(result.answer))
        for result in results
        if result.labelled.topics and not set(_ids(result.answer)) & set(result.labelled.topics)
    ]
    return Report(sections, precision, recall, tuple(missed))


def read_labelled(path: Path) -> list[Labelled]:
    """The labelled messages of a file; raises KnowledgeError naming the line that is wrong."""
    found: list[Labelled] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            mask = row.get("mask")
            found.append(
                Labelled(
                    id=str(row.get("id", number)),
                    language=row["lang"],
                    text=row["text"],
                    topics=tuple(row["topics"]),
                    level=row.get("level", "normal"),
                    mask=None if mask is None else tuple(mask),
                )
            )
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            expected = f"expected a JSON object with lang, text and topics ({error})"
            raise KnowledgeError(path.name, f"line {number}", expected) from None
    return found


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
    table = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths)) for row in rows]
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


def _result(line: Labelled, index: Index, triage: Triage, mask: Mask, rank: Ranking) -> _Result:
    masked = mask(line.text)
    answer = index.ask(masked, line.language)
    return _Result(line, answer, rank(masked, line.language), triage(line.text))


def _section(results: Sequence[_Result]) -> Section:
    answerable = [result for result in results if result.labelled.topics]
    others = [
        result
        for result in results
        if not result.labelled.topics and result.labelled.level != "emergency"
    ]
    error, bins = _calibration(answerable)
    return Section(
        answerable=len(answerable),
        unanswerable=len(others),
        search=_ranks((result.labelled.topics, _ids(result.answer)) for result in answerable),
        bm25=_ranks((result.labelled.topics, result.bm25[:3]) for result in answerable),
        calibration_error=error,
        calibration=bins,
        rightly_nothing=_share(result.answer.offers == 0 for result in others),
        wrongly_nothing=_share(result.answer.offers == 0 for result in answerable),
        levels={level: _level(results, level) for level in LEVELS},
    )


def _ids(answer: Answer) -> tuple[str, ...]:
    return tuple(suggestion.guide_id for suggestion in answer.suggestions)


def _share(flags: Iterable[bool]) -> float:
    """The share of true ones; 1 of nothing, as nothing went wrong."""
    counted = list(flags)
    return sum(counted) / len(counted) if counted else 1.0


def _ranks(pairs: Iterable[tuple[Sequence[str], Sequence[str]]]) -> Ranks:
    """Ranks over the first three; a right guide further down counts as none."""
    places = [
        next((place for place, guide in enumerate(found[:3], start=1) if guide in right), 0)
        for right, found in pairs
    ]
    reciprocal = sum(1 / place for place in places if place) / max(1, len(places))
    return Ranks(_share(p == 1 for p in places), _share(p > 0 for p in places), reciprocal)


def _calibration(results: Sequence[_Result]) -> tuple[float, tuple[Bin, ...]]:
    """Expected calibration error of the first suggestion, and its table."""
    groups: dict[int, list[tuple[float, bool]]] = {}
    for result in results:
        for best in result.answer.suggestions[:1]:
            number = min(int(best.confidence * BINS), BINS - 1)
            right = best.guide_id in result.labelled.topics
            groups.setdefault(number, []).append((best.confidence, right))
    bins = tuple(
        Bin(
            low=number / BINS,
            messages=len(group),
            confidence=sum(confidence for confidence, _ in group) / len(group),
            right=_share(right for _, right in group),
        )
        for number, group in sorted(groups.items())
    )
    total = sum(entry.messages for entry in bins) or 1
    error = sum(abs(entry.confidence - entry.right) * entry.messages for entry in bins) / total
    return error, bins


def _level(results: Sequence[_Result], level: str) -> LevelScore:
    order = LEVELS.index(level)
    own = [result for result in results if result.labelled.level == level]
    normal = [result for result in results if result.labelled.level == "normal"]
    reached = [LEVELS.index(result.level) for result in own]
    recall = _share(given == 0 if order == 0 else given >= order for given in reached)
    alarms = [LEVELS.index(result.level) >= max(order, 1) for result in normal]
    return LevelScore(len(own), recall, _share(alarms) if alarms else 0.0)


def _masking(lines: Sequence[Labelled], mask: Mask) -> tuple[float, float]:
    """Precision and recall over the pieces of text that were, or should have been, masked."""
    hidden = right = wanted = kept = 0
    for line in lines:
        if line.mask is None:
            continue
        changed = _changed(line.text, mask(line.text))
        hidden += len(changed)
        right += sum(any(_overlap(span, piece) for piece in _spans(line)) for span in changed)
        wanted += len(line.mask)
        kept += sum(piece in mask(line.text) for piece in line.mask)
    return (right / hidden if hidden else 1.0, (wanted - kept) / wanted if wanted else 1.0)


def _changed(before: str, after: str) -> list[tuple[int, int]]:
    """Parts of `before` that are not in `after`; parts with two letters between them are one."""
    spans: list[tuple[int, int]] = []
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for kind, start, end, _, _ in matcher.get_opcodes():
        if kind == "equal" or start == end:
            continue
        if spans and start - spans[-1][1] <= 2:
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return spans


def _spans(line: Labelled) -> list[tuple[int, int]]:
    starts = [(line.text.find(piece), piece) for piece in line.mask or ()]
    return [(start, start + len(piece)) for start, piece in starts if start >= 0]


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]
