"""The incident log as reviewers read it: was the answer in time, how long it took, which period."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from domain.incidents import Happening
from domain.triage import Level
from domain.working_time import WorkingTime


class Answer(StrEnum):
    """What became of the promise that a specialist takes a case in time."""

    NOT_ASKED = "not-asked"
    WAITING = "waiting"
    IN_TIME = "in-time"
    LATE = "late"


ANSWER_WITHIN = {Level.EMERGENCY: 10, Level.URGENT: 30, Level.NORMAL: 240}
"""Minutes in which a specialist takes a case: on the clock, for a normal one of office hours."""

SEARCHED = (
    Happening.LOGGED,
    Happening.MESSAGE,
    Happening.EDITED,
    Happening.FILE,
    Happening.NOTE,
    Happening.CLOSED,
    Happening.QUESTION,
    Happening.ANSWER,
)
"""Entries of a timeline whose text is what people wrote: the search knows these."""

BANDS = (5, 10, 30, 60, 240)
"""Minutes at which the times until an answer are divided for the pictures."""


def answer_due(level: Level, asked_at: datetime, office: WorkingTime) -> datetime:
    """Until when a specialist must have taken a case to be in time."""
    minutes = ANSWER_WITHIN[level]
    on_the_clock = asked_at + timedelta(minutes=minutes)
    if level is not Level.NORMAL:
        return on_the_clock
    return office.after(asked_at, minutes) or on_the_clock


def judge(due: datetime | None, answered_at: datetime | None, now: datetime) -> Answer:
    """Whether the promise was kept; `due` is empty where nobody was asked for."""
    if due is None:
        return Answer.NOT_ASKED
    if answered_at is None and now <= due:
        return Answer.WAITING
    return Answer.IN_TIME if answered_at is not None and answered_at <= due else Answer.LATE


def monday_of(day: date) -> date:
    """The first day of this day's week."""
    return day - timedelta(days=day.weekday())


@dataclass(frozen=True)
class Days:
    """From one day to another, both included; either may be open."""

    first: date | None = None
    last: date | None = None


def _month(today: date, back: int) -> Days:
    first = today.replace(day=1)
    last = today
    for _ in range(back):
        last = first - timedelta(days=1)
        first = last.replace(day=1)
    return Days(first, last)


def _quarter(today: date, back: int) -> Days:
    first = date(today.year, 3 * ((today.month - 1) // 3) + 1, 1)
    last = today
    for _ in range(back):
        last = first - timedelta(days=1)
        first = date(last.year, last.month - 2, 1)
    return Days(first, last)


def _week(today: date, back: int) -> Days:
    first = monday_of(today) - timedelta(weeks=back)
    return Days(first, min(first + timedelta(days=6), today))


PERIODS: dict[str, Callable[[date], Days]] = {
    "today": lambda today: Days(today, today),
    "this-week": lambda today: _week(today, 0),
    "last-week": lambda today: _week(today, 1),
    "this-month": lambda today: _month(today, 0),
    "last-month": lambda today: _month(today, 1),
    "this-quarter": lambda today: _quarter(today, 0),
    "last-quarter": lambda today: _quarter(today, 1),
    "this-year": lambda today: Days(date(today.year, 1, 1), today),
    "last-year": lambda today: Days(date(today.year - 1, 1, 1), date(today.year - 1, 12, 31)),
}
"""Periods that move with the day, so that a saved view stays right."""
