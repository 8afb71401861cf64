"""Every step of every case is done exactly once, and none later than a tick."""

import os
from collections import defaultdict
from datetime import UTC, datetime
from pathlib import Path

from tests.simulated_year import TICK, live

LONG = bool(os.environ.get("LONG_TESTS"))


async def test_a_year_with_holidays_absences_and_both_clock_changes(tmp_path: Path) -> None:
    """Three weeks around Easter and the clock change; with LONG_TESTS the whole year."""
    begin = datetime(2027, 1, 1, 7, tzinfo=UTC) if LONG else datetime(2027, 3, 15, 7, tzinfo=UTC)
    days, incidents = (365, 10_000) if LONG else (21, 60)
    year = await live(tmp_path, begin, days, incidents)
    assert year.latest <= TICK
    numbers = defaultdict(list)
    for step in year.steps:
        numbers[step.incident_id].append(step.number)
    assert len(numbers) == incidents
    assert all(found == list(range(len(found))) for found in numbers.values())
    assert sum(map(len, year.waited.values())) == incidents
    assert year.open == 0
