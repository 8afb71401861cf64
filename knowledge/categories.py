"""What a case is about, proposed from the guide that fits it."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from domain.incidents import Category
from domain.triage import Level
from knowledge.errors import KnowledgeError
from knowledge.guides import Guide


@dataclass(frozen=True)
class Categories:
    """The category of a guide: its own, or that of what one sees first."""

    guides: Mapping[str, Category]
    see: Mapping[str, Category]

    def propose(self, guide: Guide | None, level: Level) -> Category:
        """What a case is probably about; danger to life that no guide answers is about safety."""
        if guide is None:
            return Category.SAFETY if level is Level.EMERGENCY else Category.OTHER
        own = self.guides.get(guide.id)
        return own or next((self.see[sight] for sight in guide.see), Category.OTHER)


def load_categories(folder: Path) -> Categories:
    """Read `categories.toml` from the knowledge folder."""
    path = folder / "categories.toml"
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise KnowledgeError(path.name, "file", f"is missing in {folder}") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise KnowledgeError(path.name, "TOML", str(error)) from None
    return Categories(guides=_read(path, data, "guides"), see=_read(path, data, "see"))


def _read(path: Path, data: dict[str, object], table: str) -> dict[str, Category]:
    entries = data.get(table)
    if not isinstance(entries, dict):
        raise KnowledgeError(path.name, table, "expected a table")
    known = set(Category)
    for key, value in entries.items():
        if value not in known:
            raise KnowledgeError(path.name, f"{table}.{key}", "expected a category")
    return {key: Category(value) for key, value in entries.items()}
