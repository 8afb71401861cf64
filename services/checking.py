"""What must be mended before people rely on the hotline, and what they should know."""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from knowledge.errors import KnowledgeError
from knowledge.guides import load_guides
from knowledge.library import FOLDER
from knowledge.lint import awaiting_approval, lint
from locales.completeness import gaps
from models.database import SAFE_SQLITE, sqlite_is_safe, sqlite_version


@dataclass(frozen=True)
class Findings:
    """`faults` must be mended; `warnings` are for a person to weigh. One line each."""

    faults: tuple[str, ...]
    warnings: tuple[str, ...]


def examine(overlay: Path | None, organisation: Collection[str]) -> Findings:
    """Read the knowledge with a municipality's folder over it, the sentences, and the machine.

    `organisation` names the facts that every sentence may use.
    """
    faults = [*lint(FOLDER, overlay), *gaps(organisation)]
    warnings = [*_approvals(overlay), *_machine()]
    return Findings(tuple(faults), tuple(warnings))


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


def _machine() -> list[str]:
    if sqlite_is_safe():
        return []
    safe = ".".join(map(str, SAFE_SQLITE))
    return [
        f"SQLite {sqlite_version()} can corrupt a database that two connections use at once "
        f"(sqlite.org/wal.html); {safe} or later cannot"
    ]
