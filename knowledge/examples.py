"""Example messages: what people type, one per line, one file per guide and language."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from knowledge.errors import KnowledgeError
from knowledge.guides import LANGUAGES, Language


@dataclass(frozen=True)
class Example:
    """A message and the guide that answers it; `none` when no guide does."""

    text: str
    topic: str
    language: Language


def load_examples(folder: Path, overlay: Path | None = None) -> list[Example]:
    """All examples in the order of languages, files and lines; an overlay's lines are added."""
    examples: list[Example] = []
    for language in LANGUAGES:
        for root in (folder, overlay):
            for path in sorted((root / "examples" / language).glob("*.txt")) if root else ():
                examples += [Example(line, path.stem, language) for line in read_lines(path)]
    return examples


def load_taught(overlay: Path | None) -> Mapping[str, str]:
    """What has been taught here: `wording_key` of each of the overlay's messages -> its topic."""
    taught: dict[str, str] = {}
    for language in LANGUAGES:
        for path in sorted((overlay / "examples" / language).glob("*.txt")) if overlay else ():
            keys = (wording_key(line) for line in read_lines(path))
            taught |= {key: path.stem for key in keys if key}
    return taught


def wording_key(text: str) -> str:
    """A message without what does not matter: capital letters, blanks and signs."""
    return re.sub(r"\W+", "", text.casefold())


def read_lines(path: Path) -> list[str]:
    """The lines of an example file that hold a message."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise KnowledgeError(path.name, "file", f"cannot be read as UTF-8: {error}") from None
    return [line.strip() for line in text.split("\n") if line.strip()]


def add_example(folder: Path, example: Example) -> None:
    """Add a line to the topic's file in this folder, and be sure that it is on the disk.

    A line that stands there already is not added again. Raises OSError.
    """
    path = folder / "examples" / example.language / f"{example.topic}.txt"
    path.parent.mkdir(parents=True, exist_ok=True)
    before = path.read_bytes() if path.exists() else b""
    if before and example.text in read_lines(path):
        return
    start = b"" if before.endswith(b"\n") or not before else b"\n"
    with path.open("ab") as file:
        file.write(start + example.text.encode() + b"\n")
        file.flush()
        os.fsync(file.fileno())
    _keep_name(path.parent)


def _keep_name(folder: Path) -> None:
    """After a power loss a new file's name must still stand in its folder."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
