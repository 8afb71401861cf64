"""No spreadsheet takes what people wrote for a formula."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.tables import inert


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", " =", "  \t@", "＝"])
def test_what_begins_like_a_formula_gets_an_apostrophe(start: str) -> None:
    assert inert(f"{start}1+1") == f"'{start}1+1"


@given(st.text())
def test_nothing_that_comes_out_begins_like_a_formula(text: str) -> None:
    written = inert(text)
    assert written.lstrip()[:1] not in tuple("=+-@\t\r\n＝＋－＠")
    assert written.removeprefix("'") == text.removeprefix("'")


@pytest.mark.parametrize("text", ["", "Han gik = hjem", "H-2026-0042", "æøå", "1.5"])
def test_other_text_stays_as_it_is(text: str) -> None:
    assert inert(text) == text
