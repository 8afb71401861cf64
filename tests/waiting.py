"""Waiting for what the program does by itself."""

import asyncio
from collections.abc import Callable


async def until(happened: Callable[[], bool], seconds: float = 15) -> None:
    """Wait for something that can only be seen from outside. Raises TimeoutError."""
    async with asyncio.timeout(seconds):
        while not happened():  # noqa: ASYNC110 - the program has no event for a test
            await asyncio.sleep(0.005)
