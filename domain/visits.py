"""Visits: their kinds, where they stand, and what was promised. Times are aware UTC."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum

from domain.working_time import Span, instant

SLOT = timedelta(minutes=15)
"""The grid on which people are kept free: a visit takes whole quarter hours, its way included."""

STEP = timedelta(minutes=30)
"""Visits begin on the half hour."""


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


class PromiseState(StrEnum):
    """What became of the promise of a visit."""

    OPEN = "open"
    KEPT = "kept"
    KEPT_LATE = "kept-late"
    CHOSEN_LATER = "chosen-later"
    BROKEN = "broken"


class PromiseReason(StrEnum):
    """What a promise that was not simply kept came to."""

    NONE = ""
    NOTHING_FREE = "nothing-free"
    NOT_CHOSEN = "not-chosen"
    EMPLOYER_CANCELLED = "employer-cancelled"
    STAFF_CANCELLED = "staff-cancelled"
    STAFF_MOVED = "staff-moved"
    NO_SHOW = "no-show"
    NOT_NOTED = "not-noted"


@dataclass(frozen=True)
class VisitRules:
    """What the jobcenter has settled about visits. Minutes are minutes, days working days."""

    days: int = 1
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
