"""Working time in Denmark: weekly hours on the wall clock, closed days, absences, and their sums.

Hours are Danish wall-clock times, so a day that begins at 8 begins at 8 on both sides of a DST
change; every instant that goes in or comes out is aware UTC.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from domain.dates import WEEKDAY, WEEKDAYS

DENMARK = ZoneInfo("Europe/Copenhagen")

HORIZON = 400
"""Days that are looked ahead for somebody's next working time."""

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, order=True)
class Span:
    """From one instant until just before another, in UTC."""

    starts: datetime
    ends: datetime

    @property
    def minutes(self) -> float:
        """Its length."""
        return (self.ends - self.starts).total_seconds() / 60

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share an instant."""
        return self.starts < other.ends and other.starts < self.ends


@dataclass(frozen=True, order=True)
class Weekly:
    """Hours that come back every week: Monday is weekday 0, the times are on the wall clock."""

    weekday: int
    starts: time
    ends: time


@dataclass(frozen=True)
class WorkingTime:
    """When somebody works: weekly hours on open days, less absences, and what comes on top."""

    weekly: tuple[Weekly, ...]
    closed: frozenset[date] = frozenset()
    away: tuple[Span, ...] = ()
    extra: tuple[Span, ...] = ()

    def on(self, day: date) -> list[Span]:
        """The spans worked on this Danish day, in order, none touching another."""
        spans = [] if day in self.closed else self._usual(day)
        whole = Span(instant(day, time.min), instant(day + ONE_DAY, time.min))
        added = [clipped for span in self.extra if (clipped := _clip(span, whole))]
        return without(join([*spans, *added]), self.away)

    def _usual(self, day: date) -> list[Span]:
        return [
            Span(instant(day, hours.starts), instant(day, hours.ends))
            for hours in self.weekly
            if hours.weekday == day.weekday()
        ]

    def is_working(self, at: datetime) -> bool:
        """Whether this instant is worked."""
        return any(span.starts <= at < span.ends for span in self.on(danish_day(at)))

    def is_away(self, at: datetime) -> bool:
        """Whether this instant lies in an absence."""
        return any(span.starts <= at < span.ends for span in self.away)

    def spans_from(self, at: datetime, days: int = HORIZON) -> Iterator[Span]:
        """What is worked from this instant on, over so many days."""
        first = danish_day(at)
        for number in range(days):
            for span in self.on(first + number * ONE_DAY):
                if span.ends > at:
                    yield Span(max(span.starts, at), span.ends)

    def next_start(self, at: datetime) -> datetime | None:
        """This instant if it is worked, else when work begins again; None: not within a year."""
        return next((span.starts for span in self.spans_from(at)), None)

    def after(self, at: datetime, minutes: float) -> datetime | None:
        """The instant when so many minutes have been worked since `at`; None: not within a year."""
        left = minutes
        for span in self.spans_from(at):
            if span.minutes >= left:
                return span.starts + timedelta(minutes=left)
            left -= span.minutes
        return None

    def minutes_between(self, starts: datetime, ends: datetime) -> float:
        """How many minutes of this span are worked."""
        days = (danish_day(ends) - danish_day(starts)).days + 1
        within = Span(starts, ends)
        spans = self.spans_from(starts, max(days, 0))
        return sum(clipped.minutes for span in spans if (clipped := _clip(span, within)))


def instant(day: date, at: time) -> datetime:
    """The instant of this Danish wall-clock time; one that DST skips is moved an hour on."""
    return datetime.combine(day, at, DENMARK).astimezone(UTC)


def danish_day(at: datetime) -> date:
    """The Danish calendar day of this instant."""
    return at.astimezone(DENMARK).date()


def is_working_day(day: date, closed: frozenset[date]) -> bool:
    """Monday to Friday, unless it is a holiday or closed."""
    return day.weekday() < 5 and day not in closed


def next_working_day(day: date, closed: frozenset[date], count: int = 1) -> date:
    """The working day that comes `count` working days after this day."""
    while count:
        day += ONE_DAY
        count -= is_working_day(day, closed)
    return day


def working_days_later(at: datetime, closed: frozenset[date], count: int) -> datetime:
    """The same time of day, `count` working days later."""
    day = next_working_day(danish_day(at), closed, count)
    return instant(day, at.astimezone(DENMARK).time())


def join(spans: list[Span]) -> list[Span]:
    """The same time as spans in order that neither overlap nor touch."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.starts <= joined[-1].ends:
            joined[-1] = Span(joined[-1].starts, max(joined[-1].ends, span.ends))
        elif span.starts < span.ends:
            joined.append(span)
    return joined


def without(spans: list[Span], taken: tuple[Span, ...]) -> list[Span]:
    """What is left of the spans where nothing is taken."""
    for gone in taken:
        spans = [
            left
            for span in spans
            for left in (
                Span(span.starts, min(span.ends, gone.starts)),
                Span(max(span.starts, gone.ends), span.ends),
            )
            if left.starts < left.ends
        ]
    return spans


def _clip(span: Span, within: Span) -> Span | None:
    clipped = Span(max(span.starts, within.starts), min(span.ends, within.ends))
    return clipped if clipped.starts < clipped.ends else None


_CLOCK = r"(\d{1,2})(?:[.:](\d\d))?"
_PART = re.compile(rf"\s*(?:([^\W\d]+)(?:\s*[-–]\s*([^\W\d]+))?\s+)?{_CLOCK}\s*[-–]\s*{_CLOCK}\s*")


def parse_hours(text: str) -> tuple[Weekly, ...]:
    """Weekly hours as people write them: `mandag-torsdag 8-12, 12.30-15.30, fredag 8-14`. Hours
    without a day belong to the days before them.

    Raises ValueError for what cannot be read, for hours that end before they begin, and for two
    that overlap.
    """
    hours: list[Weekly] = []
    days = range(0)
    for part in re.split("[,;]", text):
        found = _PART.fullmatch(part.lower())
        if not found:
            raise ValueError("expected hours such as: mandag-torsdag 8-15.30, fredag 8-14")
        first, last, *clock = found.groups()
        if first:
            days = _days(part, first, last or first)
        starts, ends = (
            time(int(clock[0]), int(clock[1] or 0)),
            time(int(clock[2]), int(clock[3] or 0)),
        )
        if starts >= ends or not days:
            raise ValueError(f"{part.strip()}: it ends before it begins")
        hours += [Weekly(day, starts, ends) for day in days]
    hours.sort()
    if any(a.weekday == b.weekday and b.starts < a.ends for a, b in pairwise(hours)):
        raise ValueError(f"{text}: two of the hours overlap")
    return tuple(hours)


def parse_week(texts: Sequence[str]) -> tuple[Weekly, ...]:
    """Weekly hours from a text for each day from Monday on, such as `8-12, 12.30-15`; a day
    without one is free. Raises ValueError."""
    days = [f"{WEEKDAYS[day][0]} {text}" for day, text in enumerate(texts) if text.strip()]
    return parse_hours("; ".join(days)) if days else ()


def _time(hour: str, minute: str | None) -> time:
    return time(int(hour), int(minute or 0))


def _days(part: str, first: str, last: str) -> range:
    if first not in WEEKDAY or last not in WEEKDAY:
        raise ValueError(f"{part.strip()}: the days are called mandag to søndag")
    return range(WEEKDAY[first], WEEKDAY[last] + 1)


def hours_by_day(hours: Sequence[Weekly]) -> list[str]:
    """The hours of each weekday from Monday on, as one writes them: `8-12, 12.30-15.30`."""
    return [
        ", ".join(f"{_clock(h.starts)}-{_clock(h.ends)}" for h in sorted(hours) if h.weekday == day)
        for day in range(7)
    ]


def _clock(at: time) -> str:
    return f"{at.hour}.{at.minute:02d}" if at.minute else str(at.hour)
