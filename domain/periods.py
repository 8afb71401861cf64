"""Periods as people name them: whole Danish days, a month, a year, and the one before."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from domain.errors import HotlineError
from domain.working_time import Span, instant

ONE_DAY = timedelta(days=1)
_MONTH = re.compile(r"(20\d\d)-(0[1-9]|1[0-2])")


class WrongPeriod(HotlineError):
    """No day, or an end before the beginning."""

    key = "error-wrong-period"


@dataclass(frozen=True)
class Period:
    """From a Danish day to another, both included."""

    first: date
    last: date

    def __post_init__(self) -> None:
        """Raises WrongPeriod for an end that is before the beginning."""
        if self.last < self.first:
            raise WrongPeriod()

    @property
    def span(self) -> Span:
        """Its instants: from midnight until just before another midnight."""
        return Span(instant(self.first, time.min), instant(self.last + ONE_DAY, time.min))

    @property
    def days(self) -> int:
        """How many days."""
        return (self.last - self.first).days + 1

    @property
    def before(self) -> "Period":
        """The one to compare with: the year before a year, the months before so many whole months,
        else as many days."""
        if self._is_whole_months:
            months = 12 * (self.last.year - self.first.year) + self.last.month - self.first.month
            return Period(_months_back(self.first, months + 1), self.first - ONE_DAY)
        return Period(self.first - timedelta(days=self.days), self.first - ONE_DAY)

    @property
    def _is_whole_months(self) -> bool:
        return self.first.day == 1 and (self.last + ONE_DAY).day == 1

    def holds(self, at: datetime) -> bool:
        """Whether this instant lies in it."""
        return self.span.starts <= at < self.span.ends


def month(name: str) -> Period:
    """The month of this name, such as `2026-11`. Raises WrongPeriod."""
    found = _MONTH.fullmatch(name)
    if found is None:
        raise WrongPeriod()
    first = date(int(found[1]), int(found[2]), 1)
    return Period(first, _months_back(first, -1) - ONE_DAY)


def year(number: int) -> Period:
    """A calendar year."""
    return Period(date(number, 1, 1), date(number, 12, 31))


def parse_period(first: str, last: str) -> Period:
    """Two days as `2026-01-31`. Raises WrongPeriod."""
    try:
        return Period(date.fromisoformat(first.strip()), date.fromisoformat(last.strip()))
    except ValueError:
        raise WrongPeriod() from None


def month_of(day: date) -> str:
    """The name of this day's month."""
    return day.strftime("%Y-%m")


def next_month(name: str) -> str:
    """The name of the month after."""
    return month_of(month(name).last + ONE_DAY)


def _months_back(first: date, count: int) -> date:
    number = first.year * 12 + first.month - 1 - count
    return date(number // 12, number % 12 + 1, 1)
