"""Follow-up plans: what is asked when, along a placement, after an incident and after a visit.

Everything falls on a working day within duty hours. An item is known by its id and number, so that
a plan can be made again as often as one likes.
"""

import calendar
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from domain.people import Language
from domain.working_time import WorkingTime, danish_day, instant, is_working_day, next_working_day

AT = time(10)
"""When in the day a follow-up is due, on the Danish wall clock."""

REPEAT_AFTER = 2
"""Working days without an answer before the question is put once more, and then to a person."""

ASKS = 2
"""How often a question is put: once, and once more."""


class Source(StrEnum):
    """What a plan belongs to."""

    PLACEMENT = "placement"
    INCIDENT = "incident"
    VISIT = "visit"


class To(StrEnum):
    """Who is to act: the employer answers a question, the specialist gets a task."""

    EMPLOYER = "employer"
    SPECIALIST = "specialist"


class Compare(StrEnum):
    """What better and worse are measured against."""

    EXPECTED = "expected"
    BEFORE = "before"


class Answer(StrEnum):
    """The three taps."""

    BETTER = "better"
    SAME = "same"
    WORSE = "worse"


class FollowUpStatus(StrEnum):
    """Where a follow-up stands. PLANNED, ASKED and TASK are alive; the others are over."""

    PLANNED = "planned"
    ASKED = "asked"
    TASK = "task"
    ANSWERED = "answered"
    DONE = "done"
    DROPPED = "dropped"
    CANCELLED = "cancelled"


ALIVE = (FollowUpStatus.PLANNED, FollowUpStatus.ASKED, FollowUpStatus.TASK)
"""What still waits for somebody."""


class Unit(StrEnum):
    """How the time of an item is counted."""

    DAY = "day"
    WEEK = "week"
    MONTHLY = "monthly"
    BEFORE_END = "before-end"
    AFTER_END = "after-end"


@dataclass(frozen=True)
class When:
    """`day 3` is the third working day; `every 2 months` goes on until the end comes near."""

    unit: Unit
    count: int


@dataclass(frozen=True)
class Item:
    """One line of a plan, with its question in every language."""

    id: str
    when: When
    to: To
    compare: Compare
    ask: Mapping[Language, str]


@dataclass(frozen=True)
class Plan:
    """A plan file."""

    id: str
    items: tuple[Item, ...]

    def item(self, item_id: str) -> Item | None:
        """The item of this id; a plan may have changed since it was used."""
        return next((item for item in self.items if item.id == item_id), None)

    @property
    def timing(self) -> str:
        """What decides who is asked when. The words are read only when somebody is."""
        lines = (f"{one.id} {one.when.unit} {one.when.count} {one.to}" for one in self.items)
        return "; ".join(sorted(lines))

    def looks_to_end(self, item_id: str) -> bool:
        """Whether the day of this item hangs on the end, which may move."""
        item = self.item(item_id)
        return item is not None and item.when.unit in (Unit.BEFORE_END, Unit.AFTER_END)

    def comes_once(self, item_id: str) -> bool:
        """Whether this item is asked once only, however its day is moved."""
        item = self.item(item_id)
        return item is not None and item.when.unit is not Unit.MONTHLY


Plans = Mapping[str, Plan]


@dataclass(frozen=True, order=True)
class Due:
    """When an item is due; `number` counts the repeats of an item that comes every month."""

    at: datetime
    item: str
    number: int
    to: To


_WHEN = (
    (re.compile(r"day (\d{1,3})"), Unit.DAY),
    (re.compile(r"week (\d{1,3})"), Unit.WEEK),
    (re.compile(r"every (?:(\d{1,2}) months|month)"), Unit.MONTHLY),
    (re.compile(r"(\d{1,2}) weeks? before the end"), Unit.BEFORE_END),
    (re.compile(r"(\d{1,2}) weeks? after the end"), Unit.AFTER_END),
)


def parse_when(text: str) -> When:
    """Read `day 3`, `week 2`, `every month`, `every 3 months`, `2 weeks before the end` or
    `2 weeks after the end`. Raises ValueError for anything else."""
    for pattern, unit in _WHEN:
        if found := pattern.fullmatch(" ".join(text.lower().split())):
            count = int(found[1] or 1)
            if count:
                return When(unit, count)
    raise ValueError(text)


FORTNIGHT = timedelta(weeks=2)
"""A monthly question keeps this far from the last of the first weeks."""


def due_between(
    plan: Plan,
    starts_on: date,
    ends_on: date | None,
    duty: WorkingTime,
    since: datetime,
    until: datetime,
) -> list[Due]:
    """What falls due from `since` until `until`, in order.

    What belongs to the time of the work ends with it. The monthly items stop where those begin that
    look ahead to the end, so that nobody is asked twice in a fortnight.
    """
    found = []
    earliest = danish_day(since) - FORTNIGHT  # no run of closed days is longer
    for item in plan.items:
        for number, day in _days(plan, item.when, starts_on, ends_on, duty.closed, until.date()):
            if day < earliest:
                continue
            at = due_at(day, duty)
            if since <= at <= until:
                found.append(Due(at, item.id, number, item.to))
    return sorted(found)


def _days(
    plan: Plan,
    when: When,
    starts_on: date,
    ends_on: date | None,
    closed: frozenset[date],
    until: date,
) -> Iterator[tuple[int, date]]:
    """The calendar days of an item, with their numbers."""
    last = ends_on or date.max
    match when.unit:
        case Unit.MONTHLY:
            yield from _monthly(plan, when.count, starts_on, ends_on, until)
        case Unit.AFTER_END:
            if ends_on:
                yield 1, ends_on + timedelta(weeks=when.count)
        case Unit.BEFORE_END:
            if ends_on and (day := ends_on - timedelta(weeks=when.count)) > starts_on:
                yield 1, day
        case Unit.DAY:
            first = first_working_day(starts_on, closed)
            if (day := next_working_day(first, closed, when.count - 1)) <= last:
                yield 1, day
        case Unit.WEEK:
            if (day := starts_on + timedelta(weeks=when.count)) <= last:
                yield 1, day


def _monthly(
    plan: Plan, step: int, starts_on: date, ends_on: date | None, until: date
) -> Iterator[tuple[int, date]]:
    """Every so many months, between the first weeks and what looks ahead to the end."""
    weeks = [item.when.count for item in plan.items if item.when.unit is Unit.WEEK]
    begins = starts_on + timedelta(weeks=max(weeks, default=0)) + FORTNIGHT
    ahead = [item.when.count for item in plan.items if item.when.unit is Unit.BEFORE_END]
    stops = ends_on - timedelta(weeks=max(ahead, default=0)) if ends_on else date.max
    number = 1
    while (day := _months_later(starts_on, number * step)) <= until and day < stops:
        if day >= begins:
            yield number, day
        number += 1


def _months_later(day: date, months: int) -> date:
    """The same day of a later month, or its last where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def first_working_day(day: date, closed: frozenset[date]) -> date:
    """This day if people work on it, else the next on which they do."""
    return day if is_working_day(day, closed) else next_working_day(day, closed)


def due_at(day: date, duty: WorkingTime) -> datetime:
    """Ten o'clock on this day or the next working day, if there is duty then."""
    at = instant(first_working_day(day, duty.closed), AT)
    return duty.next_start(at) or at


def repeat_at(asked: datetime, duty: WorkingTime) -> datetime:
    """When a question without an answer is put again, or handed to a person."""
    return due_at(next_working_day(danish_day(asked), duty.closed, REPEAT_AFTER), duty)


def next_day(now: datetime, duty: WorkingTime) -> datetime:
    """When duty begins on a later day than this one."""
    tomorrow = instant(danish_day(now) + timedelta(days=1), time.min)
    return duty.next_start(tomorrow) or tomorrow
