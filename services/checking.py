"""What must be mended before people rely on the hotline, and what they should know."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from knowledge.errors import KnowledgeError
from knowledge.forms import load_forms
from knowledge.guides import load_guides
from knowledge.helplines import load_helplines, to_look_at, unknown_names
from knowledge.library import FOLDER
from knowledge.lint import awaiting_approval, lint, load_sources
from knowledge.overlay import check_overlay
from knowledge.plain import load_plain
from locales.completeness import gaps
from models.database import SAFE_SQLITE, sqlite_is_safe, sqlite_version


@dataclass(frozen=True)
class Findings:
    """`faults` must be mended; `warnings` are for a person to weigh. One line each."""

    faults: tuple[str, ...]
    warnings: tuple[str, ...]


def examine(overlay: Path | None, organisation: Collection[str], today: date) -> Findings:
    """Read the knowledge with a municipality's folder over it, the sentences, and the machine.

    `organisation` names the facts that every sentence may use.
    """
    faults = [*_unusable(overlay), *lint(FOLDER, overlay), *gaps(organisation)]
    faults += _numbers(overlay)
    warnings = [*_approvals(overlay), *_ages(overlay, today), *_machine()]
    return Findings(tuple(dict.fromkeys(faults)), tuple(warnings))


def _unusable(overlay: Path | None) -> list[str]:
    """The first file with which the hotline would not start."""
    try:
        check_overlay(FOLDER, overlay)
        load_forms(FOLDER, load_plain(FOLDER, overlay), overlay)
    except KnowledgeError as error:
        return [str(error)]
    return []


def _approvals(overlay: Path | None) -> list[str]:
    """Lines that rest on our own judgement alone."""
    try:
        waiting = awaiting_approval(load_guides(FOLDER, overlay))
    except KnowledgeError:
        return []  # it stands among the faults
    count = sum(len(approval.lines) for approval in waiting)
    if not count:
        return []
    return [f"guides: {count} lines marked [own] await a specialist's approval"]


def _numbers(overlay: Path | None) -> list[str]:
    """Helplines that cannot be read, or that name what does not exist."""
    try:
        sources = list(load_sources(FOLDER, overlay))
        guides = list(load_guides(FOLDER)) + list(load_guides(FOLDER, overlay))
        return list(unknown_names(load_helplines(FOLDER, overlay), guides, sources))
    except KnowledgeError as error:
        return [str(error)]


def _ages(overlay: Path | None, today: date) -> list[str]:
    """Numbers that a person must look at."""
    try:
        return list(to_look_at(load_helplines(FOLDER, overlay), today))
    except KnowledgeError:
        return []  # it stands among the faults


def _machine() -> list[str]:
    if sqlite_is_safe():
        return []
    safe = ".".join(map(str, SAFE_SQLITE))
    return [
        f"SQLite {sqlite_version()} can corrupt a database that two connections use at once "
        f"(sqlite.org/wal.html); {safe} or later cannot"
    ]
