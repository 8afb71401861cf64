"""Who hears of a case that nobody has, and when: decided here, done by `services/escalations.py`.

Urgent and emergency run on the clock, normal in working time. A step that reaches nobody is passed
at once; the last step is repeated until somebody takes the case.
"""

import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TypeVar

from domain.triage import Level
from domain.working_time import WorkingTime

TRY_AGAIN = timedelta(minutes=60)
"""How long a case waits where nobody can be told and nobody is expected."""

EMPLOYER_EVERY = 10
"""Minutes between two messages to the employer while the last step is repeated."""

LONGEST = 7 * 24 * 60

T = TypeVar("T")


class Whom(StrEnum):
    """Whom a step tells."""

    DUTY = "duty"
    OTHER = "other"
    LEADER = "leader"
    PHONE = "phone"


@dataclass(frozen=True)
class Step:
    """Who is told, and how many minutes they have before the next step."""

    whom: frozenset[Whom]
    minutes: int


def parse_steps(text: str) -> tuple[Step, ...]:
    """Steps as a setting has them: `duty 10, other 10, duty+other+leader+phone 30`.

    Raises ValueError for what cannot be read, and for steps that do not end with a leader.
    """
    steps = []
    for part in text.split(","):
        found = re.fullmatch(r"\s*([a-z+]+)\s+(\d{1,5})\s*", part)
        names = found[1].split("+") if found else []
        if not found or not set(names) <= set(Whom) or not 1 <= int(found[2]) <= LONGEST:
            raise ValueError(
                "expected steps such as: duty 10, other 10, duty+other+leader+phone 30"
            )
        steps.append(Step(frozenset(Whom(name) for name in names), int(found[2])))
    if Whom.LEADER not in steps[-1].whom:
        raise ValueError("the last step must name leader: somebody has to hear of it")
    return tuple(steps)


@dataclass(frozen=True)
class Policy:
    """The steps of each level."""

    emergency: tuple[Step, ...] = parse_steps("duty+other+leader+phone 2")
    urgent: tuple[Step, ...] = parse_steps(
        "duty 10, other 10, duty+other+leader 10, duty+other+leader+phone 30"
    )
    normal: tuple[Step, ...] = parse_steps(
        "duty 60, other 60, duty+other+leader 60, duty+other+leader+phone 120"
    )

    def steps(self, level: Level) -> tuple[Step, ...]:
        """The steps of this level."""
        by_level = {Level.EMERGENCY: self.emergency, Level.URGENT: self.urgent}
        return by_level.get(level, self.normal)


@dataclass(frozen=True)
class Colleague:
    """Somebody who may be told. `reachable`: a door is open, and its last test was answered."""

    id: int
    hours: WorkingTime
    reachable: bool = True


@dataclass(frozen=True)
class Roster:
    """Everybody who may be told, and the office's hours, at one instant. The answers about this
    instant are computed once: a sweep asks them for every case."""

    now: datetime
    specialists: tuple[Colleague, ...]
    leaders: tuple[Colleague, ...]
    office: WorkingTime
    _known: dict[object, object] = field(default_factory=dict, compare=False, repr=False)

    def works(self, colleague: Colleague) -> bool:
        """Whether this colleague is on duty."""
        return self._once("works", colleague, lambda: colleague.hours.is_working(self.now))

    def away(self, colleague: Colleague) -> bool:
        """Whether this colleague is ill or on leave: more than only off duty."""
        return self._once("away", colleague, lambda: colleague.hours.is_away(self.now))

    def returns(self, colleague: Colleague) -> datetime | None:
        """When this colleague is next on duty."""
        return self._once("returns", colleague, lambda: colleague.hours.next_start(self.now))

    def worked(self, minutes: float, told: Iterable[Colleague] = ()) -> datetime:
        """When so many minutes have been worked: by the office, or by somebody who was told."""
        everybody = [Colleague(0, self.office), *told]
        ends = [
            self._once(f"{minutes}", one, lambda one=one: one.hours.after(self.now, minutes))  # type: ignore[misc]
            for one in everybody
        ]
        return min((end for end in ends if end), default=self.now + TRY_AGAIN)

    def _once(self, question: str, about: Colleague, answer: Callable[[], T]) -> T:
        key = (question, about.id)
        if key not in self._known:
            self._known[key] = answer()
        return self._known[key]  # type: ignore[return-value]


class Action(StrEnum):
    """What is due for a case."""

    TELL = "tell"
    FIRST_WORD = "first-word"
    ACCEPT = "accept"
    STALE = "stale"


class Hears(StrEnum):
    """What the employer hears about who is told."""

    ON_DUTY = "on-duty"
    OFF_DUTY = "off-duty"
    NEXT = "next"
    LEADER = "leader"
    PHONE_FIRST = "phone-first"
    PHONE = "phone"
    WAITS = "waits"
    NOBODY = "nobody"
    NOTHING = ""


@dataclass(frozen=True)
class Decision:
    """What to do now and when to look again. `expected` is who is on duty next, and when."""

    step: int
    told: tuple[int, ...]
    due: datetime
    hears: Hears
    expected: tuple[int, datetime] | None = None


@dataclass(frozen=True)
class Standing:
    """Where a case stands: the next step, whom this round has told, who has said "not me"."""

    level: Level
    step: int = 0
    told: Collection[int] = ()
    passed: Collection[int] = ()
    repeats: int = 0


def decide(policy: Policy, roster: Roster, case: Standing) -> Decision:
    """The first step from here on that reaches somebody, with all before it passed at once."""
    steps = policy.steps(case.level)
    first = min(case.step, len(steps) - 1)
    for number, step in enumerate(steps[first:], start=first):
        specialists, leaders = _reached(step, roster, case)
        if specialists or leaders:
            return _tell(number, step, roster, case, specialists, leaders)
    if on_the_clock(case.level):
        anybody = [one for one in (*roster.specialists, *roster.leaders) if one.reachable]
        if anybody:
            return _tell(len(steps) - 1, steps[-1], roster, case, [], anybody)
    return _wait(first, roster, case)


def on_the_clock(level: Level) -> bool:
    """Whether this level does not wait for working time."""
    return level is not Level.NORMAL


def answer_by(policy: Policy, roster: Roster, level: Level, owner: Colleague | None) -> datetime:
    """When whoever took a case must have written to the employer: half the first step's time."""
    return _after(roster, level, policy.steps(level)[0].minutes / 2, [owner] if owner else [])


def accept_by(policy: Policy, roster: Roster, level: Level, to: Colleague | None) -> datetime:
    """When a colleague must have accepted a case: the first step's time."""
    return _after(roster, level, policy.steps(level)[0].minutes, [to] if to else [])


def _usable(colleague: Colleague, roster: Roster, case: Standing) -> bool:
    return colleague.reachable and colleague.id not in case.passed and not roster.away(colleague)


def _reached(step: Step, roster: Roster, case: Standing) -> tuple[list[Colleague], list[Colleague]]:
    usable = [one for one in roster.specialists if _usable(one, roster, case)]
    on_duty = [one for one in usable if roster.works(one)]
    wider = usable if on_the_clock(case.level) else on_duty
    if {Whom.DUTY, Whom.OTHER} <= step.whom:
        specialists = wider
    elif Whom.DUTY in step.whom:
        specialists = on_duty
    elif Whom.OTHER in step.whom:
        specialists = [one for one in wider if one.id not in case.told]
    else:
        specialists = []
    leaders = [
        one
        for one in roster.leaders
        if Whom.LEADER in step.whom
        and one not in specialists
        and _usable(one, roster, case)
        and (on_the_clock(case.level) or roster.works(one))
    ]
    return specialists, leaders


def _tell(
    number: int,
    step: Step,
    roster: Roster,
    case: Standing,
    specialists: list[Colleague],
    leaders: list[Colleague],
) -> Decision:
    told = [*specialists, *leaders]
    return Decision(
        number,
        tuple(one.id for one in told),
        _after(roster, case.level, step.minutes, told),
        _hears(step, roster, case, specialists),
        _expected(roster, case),
    )


def _hears(step: Step, roster: Roster, case: Standing, specialists: list[Colleague]) -> Hears:
    if case.repeats and case.repeats * step.minutes % EMPLOYER_EVERY >= step.minutes:
        return Hears.NOTHING
    first = not case.told
    if not specialists and (first or Whom.PHONE not in step.whom):
        return Hears.LEADER
    if Whom.PHONE in step.whom:
        return Hears.PHONE_FIRST if first else Hears.PHONE
    if not first:
        return Hears.NEXT
    return Hears.ON_DUTY if any(map(roster.works, specialists)) else Hears.OFF_DUTY


def _wait(step: int, roster: Roster, case: Standing) -> Decision:
    """Nobody can be told now: look again when the first of them is at work."""
    usable = [one for one in (*roster.specialists, *roster.leaders) if one.reachable]
    starts = [start for one in usable if (start := roster.returns(one)) and start > roster.now]
    expected = _expected(roster, case)
    return Decision(
        step,
        (),
        min(starts, default=roster.now + TRY_AGAIN),
        Hears.WAITS if expected else Hears.NOBODY,
        expected,
    )


def _expected(roster: Roster, case: Standing) -> tuple[int, datetime] | None:
    """Which specialist is on duty first, and when."""
    coming = [
        (start, one.id)
        for one in roster.specialists
        if one.reachable and one.id not in case.passed and (start := roster.returns(one))
    ]
    return (min(coming)[1], min(coming)[0]) if coming else None


def _after(roster: Roster, level: Level, minutes: float, told: Iterable[Colleague]) -> datetime:
    if on_the_clock(level):
        return roster.now + timedelta(minutes=minutes)
    return roster.worked(minutes, told)
