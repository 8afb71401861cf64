"""Periods are whole Danish days, and each has one to compare with."""

from datetime import UTC, date, datetime

import pytest

from domain.periods import Period, WrongPeriod, month, next_month, parse_period, year


def test_a_year_begins_and_ends_at_danish_midnight() -> None:
    span = year(2026).span
    assert span.starts == datetime(2025, 12, 31, 23, 0, tzinfo=UTC)
    assert span.ends == datetime(2026, 12, 31, 23, 0, tzinfo=UTC)
    assert year(2026).days == 365


@pytest.mark.parametrize(
    ("period", "before"),
    [
        (year(2026), year(2025)),
        (month("2026-03"), month("2026-02")),
        (month("2026-01"), month("2025-12")),
        (
            Period(date(2026, 4, 1), date(2026, 6, 30)),
            Period(date(2026, 1, 1), date(2026, 3, 31)),
        ),
        (
            Period(date(2026, 3, 5), date(2026, 3, 11)),
            Period(date(2026, 2, 26), date(2026, 3, 4)),
        ),
    ],
)
def test_a_period_is_compared_with_the_one_before(period: Period, before: Period) -> None:
    assert period.before == before


@pytest.mark.parametrize("name", ["2026-13", "2026-00", "26-01", "../secret", "2026-1", ""])
def test_what_is_no_month_is_refused(name: str) -> None:
    with pytest.raises(WrongPeriod):
        month(name)


@pytest.mark.parametrize(
    ("first", "last"), [("2026-02-01", "2026-01-31"), ("", "2026-01-31"), ("1.2.2026", "x")]
)
def test_what_is_no_period_is_refused(first: str, last: str) -> None:
    with pytest.raises(WrongPeriod):
        parse_period(first, last)


def test_after_december_comes_january() -> None:
    assert next_month("2026-12") == "2027-01"
