"""Reads `plain.toml`: the words that forms ask about."""

import tomllib
from pathlib import Path
from typing import Any

from domain.people import LANGUAGES
from domain.plain import KINDS, WordList, Words
from knowledge.errors import KnowledgeError

NAME = "plain.toml"


def load_plain(folder: Path, overlay: Path | None = None) -> WordList:
    """The words of the knowledge folder, or of a municipality's own file. Raises KnowledgeError."""
    own = overlay / NAME if overlay else None
    path = own if own and own.is_file() else folder / NAME
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError:
        raise KnowledgeError(NAME, "file", f"is missing in {folder}") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise KnowledgeError(NAME, "TOML", str(error)) from None
    vague = data.get("vague")
    if not isinstance(vague, dict):
        raise KnowledgeError(NAME, "vague", "expected tables such as [vague.time]")
    for kind in vague:
        if kind not in KINDS:
            raise KnowledgeError(NAME, f"vague.{kind}", f"expected one of {', '.join(KINDS)}")
    endings = data.get("surnames", {}).get("endings", [])
    return WordList(
        vague={kind: _words(vague.get(kind), f"vague.{kind}") for kind in KINDS},
        health=_words(data.get("health"), "health"),
        surnames=_list(endings, "surnames.endings"),
        never=_words(data.get("never"), "never"),
    )


def _words(table: Any, key: str) -> Words:
    if not isinstance(table, dict):
        raise KnowledgeError(NAME, key, "expected a table with da and en")
    return {language: _list(table.get(language), f"{key}.{language}") for language in LANGUAGES}


def _list(value: Any, key: str) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(word, str) and word for word in value):
        raise KnowledgeError(NAME, key, 'expected a list of words such as ["snart"]')
    return tuple(word.casefold() for word in value)
