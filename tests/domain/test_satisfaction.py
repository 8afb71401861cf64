"""Answers are shown in whole fives, so that no difference tells one answer."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from domain.satisfaction import (
    CROWD,
    Occasion,
    group_of,
    marks_shown,
    next_question,
    round_is_open,
)


def in_groups(marks: list[int]) -> list[tuple[int, int]]:
    return [(group_of(place), mark) for place, mark in enumerate(marks)]


def test_four_are_hidden_and_five_are_shown() -> None:
    four, five = marks_shown(in_groups([5, 5, 4, 1])), marks_shown(in_groups([5, 5, 4, 1, 2]))
    assert (four.total, four.waiting, four.mean) == (0, 4, 0.0)
    assert (five.counts, five.waiting) == ((1, 1, 0, 1, 2), 0)
    assert five.mean == 3.4


@given(st.lists(st.integers(1, 5), max_size=40), st.integers(0, 40))
def test_between_two_looks_lie_no_answers_or_at_least_five(marks: list[int], earlier: int) -> None:
    before = marks_shown(in_groups(marks[:earlier]))
    after = marks_shown(in_groups(marks))
    new = [late - early for late, early in zip(after.counts, before.counts, strict=True)]
    assert min(new) >= 0
    assert sum(new) == 0 or sum(new) >= CROWD
    assert after.total + after.waiting == len(marks)


def test_the_round_is_open_in_october_and_november() -> None:
    assert [round_is_open(date(2026, *day)) for day in ((9, 30), (10, 1), (11, 30), (12, 1))] == [
        False, True, True, False,
    ]  # fmt: skip


def test_the_questions_come_in_their_order() -> None:
    assert next_question(Occasion.YEARLY, []) == "knowledge"
    assert next_question(Occasion.YEARLY, ["knowledge"]) == "courage"
    assert next_question(Occasion.YEARLY, ["knowledge", "courage", "words"]) == ""
