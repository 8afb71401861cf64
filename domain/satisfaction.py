"""Satisfaction: what is asked on which occasion, when, and from how many answers on it is shown.

Answers are shown in whole groups of five. Between what a reader sees today and what they see
tomorrow lie at least five answers, so that nobody's answer can be told from the difference.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

LOWEST, HIGHEST = 1, 5
CROWD = 5
"""Answers in a group."""
ROUND_OPENS = (10, 1)
"""Month and day from which every participating company is asked, once a year."""
ROUND_CLOSES = (11, 30)
"""Month and day after which nobody is asked or reminded any more."""
REMIND_AFTER = 6
"""Working days after which somebody who has not answered the yearly questions is reminded."""
REMINDERS = 2
PULSE_AFTER_MINUTES = 60
"""Minutes after the end of a case or a visit until its one question comes, in office hours."""


class Occasion(StrEnum):
    """When somebody is asked."""

    YEARLY = "yearly"
    INCIDENT = "incident"
    VISIT = "visit"


QUESTIONS: Mapping[Occasion, tuple[str, ...]] = {
    Occasion.YEARLY: ("knowledge", "courage"),
    Occasion.INCIDENT: ("helped",),
    Occasion.VISIT: ("helped",),
}
"""Goal 1 of the investment behind the hotline (Viborg, 2019): companies know and understand the
target group, and have the courage to go on. And, after each case and visit, whether it helped."""


def round_is_open(day: date) -> bool:
    """Whether the yearly questions may be asked on this day."""
    return ROUND_OPENS <= (day.month, day.day) <= ROUND_CLOSES


def next_question(occasion: Occasion, answered: Sequence[str]) -> str:
    """The first question without an answer; nothing when all are answered."""
    return next((name for name in QUESTIONS[occasion] if name not in answered), "")


def group_of(earlier: int) -> int:
    """The group of an answer that so many came before."""
    return earlier // CROWD


def shown_groups(groups: Mapping[int, int]) -> list[int]:
    """The groups that are full: group -> answers in it."""
    return [group for group, count in groups.items() if count >= CROWD]


@dataclass(frozen=True)
class Marks:
    """The marks that are shown for one question, and how many wait for their group."""

    counts: tuple[int, ...]
    waiting: int

    @property
    def total(self) -> int:
        """Marks that are shown."""
        return sum(self.counts)

    @property
    def mean(self) -> float:
        """Their mean; 0 where none are shown."""
        weighed = sum(mark * count for mark, count in enumerate(self.counts, start=LOWEST))
        return weighed / self.total if self.total else 0.0


def marks_shown(rows: Sequence[tuple[int, int]]) -> Marks:
    """What may be shown of `(group, mark)` rows."""
    full = shown_groups(Counter(group for group, _mark in rows))
    shown = Counter(mark for group, mark in rows if group in full)
    counts = tuple(shown[mark] for mark in range(LOWEST, HIGHEST + 1))
    return Marks(counts, len(rows) - sum(counts))
