"""Writes what specialists decided about open questions into the knowledge folder, beside the
worker: a disk that is slow or full holds nobody up. The rows keep every decision until it stands
in its file; after a `kill -9` in between, the line is found there and not written again."""

import asyncio
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import structlog

from knowledge.examples import add_example
from models.database import Database
from services import questions

EVERY = 10
"""Seconds between two looks at what has been decided."""

log = structlog.get_logger()


class Lessons:
    """The only writer of example files."""

    def __init__(self, database: Database, now: Callable[[], datetime], folder: Path) -> None:
        self.database = database
        self.now = now
        self.folder = folder

    async def run(self) -> None:
        """Write for ever. What cannot be written now is tried again."""
        while True:
            try:
                await self.step()
            except OSError as error:
                log.error("example not written", folder=str(self.folder), reason=error.strerror)
            await asyncio.sleep(EVERY)

    async def step(self) -> int:
        """Write down what is decided and return how many lines that were. Raises OSError."""
        async with self.database.read() as session:
            due = await questions.lessons(session, self.now())
        done: list[int] = []
        try:
            for question_id, example in due:
                await asyncio.to_thread(add_example, self.folder, example)
                done.append(question_id)
        finally:
            if done:
                async with self.database.write() as session:
                    await questions.learnt(session, self.now(), done)
        return len(done)
