"""How bad does it sound: danger to life, needs a specialist now, or neither (facts part 4.4).

Emergency beats urgent beats normal, and one signal is enough. What a signal is worth depends on
its circumstances: negated, only imagined, long ago, a small thing, a story. Where no rule fits,
several weak signs together count too, each with its points. All words are data
(`knowledge/alarm.toml`).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

from domain.circumstances import CIRCUMSTANCES, Heard, around
from domain.phrase_search import Found, Span, find_phrases
from domain.phrases import Grammar, read
from domain.wording import read_words


class Level(StrEnum):
    """What a message or an incident calls for."""

    EMERGENCY = "emergency"
    URGENT = "urgent"
    NORMAL = "normal"


SEVERITY = {Level.NORMAL: 0, Level.URGENT: 1, Level.EMERGENCY: 2}

_negated = CIRCUMSTANCES["negated"]
NEAR = 14
"""Words within which two parts of a sign belong together."""


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


@dataclass(frozen=True)
class Points:
    """A level that weak signs reach together.

    Each group found brings its points once; of groups at the same word the strongest counts.
    """

    name: str
    level: Level
    needed: int
    groups: Mapping[str, int]


@dataclass(frozen=True, eq=False)
class TriageRules:
    """All rules with the grammar that finds their signs."""

    grammar: Grammar
    rules: tuple[Rule, ...]
    points: tuple[Points, ...] = ()
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


def triage(text: str, rules: TriageRules) -> Triage:
    """The level of a message, and the rules that gave it, the most severe first. Never raises."""
    heard = _hear(text, rules.grammar)
    levels: dict[str, Level] = {}
    for core in heard.found:
        for rule, sign in rules.by_core.get(core, ()):
            if levels.get(rule.name) != rule.level:
                level = _level(rule, sign, heard)
                levels[rule.name] = _higher(levels.get(rule.name, Level.NORMAL), level)
    for points in rules.points:
        if _enough(points, heard):
            levels[points.name] = points.level
    named = [name for name, level in levels.items() if level is not Level.NORMAL]
    named.sort(key=lambda name: (-SEVERITY[levels[name]], name))
    return Triage(levels[named[0]] if named else Level.NORMAL, tuple(named))


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


def _enough(points: Points, heard: Heard) -> bool:
    """Whether the weak signs reach the points; what is negated brings none."""
    best: dict[int, int] = {}
    against = 0
    for group, spans in heard.found.items():
        number = points.groups.get(group, 0)
        if number < 0:
            against += number
        elif number:
            place = next((span.start for span in spans if not _negated(span, heard)), -1)
            best[place] = max(number, best.get(place, 0))
    best.pop(-1, None)
    return sum(best.values()) + against >= points.needed


def _level(rule: Rule, sign: Sign, heard: Heard) -> Level:
    """The highest level a sign of the rule reaches in the message, or normal."""
    top = Level.NORMAL
    for core in _places(sign, heard.found):
        top = _higher(top, _in_circumstances(rule, core, heard))
        if top == rule.level:
            break
    return top


def _places(sign: Sign, found: Found) -> Iterable[Span]:
    """Where the core of a sign stands, if its other parts are there too."""
    if not all(part in found for part in sign.parts):
        return ()
    core, *others = sign.parts
    if sign.anywhere or not others:
        return found[core]
    return _near_all(found[core], [found[part] for part in others])


def _near_all(places: tuple[Span, ...], others: list[tuple[Span, ...]]) -> Iterator[Span]:
    return (place for place in places if all(any(around(place, o, NEAR)) for o in others))


def _in_circumstances(rule: Rule, core: Span, heard: Heard) -> Level:
    """The lowest level that a circumstance of the signal sets, or that of the rule."""
    holding = [
        level for name, level in rule.circumstances.items() if CIRCUMSTANCES[name](core, heard)
    ]
    return min([rule.level, *holding], key=SEVERITY.__getitem__)


def _higher(one: Level, other: Level) -> Level:
    return max(one, other, key=SEVERITY.__getitem__)
