"""References as people write them."""

import pytest

from domain.incidents import first_reference, spoken_reference


@pytest.mark.parametrize(
    "text",
    ["H-2026-0042", "h-2026-42", " sag 42 ", "Sag nr. 42", "sagen 42", "case 42", "h 42", "H-0042"],
)
def test_a_text_that_is_a_reference(text: str) -> None:
    assert spoken_reference(text, 2026) == (2026, 42)


def test_another_year_is_named_with_it() -> None:
    assert spoken_reference("H-2025-0007", 2026) == (2025, 7)
    assert spoken_reference("sag H-2025-7", 2026) == (2025, 7)


@pytest.mark.parametrize(
    "text", ["42", "", "sag", "han kom 42 minutter for sent", "H-2026-0042 er svær", "2026-42", "h"]
)
def test_a_text_that_only_holds_a_number_is_none(text: str) -> None:
    assert spoken_reference(text, 2026) is None


def test_only_our_first_line_names_the_case() -> None:
    assert first_reference("Mette \u00b7 H-2026-0042\nsom i H-2026-0001") == (2026, 42)
    assert first_reference("Menu\nH-2026-0001") is None
