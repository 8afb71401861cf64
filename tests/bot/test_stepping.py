"""A part of the program goes on after a failed step, and is never cut off in the middle of one."""

import asyncio
from types import SimpleNamespace

import pytest

from bot import stepping
from bot.health import SILENCE, Health
from tests.waiting import until


async def no_pause() -> float:
    return 0.01


async def test_a_failed_step_is_done_again_and_silence_is_seen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(stepping, "AFTER_FAILURE", 0.01)
    health, steps, troubles = Health(), [0], []
    health.expect("worker")

    async def step() -> int:
        steps[0] += 1
        troubles.append(health.trouble())
        if steps[0] < 3:
            raise OSError("disk full")
        return 1 if steps[0] < 5 else 0

    running = asyncio.create_task(
        stepping.keep_stepping("worker", step, no_pause, asyncio.Event(), health, full=1)
    )
    await until(lambda: steps[0] == 6)
    running.cancel()
    assert troubles[:4] == ["worker", "worker", "worker", ""]


async def test_a_part_that_rests_longer_than_silence_is_alive(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    health, moment, steps = Health(), [1000.0], []
    monkeypatch.setattr("bot.health.time", SimpleNamespace(monotonic=lambda: moment[0]))

    async def step() -> int:
        steps.append(1)
        return 0

    async def a_minute() -> float:
        return 60

    running = asyncio.create_task(
        stepping.keep_stepping("clerk", step, a_minute, asyncio.Event(), health)
    )
    await until(lambda: bool(steps))
    moment[0] += 60 + SILENCE - 1
    assert health.silent() == []
    moment[0] += 2
    assert health.silent() == ["clerk"]
    running.cancel()


async def test_it_wakes_at_once() -> None:
    wake, steps = asyncio.Event(), []

    async def step() -> int:
        steps.append(1)
        return 1

    async def long() -> float:
        return 600

    running = asyncio.create_task(
        stepping.keep_stepping("worker", step, long, wake, Health(), full=9)
    )
    for number in (1, 2):
        await until(lambda number=number: len(steps) == number)
        wake.set()
    running.cancel()


async def test_a_step_that_has_begun_is_finished_before_the_part_ends() -> None:
    begun, finished = asyncio.Event(), []

    async def step() -> int:
        begun.set()
        await asyncio.sleep(0.05)
        finished.append(True)
        return 1

    running = asyncio.create_task(
        stepping.keep_stepping("worker", step, no_pause, asyncio.Event(), Health(), full=1)
    )
    await begun.wait()
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    assert finished == [True]
