"""The knowledge is read anew while the program runs; a bad change leaves the old in its place."""

from pathlib import Path

import pytest

from bot import shelf as shelf_module
from bot.shelf import Shelf
from knowledge.errors import KnowledgeError
from knowledge.examples import Example, add_example
from knowledge.index import Suggestion
from knowledge.library import Library
from services.guides import read_message

HIDE = "+++\nhide = true\n+++\n"


@pytest.fixture
def shelf(tmp_path: Path, library: Library, monkeypatch: pytest.MonkeyPatch) -> Shelf:
    """A shelf over a temporary folder; the fit itself is measured elsewhere."""
    monkeypatch.setattr(shelf_module.search, "cached", lambda *_: library.index)
    monkeypatch.setattr(shelf_module.search, "load", lambda *_: library.index)
    (tmp_path / "own" / "guides").mkdir(parents=True)
    return Shelf(tmp_path / "cache", tmp_path / "own")


async def test_a_change_is_read_once_it_is_left_alone(shelf: Shelf, tmp_path: Path) -> None:
    heard: list[Library] = []
    shelf.reread = heard.append
    await shelf.look()
    assert heard == []
    (tmp_path / "own/guides/adhd.da.md").write_text(HIDE)
    await shelf.look()
    assert "adhd" in shelf.library.guides
    await shelf.look()
    assert "adhd" not in shelf.library.guides
    assert heard[-1] is shelf.library
    await shelf.look()
    assert len(heard) == 2  # the texts at once, and again when the search has learnt


async def test_a_broken_change_leaves_the_old_and_is_told_once(
    shelf: Shelf, tmp_path: Path
) -> None:
    told: list[str] = []

    async def broken(problem: str) -> None:
        told.append(problem)

    shelf.broken = broken
    file = tmp_path / "own/guides/adhd.da.md"
    file.write_text("nonsense")
    for _ in range(5):
        await shelf.look()
    assert "adhd" in shelf.library.guides
    assert told == ["adhd.da.md: front matter: expected TOML between two lines of +++"]
    file.write_text(HIDE)
    for _ in range(2):
        await shelf.look()
    assert "adhd" not in shelf.library.guides


async def test_a_message_that_was_taught_is_answered_before_the_search_has_learnt(
    shelf: Shelf, tmp_path: Path
) -> None:
    odd = "Hvor mange bukserum til slagterkonventet?"
    assert read_message(shelf.library, odd).offers == 0
    add_example(tmp_path / "own", Example(odd, "transport", "da"))
    add_example(tmp_path / "own", Example("radioen larmer", "none", "da"))
    for _ in range(2):
        await shelf.look()
    found = read_message(shelf.library, "hvor mange bukserum til slagterkonventet")
    assert found.offers >= 1
    assert found.suggestions[0] == Suggestion("transport", 1.0)
    assert read_message(shelf.library, "Radioen larmer!").offers == 0


def test_a_folder_that_cannot_be_used_is_refused_at_start(tmp_path: Path) -> None:
    (tmp_path / "own" / "guides").mkdir(parents=True)
    (tmp_path / "own/guides/adhd.da.md").write_text("nonsense")
    with pytest.raises(KnowledgeError, match=r"adhd\.da\.md"):
        Shelf(tmp_path / "cache", tmp_path / "own")
