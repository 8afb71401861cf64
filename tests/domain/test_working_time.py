from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.office import parse_days
from domain.working_time import (
    Span,
    Weekly,
    WorkingTime,
    instant,
    next_working_day,
    parse_hours,
)

OFFICE = parse_hours("mandag-torsdag 8-15.30, fredag 8-14")
EASTER = frozenset({date(2026, 4, 2), date(2026, 4, 3), date(2026, 4, 6)})


def danish(text: str) -> datetime:
    day, _, clock = text.partition(" ")
    return instant(date.fromisoformat(day), time.fromisoformat(clock))


def test_hours_are_read_as_people_write_them() -> None:
    assert (
        *(Weekly(day, time(8), time(15, 30)) for day in range(4)),
        Weekly(4, time(8), time(14)),
    ) == OFFICE


@pytest.mark.parametrize("text", ["", "hver dag 8-16", "mandag 16-8", "fredag-mandag 8-16"])
def test_hours_that_make_no_sense_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_hours(text)


def test_days_of_every_year() -> None:
    assert parse_days("1.5, 24.12") == ((5, 1), (12, 24))
    with pytest.raises(ValueError, match=r"."):
        parse_days("30.2")


@pytest.mark.parametrize(
    ("starts", "minutes", "ends"),
    [
        ("2026-11-23 09:00", 60, "2026-11-23 10:00"),
        ("2026-11-23 15:00", 60, "2026-11-24 08:30"),
        ("2026-11-27 16:30", 60, "2026-11-30 09:00"),  # Friday afternoon: Monday
        ("2026-04-01 15:00", 60, "2026-04-07 08:30"),  # over Easter
        ("2026-03-27 13:30", 60, "2026-03-30 08:30"),  # over the night when summer time begins
        ("2026-10-23 13:30", 60, "2026-10-26 08:30"),  # over the night when it ends
    ],
)
def test_minutes_are_counted_in_working_time_only(starts: str, minutes: int, ends: str) -> None:
    assert WorkingTime(OFFICE, EASTER).after(danish(starts), minutes) == danish(ends)


def test_somebody_without_hours_never_begins() -> None:
    nobody = WorkingTime(())
    assert nobody.next_start(danish("2026-11-23 09:00")) is None
    assert nobody.after(danish("2026-11-23 09:00"), 1) is None


def test_absence_takes_away_and_extra_duty_gives_even_on_a_closed_day() -> None:
    day = date(2026, 4, 2)
    extra = Span(instant(day, time(10)), instant(day, time(12)))
    away = Span(instant(day, time(11)), instant(day, time(11, 30)))
    times = WorkingTime(OFFICE, EASTER, (away,), (extra,))
    assert times.on(day) == [
        Span(instant(day, time(10)), instant(day, time(11))),
        Span(instant(day, time(11, 30)), instant(day, time(12))),
    ]


def test_the_next_working_day_is_a_calendar_day_not_24_hours() -> None:
    assert next_working_day(date(2026, 4, 1), EASTER) == date(2026, 4, 7)
    assert next_working_day(date(2026, 11, 23), EASTER, 2) == date(2026, 11, 25)


INSTANTS = st.integers(0, 2 * 365 * 24 * 60).map(
    lambda minutes: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
)


@given(INSTANTS, st.integers(1, 3000))
def test_after_and_between_agree(start: datetime, minutes: int) -> None:
    times = WorkingTime(OFFICE, EASTER)
    end = times.after(start, minutes)
    assert end is not None
    assert times.minutes_between(start, end) == pytest.approx(minutes)
    assert times.minutes_between(start, end - timedelta(minutes=1)) < minutes


@given(INSTANTS)
def test_the_next_start_is_worked_and_nothing_before_it_is(start: datetime) -> None:
    times = WorkingTime(OFFICE, EASTER)
    begins = times.next_start(start)
    assert begins is not None
    assert times.is_working(begins)
    assert times.minutes_between(start, begins) == 0
