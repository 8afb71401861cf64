"""The promise of a visit: the latest day, and what became of it."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from domain.working_time import danish_day, next_working_day


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
    NOT_NEEDED = "not-needed"
    EMPLOYER_CANCELLED = "employer-cancelled"
    STAFF_CANCELLED = "staff-cancelled"
    STAFF_MOVED = "staff-moved"
    NO_SHOW = "no-show"
    NOT_NOTED = "not-noted"


@dataclass(frozen=True)
class Verdict:
    """Where a promise stands, and why."""

    state: PromiseState
    reason: PromiseReason = PromiseReason.NONE

    @property
    def is_open(self) -> bool:
        """Whether somebody must still look after it."""
        return self.state is PromiseState.OPEN


def latest_day(asked_at: datetime, closed: frozenset[date], days: int) -> date:
    """The last day on which the visit keeps the promise: so many working days after the day it was
    asked for."""
    return next_working_day(danish_day(asked_at), closed, days)


def booked(
    before: Verdict, latest: date, starts: datetime, *, by_employer: bool, was_free: bool
) -> Verdict:
    """A visit has been booked or moved. `was_free`: there was a time inside the promise."""
    if danish_day(starts) <= latest:
        return Verdict(PromiseState.OPEN)
    if not was_free:
        return Verdict(before.state, PromiseReason.NOTHING_FREE)
    if by_employer and before.is_open:
        return Verdict(PromiseState.CHOSEN_LATER)
    return Verdict(before.state, PromiseReason.STAFF_MOVED)


def cancelled(before: Verdict, *, by_employer: bool) -> Verdict:
    """The visit has been cancelled, or is no longer needed."""
    if by_employer and before.is_open:
        return Verdict(PromiseState.CHOSEN_LATER, PromiseReason.EMPLOYER_CANCELLED)
    if before.is_open:
        return Verdict(PromiseState.OPEN, PromiseReason.STAFF_CANCELLED)
    return before


def not_needed(before: Verdict) -> Verdict:
    """The case that brought the promise does not hurry after all, or is closed."""
    if before.is_open:
        return Verdict(PromiseState.CHOSEN_LATER, PromiseReason.NOT_NEEDED)
    return before


def held(before: Verdict, latest: date, starts: datetime) -> Verdict:
    """The visit took place."""
    if danish_day(starts) <= latest:
        return Verdict(PromiseState.KEPT)
    if before.state is PromiseState.CHOSEN_LATER:
        return before
    return Verdict(PromiseState.KEPT_LATE, before.reason)


def nobody_there(before: Verdict, latest: date, starts: datetime) -> Verdict:
    """The specialist came and met nobody: we have done our part."""
    verdict = held(before, latest, starts)
    return Verdict(verdict.state, PromiseReason.NO_SHOW)


def day_is_over(before: Verdict, *, was_free: bool) -> Verdict:
    """The latest day has passed without a visit."""
    if before.reason is not PromiseReason.NONE:
        return Verdict(PromiseState.BROKEN, before.reason)
    reason = PromiseReason.NOT_CHOSEN if was_free else PromiseReason.NOTHING_FREE
    return Verdict(PromiseState.BROKEN, reason)
