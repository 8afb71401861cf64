"""Checks the knowledge folder: shape, both languages, length, sources, plain Danish.

`lint` returns one line per finding, `file: key: what is expected`; an empty list means clean.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from knowledge.errors import KnowledgeError
from knowledge.everyday import load_concepts
from knowledge.examples import read_lines
from knowledge.guides import (
    CONDITIONS,
    HEADINGS,
    LANGUAGES,
    Guide,
    GuideText,
    Language,
    Part,
    load_guides,
    long,
    short,
)
from knowledge.index import NONE
from knowledge.situations import Situations, load_situations

ITEMS: Mapping[Part, tuple[int, int]] = {
    "see": (2, 4),
    "now": (3, 5),
    "avoid": (2, 3),
    "know": (1, 4),
    "call": (1, 3),
}
LONGEST_CORE = 120  # characters
HARDEST_DANISH = 35.0  # LIX: 35 is about a light newspaper
FEWEST_EXAMPLES: Mapping[Language, int] = {"da": 40, "en": 20}
LONG_WORD = 6  # letters; LIX counts words longer than this
OWN = "own"  # the mark of our own judgement, which awaits a specialist's approval

_BLAME = re.compile(r"\bhvorfor\b", re.IGNORECASE)


@dataclass(frozen=True)
class Approval:
    """Lines that rest on no source, marked [own], per guide and language."""

    guide_id: str
    language: Language
    lines: tuple[str, ...]


def lint(folder: Path, overlay: Path | None = None) -> list[str]:
    """All findings in a knowledge folder, with a municipality's folder over it, sorted."""
    try:
        guides = load_guides(folder, overlay)
        situations = load_situations(folder)
        sources = load_sources(folder, overlay)
        load_concepts([root / "everyday.toml" for root in _roots(folder, overlay)])
    except KnowledgeError as error:
        return [str(error)]
    findings: list[str] = []
    for guide in guides.values():
        findings += _doors(guide, guides, situations)
        for language, text in guide.texts.items():
            name = f"{guide.id}.{language}.md"
            findings += [f"{name}: {line}" for line in _text(guide, text, language, sources)]
        findings += _same_shape(guide)
    return sorted(findings + list(_examples(folder, overlay, guides)))


def awaiting_approval(guides: Mapping[str, Guide]) -> list[Approval]:
    """Where a specialist's approval is still needed, and the lines in question."""
    found: list[Approval] = []
    for guide in guides.values():
        for language, text in guide.texts.items():
            items = [item for part in text.sections.values() for item in part]
            lines = tuple(item.text for item in items if OWN in item.sources)
            if lines:
                found.append(Approval(guide.id, language, lines))
    return found


def load_sources(folder: Path, overlay: Path | None = None) -> dict[str, str]:
    """Source key -> title, from `sources.toml` of both folders."""
    titles: dict[str, str] = {}
    for root in _roots(folder, overlay, "sources.toml"):
        path = root / "sources.toml"
        try:
            entries = tomllib.loads(path.read_text(encoding="utf-8"))
        except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise KnowledgeError(path.name, "TOML", str(error)) from None
        for key, entry in entries.items():
            told = isinstance(entry, dict) and entry.get("title")
            if not told or not (entry.get("url") or entry.get("note")):
                raise KnowledgeError(path.name, key, "expected a title, and a url or a note")
            titles[key] = str(told)
    return titles


def lix(text: str) -> float:
    """Björnsson's reading ease: words per sentence plus the share of long words in percent."""
    words = re.findall(r"[^\W_]+(?:-[^\W_]+)*", text)
    sentences = max(1, len(re.findall(r"[.:?!\n]+", text)))
    long_words = sum(len(word) > LONG_WORD for word in words)
    return len(words) / sentences + 100 * long_words / max(1, len(words))


def plain(text: GuideText) -> str:
    """A guide without marks and headings, a line per item."""
    items = [item.text for part in text.sections.values() for item in part]
    return "\n".join([text.title, text.core, *items])


def _roots(folder: Path, overlay: Path | None, name: str = "everyday.toml") -> list[Path]:
    """Our folder, and the overlay where it has a file of that name."""
    return [folder] + ([overlay] if overlay and (overlay / name).exists() else [])


def _doors(guide: Guide, guides: Mapping[str, Guide], situations: Situations) -> Iterator[str]:
    allowed = {
        "conditions": (guide.conditions, set(CONDITIONS)),
        "see": (guide.see, set(situations.see)),
        "when": (guide.when, set(situations.when)),
        "related": (guide.related, set(guides) - {guide.id}),
    }
    for key, (values, known) in allowed.items():
        wrong = [value for value in values if value not in known]
        if wrong:
            yield f"{guide.id}.da.md: {key}: {', '.join(wrong)} is not known"
        if not values:
            yield f"{guide.id}.da.md: {key}: expected at least one"


def _text(
    guide: Guide, text: GuideText, language: Language, sources: Mapping[str, str]
) -> Iterator[str]:
    if len(text.core) > LONGEST_CORE:
        yield f"core: {len(text.core)} characters, expected at most {LONGEST_CORE}"
    if list(text.sections) != list(ITEMS):
        yield f"sections: expected {', '.join(HEADINGS[language].values())}, in this order"
    for part, items in text.sections.items():
        fewest, most = ITEMS[part]
        heading = HEADINGS[language][part]
        if not fewest <= len(items) <= most:
            yield f"## {heading}: {len(items)} lines, expected {fewest} to {most}"
        for item in items:
            unknown = [key for key in item.sources if key not in sources and key != OWN]
            if unknown or not item.sources:
                wrong = ", ".join(unknown) or "no mark"
                yield f"## {heading}: {wrong} at {item.text[:40]!r}, expected keys of sources.toml"
    yield from _length(guide, text, language)
    if _BLAME.search(plain(text)):
        yield 'text: "hvorfor" asks for an excuse, expected other words'
    if language == "da" and lix(plain(text)) > HARDEST_DANISH:
        yield f"text: LIX {lix(plain(text)):.0f}, expected at most {HARDEST_DANISH:.0f}"


def _length(guide: Guide, text: GuideText, language: Language) -> Iterator[str]:
    """A text that is too long loses its last lines on the phone."""
    now, parts = text.sections.get("now", ()), text.sections.values()
    if short(guide, language).count("\n") < 3 + len(now):
        yield "short form: more than 900 characters, expected fewer or shorter lines"
    if long(guide, language).count("\n") < 1 + sum(2 + len(part) for part in parts):
        yield "long form: more than 4,096 characters, expected fewer or shorter lines"


def _same_shape(guide: Guide) -> Iterator[str]:
    counts = {
        language: {part: len(items) for part, items in text.sections.items()}
        for language, text in guide.texts.items()
    }
    for part in ITEMS:
        danish, english = (counts[language].get(part, 0) for language in LANGUAGES)
        if danish != english:
            heading = HEADINGS["en"][part]
            yield f"{guide.id}.en.md: ## {heading}: {english} lines, the Danish has {danish}"


def _examples(folder: Path, overlay: Path | None, guides: Mapping[str, Guide]) -> Iterator[str]:
    for language in LANGUAGES:
        lines: dict[str, list[str]] = {}
        for root in (folder, overlay):
            for path in sorted((root / "examples" / language).glob("*.txt")) if root else ():
                lines.setdefault(path.stem, []).extend(read_lines(path))
        for topic, messages in lines.items():
            name = f"examples/{language}/{topic}.txt"
            if topic not in guides and topic != NONE and overlay is None:
                yield f"{name}: file name: expected the id of a guide or {NONE}"
            doubled = len(messages) - len({re.sub(r"\W+", "", m.casefold()) for m in messages})
            if doubled:
                yield f"{name}: lines: {doubled} stand twice"
        for guide_id in guides:
            count, fewest = len(lines.get(guide_id, ())), FEWEST_EXAMPLES[language]
            if count < fewest:
                yield f"examples/{language}/{guide_id}.txt: {count} lines, expected {fewest}"
