"""Plain words: finds what is vague in an answer and makes it precise; keeps first names only."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from domain.people import Language

REPLACED = frozenset({"quantity", "about", "time", "person", "anyone"})
"""Kinds where the precise answer takes the vague word's place."""
REWRITTEN = frozenset({"doubt"})
"""Kinds where the precise answer takes the whole line's place; other answers are added behind."""
KINDS = (*sorted(REPLACED | REWRITTEN), "quality", "verb")

Words = Mapping[Language, tuple[str, ...]]

_AMOUNT = re.compile(r"\s*\d+(?:[.,]\d+)?(?:\s*[-–]\s*\d+)?(?:\s+[^\W\d_]+)?")
_NAMES = re.compile(r"\b([A-ZÆØÅ][a-zæøåé]+(?:-[A-ZÆØÅ][a-zæøåé]+)?)((?:\s+[A-ZÆØÅ][\w-]*\.?)+)")


@dataclass(frozen=True)
class WordList:
    """Words that forms ask about. One that ends in ` .` is vague only at a sentence's end."""

    vague: Mapping[str, Words]
    health: Words
    surnames: tuple[str, ...]
    """Endings by which a second capitalised word is known as a surname."""
    never: Words
    """Words that no form may hold."""


@dataclass(frozen=True)
class Vague:
    """A vague word as it was written, its kind, and where it stands."""

    kind: str
    word: str
    start: int
    end: int


def find_vague(
    text: str, kinds: Iterable[str], words: WordList, language: Language
) -> Vague | None:
    """The first vague word of these kinds, or nothing."""
    found = [
        Vague(kind, match[0], match.start(), match.end())
        for kind in kinds
        for word in words.vague[kind][language]
        if (match := _pattern(word).search(text))
    ]
    return min(found, key=lambda vague: (vague.start, -len(vague.word)), default=None)


def _pattern(word: str) -> re.Pattern[str]:
    at_end = word.endswith(" .")
    plain = re.escape(word.removesuffix(" .")).replace(r"\ ", r"\s+")
    behind = r"(?=\s*(?:[.!?,;]|$))" if at_end else r"(?!\w)"
    return re.compile(rf"(?<!\w){plain}{behind}", re.IGNORECASE)


def made_precise(text: str, vague: Vague, precise: str) -> str:
    """The answer with the vague word made precise."""
    precise = " ".join(precise.split()).rstrip(".")
    if vague.kind in REWRITTEN:
        return precise
    if vague.kind not in REPLACED:
        return f"{text.rstrip(' .')}: {precise}"
    end = vague.end
    if vague.kind == "about" and (amount := _AMOUNT.match(text, end)):
        end = amount.end()
    merged = text[: vague.start] + precise + text[end:]
    return merged[:1].upper() + merged[1:] if text[:1].isupper() else merged


def has_health_word(text: str, words: WordList) -> str:
    """The first word about diagnosis or health, or nothing."""
    patterns = (
        re.compile(rf"(?<!\w){re.escape(word)}", re.IGNORECASE)
        for listed in words.health.values()
        for word in listed
    )
    return next((match[0] for pattern in patterns if (match := pattern.search(text))), "")


def without_surnames(text: str, words: WordList) -> str:
    """`Mette Hansen i kiosken` → `Mette i kiosken`, where the second word looks like a surname."""

    def first(match: re.Match[str]) -> str:
        names = match[2].split()
        known = [name for name in names if name.rstrip(".").casefold().endswith(words.surnames)]
        initials = [name for name in names if len(name.rstrip(".")) == 1 and name.endswith(".")]
        kept = [name for name in names if name not in known and name not in initials]
        return " ".join([match[1], *kept])

    return _NAMES.sub(first, text)


def first_name(name: str) -> str:
    """The first word of a name."""
    return name.split()[0] if name.split() else ""
