"""The clerk: each month's file, each week's digest, and the reminders of reports
and meetings."""

import asyncio
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from bot.health import Health
from bot.stepping import keep_stepping
from domain.office import Office
from models.database import Database
from services import meeting_notices
from services.monthly import begin, write_month
from services.phrases import Phrases
from services.weekly import tell_due

EVERY = 60.0
"""Seconds between two looks at the calendar."""


class Clerk:
    """Does what the calendar says, once each."""

    def __init__(
        self,
        database: Database,
        now: Callable[[], datetime],
        office: Office,
        phrases: Phrases,
        exports: Path,
        base_url: str,
        health: Health,
        committed: Callable[[], None],
    ) -> None:
        self.database = database
        self.now = now
        self.office = office
        self.phrases = phrases
        self.exports = exports
        self.base_url = base_url
        self.health = health
        self.committed = committed

    async def run(self) -> None:
        """Look again and again."""
        await keep_stepping("clerk", self.step, _a_while, asyncio.Event(), self.health)

    async def step(self) -> int:
        """Everything that is due by now; return how much that was."""
        now = self.now()
        async with self.database.write() as session:
            await begin(session, now)
            told = await tell_due(session, now, self.office, self.base_url)
            told += await meeting_notices.tell_due(session, now, self.office, self.base_url)
        written = 0
        while await write_month(self.database, self.phrases, self.exports, now, self.base_url):
            written += 1
        if told or written:
            self.committed()
        return told + written


async def _a_while() -> float:
    return EVERY
