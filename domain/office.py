"""What the jobcenter has decided: its hours, its closed days, its escalation, its visits."""

from dataclasses import dataclass, field
from datetime import date

from domain.escalation import Policy
from domain.visits import VisitRules
from domain.working_time import Weekly, parse_hours


@dataclass(frozen=True)
class Office:
    """The office as its settings describe it."""

    hours: tuple[Weekly, ...] = parse_hours("mandag-torsdag 8-15.30, fredag 8-14")
    closed_yearly: tuple[tuple[int, int], ...] = ((5, 1), (6, 5), (12, 24), (12, 31))
    """Month and day of days that are no public holidays but closed all the same."""
    escalation: Policy = field(default_factory=Policy)
    visits: VisitRules = field(default_factory=VisitRules)


def parse_days(text: str) -> tuple[tuple[int, int], ...]:
    """Days of every year as `1.5, 24.12`: day and month in, month and day out.

    Raises ValueError for a day that no year has.
    """
    days = []
    for part in filter(None, (part.strip() for part in text.split(","))):
        day, _, month = part.partition(".")
        if not (day.isdecimal() and month.isdecimal()):
            raise ValueError("expected days such as: 1.5, 5.6, 24.12, 31.12")
        any_year = date(2027, int(month), int(day))  # the 29th of February is no day of every year
        days.append((any_year.month, any_year.day))
    return tuple(days)
