"""The access log in words: every act that is noted has a sentence in both languages."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from domain.people import Role
from domain.questions import Decision
from knowledge.guides import load_guides
from knowledge.library import FOLDER
from services.audit import note_act
from tests.web.office import Office
from web.access import about, said

ROOT = Path(__file__).parents[2]
WRITERS = {"note_act", "changed"}


def acts() -> Iterator[str]:
    """The acts that the services and pages write down."""
    for path in (*ROOT.glob("services/*.py"), *ROOT.glob("web/*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            name = node.func.id if _is_call(node) else ""  # type: ignore[attr-defined]
            if name in WRITERS:
                yield from _words(node.args[3])  # type: ignore[attr-defined]


def _is_call(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name)


def _words(given: ast.expr) -> Iterator[str]:
    if isinstance(given, ast.Constant):
        yield str(given.value)
    elif isinstance(given, ast.IfExp):
        yield from (*_words(given.body), *_words(given.orelse))


def test_every_act_has_a_sentence() -> None:
    found = {*acts(), *(f"question: {decision}" for decision in Decision)}
    assert {"started sheet", "exported with texts", "appointed leader", "set hours"} <= found
    assert [act for act in sorted(found) if said(act)[0] == "access-other"] == []
    for kind in ("companies", "placements"):
        assert said(f"imported {kind}") == (f"access-imported-{kind}", {})


async def test_the_log_speaks_the_readers_language(office: Office) -> None:
    """Questions, exports, reports and sheets: nothing stands there as it is noted."""
    noted = (
        ("question: example breaks-energy", "12"),
        ("question: no-guide", "13"),
        ("signed in", "review"),
        ("exported", "follow-ups"),
        ("imported companies", "150 rows"),
        ("took report", "2025-01-01/2025-12-31"),
        ("took meeting sheet", "agenda 2026-01-01/2026-06-30"),
        ("added absence", "person 3"),
    )
    office.desk.phrases.guides = load_guides(FOLDER)
    async with office.desk.database.write() as session:
        for action, subject in noted:
            note_act(session, office.now, None, action, subject)
    async with office.signed_in(Role.REVIEWER) as browser:
        page = (await browser.get("/review/access")).text
    shown = re.findall(r"<td[^>]*>([^<]+)</td>", page)
    assert shown[1:] == [
        *("jobcentrets sider", "meldte fravær for", "person 3"),
        *("hentede mødearket", "Dagsorden til miniteamet: 1.1.2026 til 30.6.2026"),
        *("hentede rapporten", "1.1.2025 til 31.12.2025"),
        *("hentede virksomheder ind:", "150 rækker"),
        *("hentede en liste fra", "Opfølgninger", "loggede ind på", "jobcentrets sider"),
        *("lod være uden guide: spørgsmål", "13"),
        *("gav »Pauser og kræfter« som svar på spørgsmål", "12"),
    ]


def test_what_an_act_is_about_is_said() -> None:
    assert about("da", "sheet 12") == ("about-sheet", {"number": "12"})
    assert about("da", "H-2026-0001") == ("about-other", {"what": "H-2026-0001"})
    english = {"first": "1/7/2026", "last": "31/12/2026"}
    assert about("en", "2026-07-01/2026-12-31") == ("about-period", english)
