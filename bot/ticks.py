"""Does what is due. The times are columns; APScheduler only asks every two seconds: what now?"""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Any

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.health import Health
from bot.stepping import whole
from domain.followups import Plans
from domain.office import Office
from knowledge.plans import our_plans
from models.database import Database, Session
from models.escalations import next_due
from models.inbox import forget_done
from models.outbox import pending_buttons
from models.program import ALIVE, read_fact, write_fact
from services import followups, logbook, reachability, satisfaction, sessions, sweeping
from services.asking_again import ask_again
from services.coverage import look_ahead_today
from services.digests import evening_digest, morning_digests
from services.placements import begin_started
from services.plans import make_plans, notice_changes
from services.promises import watch_promises
from services.visit_day import watch_visits

EVERY = 2
"""Seconds between two looks at what is due."""

LOOK_EVERY = 0.1
"""Seconds between two looks at whether a case is due."""

CALENDAR_EVERY = timedelta(minutes=1)
"""How often the errands of the calendar are looked at."""

KEEP_INBOX = timedelta(hours=72)
"""Longer than Telegram may deliver an update again (24 hours)."""

AWAY = timedelta(seconds=150)
"""Telegram forgets a button press after this long: one made while we were away was in vain."""

log = structlog.get_logger()


class Ticks:
    """The clock's errands."""

    def __init__(
        self,
        database: Database,
        now: Callable[[], datetime],
        office: Office,
        health: Health,
        committed: Callable[[], None],
        plans: Callable[[], Plans] = our_plans,
    ) -> None:
        self.database = database
        self.now = now
        self.office = office
        self.health = health
        self.committed = committed
        self.plans = plans
        self.calendar_at = datetime.min.replace(tzinfo=UTC)
        self._seen = -1
        self._due: datetime | None = None
        self.scheduler = AsyncIOScheduler(timezone=UTC)

    def start(self) -> None:
        """Begin to tick."""
        settings = {"coalesce": True, "max_instances": 1, "misfire_grace_time": None}
        self.scheduler.add_job(_whole(self.look), "interval", seconds=LOOK_EVERY, **settings)
        self.scheduler.add_job(_whole(self.sweep), "interval", seconds=EVERY, **settings)
        self.scheduler.add_job(_whole(self.keep_log), "interval", seconds=EVERY, **settings)
        self.scheduler.add_job(_whole(self.tidy), "interval", hours=1, **settings)
        self.scheduler.start()
        self.health.beat("ticks")

    async def sweep(self) -> None:
        """Everything that is due by now. Late work is done late, never skipped."""
        done = sweeping.LIMIT
        while done >= sweeping.LIMIT:
            done = await self._cases()
            async with self.database.write() as session:
                now = self.now()
                said = await reachability.sweep(session, now, self.office)
                said += await watch_promises(session, now, self.office)
                said += await watch_visits(session, now, self.office)
                await make_plans(session, now, self.office, self.plans())
                done += await followups.ask_due(session, now, self.office)
                if not self.calendar_at <= now < self.calendar_at + CALENDAR_EVERY:
                    await self._calendar(session, now)
                    self.calendar_at = now
                await write_fact(session, ALIVE, now.isoformat())
            self.health.beat("ticks")
            if done or said:
                self.committed()

    async def _cases(self) -> int:
        """Do what is due for cases. Where one of them goes wrong, the others are done all the
        same."""
        try:
            async with self.database.write() as session:
                return await sweeping.sweep(session, self.now(), self.office)
        except Exception:
            log.exception("cases are done singly")
        async with self.database.read() as session:
            due = await sweeping.due_cases(session, self.now())
        for incident_id in due:
            try:
                async with self.database.write() as session:
                    await sweeping.sweep(session, self.now(), self.office, incident_id)
            except Exception:
                log.exception("case not done", incident_id=incident_id)
                async with self.database.write() as session:
                    await sweeping.postpone(session, self.now(), incident_id)
        return len(due)

    async def look(self) -> None:
        """Sweep at once if a case is due. Where nothing was written since the last look, what was
        found then still holds; another process's writing is found by the next sweep."""
        if self._seen != self.database.commits:
            self._seen = self.database.commits
            async with self.database.read() as session:
                self._due = await next_due(session)
        if self._due and self._due <= self.now():
            await self.sweep()

    async def _calendar(self, session: Session, now: datetime) -> None:
        """Errands that come with the time of day; each knows by itself whether it was done."""
        await morning_digests(session, now, self.office)
        await evening_digest(session, now, self.office)
        await look_ahead_today(session, now, self.office)
        await satisfaction.plan_yearly(session, now, self.office)
        await satisfaction.ask_due(session, now, self.office)
        await notice_changes(session, now, self.plans())

    async def keep_log(self) -> None:
        """Bring the log that reviewers read up to what has happened."""
        more = True
        while more:
            async with self.database.write() as session:
                more = await logbook.catch_up(session, self.now(), self.office)

    async def tidy(self) -> None:
        """Forget what is no longer needed."""
        async with self.database.write() as session:
            await forget_done(session, self.now(), KEEP_INBOX)
            await begin_started(session, self.now())
            await sessions.forget_ended(session, self.now())
        more = True
        while more:
            async with self.database.write() as session:
                more = await logbook.tidy_search(session)

    async def after_start(self) -> None:
        """Offer buttons again that may have been pressed in vain while the program was away."""
        async with self.database.write() as session:
            now = self.now()
            alive = await read_fact(session, ALIVE)
            last = datetime.fromisoformat(alive) if alive else now
            await write_fact(session, ALIVE, now.isoformat())
            if now - last > AWAY:
                pending = await pending_buttons(session, last - timedelta(hours=24), now)
                ask_again(session, now, pending)

    def stop(self) -> None:
        """Tick no more."""
        if self.scheduler.running:
            self.scheduler.shutdown(wait=False)


def _whole(errand: Callable[[], Coroutine[Any, Any, None]]) -> Callable[[], Awaitable[None]]:
    """An errand that is done to its end although the scheduler cancels it when it stops."""

    async def done() -> None:
        with suppress(asyncio.CancelledError):  # the scheduler would report it as a failure
            await whole(errand())

    return done
