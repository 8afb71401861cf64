"""Looks, independently of all other parts, whether something stands still, and raises the alarm."""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta

import structlog

from bot.health import Health
from bot.stepping import whole
from bot.telegram_door import TelegramDoor
from domain.errors import DeliveryError
from domain.people import Channel
from models.database import Database
from services import watchdog
from services.phrases import Phrases
from services.watchdog import Finding, Kind

EVERY = 15
"""Seconds between two looks. Only what two looks in a row have found is told."""

AGAIN = timedelta(hours=1)

log = structlog.get_logger()


class Watchdog:
    """Has its own loop and its own queries: no part that it watches is needed for its alarm."""

    def __init__(
        self,
        database: Database,
        now: Callable[[], datetime],
        health: Health,
        phrases: Phrases,
        committed: Callable[[], None],
        telegram: TelegramDoor | None,
    ) -> None:
        self.database = database
        self.now = now
        self.health = health
        self.phrases = phrases
        self.committed = committed
        self.telegram = telegram
        self._before: set[Finding] = set()
        self._told: dict[Finding, datetime] = {}

    async def run(self) -> None:
        """Watch for ever. A database that cannot be read is itself a finding."""
        while True:
            try:
                await whole(self.step())
            except Exception as error:
                log.exception("watchdog failed")
                self.health.report("watchdog", type(error).__name__)
            self.health.beat("watchdog")
            await asyncio.sleep(EVERY)

    async def step(self) -> list[Finding]:
        """Look once; what is found for the second time is reported. Returns what was told now."""
        now = self.now()
        async with self.database.read() as session:
            found = await watchdog.inspect(session, now)
        found |= {Finding(Kind.PART, part) for part in self.health.silent() if part != "watchdog"}
        sure = sorted(found & self._before)
        self._before = found
        self._told = {finding: at for finding, at in self._told.items() if finding in found}
        self.health.report("watchdog", ", ".join(finding.line for finding in sure))
        new = [one for one in sure if now - self._told.get(one, now - AGAIN) >= AGAIN]
        if new:
            await self._alarm(now, new)
            self._told |= dict.fromkeys(new, now)
        return new

    async def _alarm(self, now: datetime, findings: list[Finding]) -> None:
        log.error("watchdog alarm", findings=[finding.line for finding in findings])
        sending = Finding(Kind.PART, "notifier") not in findings
        async with self.database.write() as session:
            doors = await watchdog.alarm(session, now, findings, self.phrases, queued=sending)
        self.committed()
        if sending or self.telegram is None:
            return
        for chat, text in doors:
            if chat.channel is Channel.TELEGRAM:
                try:
                    await self.telegram.send(chat.chat_id, text, [], None)
                except DeliveryError as error:
                    log.error("alarm not sent", reason=error.reason)
