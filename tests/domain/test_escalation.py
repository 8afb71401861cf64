"""The policy: what it can be made of, and that an empty step is never waited out."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from domain.escalation import (
    Colleague,
    Hears,
    Policy,
    Roster,
    Standing,
    Step,
    Whom,
    decide,
    parse_steps,
)
from domain.triage import Level
from domain.working_time import Span, WorkingTime, instant, parse_hours

OFFICE = WorkingTime(parse_hours("mandag-fredag 8-16"))
TUESDAY = instant(date(2026, 11, 24), time(10))
NIGHT = instant(date(2026, 11, 24), time(22))
OFF = WorkingTime(parse_hours("fredag 8-9"))
AWAY = WorkingTime(OFFICE.weekly, away=(Span(TUESDAY - timedelta(1), TUESDAY + timedelta(9)),))


def roster(now: datetime, anna: Colleague, jonas: Colleague) -> Roster:
    return Roster(now, (anna, jonas), (Colleague(3, OFFICE),), OFFICE)


def test_steps_are_read_as_people_write_them() -> None:
    assert parse_steps("duty 10, duty+leader 5") == (
        Step(frozenset({Whom.DUTY}), 10),
        Step(frozenset({Whom.DUTY, Whom.LEADER}), 5),
    )


@pytest.mark.parametrize(
    "wrong", ["", "duty", "duty 0, leader 5", "boss 5", "duty 10", "leader 99999", "leader 5,"]
)
def test_steps_that_cannot_be_kept_are_refused(wrong: str) -> None:
    with pytest.raises(ValueError, match=r"expected steps|must name leader"):
        parse_steps(wrong)


@pytest.mark.parametrize(
    ("level", "now", "anna", "jonas", "told", "hears"),
    [
        (Level.NORMAL, TUESDAY, OFFICE, OFF, (1,), Hears.ON_DUTY),
        (Level.URGENT, TUESDAY, OFF, OFF, (1, 2), Hears.OFF_DUTY),
        (Level.NORMAL, TUESDAY, OFF, OFF, (3,), Hears.LEADER),
        (Level.URGENT, TUESDAY, AWAY, AWAY, (3,), Hears.LEADER),
        (Level.NORMAL, NIGHT, OFFICE, OFFICE, (), Hears.WAITS),
        (Level.EMERGENCY, NIGHT, OFFICE, OFF, (1, 2, 3), Hears.PHONE_FIRST),
    ],
)
def test_empty_steps_are_passed_at_once(
    level: Level,
    now: datetime,
    anna: WorkingTime,
    jonas: WorkingTime,
    told: tuple[int, ...],
    hears: Hears,
) -> None:
    staff = roster(now, Colleague(1, anna), Colleague(2, jonas))
    decision = decide(Policy(), staff, Standing(level))
    assert (decision.told, decision.hears) == (told, hears)
    assert decision.due > now


def test_normal_time_stands_still_at_night_and_urgent_time_does_not() -> None:
    late = instant(date(2026, 11, 24), time(15, 30))
    staff = roster(late, Colleague(1, OFFICE), Colleague(2, OFFICE))
    normal = decide(Policy(), staff, Standing(Level.NORMAL))
    urgent = decide(Policy(), staff, Standing(Level.URGENT))
    assert normal.due == instant(date(2026, 11, 25), time(8, 30))
    assert urgent.due == late + timedelta(minutes=10)


def test_who_cannot_be_reached_or_has_said_not_me_is_passed() -> None:
    staff = roster(TUESDAY, Colleague(1, OFFICE, reachable=False), Colleague(2, OFFICE))
    assert decide(Policy(), staff, Standing(Level.NORMAL)).told == (2,)
    assert decide(Policy(), staff, Standing(Level.NORMAL, passed=(2,))).told == (3,)


def test_where_nobody_exists_the_employer_hears_so_and_it_is_tried_again() -> None:
    now = datetime(2026, 11, 24, 9, tzinfo=UTC)
    decision = decide(Policy(), Roster(now, (), (), OFFICE), Standing(Level.URGENT))
    assert (decision.told, decision.hears) == ((), Hears.NOBODY)
    assert decision.due == now + timedelta(minutes=60)
