"""What a report counts: citizens, how they moved, and the figures of one period."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median

from domain.followups import Answer
from domain.periods import Period
from domain.placements import PlacementOutcome, PlacementType
from domain.promises import PromiseState
from domain.satisfaction import Marks
from domain.suppression import FEWEST
from domain.visits import VisitKind

WITHIN = 60
"""Minutes of working time in which somebody who asks for a specialist should have one."""

_STEP = {kind: number for number, kind in enumerate(PlacementType)}


@dataclass(frozen=True)
class Placed:
    """One placement: `started` and `ended` are Danish days; `follows_id` is the one before it."""

    id: int
    type: PlacementType
    company_id: int
    started: date
    ended: date | None = None
    follows_id: int | None = None
    outcome: PlacementOutcome | None = None

    def runs_in(self, period: Period) -> bool:
        """Whether it ran on a day of the period."""
        return self.started <= period.last and (self.ended is None or self.ended >= period.first)


@dataclass(frozen=True)
class Figures:
    """The figures of one period, exact: not to be shown as they are."""

    types: Mapping[PlacementType, int]
    climbed: int
    outcomes: Mapping[PlacementOutcome, int]
    answered: Mapping[Answer, int]
    """Follow-ups that employers answered, by answer."""
    satisfaction: Mapping[str, Marks]
    """The marks that may be shown of a calendar year, by occasion and question."""
    companies: int
    companies_asking: int
    springboards: int
    categories: Mapping[str, int]
    levels: Mapping[str, int]
    parts: Mapping[str, int]
    """Cases by part of the period: months or quarters, by the first day of each."""
    asked: int
    waits: Sequence[float]
    """Minutes of working time from asking for a specialist until one took the case."""
    promises: Mapping[PromiseState, int]
    visits: Mapping[VisitKind, int]
    views: int
    rated: int
    helped: int
    learned: int
    examples: int
    cards: int

    @property
    def citizens(self) -> int:
        """Everybody who had a placement in the period."""
        return sum(self.types.values())

    @property
    def cases(self) -> int:
        """All cases that were opened in the period."""
        return sum(self.levels.values())

    @property
    def answered_in_time(self) -> int:
        """Who asked for a specialist and had one within an hour of working time."""
        return sum(wait <= WITHIN for wait in self.waits)

    @property
    def median_wait(self) -> float | None:
        """Half of those who asked waited no longer; nothing where few asked."""
        return median(self.waits) if len(self.waits) >= FEWEST else None

    @property
    def promised(self) -> int:
        """Visits that were promised."""
        return sum(self.promises.values())

    @property
    def settled(self) -> int:
        """Promises that are no longer open."""
        return self.promised - self.promises.get(PromiseState.OPEN, 0)

    @property
    def on_time(self) -> int:
        """Promises kept by the next working day, or on a later day that the employer chose."""
        kept = self.promises.get(PromiseState.KEPT, 0)
        return kept + self.promises.get(PromiseState.CHOSEN_LATER, 0)


def citizens(placements: Iterable[Placed], period: Period) -> dict[PlacementType, int]:
    """How many people had a placement in the period, by the type they came to last. Placements that
    follow one another belong to one person."""
    known = {placement.id: placement for placement in placements}
    last: dict[int, Placed] = {}
    for placement in sorted(known.values(), key=lambda one: (one.started, one.id)):
        if placement.runs_in(period):
            last[_root(placement, known)] = placement
    return dict(Counter(placement.type for placement in last.values()))


def climbed(placements: Iterable[Placed], period: Period) -> int:
    """How many people began a placement in the period that is a step above the one before."""
    known = {placement.id: placement for placement in placements}
    return len(
        {
            _root(placement, known)
            for placement in known.values()
            if period.first <= placement.started <= period.last
            and (before := known.get(placement.follows_id or 0)) is not None
            and _STEP[placement.type] > _STEP[before.type]
        }
    )


def outcomes(placements: Iterable[Placed], period: Period) -> dict[PlacementOutcome, int]:
    """How placements ended that ended in the period."""
    return dict(
        Counter(
            placement.outcome
            for placement in placements
            if placement.outcome and placement.ended and _is_in(placement.ended, period)
        )
    )


def companies(placements: Iterable[Placed], period: Period) -> set[int]:
    """The companies that had somebody in the period."""
    return {placement.company_id for placement in placements if placement.runs_in(period)}


def parts_of(period: Period) -> list[Period]:
    """The period in parts that are drawn side by side: months, or quarters of more than half a
    year; the first and the last may be cut."""
    months = 3 if period.days > 190 else 1
    parts, first = [], period.first
    while first <= period.last:
        number = first.year * 12 + first.month - 1
        following = number - number % months + months
        last = date(following // 12, following % 12 + 1, 1)
        parts.append(Period(first, min(date.fromordinal(last.toordinal() - 1), period.last)))
        first = last
    return parts


def _root(placement: Placed, known: Mapping[int, Placed]) -> int:
    """The first placement of the same person."""
    seen = {placement.id}
    while (before := known.get(placement.follows_id or 0)) and before.id not in seen:
        seen.add(before.id)
        placement = before
    return placement.id


def _is_in(day: date, period: Period) -> bool:
    return period.first <= day <= period.last
