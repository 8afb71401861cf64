"""The heartbeat of a part of the program: one step after the other, for ever."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import TypeVar

import structlog

from bot.health import Health

AFTER_FAILURE = 1.0
"""Seconds before a failed step is tried again."""

Result = TypeVar("Result")

log = structlog.get_logger()


async def whole(work: Awaitable[Result]) -> Result:
    """Do it to its end, also if we are told to stop meanwhile: a transaction that is cut off in
    the middle keeps the database locked."""
    task = asyncio.ensure_future(work)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        await asyncio.wait([task])
        raise


async def keep_stepping(
    part: str,
    step: Callable[[], Awaitable[int]],
    pause: Callable[[], Awaitable[float]],
    wake: asyncio.Event,
    health: Health,
    full: int = 1,
) -> None:
    """Step, then wait until woken, or for as many seconds as `pause` says. A step that did `full`
    pieces of work may have left some, and is followed by the next at once.

    A step that fails (the disk is full, the database is locked) has changed nothing and is done
    again; a part that goes on failing gives no sign of life and is seen as not running.
    """
    while True:
        try:
            worked = await whole(step())
            seconds = 0.0 if worked >= full else await whole(pause())
        except Exception:
            log.exception("step failed", part=part)
            await asyncio.sleep(AFTER_FAILURE)
            continue
        health.beat(part, seconds)
        if worked >= full:
            continue
        with suppress(TimeoutError):
            await asyncio.wait_for(wake.wait(), seconds)
        wake.clear()
