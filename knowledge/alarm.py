"""Reads `alarm.toml`: which words and phrases make a message urgent or an emergency."""

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path

from domain.circumstances import CIRCUMSTANCES, GROUPS_READ
from domain.phrases import Vocabulary, build_grammar, phrase_items
from domain.triage import Level, Points, Rule, Sign, TriageRules
from knowledge.errors import KnowledgeError

Table = Mapping[str, object]
RULE_KEYS = frozenset({"name", "about", "level", "signs", *CIRCUMSTANCES})


def load_alarm(path: Path) -> TriageRules:
    """The rules of triage from a TOML file. Raises KnowledgeError naming file and key."""
    data = _parse(path)
    file = path.name
    groups = {name: _texts(file, f"groups.{name}", v) for name, v in _table(file, data, "groups")}
    for name in sorted(GROUPS_READ):
        if name not in groups:
            raise KnowledgeError(file, f"groups.{name}", "is missing")
    usual = {
        level: _circumstances(file, f"usual.{level}", value)
        for level, value in _table(file, data, "usual")
    }
    rules = tuple(_rule(file, entry, usual, groups) for entry in _rule_entries(file, data))
    harmless = _texts(file, "harmless", data.get("harmless"))
    links = _texts(file, "links", data.get("links"))
    without_guide = frozenset(_texts(file, "without_guide", data.get("without_guide", [])))
    if unknown := without_guide - {rule.name for rule in rules}:
        raise KnowledgeError(file, "without_guide", f"no rule is called {min(unknown)}")
    points = tuple(_points(file, level, value) for level, value in _table(file, data, "points"))
    try:
        grammar = build_grammar(groups, harmless, links)
    except ValueError:
        _complain(file, groups)
        raise
    return TriageRules(grammar, rules, points, without_guide)


def _parse(path: Path) -> Table:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise KnowledgeError(path.name, "file", f"is missing in {path.parent}") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise KnowledgeError(path.name, "TOML", str(error)) from None


def _rule_entries(file: str, data: Table) -> list[Table]:
    entries = data.get("rules")
    if not isinstance(entries, list) or not entries:
        raise KnowledgeError(file, "rules", "expected [[rules]] entries")
    names = [entry.get("name") for entry in entries]
    for name in names:
        if names.count(name) > 1:
            raise KnowledgeError(file, f"rules.{name}", "expected each name once")
    return entries


def _rule(
    file: str,
    entry: Table,
    usual: Mapping[str, Mapping[str, Level]],
    groups: dict[str, tuple[str, ...]],
) -> Rule:
    """One rule; each part of its signs becomes a group of its own in `groups`."""
    name = entry.get("name")
    if not isinstance(name, str) or not name:
        raise KnowledgeError(file, "rules.name", "expected a name such as not-breathing")
    key = f"rules.{name}"
    for unknown in sorted(entry.keys() - RULE_KEYS):
        raise KnowledgeError(file, f"{key}.{unknown}", f"expected one of {', '.join(RULE_KEYS)}")
    level = _level(file, f"{key}.level", entry.get("level"))
    own = {k: _level(file, f"{key}.{k}", v) for k, v in entry.items() if k in CIRCUMSTANCES}
    signs = []
    for text in _texts(file, f"{key}.signs", entry.get("signs")):
        parts = tuple(f"{name}: {part}" for part in re.split(r"\s*&&?\s*", text))
        groups.update({part: (part.removeprefix(f"{name}: "),) for part in parts})
        signs.append(Sign(parts, anywhere="&&" in text))
    return Rule(name, level, tuple(signs), {**usual.get(level, {}), **own})


def _points(file: str, level: str, value: object) -> Points:
    """`[points.urgent]`: how many are `needed`, and the points of each group."""
    key = f"points.{level}"
    if not isinstance(value, dict) or not all(type(number) is int for number in value.values()):
        raise KnowledgeError(file, key, "expected a table of whole numbers")
    groups = dict(value)
    needed = groups.pop("needed", None)
    if needed is None:
        raise KnowledgeError(file, f"{key}.needed", "expected how many points are needed")
    return Points(f"several-{level}-signs", _level(file, key, level), needed, groups)


def _circumstances(file: str, key: str, value: object) -> dict[str, Level]:
    if not isinstance(value, dict) or value.keys() - CIRCUMSTANCES.keys():
        raise KnowledgeError(file, key, f"expected a table of {', '.join(CIRCUMSTANCES)}")
    return {name: _level(file, f"{key}.{name}", level) for name, level in value.items()}


def _level(file: str, key: str, value: object) -> Level:
    if value not in tuple(Level):
        raise KnowledgeError(file, key, f"expected one of {', '.join(Level)}")
    return Level(str(value))


def _texts(file: str, key: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(v, str) and v.strip() for v in value):
        raise KnowledgeError(file, key, 'expected a list of phrases such as ["besvim*"]')
    return tuple(value)


def _table(file: str, data: Table, key: str) -> list[tuple[str, object]]:
    table = data.get(key)
    if not isinstance(table, dict):
        raise KnowledgeError(file, key, f"expected a table [{key}]")
    return list(table.items())


def _complain(file: str, groups: Mapping[str, tuple[str, ...]]) -> None:
    """Say in which group or rule the first phrase stands that cannot be."""
    vocabulary = Vocabulary(groups)
    for group, phrases in groups.items():
        rule, is_sign, _ = group.partition(": ")
        for text in phrases:
            try:
                phrase_items(text, vocabulary)
            except ValueError as error:
                key = f"rules.{rule}.signs" if is_sign else f"groups.{group}"
                raise KnowledgeError(file, key, str(error)) from None
