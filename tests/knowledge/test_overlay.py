"""A municipality's own folder: replace, add, hide; and one clear line for what cannot be used."""

from pathlib import Path

import pytest

from knowledge.errors import KnowledgeError
from knowledge.examples import Example, add_example, load_examples
from knowledge.guides import load_guides
from knowledge.library import FOLDER, check_knowledge

GUIDE = (FOLDER / "guides" / "adhd.da.md").read_text(encoding="utf-8")
ENGLISH = (FOLDER / "guides" / "adhd.en.md").read_text(encoding="utf-8")


def put(root: Path, name: str, text: str) -> None:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def retitled(title: str) -> str:
    lines = GUIDE.splitlines()
    at = next(n for n, line in enumerate(lines) if line.startswith("title"))
    return "\n".join([*lines[:at], f'title = "{title}"', *lines[at + 1 :]])


def test_a_file_of_the_same_name_replaces_ours(tmp_path: Path) -> None:
    put(tmp_path, "guides/adhd.da.md", retitled("ADHD hos os"))
    guides = load_guides(FOLDER, tmp_path)
    assert guides["adhd"].title("da") == "ADHD hos os"
    assert guides["adhd"].title("en") == load_guides(FOLDER)["adhd"].title("en")


def test_a_new_pair_adds_a_guide_and_its_examples(tmp_path: Path) -> None:
    put(tmp_path, "guides/night-shift.da.md", retitled("Nattevagter"))
    put(tmp_path, "guides/night-shift.en.md", ENGLISH)
    put(tmp_path, "examples/da/night-shift.txt", "han kan ikke finde ud af nattevagten\n")
    check_knowledge(tmp_path)
    assert "night-shift" in load_guides(FOLDER, tmp_path)
    assert "night-shift" in {example.topic for example in load_examples(FOLDER, tmp_path)}


def test_hide_takes_a_guide_and_the_ways_to_it_away(tmp_path: Path) -> None:
    put(tmp_path, "guides/adhd.da.md", "+++\nhide = true\n+++\n")
    put(tmp_path, "examples/da/adhd.txt", "han har adhd\n")
    check_knowledge(tmp_path)
    guides = load_guides(FOLDER, tmp_path)
    assert "adhd" not in guides
    assert not [guide.id for guide in guides.values() if "adhd" in guide.related]


def test_a_folder_that_does_not_exist_yet_is_an_empty_one(tmp_path: Path) -> None:
    check_knowledge(tmp_path / "nothing")


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("guides/adhd.md", "", "adhd.md: file name: expected <id>.da.md or <id>.en.md"),
        ("guides/adhd.da.md", "hej", "adhd.da.md: front matter: expected TOML between"),
        ("guides/new.da.md", "", "new.da.md: front matter"),
        ("examples/da/unknown.txt", "hej\n", "examples/da/unknown.txt: file name: expected the id"),
        ("examples/sv/adhd.txt", "hej\n", "examples/sv/adhd.txt: folder: expected examples/da"),
        ("everyday.toml", "[[", "everyday.toml: TOML: "),
        ("sources.toml", "[X]\n", "sources.toml: X: expected a title"),
        ("alarm.toml", "", "alarm.toml: file name: expected one of everyday.toml"),
    ],
)
def test_what_cannot_be_used_is_named(tmp_path: Path, name: str, text: str, line: str) -> None:
    put(tmp_path, name, text)
    with pytest.raises(KnowledgeError) as refused:
        check_knowledge(tmp_path)
    assert str(refused.value).startswith(line)


def test_an_example_is_added_once_behind_what_people_wrote_by_hand(tmp_path: Path) -> None:
    put(tmp_path, "examples/da/adhd.txt", "han glemmer alt")
    for _ in range(2):
        add_example(tmp_path, Example("hun bliver afbrudt", "adhd", "da"))
    written = (tmp_path / "examples/da/adhd.txt").read_text(encoding="utf-8")
    assert written == "han glemmer alt\nhun bliver afbrudt\n"
