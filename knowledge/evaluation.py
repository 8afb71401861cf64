"""Measures search, triage and masking on a file of labelled messages.

One JSON object per line: `id`, `lang`, `text`, `topics` (any of them counts as right; empty when
no guide answers), `level`, and optionally `mask` (the pieces that must be masked). Emergencies
without topics are left out of the search figures: 112 is their answer.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from knowledge.baseline import Ranking, bm25_over_guides
from knowledge.errors import KnowledgeError
from knowledge.guides import LANGUAGES, Guide, Language
from knowledge.index import Answer
from knowledge.report import LEVELS, Bin, LevelScore, Ranks, Report, Section, as_json, render

__all__ = ["Labelled", "Report", "as_json", "evaluate", "read_labelled", "render"]

Ask = Callable[[str, Language], Answer]
Triage = Callable[[str], str]  # text -> "emergency", "urgent" or "normal"
Mask = Callable[[str], str]  # text -> masked text

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
class _Result:
    labelled: Labelled
    answer: Answer
    bm25: Sequence[str]
    level: str


def evaluate(
    path: Path, ask: Ask, triage: Triage, mask: Mask, guides: Mapping[str, Guide]
) -> Report:
    """Run every line of the file through masking, triage and search, and BM25 beside it.

    `ask` answers as a person would be answered: the search with everything that stands around it.
    """
    lines = read_labelled(path)
    rank = bm25_over_guides(guides)
    results = [_result(line, ask, triage, mask, rank) for line in lines]
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


def _result(line: Labelled, ask: Ask, triage: Triage, mask: Mask, rank: Ranking) -> _Result:
    masked = mask(line.text)
    answer = ask(masked, line.language)
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
