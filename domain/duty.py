"""Rules of duty: what an absence covers, when nobody would be there, and quiet hours."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from domain.dates import parse_days
from domain.working_time import DENMARK, ONE_DAY, Span, WorkingTime, danish_day, instant

NOON = time(12)


class Part(StrEnum):
    """How much of a day."""

    ALL = "all"
    MORNING = "morning"
    AFTERNOON = "afternoon"


_PARTS = {
    "formiddag": Part.MORNING,
    "morning": Part.MORNING,
    "eftermiddag": Part.AFTERNOON,
    "afternoon": Part.AFTERNOON,
}


@dataclass(frozen=True)
class DaysOff:
    """Days somebody is away, first and last included."""

    first: date
    last: date
    part: Part = Part.ALL

    @property
    def span(self) -> Span:
        """The instants it covers."""
        starts = NOON if self.part is Part.AFTERNOON else time.min
        if self.part is Part.MORNING:
            return Span(instant(self.first, starts), instant(self.last, NOON))
        return Span(instant(self.first, starts), instant(self.last + ONE_DAY, time.min))


def parse_days_off(text: str, today: date) -> DaysOff:
    """`24.12-2.1`, `fredag eftermiddag`. Raises ValueError for what cannot be read or is over."""
    words = text.lower().strip(" .,!")
    part = Part.ALL
    for word, named in _PARTS.items():
        if words.endswith(word):
            words, part = words.removesuffix(word).strip(" .,"), named
    first, last = parse_days(words or "i dag", today)
    if last < today:
        raise ValueError(text)
    return DaysOff(first, last, part)


def rest_of_day(now: datetime) -> Span:
    """From now until midnight in Denmark: "sick today"."""
    return Span(now, instant(danish_day(now) + ONE_DAY, time.min))


def coverage_gaps(
    office: WorkingTime, people: Collection[WorkingTime], first: date, days: int
) -> list[date]:
    """The days from `first` on that the office is open and none of these people works."""
    every = (first + timedelta(days=number) for number in range(days))
    return [day for day in every if office.on(day) and not any(person.on(day) for person in people)]


def quiet_ends(quiet_from: time | None, quiet_until: time | None, now: datetime) -> datetime | None:
    """When somebody's quiet hours end, if they are quiet at this instant. Hours from 21 until 7
    span midnight."""
    if quiet_from is None or quiet_until is None or quiet_from == quiet_until:
        return None
    clock = now.astimezone(DENMARK).time()
    over_midnight = quiet_from > quiet_until
    if over_midnight:
        quiet = clock >= quiet_from or clock < quiet_until
    else:
        quiet = quiet_from <= clock < quiet_until
    if not quiet:
        return None
    today = danish_day(now)
    return instant(today + ONE_DAY if over_midnight and clock >= quiet_from else today, quiet_until)
