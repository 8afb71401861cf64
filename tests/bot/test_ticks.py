"""Due work is done late rather than never, and what was offered again is not offered twice."""

import asyncio
import logging
from contextlib import AbstractAsyncContextManager
from datetime import timedelta

import pytest

from domain.people import Role
from domain.triage import Level
from models.database import Session
from models.program import ALIVE, write_fact
from tests.line import Line
from tests.staff import asks, crew, works


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


async def test_stopped_in_the_middle_an_errand_is_done_and_nothing_is_reported(
    line: Line, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, may_end, done = asyncio.Event(), asyncio.Event(), asyncio.Event()

    async def errand() -> None:
        begun.set()
        await may_end.wait()
        done.set()

    monkeypatch.setattr(line.ticks, "look", errand)
    line.ticks.start()
    await begun.wait()
    line.ticks.stop()
    await asyncio.sleep(0)
    may_end.set()
    await asyncio.wait_for(done.wait(), 1)
    await asyncio.sleep(0.05)
    assert [record for record in caplog.records if record.levelno >= logging.ERROR] == []


async def test_what_comes_due_is_found_at_once_and_only_looked_for_after_something_was_written(
    line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    _anna, jonas, _bente, _mette = await crew(line)
    await works(line, "Anna", (0, 8, 12))
    await works(line, "Jonas", (0, 12, 16))
    read, reads = line.database.read, []

    def counted() -> AbstractAsyncContextManager[Session]:
        reads.append(line.now)
        return read()

    monkeypatch.setattr(line.database, "read", counted)
    await line.ticks.look()
    await line.ticks.look()
    assert len(reads) == 1
    await asks(line, "Mette", Level.URGENT)
    await jonas.looks()
    line.clock[0] += timedelta(minutes=9)
    await line.ticks.look()
    before = len(reads)
    line.clock[0] += timedelta(minutes=1)
    await line.ticks.look()
    assert len(reads) == before
    await line.works()
    assert len(await jonas.looks()) == 1
