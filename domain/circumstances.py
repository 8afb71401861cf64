"""What can change the worth of a signal: a no, an "if", a time, a story, a small thing.

The words are data (`knowledge/alarm.toml`); this file knows only how near they must stand.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from domain.phrase_search import LONGEST_PHRASE, Found, Span
from domain.phrases import Reading

SAME_MATTER = 12
"""Words within which a time or a story colours a signal of the same sentence."""
CLAUSE = LONGEST_PHRASE
"""Words a clause may have; further off nothing is looked for."""


@dataclass(frozen=True)
class Heard:
    """A message with everything found in it."""

    reading: Reading
    found: Found


Test = Callable[[Span, Heard], bool]


def around(core: Span, spans: tuple[Span, ...], reach: int) -> Iterator[Span]:
    """The spans at most `reach` words away. They are in order of their first word."""
    first = bisect_left(spans, core.start - reach - CLAUSE, key=_start)
    last = bisect_right(spans, core.end + reach, key=_start)
    return (span for span in spans[first:last] if span.end + reach >= core.start)


def _start(span: Span) -> int:
    return span.start


def _negated(core: Span, heard: Heard) -> bool:
    """A no inside the signal, up to two words before it, or right after it, in the same clause.

    A no that is part of the signal itself ("svarer ikke"), or of "does not stop", clears nothing.
    """
    if core.negates:
        return False
    clause = heard.reading.clause
    lasting = {span.start for span in around(core, heard.found.get("nostop", ()), 2)}
    return any(
        core.start - 2 <= no.start <= core.end
        and clause[core.start] <= clause[no.start] <= clause[core.end - 1]
        and no.start not in lasting
        for no in around(core, heard.found.get("not", ()), 2)
    )


def _imagined(core: Span, heard: Heard) -> bool:
    """After an "if" or a "what does one do when" of the same clause."""
    clause = heard.reading.clause
    return any(
        span.start <= core.start and clause[span.end - 1] == clause[core.start]
        for span in around(core, heard.found.get("imagined", ()), CLAUSE)
    )


def _coloured_by(*groups: str) -> Test:
    """A test: is one of the groups close by in the same sentence, with no "now" in between."""

    def test(core: Span, heard: Heard) -> bool:
        sentence = heard.reading.sentence
        return any(
            sentence[span.start] == sentence[core.start]
            and not _turn_between(core, span, heard.found)
            for group in groups
            for span in around(core, heard.found.get(group, ()), SAME_MATTER)
        )

    return test


def _turn_between(core: Span, other: Span, found: Found) -> bool:
    low, high = sorted((core.start, other.start))
    turns = around(core, found.get("turn", ()), SAME_MATTER + CLAUSE)
    return any(low < turn.start < high for turn in turns)


def _said_anywhere(group: str) -> Test:
    """A test: does the message hold the group at all."""

    def test(core: Span, heard: Heard) -> bool:
        return group in heard.found

    return test


CIRCUMSTANCES: Mapping[str, Test] = {
    "negated": _negated,
    "imagined": _imagined,
    "unreal": _said_anywhere("unreal"),
    "past": _coloured_by("past", "long_ago"),
    "long_ago": _coloured_by("long_ago"),
    "habit": _coloured_by("habit"),
    "whenever": _coloured_by("habit", "whenever"),
    "story": _coloured_by("story"),
    "small": _said_anywhere("small"),
    "over": _said_anywhere("over"),
    "aware": _said_anywhere("aware"),
}
"""The circumstances a rule may name, each with its test of (core of the signal, message)."""

GROUPS_READ = frozenset(
    {"figure", "not", "nostop", "imagined", "unreal", "turn", "past", "long_ago", "habit"}
    | {"whenever", "story", "small", "over", "aware"}
)
"""Groups of words that the code asks for by name; every set of rules must have them."""
