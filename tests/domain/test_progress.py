"""The rows of the pictures: what is left out, what counts, how labels are wrapped."""

from datetime import date

from domain.progress import (
    Measurement,
    Move,
    curve_rows,
    in_order,
    moves,
    radar_rows,
    stair_rows,
    steps_reached,
    wrapped,
)

DAYS = [date(2026, month, 1) for month in (1, 4, 7, 10)]
MEASURED = [Measurement(day, {"a": n, "b": 5 - n}) for n, day in enumerate(DAYS, start=1)]


def test_of_two_on_one_day_the_later_counts_and_empty_ones_do_not() -> None:
    twice = [MEASURED[1], MEASURED[0], Measurement(DAYS[0], {"a": 9}), Measurement(DAYS[2], {})]
    assert in_order(twice) == [Measurement(DAYS[0], {"a": 9}), MEASURED[1]]


def test_a_move_is_from_the_first_mark_to_the_last() -> None:
    late = [*MEASURED, Measurement(date(2026, 12, 1), {"a": 2, "c": 1})]
    assert moves(late) == [Move("a", 1, 2), Move("b", 4, 1)]


def test_a_radar_shows_three_at_most() -> None:
    rows = radar_rows(MEASURED, lambda day: f"{day:%m}")
    assert {(row["series"], row["when"]) for row in rows} == {
        ("01", "first"),
        ("07", "between"),
        ("10", "latest"),
    }
    assert {row["when"] for row in radar_rows(MEASURED[:1], str)} == {"latest"}


def test_a_curve_leaves_out_what_was_not_marked() -> None:
    rows = curve_rows([MEASURED[0], Measurement(DAYS[1], {"b": 3})])
    assert [(row["series"], row["day"], row["value"]) for row in rows] == [
        ("a", "2026-01-01", 1),
        ("b", "2026-01-01", 4),
        ("b", "2026-04-01", 3),
    ]


def test_the_step_after_those_that_are_done_is_where_one_stands() -> None:
    assert [step.state for step in steps_reached(["a", "b", "c"], 1)] == ["done", "here", "ahead"]
    assert {step.state for step in steps_reached(["a", "b"], 8)} == {"done"}
    assert stair_rows(steps_reached(["a"], 0), 9)[0]["state"] == "here"


def test_labels_are_wrapped_at_blanks_and_long_words_divided() -> None:
    assert wrapped("Gør det sammen med Mette", 15) == ["Gør det sammen", "med Mette"]
    assert wrapped("Varemodtagelsesmedarbejder", 10) == ["Varemodta-", "gelsesmed-", "arbejder"]
    assert wrapped("", 10) == []
