"""The numbers of the region, none that nobody has confirmed, and a reminder to look again."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from knowledge.errors import KnowledgeError
from knowledge.helplines import FILE, REGIONS, load_helplines, our_helplines, to_look_at
from knowledge.library import FOLDER
from services.phrases import Phrases

OURS = (FOLDER / FILE).read_text(encoding="utf-8")
SUICIDE = "self-harm-suicidal"


@pytest.mark.parametrize("region", REGIONS)
def test_112_comes_first_and_livslinien_is_never_the_only_help(region: str) -> None:
    helplines = our_helplines()
    for guide in {guide for line in helplines.lines for guide in line.guides}:
        under = helplines.under(guide, region)
        assert under[0].number == "112"
        assert [line for line in under if not line.never_alone]
    ids = [line.id for line in helplines.under(SUICIDE, region)]
    assert ids.index("own-doctor") < ids.index("livslinien")


@pytest.mark.parametrize(
    ("region", "doctor"),
    [
        ("midtjylland", "lægevagten 70 11 31 31"),
        ("hovedstaden", "akuttelefonen 1813"),
        ("syddanmark", "lægevagten"),
        ("", "lægevagten"),
    ],
)
def test_the_region_decides_whom_to_call_and_uncertain_numbers_are_not_said(
    region: str, doctor: str
) -> None:
    assert our_helplines().doctor(region, "da") == doctor


def test_a_person_confirms_a_number_by_removing_the_mark() -> None:
    uncertain = [line.id for line in our_helplines().lines if line.uncertain]
    assert uncertain[:3] == ["doctor-syddanmark", "doctor-nordjylland", "doctor-sjaelland"]
    assert "doctor-syddanmark" not in {x.id for x in our_helplines().shown("syddanmark")}


def test_a_municipality_replaces_the_file(tmp_path: Path) -> None:
    confirmed = OURS.replace("uncertain = true\n", "")
    (tmp_path / FILE).write_text(confirmed, encoding="utf-8")
    helplines = load_helplines(FOLDER, tmp_path)
    assert helplines.doctor("syddanmark", "en") == "the out-of-hours doctor 70 11 07 07"


def test_numbers_grow_old() -> None:
    helplines = our_helplines()
    checked = helplines.lines[0].checked
    fresh = list(to_look_at(helplines, checked + timedelta(days=180)))
    assert [line for line in fresh if "last checked" in line] == []
    old = list(to_look_at(helplines, checked + timedelta(days=181)))
    assert "helplines.toml: emergency 112 was last checked on 2026-11-22" in "\n".join(old)
    assert len(fresh) == 4


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ('number = "112"', 'number = "113"', "lines: expected 112 as the first"),
        ('"70 11 31 31"', '"ring"', "doctor-midtjylland.number: expected digits"),
        ('["midtjylland"]', '["jylland"]', "doctor-midtjylland.regions: expected some of"),
        ('source = "LIV"\n', "", "livslinien.source: is missing"),
        ("checked = 2026-11-22", 'checked = "soon"', "emergency.checked: expected a date"),
        ("never_alone = true", 'never_alone = "yes"', "livslinien.never_alone: expected true"),
        (', "violence-threats-safety"]', "]", ""),
        ('guides = ["self-harm-suicidal", "v', 'guides = ["v', "never_alone: expected 112 under"),
        ("[[lines]]", "[[line]]", "lines: expected [[lines]]"),
        ("[doctor]", "[doctor", "TOML: "),
    ],
)
def test_what_cannot_be_used_is_named(tmp_path: Path, old: str, new: str, line: str) -> None:
    changed = OURS.replace(old, new) if old == "[[lines]]" else OURS.replace(old, new, 1)
    (tmp_path / FILE).write_text(changed, encoding="utf-8")
    if not line:
        load_helplines(FOLDER, tmp_path)
        return
    with pytest.raises(KnowledgeError) as refused:
        load_helplines(FOLDER, tmp_path)
    assert str(refused.value).startswith(f"{FILE}: {line}")


def test_the_numbers_stand_under_the_guide(library) -> None:
    facts = {"region": "hovedstaden"}
    phrases = Phrases.of(library, facts)
    lines = phrases.numbers("da", SUICIDE)
    assert lines[0] == "<b>Ring til</b>"
    assert lines[1].startswith("• <b>112</b> Alarm: fare for liv nu.")
    assert "• <b>1813</b> Akuttelefonen: hele døgnet" in lines
    assert phrases.numbers("da", "adhd") == []


def test_checked_dates_are_not_in_the_future() -> None:
    assert all(line.checked <= date(2026, 11, 22) for line in our_helplines().lines)
