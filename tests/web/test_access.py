"""The access log in words: every act that is noted has a sentence in both languages."""

import ast
from collections.abc import Iterator
from pathlib import Path

from web.access import about, said

ROOT = Path(__file__).parents[2]
SPOKEN = {"question", "imported"}
"""How the acts begin whose words are put together as they happen."""


def acts() -> Iterator[str]:
    """The acts that the services and pages write down."""
    for path in (*ROOT.glob("services/*.py"), *ROOT.glob("web/*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            name = node.func.id if _is_call(node) else ""  # type: ignore[attr-defined]
            if name == "note_act":
                yield from _words(node.args[3])  # type: ignore[attr-defined]


def _is_call(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name)


def _words(given: ast.expr) -> Iterator[str]:
    if isinstance(given, ast.Constant):
        yield str(given.value)
    elif isinstance(given, ast.IfExp):
        yield from (*_words(given.body), *_words(given.orelse))


def test_every_act_has_a_sentence() -> None:
    found = {act for act in acts() if act.split(":")[0].split()[0] not in SPOKEN}
    assert {"started sheet", "exported with texts", "appointed leader"} <= found
    assert [act for act in sorted(found) if said(act)[0] == "access-other"] == []
    assert said("imported placements")[0] == "access-imported-placements"


def test_what_an_act_is_about_is_said() -> None:
    assert about("sheet 12") == ("about-sheet", {"number": "12"})
    assert about("H-2026-0001") == ("about-other", {"what": "H-2026-0001"})
