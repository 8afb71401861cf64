"""How bad does it sound: danger to life, needs a specialist now, or neither (facts part 4.4).

Emergency beats urgent beats normal, and one signal is enough. What a signal is worth depends on
its circumstances: negated, only imagined, long ago, a small thing, a story. All words are data
(`knowledge/alarm.toml`); this file knows only how circumstances are read.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

from domain.phrases import Found, Grammar, Reading, Span, find_phrases, read
from domain.wording import read_words


class Level(StrEnum):
    """What a message or an incident calls for."""

    EMERGENCY = "emergency"
    URGENT = "urgent"
    NORMAL = "normal"


SEVERITY = {Level.NORMAL: 0, Level.URGENT: 1, Level.EMERGENCY: 2}

NEAR = 14
"""Words within which two parts of a sign belong together."""
SAME_MATTER = 12
"""Words within which a time or a story colours a signal of the same sentence."""
CLAUSE = 40
"""Words a clause or a phrase may have; further off nothing is looked for."""


@dataclass(frozen=True)
class Sign:
    """Groups that must all be found; the first is the core, whose circumstances count."""

    parts: tuple[str, ...]
    anywhere: bool = False
    """Whether the parts may stand far apart."""


@dataclass(frozen=True)
class Rule:
    """A danger: its level, its signs, and its level under each circumstance that changes it."""

    name: str
    level: Level
    signs: tuple[Sign, ...]
    circumstances: Mapping[str, Level]


@dataclass(frozen=True, eq=False)
class TriageRules:
    """All rules with the grammar that finds their signs."""

    grammar: Grammar
    rules: tuple[Rule, ...]
    without_guide: frozenset[str] = frozenset()
    """Names of rules whose matters are for a person: no guide answers them."""

    @cached_property
    def by_core(self) -> Mapping[str, tuple[tuple[Rule, Sign], ...]]:
        """The signs, with their rules, that have a group as their core."""
        signs: dict[str, list[tuple[Rule, Sign]]] = {}
        for rule in self.rules:
            for sign in rule.signs:
                signs.setdefault(sign.parts[0], []).append((rule, sign))
        return {core: tuple(found) for core, found in signs.items()}


@dataclass(frozen=True)
class Triage:
    """The level of a message and the names of the rules that gave it; never the text itself."""

    level: Level
    signals: tuple[str, ...]


@dataclass(frozen=True)
class Heard:
    """A message with everything found in it."""

    reading: Reading
    found: Found


def triage(text: str, rules: TriageRules) -> Triage:
    """The level of a message, and the rules that gave it, the most severe first. Never raises."""
    heard = _hear(text, rules.grammar)
    levels: dict[str, Level] = {}
    for core in heard.found:
        for rule, sign in rules.by_core.get(core, ()):
            if levels.get(rule.name) != rule.level:
                level = _level(rule, sign, heard)
                levels[rule.name] = _higher(levels.get(rule.name, Level.NORMAL), level)
    order = [rule.name for rule in rules.rules if levels.get(rule.name, "normal") != "normal"]
    order.sort(key=lambda name: -SEVERITY[levels[name]])
    return Triage(levels[order[0]] if order else Level.NORMAL, tuple(order))


def _hear(text: str, grammar: Grammar) -> Heard:
    """Read a message; words inside a figure of speech count for nothing."""
    reading = read(grammar, read_words(text))
    found = find_phrases(grammar, reading)
    figures = found.get("figure", ())
    if not figures:
        return Heard(reading, found)
    quiet = {place for span in figures for place in range(span.start, span.end)}
    atoms = tuple(frozenset() if i in quiet else a for i, a in enumerate(reading.atoms))
    reading = replace(reading, atoms=atoms)
    return Heard(reading, find_phrases(grammar, reading))


def _level(rule: Rule, sign: Sign, heard: Heard) -> Level:
    """The highest level a sign of the rule reaches in the message, or normal."""
    top = Level.NORMAL
    for core in _places(sign, heard.found):
        top = _higher(top, _in_circumstances(rule, core, heard))
        if top == rule.level:
            break
    return top


def _higher(one: Level, other: Level) -> Level:
    return max(one, other, key=SEVERITY.__getitem__)


def _places(sign: Sign, found: Found) -> Iterable[Span]:
    """Where the core of a sign stands, if its other parts are there too."""
    if not all(part in found for part in sign.parts):
        return ()
    core, *others = sign.parts
    if sign.anywhere or not others:
        return found[core]
    return (
        place
        for place in found[core]
        if all(any(_around(place, found[part], NEAR)) for part in others)
    )


def _in_circumstances(rule: Rule, core: Span, heard: Heard) -> Level:
    holding = [
        level for name, level in rule.circumstances.items() if CIRCUMSTANCES[name](core, heard)
    ]
    return min([rule.level, *holding], key=SEVERITY.__getitem__)


def _negated(core: Span, heard: Heard) -> bool:
    """A no inside the signal, up to two words before it, or right after it, in the same clause.

    A no that is part of the signal itself ("svarer ikke"), or of "does not stop", clears nothing.
    """
    if core.negates:
        return False
    clause = heard.reading.clause
    lasting = {span.start for span in _around(core, heard.found.get("nostop", ()), 2)}
    return any(
        core.start - 2 <= no.start <= core.end
        and clause[core.start] <= clause[no.start] <= clause[core.end - 1]
        and no.start not in lasting
        for no in _around(core, heard.found.get("not", ()), 2)
    )


def _imagined(core: Span, heard: Heard) -> bool:
    """After an "if" or a "what does one do when" of the same clause."""
    clause = heard.reading.clause
    return any(
        span.start <= core.start and clause[span.end - 1] == clause[core.start]
        for span in _around(core, heard.found.get("imagined", ()), CLAUSE)
    )


def _coloured_by(*groups: str) -> Callable[[Span, Heard], bool]:
    """A test: is one of the groups close by in the same sentence, with no "now" in between."""

    def test(core: Span, heard: Heard) -> bool:
        sentence = heard.reading.sentence
        return any(
            sentence[span.start] == sentence[core.start]
            and not _turn_between(core, span, heard.found)
            for group in groups
            for span in _around(core, heard.found.get(group, ()), SAME_MATTER)
        )

    return test


def _said_anywhere(group: str) -> Callable[[Span, Heard], bool]:
    """A test: does the message hold the group at all."""

    def test(core: Span, heard: Heard) -> bool:
        return group in heard.found

    return test


def _turn_between(core: Span, other: Span, found: Found) -> bool:
    low, high = sorted((core.start, other.start))
    turns = _around(core, found.get("turn", ()), SAME_MATTER + CLAUSE)
    return any(low < turn.start < high for turn in turns)


def _around(core: Span, spans: tuple[Span, ...], reach: int) -> Iterator[Span]:
    """The spans at most `reach` words away. They are in order of their first word."""
    first = bisect_left(spans, core.start - reach - CLAUSE, key=_start)
    last = bisect_right(spans, core.end + reach, key=_start)
    return (span for span in spans[first:last] if span.end + reach >= core.start)


def _start(span: Span) -> int:
    return span.start


CIRCUMSTANCES: Mapping[str, Callable[[Span, Heard], bool]] = {
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
"""What can change the worth of a signal: name -> test of (core, message)."""
GROUPS_READ = (
    "figure",
    "not",
    "imagined",
    "unreal",
    "turn",
    "past",
    "long_ago",
    "habit",
    "story",
    "small",
    "over",
    "aware",
)
"""Groups of words this file asks for by name; every set of rules must have them."""
