"""Placements: what kind of job it is, where it stands, and how it ended."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise

from domain.dates import full_day
from domain.errors import HotlineError

SPEAKABLE = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Letters and digits that cannot be mistaken for one another: no 0, O, 1, I."""

MOST_HOURS = 48
"""Hours in a working week: the limit of the Danish act on working time."""

_REFERENCE = re.compile(rf"P-[{SPEAKABLE}]{{4}}")
_RISE = re.compile(r"(\S+?)\s*[:=]\s*(\d{1,2}(?:[.,]\d{1,2})?)")


class PlacementType(StrEnum):
    """The kinds of placement in Danish employment law, in the order of the staircase: from the
    first step at a workplace to an ordinary job."""

    SHELTERED = "sheltered"  # beskyttet beskæftigelse, serviceloven § 103
    INTERNSHIP = "internship"  # virksomhedspraktik
    WAGE_SUBSIDY = "wage-subsidy"  # løntilskud
    FLEXJOB = "flexjob"  # fleksjob
    PART_TIME = "part-time"  # ordinary job, part time
    FULL_TIME = "full-time"  # ordinary job


class PlacementStatus(StrEnum):
    """Where a placement stands."""

    PLANNED = "planned"
    RUNNING = "running"
    PAUSED = "paused"
    ENDED = "ended"


class PlacementOutcome(StrEnum):
    """How a placement ended."""

    CONTINUES = "continues"
    ELSEWHERE = "elsewhere"
    EDUCATION = "education"
    STOPPED = "stopped"


@dataclass(frozen=True)
class Rise:
    """From this day on, so many hours a week."""

    on: date
    hours: float


@dataclass(frozen=True)
class Details:
    """What somebody has decided about a placement. People are given by their ids."""

    type: PlacementType = PlacementType.INTERNSHIP
    status: PlacementStatus = PlacementStatus.RUNNING
    starts_on: date | None = None
    ends_on: date | None = None
    weekly_hours: float | None = None
    rise: str = ""
    mentor_support: bool = False
    personal_assistance: bool = False
    specialist_id: int | None = None
    consultant_id: int | None = None
    contact_id: int | None = None
    mentor_id: int | None = None


class EndsBeforeStart(HotlineError):
    """The last day lies before the first."""

    key = "error-placement-dates"


class WrongHours(HotlineError):
    """More hours than a week may have, or none."""

    key = "error-placement-hours"


class WrongRise(HotlineError):
    """The planned rise cannot be read, or goes backwards."""

    key = "error-placement-rise"


def is_reference(text: str) -> bool:
    """Whether this could be a placement's reference."""
    return _REFERENCE.fullmatch(text) is not None


def check(details: Details) -> None:
    """Raises the first thing that is wrong."""
    if details.starts_on and details.ends_on and details.ends_on < details.starts_on:
        raise EndsBeforeStart()
    if details.weekly_hours is not None and not 0 < details.weekly_hours <= MOST_HOURS:
        raise WrongHours()
    parse_rise(details.rise)


def parse_rise(text: str) -> tuple[Rise, ...]:
    """Read `1.2.2027: 12` line by line, in the order of the days. Raises WrongRise."""
    steps = []
    for line in filter(None, map(str.strip, re.split(r"[\n;]", text))):
        found = _RISE.fullmatch(line)
        if not found:
            raise WrongRise()
        try:
            steps.append(Rise(full_day(found[1]), float(found[2].replace(",", "."))))
        except ValueError:
            raise WrongRise() from None
    if any(later.on <= earlier.on for earlier, later in pairwise(steps)):
        raise WrongRise()
    if any(not 0 < step.hours <= MOST_HOURS for step in steps):
        raise WrongRise()
    return tuple(steps)


def hours_on(weekly_hours: float | None, steps: Iterable[Rise], day: date) -> float | None:
    """The weekly hours that are agreed for this day."""
    for step in steps:
        if step.on <= day:
            weekly_hours = step.hours
    return weekly_hours
