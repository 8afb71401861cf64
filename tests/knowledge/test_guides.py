import datetime as dt
from pathlib import Path

import pytest

from knowledge.errors import KnowledgeError
from knowledge.guides import LONG_LIMIT, SHORT_LIMIT, load_guides, long, short
from knowledge.situations import browse, load_situations
from tests.knowledge.folder import REAL, make_folder, write, write_guide


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_folder(tmp_path / "ours")


def test_a_guide_is_read_in_both_languages(folder: Path) -> None:
    guide = load_guides(folder)["transport"]
    assert guide.title("da") == "Transport"
    assert guide.core("en") == "Sig lidt. Vent."
    assert (guide.see, guide.when, guide.related) == (("silent",), ("task",), ("lunch",))
    assert guide.reviewed == dt.date(2026, 11, 22)
    assert guide.sources == ("JAN",)
    assert guide.texts["da"].sections["now"][0].sources == ("JAN", "own")


def test_the_short_form_has_title_core_and_what_to_do(folder: Path) -> None:
    assert short(load_guides(folder)["transport"], "da") == (
        "<b>Transport</b>\n<i>Sig lidt. Vent.</i>\n\n<b>Gør nu</b>\n"
        "1. Giv ro &amp; &lt;plads&gt;.\n2. Sig en ting.\n3. Vent et minut."
    )


def test_the_long_form_has_every_section_and_no_marks(folder: Path) -> None:
    text = long(load_guides(folder)["transport"], "en")
    assert text.count("<b>") == 6
    assert "• Det går over." in text
    assert "[" not in text


def test_a_text_that_is_too_long_loses_whole_lines(folder: Path) -> None:
    path = folder / "guides" / "transport.da.md"
    path.write_text(path.read_text("utf-8").replace("Sig en ting.", "ord & " * 900), "utf-8")
    guide = load_guides(folder)["transport"]
    assert short(guide, "da").endswith("1. Giv ro &amp; &lt;plads&gt;.")
    assert len(long(guide, "da")) <= LONG_LIMIT


def test_our_own_guides_fit_the_phone() -> None:
    for guide in load_guides(REAL).values():
        for language in ("da", "en"):
            assert len(short(guide, language)) <= SHORT_LIMIT
            assert len(long(guide, language)) <= LONG_LIMIT


def test_an_overlay_replaces_adds_and_hides(folder: Path, tmp_path: Path) -> None:
    overlay = tmp_path / "theirs"
    write_guide(overlay, "transport", title="Flextur hos os", related="lunch")
    write_guide(overlay, "parking", related="transport")
    write(overlay / "guides" / "lunch.da.md", "+++\nhide = true\n+++\n")
    guides = load_guides(folder, overlay)
    assert sorted(guides) == ["hygiene", "parking", "transport"]
    assert guides["transport"].title("da") == "Flextur hos os"
    assert guides["transport"].related == ()


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('title = "Transport"', "title = 3", "title: expected one line of text in quotes"),
        ('title = "Transport"', 'title = "x', "front matter: expected TOML"),
        ("+++", "---", "front matter: expected TOML between two lines of +++"),
        ("2026-11-22", '"i dag"', "reviewed: expected a date such as 2026-11-22"),
        ('["silent"]', '"silent"', "see: expected a list of words"),
        ("## Undgå", "## Pas på", "## Pas på: expected one of Det kan du se"),
        ("## Gør nu", "## Undgå", "## Gør nu: expected numbered lines"),
    ],
)
def test_a_broken_file_is_named_in_one_line(folder: Path, old: str, new: str, message: str) -> None:
    path = folder / "guides" / "transport.da.md"
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    with pytest.raises(KnowledgeError) as error:
        load_guides(folder)
    assert str(error.value).startswith(f"transport.da.md: {message}")
    assert "\n" not in str(error.value)


def test_a_guide_without_english_is_refused(folder: Path) -> None:
    (folder / "guides" / "lunch.en.md").unlink()
    with pytest.raises(KnowledgeError, match=r"lunch\.en\.md: file: is missing"):
        load_guides(folder)


def test_a_file_that_is_not_text_is_refused(folder: Path) -> None:
    (folder / "guides" / "lunch.en.md").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(KnowledgeError, match=r"lunch\.en\.md: file: cannot be read as UTF-8"):
        load_guides(folder)


def test_guides_are_found_by_what_one_sees_and_when(folder: Path) -> None:
    guides = load_guides(folder)
    assert [guide.id for guide in browse(guides, see="silent", when="task")] == [
        "hygiene",
        "lunch",
        "transport",
    ]
    assert browse(guides, see="danger") == ()
    assert browse(guides, condition="adhd") == ()


def test_every_door_has_a_label_in_both_languages() -> None:
    situations = load_situations(REAL)
    assert len(situations.see) == 9
    assert situations.when["break"] == {"da": "Pauser og frokost", "en": "Breaks and lunch"}


def test_a_door_without_a_label_is_named(folder: Path) -> None:
    write(folder / "situations.toml", '[see.silent]\nda = "Stille"\n')
    with pytest.raises(KnowledgeError, match=r"situations\.toml: see\.silent\.en: expected"):
        load_situations(folder)
