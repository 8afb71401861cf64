"""Waiting for what the program does by itself."""

import asyncio
from collections.abc import Callable


async def until(happened: Callable[[], bool], seconds: float = 60) -> None:
    """Wait for something that can only be seen from outside. Raises TimeoutError."""
    async with asyncio.timeout(seconds):
        while not happened():
            await asyncio.sleep(0.005)
