"""Visits: their kinds, where they stand, and when somebody is free for one. Times are aware UTC."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import cached_property
from itertools import cycle

from domain.working_time import (
    ONE_DAY,
    Span,
    WorkingTime,
    danish_day,
    instant,
    join,
    parse_hours,
    without,
)

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
    """What is said of a booked visit next; in this order."""

    BOOKED = "booked"
    DAY_BEFORE = "day-before"
    SOON = "soon"
    AFTER = "after"
    ASKED_AGAIN = "asked-again"
    REPORTED = "reported"


@dataclass(frozen=True)
class How:
    """What kind of visit is looked for: `short` at the workplace, or with `both` specialists."""

    kind: VisitKind = VisitKind.WORKPLACE
    short: bool = False
    both: bool = False

    @property
    def code(self) -> str:
        """As a button carries it: `w`, `s`, `p`, `v`, and a 2 for two."""
        return ("s" if self.short else self.kind[0]) + ("2" if self.both else "")

    @classmethod
    def of(cls, code: str) -> "How":
        """The kind a button carries; the usual visit for a made-up one."""
        kinds = {"p": VisitKind.PHONE, "v": VisitKind.VIDEO}
        kind = kinds.get(code[:1], VisitKind.WORKPLACE)
        return cls(kind, short=code[:1] == "s", both=code[1:] == "2")


@dataclass(frozen=True)
class VisitRules:
    """What the jobcenter has settled about visits. Minutes are minutes, `days` working days.

    `travel` is the usual way to a company; `notice` what a specialist needs before setting off.
    """

    days: int = 1
    notice: int = 30
    lunch: tuple[time, time] | None = (time(12), time(12, 30))
    travel: int = 20
    visit: int = 60
    call: int = 30

    def travel_to(self, kind: VisitKind, minutes: int | None) -> timedelta:
        """The way to a visit and back again, each: none for a call, else the company's own or the
        usual one, in whole quarter hours."""
        if kind is not VisitKind.WORKPLACE:
            return timedelta()
        way = timedelta(minutes=self.travel if minutes is None else minutes)
        return -(-way // SLOT) * SLOT

    def length(self, how: How) -> timedelta:
        """How long such a visit takes; a short one at the workplace takes as long as a call."""
        whole = how.kind is VisitKind.WORKPLACE and not how.short
        return timedelta(minutes=self.visit if whole else self.call)

    def lunch_on(self, day: date) -> tuple[Span, ...]:
        """The lunch break of this day, in which nobody is visited."""
        if self.lunch is None:
            return ()
        return (Span(instant(day, self.lunch[0]), instant(day, self.lunch[1])),)


def parse_lunch(text: str) -> tuple[time, time] | None:
    """The lunch break as `12-12.30`; empty: none. Raises ValueError for what cannot be read."""
    if not text.strip():
        return None
    [hours] = parse_hours(f"mandag {text}")
    return hours.starts, hours.ends


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
    days = _days(danish_day(wish.earliest), wish.last_day + ONE_DAY)
    free = join([span for day in days for span in diary.free_on(day, rules)])  # over midnight too
    midnight = instant(wish.last_day + ONE_DAY, time.min)
    return [
        starts
        for span in free
        for starts in _half_hours(
            max(span.starts, wish.earliest) + wish.way,
            min(span.ends - wish.length - wish.way, midnight - STEP),
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


def half_hour(at: datetime) -> datetime:
    """This instant, or the next half hour."""
    return at + (_GRID - at) % STEP


def _half_hours(first: datetime, last: datetime) -> Iterator[datetime]:
    at = half_hour(first)
    while at <= last:
        yield at
        at += STEP


def monday_to_show(today: date) -> date:
    """The Monday of the week that matters: on a weekend, of the next one."""
    return today + timedelta(days=(7 if today.weekday() > 4 else 0) - today.weekday())


SOON = timedelta(hours=2)
NOT_BEFORE = time(7)
AFTER = timedelta(minutes=15)
ASK_AGAIN = 240
REPORT = 480
"""Working minutes until a missing note is asked for again, and then until the leader hears."""


def next_step(
    done: VisitStep, visit: Span, now: datetime, office: WorkingTime
) -> tuple[VisitStep, datetime] | None:
    """What is said of the visit next, and when. A reminder whose time has passed is left out."""
    steps = list(VisitStep)
    for step in steps[steps.index(done) + 1 :]:
        at = _due(step, visit, now, office)
        if at is not None and (at > now or step not in (VisitStep.DAY_BEFORE, VisitStep.SOON)):
            return step, at
    return None


def _due(step: VisitStep, visit: Span, now: datetime, office: WorkingTime) -> datetime | None:
    match step:
        case VisitStep.DAY_BEFORE:
            return _morning_before(danish_day(visit.starts), office)
        case VisitStep.SOON:
            return max(visit.starts - SOON, instant(danish_day(visit.starts), NOT_BEFORE))
        case VisitStep.AFTER:
            return visit.ends + AFTER
        case VisitStep.ASKED_AGAIN:
            return office.after(max(visit.ends, now), ASK_AGAIN)
    return office.after(max(visit.ends, now), REPORT)


def _morning_before(day: date, office: WorkingTime) -> datetime | None:
    """An hour after the office opens on the last working day before this day."""
    for number in range(1, 15):
        if spans := office.on(day - number * ONE_DAY):
            return spans[0].starts + timedelta(hours=1)
    return None
