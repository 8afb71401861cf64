"""Example messages: what people type, one per line, one file per guide and language."""

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


def read_lines(path: Path) -> list[str]:
    """The lines of an example file that hold a message."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise KnowledgeError(path.name, "file", f"cannot be read as UTF-8: {error}") from None
    return [line.strip() for line in text.split("\n") if line.strip()]
