from datetime import date

import pytest

from domain.dates import parse_day, parse_days

TODAY = date(2026, 11, 25)  # a Wednesday


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("i dag", TODAY),
        ("I morgen", date(2026, 11, 26)),
        ("fredag", date(2026, 11, 27)),
        ("onsdag", TODAY),
        ("på tirsdag.", date(2026, 12, 1)),
        ("24.12", date(2026, 12, 24)),
        ("24/12", date(2026, 12, 24)),
        ("24-12-2026", date(2026, 12, 24)),
        ("24. december", date(2026, 12, 24)),
        ("den 3. januar", date(2027, 1, 3)),
        ("3.1", date(2027, 1, 3)),
        ("3.1.27", date(2027, 1, 3)),
        ("2026-12-01", date(2026, 12, 1)),
        ("friday", date(2026, 11, 27)),
        ("3 may", date(2027, 5, 3)),
    ],
)
def test_a_day_as_people_write_it(text: str, day: date) -> None:
    assert parse_day(text, TODAY) == day


@pytest.mark.parametrize("text", ["", "snart", "31.2", "99.99", "24.13.2026", "0.1", "1.1.1.1"])
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"^"):
        parse_day(text, TODAY)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("24.12-2.1", date(2026, 12, 24), date(2027, 1, 2)),
        ("24/12 - 2/1", date(2026, 12, 24), date(2027, 1, 2)),
        ("24. december til 2. januar", date(2026, 12, 24), date(2027, 1, 2)),
        ("torsdag-fredag", date(2026, 11, 26), date(2026, 11, 27)),
        ("fredag til mandag", date(2026, 11, 27), date(2026, 11, 30)),
        ("i morgen", date(2026, 11, 26), date(2026, 11, 26)),
        ("2026-12-01 – 2026-12-03", date(2026, 12, 1), date(2026, 12, 3)),
    ],
)
def test_a_span_of_days(text: str, first: date, last: date) -> None:
    assert parse_days(text, TODAY) == (first, last)


def test_a_span_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_days("24.12.2026-2.1.2026", TODAY)
