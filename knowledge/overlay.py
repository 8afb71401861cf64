"""Checks a municipality's own folder before it is used, file by file.

What may stand in it: `guides/<id>.<language>.md` (replaces, adds, or hides with `hide = true`),
`examples/<language>/<id>.txt` (adds messages), `everyday.toml` and `sources.toml` (add words and
sources), `helplines.toml` and `handout.toml` (replace the numbers, the lines on autism),
`forms/<id>.toml` (replaces or adds a form), `plain.toml` (replaces the words that forms ask about),
`plans/<id>.toml` (replaces a follow-up plan) and `print/<template>.typ` (replaces a template of the
sheets).
"""

from collections.abc import Collection
from pathlib import Path

from knowledge.errors import KnowledgeError
from knowledge.everyday import load_concepts
from knowledge.examples import read_lines
from knowledge.guides import LANGUAGES, guide_files
from knowledge.index import NONE
from knowledge.lint import load_sources

FILES = ("everyday.toml", "handout.toml", "helplines.toml", "plain.toml", "sources.toml")
FOLDERS = ("examples", "forms", "guides", "plans", "print")


def check_overlay(folder: Path, overlay: Path | None) -> None:
    """Raises KnowledgeError for the first file that cannot be used. Guides are read elsewhere."""
    if overlay is None or not overlay.is_dir():
        return
    for path in sorted(overlay.iterdir()):
        if path.name not in (*FILES, *FOLDERS) and path.suffix in (".md", ".toml", ".txt"):
            known = ", ".join([*FILES, *(f"{name}/" for name in FOLDERS)])
            raise KnowledgeError(path.name, "file name", f"expected one of {known}")
    load_concepts([root / "everyday.toml" for root in (folder, overlay) if _has(root)])
    load_sources(folder, overlay)
    topics = {name.partition(".")[0] for name in guide_files(folder, overlay)} | {NONE}
    _check_examples(overlay, topics)


def _has(root: Path) -> bool:
    return (root / "everyday.toml").exists()


def _check_examples(overlay: Path, topics: Collection[str]) -> None:
    """Examples of a guide that is hidden do no harm; those of an unknown one teach nothing."""
    for path in sorted((overlay / "examples").rglob("*.txt")):
        language, name = path.parent.name, f"examples/{path.parent.name}/{path.name}"
        if language not in LANGUAGES or path.parent.parent.name != "examples":
            raise KnowledgeError(name, "folder", f"expected examples/{LANGUAGES[0]}/GUIDE.txt")
        if path.stem not in topics:
            raise KnowledgeError(name, "file name", f"expected the id of a guide or {NONE}")
        read_lines(path)
