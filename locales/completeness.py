"""Does every sentence exist in every language, with the same blanks to fill in?"""

from collections.abc import Collection
from pathlib import Path

from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from domain.people import LANGUAGES, Language
from locales import FOLDER


def gaps(always: Collection[str] = (), folder: Path = FOLDER) -> list[str]:
    """One line per sentence that is missing, doubled, unreadable or filled in differently.

    `always` names blanks that any sentence may use or leave out, such as the phone number.
    """
    findings: list[str] = []
    known = {language: _read(folder, language, findings) for language in LANGUAGES}
    every = {key: blanks for sentences in known.values() for key, blanks in sentences.items()}
    for language, sentences in known.items():
        for key in sorted(every.keys() - sentences.keys()):
            findings.append(f"locales/{language}: {key}: is missing")
    first, *others = LANGUAGES
    for language in others:
        for key in sorted(known[first].keys() & known[language].keys()):
            expected = known[first][key] - set(always)
            if expected != known[language][key] - set(always):
                wanted = ", ".join(sorted(expected)) or "none"
                findings.append(f"locales/{language}: {key}: expected the blanks {wanted}")
    return findings


def _read(folder: Path, language: Language, findings: list[str]) -> dict[str, frozenset[str]]:
    """Key -> names of the blanks, over all files of a language."""
    sentences: dict[str, frozenset[str]] = {}
    for path in sorted((folder / language).glob("*.ftl")):
        for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
            name = f"locales/{language}/{path.name}"
            if isinstance(entry, ast.Junk):
                findings.append(f"{name}: {(entry.content or '').strip()[:40]!r} cannot be read")
            elif isinstance(entry, ast.Message):
                if entry.id.name in sentences:
                    findings.append(f"{name}: {entry.id.name}: stands twice")
                blanks = _Blanks()
                blanks.visit(entry)
                sentences[entry.id.name] = frozenset(blanks.names)
    return sentences


class _Blanks(Visitor):
    """Collects the names of a sentence's parameters."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:
        """One `{ $name }`."""
        self.names.add(node.id.name)
