"""What autism is, in five lines: the part of the handout that specialists own."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from knowledge.errors import KnowledgeError
from knowledge.guides import LANGUAGES, Item, Language, read_item

FILE = "handout.toml"
LINES = 5
LONGEST = 120  # characters: one line and a half on paper

Lines = Mapping[Language, tuple[Item, ...]]


def load_handout(folder: Path, overlay: Path | None = None) -> Lines:
    """The five lines in each language; the overlay's own file takes the place of ours."""
    own = overlay / FILE if overlay else None
    path = own if own and own.is_file() else folder / FILE
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise KnowledgeError(FILE, "TOML", str(error)) from None
    autism = data.get("autism")
    return {language: _lines(autism, language) for language in LANGUAGES}


def _lines(autism: object, language: Language) -> tuple[Item, ...]:
    key = f"autism.{language}"
    lines = autism.get(language) if isinstance(autism, Mapping) else None
    if not isinstance(lines, list) or not all(isinstance(line, str) for line in lines):
        raise KnowledgeError(FILE, key, "expected a list of lines")
    if len(lines) != LINES:
        raise KnowledgeError(FILE, key, f"expected {LINES} lines, not {len(lines)}")
    items = tuple(read_item(line) for line in lines)
    for item in items:
        if not 0 < len(item.text) <= LONGEST:
            raise KnowledgeError(FILE, key, f"expected at most {LONGEST} characters a line")
        if not item.sources:
            raise KnowledgeError(
                FILE, key, f"expected a source such as [JAN] at {item.text[:30]!r}"
            )
    return items


@cache
def our_handout() -> Lines:
    """Those that come with the program."""
    return load_handout(Path(__file__).parent)
