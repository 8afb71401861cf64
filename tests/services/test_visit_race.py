"""Fifty people and the same six times: nobody is booked twice, and nobody sees a lock."""

from pathlib import Path

from bench.visits import MONDAY, race, slots_seconds
from models.database import Database
from models.migrate import migrate


async def test_of_fifty_who_tap_at_once_each_time_goes_to_one(tmp_path: Path) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path / 'hotline.db'}"
    migrate(url, MONDAY)
    database = Database(url)
    figures = await race(database, racers=50, attempts=200)
    await database.close()
    assert (figures["attempts"], figures["double"], figures["errors"]) == (200, 0, 0)
    assert figures["booked"] == 4 * 6


def test_the_times_of_two_specialists_over_four_weeks_take_no_time() -> None:
    assert min(slots_seconds(2) for _ in range(5)) <= 0.020
