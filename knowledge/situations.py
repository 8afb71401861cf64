"""The doors to the guides that need no words: what do you see, then which part of the day."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from knowledge.errors import KnowledgeError
from knowledge.guides import LANGUAGES, Guide, Language


@dataclass(frozen=True)
class Situations:
    """Button labels by id, in the order they are shown: `see["silent"]["da"]`."""

    see: Mapping[str, Mapping[Language, str]]
    when: Mapping[str, Mapping[Language, str]]


def load_situations(folder: Path) -> Situations:
    """Read `situations.toml` from the knowledge folder."""
    path = folder / "situations.toml"
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise KnowledgeError(path.name, "file", f"is missing in {folder}") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise KnowledgeError(path.name, "TOML", str(error)) from None
    return Situations(see=_labels(path, data, "see"), when=_labels(path, data, "when"))


def browse(
    guides: Mapping[str, Guide],
    *,
    see: str | None = None,
    when: str | None = None,
    condition: str | None = None,
) -> tuple[Guide, ...]:
    """Guides that fit all the given doors, by title; `any` fits every part of the day."""
    found = [
        guide
        for guide in guides.values()
        if (see is None or see in guide.see)
        and (when is None or when in guide.when or "any" in guide.when)
        and (condition is None or condition in guide.conditions)
    ]
    return tuple(sorted(found, key=lambda guide: guide.texts["da"].title))


def _labels(path: Path, data: dict[str, object], table: str) -> dict[str, dict[Language, str]]:
    entries = data.get(table)
    if not isinstance(entries, dict) or not entries:
        raise KnowledgeError(path.name, table, "expected tables with da and en labels")
    labels: dict[str, dict[Language, str]] = {}
    for key, entry in entries.items():
        for language in LANGUAGES:
            label = entry.get(language) if isinstance(entry, dict) else None
            if not isinstance(label, str) or not label.strip():
                raise KnowledgeError(path.name, f"{table}.{key}.{language}", "expected a label")
            labels.setdefault(key, {})[language] = label
    return labels
