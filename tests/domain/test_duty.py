from datetime import date, datetime, time, timedelta

import pytest

from domain.duty import DaysOff, Part, coverage_gaps, parse_days_off, quiet_ends
from domain.working_time import (
    Span,
    Weekly,
    WorkingTime,
    hours_by_day,
    instant,
    parse_hours,
)

TODAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("24.12-2.1", DaysOff(date(2026, 12, 24), date(2027, 1, 2))),
        ("fredag eftermiddag", DaysOff(date(2026, 11, 27), date(2026, 11, 27), Part.AFTERNOON)),
        ("i morgen formiddag", DaysOff(date(2026, 11, 26), date(2026, 11, 26), Part.MORNING)),
        ("eftermiddag", DaysOff(TODAY, TODAY, Part.AFTERNOON)),
    ],
)
def test_days_off_as_people_write_them(text: str, wanted: DaysOff) -> None:
    assert parse_days_off(text, TODAY) == wanted


def test_days_that_are_over_are_refused() -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_days_off("1.2.2026", TODAY)


def test_half_days_end_or_begin_at_noon() -> None:
    day = date(2026, 11, 27)
    assert DaysOff(day, day, Part.MORNING).span == Span(
        instant(day, time.min), instant(day, time(12))
    )
    assert DaysOff(day, day, Part.AFTERNOON).span == Span(
        instant(day, time(12)), instant(day + timedelta(days=1), time.min)
    )


def test_hours_without_a_day_belong_to_the_days_before_them() -> None:
    hours = parse_hours("mandag-tirsdag 8-12, 12.30-15; fredag 9-14")
    assert hours == (
        Weekly(0, time(8), time(12)),
        Weekly(0, time(12, 30), time(15)),
        Weekly(1, time(8), time(12)),
        Weekly(1, time(12, 30), time(15)),
        Weekly(4, time(9), time(14)),
    )
    assert hours_by_day(hours) == ["8-12, 12.30-15", "8-12, 12.30-15", "", "", "9-14", "", ""]


@pytest.mark.parametrize("text", ["8-12", "mandag 8-12, 11-13"])
def test_hours_without_any_day_and_hours_that_overlap_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_hours(text)


def test_days_on_which_nobody_is_there_are_found() -> None:
    office = WorkingTime(parse_hours("mandag-fredag 8-15"), frozenset({date(2026, 12, 24)}))
    anna = WorkingTime(parse_hours("mandag-tirsdag 8-12"), office.closed)
    jonas = WorkingTime(
        parse_hours("onsdag-fredag 8-12"),
        office.closed,
        (DaysOff(date(2026, 12, 23), date(2026, 12, 25)).span,),
    )
    found = coverage_gaps(office, [anna, jonas], date(2026, 12, 21), 7)
    assert found == [date(2026, 12, 23), date(2026, 12, 25)]  # the 24th is closed for all


def test_quiet_hours_span_midnight() -> None:
    def at(day: int, clock: time) -> datetime:
        return instant(date(2026, 11, day), clock)

    def ends(now: datetime) -> datetime | None:
        return quiet_ends(time(21), time(7), now)

    assert ends(at(24, time(20, 59))) is None
    assert ends(at(24, time(21))) == at(25, time(7))
    assert ends(at(25, time(6, 59))) == at(25, time(7))
    assert ends(at(25, time(7))) is None
    assert quiet_ends(time(12), time(13), at(25, time(12, 30))) == at(25, time(13))
    assert quiet_ends(None, None, at(25, time(3))) is None
