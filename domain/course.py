"""The starter course on the practice board: ten practice cases, and how far somebody has come.

Nobody ticks anything off. A step is done when what happened in the practice says so.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Act(StrEnum):
    """What can be done in the practice that a step waits for."""

    GUIDE_SHOWN = "guide-shown"
    GUIDE_HELPED = "guide-helped"
    LOGGED_URGENT = "logged-urgent"
    DANGER_ANSWERED = "danger-answered"
    FROM_GUIDE = "from-guide"
    ASKED = "asked"
    REMINDED = "reminded"
    PASSED = "passed"
    TAKEN = "taken"
    WORD = "word"
    CALLED = "called"
    REPLY = "reply"
    OFFERED = "offered"
    HANDED_OVER = "handed-over"
    LEARNED = "learned"
    REVIEWED = "reviewed"
    VISIT_BOOKED = "visit-booked"
    VISIT_MOVED = "visit-moved"
    VISIT_HELD = "visit-held"
    CARD_BEGUN = "card-begun"
    CARD_ANSWERED = "card-answered"
    CARD_PRINTED = "card-printed"
    AWAY = "away"
    COLLEAGUE_TOLD = "colleague-told"
    BACK = "back"
    FOLLOW_UP_ASKED = "follow-up-asked"
    WORSE = "worse"


@dataclass(frozen=True)
class Deed:
    """An act that was done. `about` is what it was done with, such as one case or one sheet."""

    act: Act
    about: str
    at: datetime


@dataclass(frozen=True)
class PracticeCase:
    """A little story and the steps that it asks for, all about one thing and in this order."""

    id: str
    steps: tuple[Act, ...]

    @property
    def key(self) -> str:
        """The text key of its title; `-story` and `-1`, `-2` … behind it are its other words."""
        return f"course-{self.id}"


COURSE = (
    PracticeCase("lunch", (Act.GUIDE_SHOWN, Act.GUIDE_HELPED)),
    PracticeCase("dishes", (Act.FROM_GUIDE, Act.ASKED, Act.TAKEN, Act.WORD, Act.LEARNED)),
    PracticeCase("delivery", (Act.LOGGED_URGENT, Act.TAKEN, Act.WORD, Act.REPLY)),
    PracticeCase("danger", (Act.DANGER_ANSWERED, Act.TAKEN, Act.CALLED)),
    PracticeCase("waiting", (Act.ASKED, Act.REMINDED, Act.PASSED, Act.TAKEN)),
    PracticeCase("over", (Act.TAKEN, Act.OFFERED, Act.HANDED_OVER, Act.REVIEWED)),
    PracticeCase("visit", (Act.VISIT_BOOKED, Act.VISIT_MOVED, Act.VISIT_HELD)),
    PracticeCase("card", (Act.CARD_BEGUN, Act.CARD_ANSWERED, Act.CARD_PRINTED)),
    PracticeCase("sick", (Act.AWAY, Act.COLLEAGUE_TOLD, Act.BACK)),
    PracticeCase("worse", (Act.FOLLOW_UP_ASKED, Act.WORSE, Act.TAKEN)),
)


@dataclass(frozen=True)
class Standing:
    """How far somebody has come with a practice case: so many of its steps, from the first."""

    case: PracticeCase
    done: int

    @property
    def is_done(self) -> bool:
        """Whether every step is."""
        return self.done == len(self.case.steps)


def standing(
    deeds: Iterable[Deed], course: Sequence[PracticeCase] = COURSE
) -> tuple[Standing, ...]:
    """How each practice case stands, given the deeds in the order they were done.

    What has finished one practice case does not count for another one too. The earliest finish
    goes first, so that what is done stays done whatever follows.
    """
    threads: dict[str, list[Deed]] = defaultdict(list)
    for deed in deeds:
        threads[deed.about].append(deed)
    finished = _finished(threads, course)
    free = [thread for about, thread in threads.items() if about not in finished.values()]
    return tuple(
        Standing(case, len(case.steps))
        if case.id in finished
        else Standing(case, max((len(_moments(case, thread)) for thread in free), default=0))
        for case in course
    )


def _finished(threads: dict[str, list[Deed]], course: Sequence[PracticeCase]) -> dict[str, str]:
    """The practice cases that are done, each with what it was done with."""
    ends = [
        (moments[-1], number, about)
        for number, case in enumerate(course)
        for about, thread in threads.items()
        if len(moments := _moments(case, thread)) == len(case.steps)
    ]
    finished: dict[str, str] = {}
    for _at, number, about in sorted(ends, key=lambda end: end[:2]):
        if course[number].id not in finished and about not in finished.values():
            finished[course[number].id] = about
    return finished


def _moments(case: PracticeCase, thread: Iterable[Deed]) -> list[datetime]:
    """When the steps were done, as far as they were done one after the other."""
    moments: list[datetime] = []
    for deed in thread:
        if len(moments) < len(case.steps) and deed.act is case.steps[len(moments)]:
            moments.append(deed.at)
    return moments
