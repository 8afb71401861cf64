"""The guides: Markdown with front matter that specialists edit, read into frozen dataclasses.

Two files per guide, `guides/<id>.da.md` and `guides/<id>.en.md`. A municipality's own folder lays
over ours file by file: a file of the same name replaces, a new pair adds, `hide = true` hides.
"""

import datetime as dt
import html
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from knowledge.errors import KnowledgeError

Language = Literal["da", "en"]
Part = Literal["see", "now", "avoid", "know", "call"]

LANGUAGES: tuple[Language, ...] = ("da", "en")
CONDITIONS = ("autism", "adhd", "add", "anxiety")
SHORT_LIMIT = 900  # characters: one phone screen
LONG_LIMIT = 4096  # characters: one Telegram message

HEADINGS: dict[Language, dict[Part, str]] = {
    "da": {
        "see": "Det kan du se",
        "now": "Gør nu",
        "avoid": "Undgå",
        "know": "Godt at vide",
        "call": "Ring til os når",
    },
    "en": {
        "see": "What you may see",
        "now": "Do now",
        "avoid": "Avoid",
        "know": "Good to know",
        "call": "Call us when",
    },
}

_NAME = re.compile(r"^(?P<id>[a-z0-9]+(?:-[a-z0-9]+)*)\.(?P<language>da|en)\.md$")
_MARK = re.compile(r"\s*\[(own|[A-Z][A-Z0-9-]*)\]")
_ITEM = re.compile(r"^(?:[-*]|\d+\.)\s+(.+)$")


@dataclass(frozen=True)
class Item:
    """One line of a section without its marks, and the keys of the sources it rests on."""

    text: str
    sources: tuple[str, ...]


@dataclass(frozen=True)
class GuideText:
    """A guide in one language; `sections` holds the parts in the order of the file."""

    title: str
    core: str
    reviewed: dt.date
    sections: Mapping[Part, tuple[Item, ...]]


@dataclass(frozen=True)
class Guide:
    """A guide in both languages, with the doors by which it is found."""

    id: str
    conditions: tuple[str, ...]
    see: tuple[str, ...]
    when: tuple[str, ...]
    related: tuple[str, ...]
    texts: Mapping[Language, GuideText]

    def title(self, language: Language) -> str:
        """The title as shown on a button."""
        return self.texts[language].title

    def core(self, language: Language) -> str:
        """The one line that says it all."""
        return self.texts[language].core

    @property
    def reviewed(self) -> dt.date:
        """The day a person last read the guide: the older of the two languages."""
        return min(text.reviewed for text in self.texts.values())

    @property
    def sources(self) -> tuple[str, ...]:
        """Keys of all sources, sorted, without `own`."""
        items = [i for t in self.texts.values() for part in t.sections.values() for i in part]
        return tuple(sorted({key for item in items for key in item.sources} - {"own"}))


def load_guides(folder: Path, overlay: Path | None = None) -> dict[str, Guide]:
    """Read all guides of a knowledge folder, sorted by id, with a municipality's folder over it.

    Raises KnowledgeError on the first file that cannot be used.
    """
    files = guide_files(folder, overlay)
    guides: dict[str, Guide] = {}
    hidden: set[str] = set()
    for guide_id in sorted({name.split(".")[0] for name in files}):
        guide = _read_guide(guide_id, files)
        if guide is None:
            hidden.add(guide_id)
        else:
            guides[guide_id] = guide
    return {key: _without(guide, hidden) for key, guide in guides.items()}


def guide_files(folder: Path, overlay: Path | None = None) -> dict[str, Path]:
    """File name -> path; a file of the overlay stands in front of ours."""
    files: dict[str, Path] = {}
    for root in (folder, overlay):
        for path in sorted((root / "guides").glob("*.md")) if root else ():
            if not _NAME.match(path.name):
                raise KnowledgeError(path.name, "file name", "expected <id>.da.md or <id>.en.md")
            files[path.name] = path
    return files


def _read_guide(guide_id: str, files: Mapping[str, Path]) -> Guide | None:
    """One guide from its two files; None when its Danish file says `hide = true`."""
    texts: dict[Language, GuideText] = {}
    danish: dict[str, object] = {}
    for language in LANGUAGES:
        name = f"{guide_id}.{language}.md"
        if name not in files:
            raise KnowledgeError(name, "file", "is missing: a guide needs Danish and English")
        front, body = _split(name, files[name])
        if front.get("hide") is True:
            return None
        if language == "da":
            danish = front
        texts[language] = _read_text(name, front, body, language)
    name = f"{guide_id}.da.md"
    return Guide(
        id=guide_id,
        conditions=_words(name, danish, "conditions"),
        see=_words(name, danish, "see"),
        when=_words(name, danish, "when"),
        related=_words(name, danish, "related"),
        texts=texts,
    )


def _without(guide: Guide, hidden: set[str]) -> Guide:
    related = tuple(key for key in guide.related if key not in hidden)
    return replace(guide, related=related)


def _split(name: str, path: Path) -> tuple[dict[str, object], str]:
    """Front matter and body of one file."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise KnowledgeError(name, "file", f"cannot be read as UTF-8: {error}") from None
    parts = re.split(r"^\+\+\+[ \t]*$", text, maxsplit=2, flags=re.MULTILINE)
    if len(parts) != 3 or parts[0].strip():
        raise KnowledgeError(name, "front matter", "expected TOML between two lines of +++")
    try:
        return tomllib.loads(parts[1]), parts[2]
    except tomllib.TOMLDecodeError as error:
        raise KnowledgeError(name, "front matter", f"expected TOML, {error}") from None


def _read_text(name: str, front: dict[str, object], body: str, language: Language) -> GuideText:
    reviewed = front.get("reviewed")
    if not isinstance(reviewed, dt.date) or isinstance(reviewed, dt.datetime):
        raise KnowledgeError(name, "reviewed", "expected a date such as 2026-11-22")
    return GuideText(
        title=_line(name, front, "title"),
        core=_line(name, front, "core"),
        reviewed=reviewed,
        sections=_sections(name, body, language),
    )


def _sections(name: str, body: str, language: Language) -> dict[Part, tuple[Item, ...]]:
    parts: dict[str, Part] = {heading: part for part, heading in HEADINGS[language].items()}
    sections: dict[Part, tuple[Item, ...]] = {}
    for block in re.split(r"^##[ \t]+", body, flags=re.MULTILINE)[1:]:
        heading, _, lines = block.partition("\n")
        part = parts.get(heading.strip())
        if part is None:
            raise KnowledgeError(
                name, f"## {heading.strip()}", f"expected one of {', '.join(parts)}"
            )
        found = [match[1] for line in lines.splitlines() if (match := _ITEM.match(line.strip()))]
        sections[part] = tuple(read_item(text) for text in found)
    if not sections.get("now"):
        raise KnowledgeError(name, f"## {HEADINGS[language]['now']}", "expected numbered lines")
    return sections


def read_item(line: str) -> Item:
    """A line with its marks taken off: `Sluk radioen. [JAN]`."""
    return Item(text=_MARK.sub("", line).strip(), sources=tuple(_MARK.findall(line)))


def _line(name: str, front: dict[str, object], key: str) -> str:
    value = front.get(key)
    if not isinstance(value, str) or not value.strip() or "\n" in value:
        raise KnowledgeError(name, key, "expected one line of text in quotes")
    return value.strip()


def _words(name: str, front: dict[str, object], key: str) -> tuple[str, ...]:
    value = front.get(key)
    if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
        raise KnowledgeError(name, key, 'expected a list of words such as ["any"]')
    return tuple(value)


def short(guide: Guide, language: Language) -> str:
    """Title, core and the do-now lines as Telegram HTML, at most 900 characters."""
    text = guide.texts[language]
    lines = [f"<b>{_escape(text.title)}</b>", f"<i>{_escape(text.core)}</i>", ""]
    return _within(lines + _part_lines(text, "now", language), SHORT_LIMIT)


def long(guide: Guide, language: Language) -> str:
    """The whole guide as Telegram HTML, at most 4,096 characters."""
    text = guide.texts[language]
    lines = [f"<b>{_escape(text.title)}</b>", f"<i>{_escape(text.core)}</i>"]
    for part in text.sections:
        lines += ["", *_part_lines(text, part, language)]
    return _within(lines, LONG_LIMIT)


def _part_lines(text: GuideText, part: Part, language: Language) -> list[str]:
    items = text.sections.get(part, ())
    marks = [f"{n}." if part == "now" else "•" for n in range(1, len(items) + 1)]
    lines = [f"{mark} {_escape(item.text)}" for mark, item in zip(marks, items, strict=True)]
    return [f"<b>{HEADINGS[language][part]}</b>", *lines]


def _within(lines: list[str], limit: int) -> str:
    """Whole lines only: a cut inside a line could break a tag. The linter names texts too long."""
    kept = list(lines)
    while len("\n".join(kept)) > limit and len(kept) > 1:
        kept.pop()
    return "\n".join(kept)[:limit].rstrip()


def _escape(text: str) -> str:
    return html.escape(text, quote=False)
