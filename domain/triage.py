"""How bad does it sound: danger to life, needs a specialist now, or neither (facts part 4.4).

Emergency beats urgent beats normal, and one signal is enough. What a signal is worth depends on
its circumstances: negated, only imagined, long ago, a small thing, a story. All words are data
(`knowledge/alarm.toml`); this file knows only how circumstances are read.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

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
    levels = {rule.name: _level(rule, heard) for rule in rules.rules}
    named = [(SEVERITY[level], name) for name, level in levels.items() if level != Level.NORMAL]
    named.sort(key=lambda entry: -entry[0])
    top = max(levels.values(), key=SEVERITY.__getitem__, default=Level.NORMAL)
    return Triage(top, tuple(name for _, name in named))


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


def _level(rule: Rule, heard: Heard) -> Level:
    """The highest level any sign of the rule reaches, or normal."""
    top = Level.NORMAL
    for sign in rule.signs:
        for core in _places(sign, heard.found):
            level = _in_circumstances(rule, core, heard)
            if level == rule.level:
                return level
            top = max(top, level, key=SEVERITY.__getitem__)
    return top


def _places(sign: Sign, found: Found) -> Iterable[Span]:
    """Where the core of a sign stands, if its other parts are there too."""
    if not all(part in found for part in sign.parts):
        return ()
    core, *others = sign.parts
    if sign.anywhere or not others:
        return found[core]
    return [
        place
        for place in found[core]
        if all(any(_gap(place, other) <= NEAR for other in found[part]) for part in others)
    ]


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
    lasting = {span.start for span in heard.found.get("nostop", ())}
    return any(
        core.start - 2 <= no.start <= core.end
        and clause[core.start] <= clause[no.start] <= clause[core.end - 1]
        and no.start not in lasting
        for no in heard.found.get("not", ())
    )


def _imagined(core: Span, heard: Heard) -> bool:
    """After an "if" or a "what does one do when" of the same clause."""
    clause = heard.reading.clause
    return any(
        span.start <= core.start and clause[span.end - 1] == clause[core.start]
        for span in heard.found.get("imagined", ())
    )


def _coloured_by(*groups: str) -> Callable[[Span, Heard], bool]:
    """A test: is one of the groups close by in the same sentence, with no "now" in between."""

    def test(core: Span, heard: Heard) -> bool:
        sentence = heard.reading.sentence
        return any(
            sentence[span.start] == sentence[core.start]
            and _gap(core, span) <= SAME_MATTER
            and not _now_between(core, span, heard.found)
            for group in groups
            for span in heard.found.get(group, ())
        )

    return test


def _said_anywhere(group: str) -> Callable[[Span, Heard], bool]:
    """A test: does the message hold the group at all."""

    def test(core: Span, heard: Heard) -> bool:
        return group in heard.found

    return test


def _now_between(core: Span, other: Span, found: Found) -> bool:
    low, high = sorted((core.start, other.start))
    return any(low < turn.start < high for turn in found.get("turn", ()))


def _gap(one: Span, other: Span) -> int:
    """Words between two spans; 0 when they touch or overlap."""
    return max(0, one.start - other.end, other.start - one.end)


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
