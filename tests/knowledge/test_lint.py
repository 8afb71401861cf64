from pathlib import Path

import pytest

from knowledge.guides import load_guides
from knowledge.lint import awaiting_approval, lint, lix
from tests.knowledge.folder import REAL, make_folder, write, write_guide


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_folder(tmp_path / "ours")


def findings(folder: Path, overlay: Path | None = None) -> list[str]:
    """Without the remark that the small folder has few examples."""
    return [line for line in lint(folder, overlay) if not line.startswith("examples/")]


def change(folder: Path, name: str, old: str, new: str) -> None:
    path = folder / "guides" / name
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")


def test_our_own_guides_are_clean() -> None:
    assert findings(REAL) == []


def test_a_clean_folder_has_no_findings(folder: Path) -> None:
    assert findings(folder) == []


@pytest.mark.parametrize(
    ("old", "new", "finding"),
    [
        ("Sig lidt. Vent.", "Sig lidt. " * 13, "core: 129 characters, expected at most 120"),
        ('["silent"]', '["sulking"]', "see: sulking is not known"),
        ('["task"]', "[]", "when: expected at least one"),
        ('["lunch"]', '["dinner"]', "related: dinner is not known"),
        ('["autism"]', '["flu"]', "conditions: flu is not known"),
        ("Det går over. [JAN]", "Det går over. [WIKI]", "## Godt at vide: WIKI at"),
        ("Det går over. [JAN]", "Det går over.", "## Godt at vide: no mark at"),
        ("Mange ord.", "Hvorfor står du der?", 'text: "hvorfor" asks for an excuse'),
        ("2. Sig en ting. [own]\n", "", "## Gør nu: 2 lines, expected 3 to 5"),
        ("Vent et minut.", "ro " * 400, "short form: more than 900 characters"),
        (
            "Vent et minut.",
            "forudsætter kommunikationskapacitet " * 12,
            "text: LIX",
        ),
    ],
)
def test_what_is_wrong_is_named(folder: Path, old: str, new: str, finding: str) -> None:
    change(folder, "transport.da.md", old, new)
    assert any(line.startswith(f"transport.da.md: {finding}") for line in findings(folder))


def test_both_languages_have_the_same_number_of_lines(folder: Path) -> None:
    change(folder, "hygiene.en.md", "- At skubbe. [own]\n", "- At skubbe. [own]\n- Støj. [own]\n")
    assert findings(folder) == ["hygiene.en.md: ## Avoid: 3 lines, the Danish has 2"]


def test_a_file_that_cannot_be_read_is_the_only_finding(folder: Path) -> None:
    write(folder / "guides" / "Bad Name.md", "")
    assert lint(folder) == ["Bad Name.md: file name: expected <id>.da.md or <id>.en.md"]


def test_a_table_of_everyday_words_without_english_is_named(folder: Path) -> None:
    write(folder / "everyday.toml", '[concept.travel]\nda = "bus"\n')
    assert lint(folder) == [
        "everyday.toml: concept.travel.en: expected words with commas between them"
    ]


def test_examples_are_counted_and_doubles_found(folder: Path) -> None:
    path = folder / "examples" / "da" / "lunch.txt"
    path.write_text(path.read_text("utf-8") + "Skal han med til Julefrokosten?\n", "utf-8")
    write(folder / "examples" / "da" / "dinner.txt", "hvad spiser vi\n")
    found = lint(folder)
    assert "examples/da/lunch.txt: lines: 1 stand twice" in found
    assert "examples/da/lunch.txt: 7 lines, expected 40" in found
    assert "examples/da/dinner.txt: file name: expected the id of a guide or none" in found


def test_an_overlay_is_checked_too(folder: Path, tmp_path: Path) -> None:
    overlay = tmp_path / "theirs"
    write_guide(overlay, "parking", related="nothing")
    assert findings(folder, overlay) == ["parking.da.md: related: nothing is not known"]


def test_own_judgement_is_counted_for_approval(folder: Path) -> None:
    waiting = awaiting_approval(load_guides(folder))
    assert len(waiting) == 6
    assert waiting[0].lines[0] == "Han svarer ikke."
    assert len(waiting[0].lines) == 7


def test_reading_ease_counts_long_words_and_sentences() -> None:
    assert lix("Han står stille. Sig lidt.") == pytest.approx(5 / 2)
    assert lix("Arbejdspladsen er stor") == pytest.approx(3 + 100 / 3)
