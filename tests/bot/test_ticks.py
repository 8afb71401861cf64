"""Due work is done late rather than never, and what was offered again is not offered twice."""

from datetime import timedelta

from domain.people import Role
from models.program import ALIVE, write_fact
from tests.line import Line


async def away(line: Line, **time: float) -> None:
    async with line.database.write() as session:
        await write_fact(session, ALIVE, (line.now - timedelta(**time)).isoformat())


async def test_after_an_outage_the_last_buttons_are_offered_again_once(line: Line) -> None:
    mette = await line.joins(Role.EMPLOYER, "Mette", "Bageriet")
    line.clock[0] += timedelta(minutes=10)
    await away(line, minutes=9)
    await line.ticks.after_start()
    await line.ticks.after_start()  # killed right after the start, before the first look
    [again] = await mette.answers()
    assert "Tal med en specialist" in again.labels


async def test_after_a_short_stop_nothing_is_repeated(line: Line) -> None:
    mette = await line.joins(Role.EMPLOYER, "Mette", "Bageriet")
    await away(line, seconds=100)
    await line.ticks.after_start()
    assert await mette.answers() == []
