"""Takes what came in, oldest first, and answers it: one transaction for a batch of updates.

A batch holds updates of many chats, each chat's in order. If one of them goes wrong the whole batch
is rolled back and done again one update at a time, so that only the bad one waits. What a handler
changes and what it answers are committed together with the mark that the update is done.
"""

import asyncio
import json
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Any

import structlog
from telegram import Update
from telegram.ext import Application

from bot.health import Health
from bot.stepping import keep_stepping
from domain.errors import HotlineError
from domain.messages import Message
from domain.office import Office
from handlers.routes import handlers
from handlers.turn import Links, Turn
from knowledge.library import Library
from models.database import Database, Session
from models.inbox import InboxRow, InboxStatus, mark_done, pending_updates
from models.people import Chat, Person, go, load_chats
from services.messages import queue

BATCH = 64
TRIES = 3
SEEN_EVERY = timedelta(hours=1)

log = structlog.get_logger()


class Unreadable(Exception):
    """The update is not in Telegram's shape: trying again will not help."""


class Worker:
    """Answers updates. Only one runs at a time."""

    def __init__(
        self,
        database: Database,
        now: Callable[[], datetime],
        application: Application[Any, Any, Any, Any, Any, Any],
        library: Callable[[], Library],
        links: Links,
        office: Office,
        health: Health,
        committed: Callable[[], None],
    ) -> None:
        self.database = database
        self.now = now
        self.application = application
        self.library = library
        self.links = links
        self.office = office
        self.health = health
        self.committed = committed
        self.handlers = handlers()
        self.wake = asyncio.Event()

    async def run(self) -> None:
        """Work for ever."""
        await keep_stepping("worker", self.step, self._pause, self.wake, self.health, BATCH)

    async def _pause(self) -> float:
        return 1.0

    async def step(self) -> int:
        """Answer one batch and return how many updates were in it."""
        jobs: list[tuple[int, str]] = []
        try:
            async with self.database.write(brief=True) as session:
                now = self.now()
                rows = await pending_updates(session, now, BATCH)
                jobs = [(row.id or 0, row.chat_key) for row in rows]
                if not jobs:
                    return 0
                chats = await self._chats(session, rows, now)
                for row in rows:
                    await self._answer(session, row, *chats[row.chat_key], now)
                    await asyncio.sleep(0)  # brief statements let nobody else in
                await mark_done(session, [row_id for row_id, _key in jobs], now)
        except Exception as error:
            if not jobs:
                raise
            log.info("batch redone singly", size=len(jobs), error=type(error).__name__)
            await self._singly(jobs)
        self.committed()
        return len(jobs)

    async def _singly(self, jobs: Sequence[tuple[int, str]]) -> None:
        """Each update in its own transaction; behind one that must wait, its chat waits too."""
        waiting: set[str] = set()
        for row_id, chat_key in jobs:
            if chat_key not in waiting and not await self._settled(row_id):
                waiting.add(chat_key)

    async def _settled(self, row_id: int) -> bool:
        """Answer one update, kindly or else with an apology. False if it will be tried again."""
        try:
            try:
                await self._alone(row_id)
            except HotlineError as error:
                log.info("refused", inbox_id=row_id, error=error.key)
                await self._tell(row_id, error)
        except Exception as error:
            log.warning("update failed", inbox_id=row_id, error=type(error).__name__, exc_info=True)
            return not await self._postpone(row_id, final=isinstance(error, Unreadable))
        return True

    async def _alone(self, row_id: int) -> None:
        async with self.database.write(brief=True) as session:
            row, now = await session.get_one(InboxRow, row_id), self.now()
            chats = await self._chats(session, [row], now)
            await self._answer(session, row, *chats[row.chat_key], now)
            await mark_done(session, [row_id], now)

    async def _tell(self, row_id: int, error: HotlineError) -> None:
        """Nothing was changed: say kindly what is the matter."""
        async with self.database.write(brief=True) as session:
            row, now = await session.get_one(InboxRow, row_id), self.now()
            chat, _person = (await self._chats(session, [row], now))[row.chat_key]
            if error.ends_talk:
                go(session, chat, "")
            press = json.loads(row.payload).get("callback_query", {})
            queue(
                session,
                now,
                chat.key,
                Message(error.key, error.params),
                answers=press.get("id", ""),
            )
            await mark_done(session, [row_id], now)

    async def _postpone(self, row_id: int, *, final: bool) -> bool:
        """Try again later (True), or after three tries set it aside for a person (False)."""
        async with self.database.write(brief=True) as session:
            row, now = await session.get_one(InboxRow, row_id), self.now()
            row.attempts += 1
            session.add(row)
            if row.attempts < TRIES and not final:
                row.retry_at = now + timedelta(seconds=2**row.attempts)
                return True
            row.status, row.retry_at = InboxStatus.FAILED, None
            row.failure = f"F-{row_id}"
            await self._chats(session, [row], now)
            queue(session, now, row.chat_key, Message("error-failed", {"reference": row.failure}))
            return False

    async def _chats(
        self, session: Session, rows: Sequence[InboxRow], now: datetime
    ) -> dict[str, tuple[Chat, Person | None]]:
        """The chats of these updates, with their people; new ones are made."""
        keys = {row.chat_key for row in rows}
        chats = await load_chats(session, keys)
        for key in keys - chats.keys():
            chats[key] = (Chat(key=key, seen_at=now), None)
            session.add(chats[key][0])
            await session.flush()  # what is said to it refers to it
        for chat, _person in chats.values():
            if now - chat.seen_at > SEEN_EVERY or not chat.reachable:
                chat.seen_at = now
        return chats

    async def _answer(
        self, session: Session, row: InboxRow, chat: Chat, person: Person | None, now: datetime
    ) -> None:
        update, masked = self._parse(row)
        if not chat.reachable:
            chat.reachable = True
        if person is None and chat.person_id:  # let in earlier in this batch
            person = await session.get(Person, chat.person_id)
        turn = Turn(
            self.application,
            session=session,
            now=now,
            chat=chat,
            person=person,
            library=self.library(),
            links=self.links,
            office=self.office,
            masked=masked,
        )
        for handler in self.handlers:
            match = handler.check_update(update)
            if match is not None and match is not False:
                await handler.handle_update(update, self.application, match, turn)
                return

    def _parse(self, row: InboxRow) -> tuple[Update, int]:
        try:
            payload = json.loads(row.payload)
            update = Update.de_json(payload, self.application.bot)
        except Exception as error:
            raise Unreadable(type(error).__name__) from error
        return update, int(payload.get("masked", 0))
