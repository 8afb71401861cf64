"""Whatever happens in whatever order, an open case has one owner, or a next step that reaches
somebody; and nobody off duty is disturbed by what can wait."""

import asyncio
import os
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from domain.incidents import Status
from domain.triage import Level
from tests.escalation_world import ANNA, BENTE, JONAS, World, template

LONG = bool(os.environ.get("LONG_TESTS"))
BEGIN = datetime(2027, 3, 25, 9, tzinfo=UTC)  # Maundy Thursday: Easter and the DST night follow
_folder = tempfile.TemporaryDirectory()
_made = template(Path(_folder.name), BEGIN)
_runner = asyncio.Runner()

SPECIALISTS = st.sampled_from([ANNA, JONAS])
TAKERS = st.sampled_from([ANNA, JONAS, BENTE])


class Escalations(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        path = Path(self.folder.name) / "world.db"
        self.world: World = self.do(World.begin(_made, path, BEGIN))
        self.cases: list[int] = []
        self.said = 0

    def do(self, work: Any) -> Any:
        return _runner.run(work)

    def case(self, number: int) -> int:
        return self.cases[number % len(self.cases)] if self.cases else 0

    @initialize(hours=st.integers(0, 24 * 8))
    def some_time(self, hours: int) -> None:
        self.world.now += timedelta(hours=hours)

    @rule(level=st.sampled_from(list(Level)))
    def asks(self, level: Level) -> None:
        self.cases.append(self.do(self.world.ask(level)))

    @rule(first=TAKERS, number=st.integers(0, 9))
    def take(self, first: int, number: int) -> None:
        """Two press at once: never do both win."""
        second = JONAS if first != JONAS else ANNA
        won = [self.do(self.world.take(one, self.case(number))) for one in (first, second)]
        assert not all(won)

    @rule(person=SPECIALISTS, number=st.integers(0, 9))
    def not_me(self, person: int, number: int) -> None:
        self.do(self.world.pass_on(person, self.case(number)))

    @rule(person=TAKERS, number=st.integers(0, 9))
    def speak(self, person: int, number: int) -> None:
        if self.cases:
            self.do(self.world.speak(person, self.case(number)))

    @rule(person=TAKERS, number=st.integers(0, 9))
    def close(self, person: int, number: int) -> None:
        self.do(self.world.close(person, self.case(number)))

    @rule(person=TAKERS, hours=st.integers(1, 100))
    def away(self, person: int, hours: int) -> None:
        self.do(self.world.away(person, hours))

    @rule(minutes=st.sampled_from([1, 5, 10, 61, 600, 1440, 5000]))
    def clock_jumps(self, minutes: int) -> None:
        self.world.now += timedelta(minutes=minutes)

    @rule()
    def clock_jumps_to_what_is_due(self) -> None:
        self.world.now = max(self.world.now, self.do(self.world.due()) or self.world.now)

    @invariant()
    def every_case_is_in_good_hands(self) -> None:
        self.do(self.world.sweep())
        for incident in self.do(self.world.open()):
            assert incident.next_action_at > self.world.now, incident.reference
            taken = incident.status is Status.TAKEN
            assert taken == (incident.owner_id is not None)
            reached = self.do(self.world.reaches(incident))
            assert taken or reached or self._nobody_left(incident)

    def _nobody_left(self, incident: Any) -> bool:
        """Everybody who works then has said "not me": they are asked again after an hour."""
        wait = incident.next_action_at - self.world.now
        return bool(wait <= timedelta(minutes=60) and incident.level is Level.NORMAL)

    @invariant()
    def nobody_off_duty_is_disturbed(self) -> None:
        for row, level in self.do(self.world.told_after(self.said)):
            self.said = row.id or 0
            if level is Level.NORMAL and row.key.startswith("case-waits"):
                person = int(row.chat_key.partition(":")[2])
                assert self.do(self.world.works(person, row.created_at)), (row.key, person)

    def teardown(self) -> None:
        self.do(self.world.end())
        self.folder.cleanup()


Escalations.TestCase.settings = settings(
    max_examples=300 if LONG else 12,
    stateful_step_count=40 if LONG else 20,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    print_blob=True,
    derandomize=not LONG,
)
TestEscalations = Escalations.TestCase
