"""Every guide proposes what a case is about."""

from collections import Counter

import pytest

from domain.incidents import Category
from domain.triage import Level
from knowledge.categories import load_categories
from knowledge.errors import KnowledgeError
from knowledge.library import Library


def test_every_sight_has_a_category_and_every_guide_named_exists(library: Library) -> None:
    assert library.categories.see.keys() == library.situations.see.keys()
    assert library.categories.guides.keys() <= library.guides.keys()


def test_the_guides_reach_every_category(library: Library) -> None:
    proposed = Counter(
        library.categories.propose(guide, Level.NORMAL) for guide in library.guides.values()
    )
    assert proposed.keys() == set(Category)


@pytest.mark.parametrize(
    ("guide", "category"),
    [
        ("meltdown", Category.OVERLOAD),
        ("shutdown", Category.WITHDRAWN),
        ("sensory-environment", Category.SURROUNDINGS),
        ("self-harm-suicidal", Category.SAFETY),
        ("time-lateness-absence", Category.ATTENDANCE),
    ],
)
def test_a_guide_proposes_its_category(library: Library, guide: str, category: Category) -> None:
    assert library.categories.propose(library.guides[guide], Level.NORMAL) is category


def test_without_a_guide_danger_is_about_safety(library: Library) -> None:
    assert library.categories.propose(None, Level.EMERGENCY) is Category.SAFETY
    assert library.categories.propose(None, Level.URGENT) is Category.OTHER


def test_a_file_that_cannot_be_used_is_named(tmp_path) -> None:
    with pytest.raises(KnowledgeError, match="is missing"):
        load_categories(tmp_path)
    (tmp_path / "categories.toml").write_text('[see]\nsilent = "nothing"\n[guides]\n')
    with pytest.raises(KnowledgeError, match=r"see\.silent"):
        load_categories(tmp_path)
