import json
from pathlib import Path

import pytest

from knowledge import search
from knowledge.baseline import bm25_over_guides
from knowledge.errors import KnowledgeError
from knowledge.evaluation import as_json, evaluate, read_labelled, render
from knowledge.guides import load_guides
from knowledge.report import Report
from tests.knowledge.folder import make_folder

ROWS = [
    {"lang": "da", "text": "bussen kører ikke herud", "topics": ["transport"], "level": "normal"},
    {"lang": "da", "text": "han lugter af sved", "topics": ["lunch"], "level": "normal"},
    {"lang": "da", "text": "hvornår har I åbent", "topics": [], "level": "normal"},
    {"lang": "da", "text": "DET BRÆNDER", "topics": [], "level": "emergency"},
    {"lang": "da", "text": "taxa kl 7", "topics": ["transport"], "level": "urgent"},
    {"lang": "en", "text": "the lunch", "topics": ["lunch", "hygiene"], "level": "normal"},
    {
        "lang": "da",
        "text": "cpr 010190-1234 og ordre 4500012345",
        "topics": ["transport"],
        "level": "normal",
        "mask": ["010190-1234"],
    },
]


def mask(text: str) -> str:
    """Masks the number it should, and one too many."""
    return text.replace("010190-1234", "[CPR fjernet]").replace("4500012345", "[CPR fjernet]")


def level(text: str) -> str:
    return "emergency" if "BRÆNDER" in text or "åbent" in text else "normal"


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    folder = make_folder(tmp_path_factory.mktemp("knowledge"))
    path = folder / "labelled.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in ROWS), "utf-8")
    return evaluate(path, search.fit(folder).ask, level, mask, load_guides(folder))


def test_answerable_and_unanswerable_are_counted_without_emergencies(report: Report) -> None:
    danish = report.sections["da"]
    assert (danish.answerable, danish.unanswerable) == (4, 1)
    assert report.sections["en"].answerable == 1


def test_any_label_counts_as_right(report: Report) -> None:
    assert report.sections["en"].search.first == 1.0


def test_first_and_first_three_are_shares_of_the_answerable(report: Report) -> None:
    danish = report.sections["da"].search
    assert danish.first <= 0.75  # the second message is labelled against what it says
    assert danish.first_three == 1.0
    assert danish.first <= danish.reciprocal <= danish.first_three


def test_levels_have_recall_and_false_alarms(report: Report) -> None:
    levels = report.sections["da"].levels
    assert levels["emergency"].recall == 1.0
    assert levels["emergency"].false_alarms == pytest.approx(1 / 4)
    assert levels["urgent"].recall == 0.0
    assert levels["normal"].recall == pytest.approx(3 / 4)


def test_masking_is_scored_by_pieces_of_text(report: Report) -> None:
    assert report.mask_recall == 1.0
    assert report.mask_precision == 0.5


def test_the_table_and_the_json_show_the_same_figures(report: Report) -> None:
    data = json.loads(as_json(report))
    assert data["sections"]["en"]["search"]["first"] == 1.0
    assert "first suggestion right" in render(report)
    assert "BM25: one of three" in render(report)
    assert data["sections"]["da"]["calibration"]


def test_the_baseline_ranks_by_the_guides_own_words(tmp_path: Path) -> None:
    rank = bm25_over_guides(load_guides(make_folder(tmp_path)))
    assert rank("hygiene", "da")[0] == "hygiene"
    assert len(rank("xyzzy", "en")) == 3


@pytest.mark.parametrize(
    "line", ["{", '{"lang": "da"}', "[]", '{"lang":"da","text":"x","topics":3}']
)
def test_a_line_that_is_wrong_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "file.jsonl"
    path.write_text(f"\n{line}\n", "utf-8")
    with pytest.raises(KnowledgeError, match=r"file\.jsonl: line 2: expected a JSON object"):
        read_labelled(path)
