"""Visits: their kinds, where they stand, and when somebody is free for one. Times are aware UTC."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import cached_property
from itertools import cycle

from domain.working_time import ONE_DAY, Span, WorkingTime, danish_day, instant, without

SLOT = timedelta(minutes=15)
"""The grid on which people are kept free: a visit takes whole quarter hours, its way included."""

STEP = timedelta(minutes=30)
"""Visits begin on the half hour."""


OFFERED = 6
"""How many times are shown at once."""


class VisitKind(StrEnum):
    """How the two meet."""

    WORKPLACE = "workplace"
    PHONE = "phone"
    VIDEO = "video"


class VisitStatus(StrEnum):
    """Where a visit stands."""

    BOOKED = "booked"
    HELD = "held"
    NO_SHOW = "no-show"
    CANCELLED = "cancelled"


class VisitStep(StrEnum):
    """What has been said of a booked visit so far; each step is reached once."""

    BOOKED = "booked"
    DAY_BEFORE = "day-before"
    SOON = "soon"
    AFTER = "after"
    ASKED_AGAIN = "asked-again"


@dataclass(frozen=True)
class VisitRules:
    """What the jobcenter has settled about visits. Minutes are minutes, `days` working days.

    `travel` is the usual way to a company; `notice` what a specialist needs before setting off.
    """

    days: int = 1
    notice: int = 30
    lunch: tuple[time, time] | None = (time(12), time(12, 30))
    travel: int = 20
    minutes: dict[VisitKind, int] = field(
        default_factory=lambda: {VisitKind.WORKPLACE: 60, VisitKind.PHONE: 30, VisitKind.VIDEO: 30}
    )

    def travel_to(self, kind: VisitKind, minutes: int | None) -> timedelta:
        """The way to a visit and back again, each: none for a call, else the company's own or the
        usual one, in whole quarter hours."""
        if kind is not VisitKind.WORKPLACE:
            return timedelta()
        way = timedelta(minutes=self.travel if minutes is None else minutes)
        return -(-way // SLOT) * SLOT

    def length(self, kind: VisitKind) -> timedelta:
        """How long such a visit takes."""
        return timedelta(minutes=self.minutes[kind])

    def lunch_on(self, day: date) -> tuple[Span, ...]:
        """The lunch break of this day."""
        if self.lunch is None:
            return ()
        return (Span(instant(day, self.lunch[0]), instant(day, self.lunch[1])),)


def quarters(span: Span) -> list[datetime]:
    """The beginnings of the quarter hours that this span touches."""
    first = span.starts - (span.starts - _GRID) % SLOT
    return [first + number * SLOT for number in range(-((first - span.ends) // SLOT))]


_GRID = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Diary:
    """What somebody's calendar says: when they work, and what is taken, the way there included."""

    person_id: int
    works: WorkingTime
    taken: tuple[Span, ...] = ()

    def free_on(self, day: date, rules: VisitRules) -> list[Span]:
        """What is left of this day."""
        worked = self.works.on(day)
        return without(worked, (*rules.lunch_on(day), *self._taken.get(day, ()))) if worked else []

    @cached_property
    def _taken(self) -> dict[date, list[Span]]:
        by_day: dict[date, list[Span]] = {}
        for span in self.taken:
            for day in _days(danish_day(span.starts), danish_day(span.ends)):
                by_day.setdefault(day, []).append(span)
        return by_day


@dataclass(frozen=True)
class Wish:
    """What is looked for: a visit of this length with this way to it, not before an instant, and on
    one of these days."""

    length: timedelta
    way: timedelta
    earliest: datetime
    last_day: date

    def takes(self, starts: datetime) -> Span:
        """All the time that a visit at this hour takes, the way there and back included."""
        return Span(starts - self.way, starts + self.length + self.way)


@dataclass(frozen=True, order=True)
class Slot:
    """A visit that could be: when it begins, and with whom."""

    starts: datetime
    person_id: int


def free_starts(diary: Diary, wish: Wish, rules: VisitRules) -> list[datetime]:
    """Every half hour at which this visit could begin, in order."""
    first = danish_day(wish.earliest)
    return [
        starts
        for day in _days(first, wish.last_day)
        for span in diary.free_on(day, rules)
        for starts in _half_hours(
            max(span.starts, wish.earliest) + wish.way, span.ends - wish.length - wish.way
        )
    ]


def together(both: Sequence[Sequence[datetime]]) -> list[datetime]:
    """The times that suit all of them."""
    return sorted(set(both[0]).intersection(*both[1:])) if both else []


def best(starts: Mapping[int, Sequence[datetime]], limit: int = OFFERED) -> list[Slot]:
    """At most `limit` of the possible times, spread over the people and over the days.

    The first person comes first: the earliest visit is theirs. In turn, each then gets the time
    that is furthest from all that were chosen.
    """
    left = {person: list(times) for person, times in starts.items() if times}
    chosen: list[Slot] = []
    for person in cycle(list(left)):
        if len(chosen) == limit or not any(left.values()):
            break
        if times := left[person]:
            apart = _furthest(times, [slot.starts for slot in chosen])
            times.remove(apart)
            chosen.append(Slot(apart, person))
    order = {person: number for number, person in enumerate(starts)}
    return sorted(chosen, key=lambda slot: (order[slot.person_id], slot.starts))


def _furthest(times: Sequence[datetime], chosen: Sequence[datetime]) -> datetime:
    if not chosen:
        return times[0]
    return max(times, key=lambda at: min(abs(at - other) for other in chosen))


def _days(first: date, last: date) -> Iterator[date]:
    for number in range((last - first).days + 1):
        yield first + number * ONE_DAY


def _half_hours(first: datetime, last: datetime) -> Iterator[datetime]:
    at = first + (_GRID - first) % STEP
    while at <= last:
        yield at
        at += STEP
