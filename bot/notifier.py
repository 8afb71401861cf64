"""Sends what waits in the outbox: claims, sends, marks. Web chats need no sending: their lines are
written with the mark. Telegram's pace is kept, each chat's messages leave in order, and a chat that
must wait delays nobody else."""

import asyncio
import time
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path

import structlog

from bot.health import Health
from bot.journal import Journal
from bot.stepping import keep_stepping
from bot.telegram_door import TelegramDoor
from domain.errors import DeliveryError
from domain.pacing import Pacer
from domain.people import Channel
from models.database import Database, Session
from models.outbox import mark_sent, next_due, requeue_interrupted, settle
from models.web import StoredFile
from services import delivery
from services.delivery import Letter
from services.phrases import Phrases

FLYING = 100
"""How many messages may be claimed at once."""

PATIENCE = 1 / 30
"""Seconds that a message waits for the one before it to arrive. What is on its way when the program
is killed is sent again, so there is as little of it as Telegram's pace allows."""

MARKED_AFTER = 0.1
"""Seconds after which a message that has left is marked, if nothing else is to be claimed before:
each mark of its own would cost a commit."""

JOURNAL_LINES = 1000

log = structlog.get_logger()


class Lane:
    """One message at a time: the next may go when this one has arrived, or has taken its time."""

    def __init__(self) -> None:
        self._free = asyncio.Semaphore()

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[None]:
        """Wait for one's turn; it lasts until the end of the block, or for PATIENCE seconds."""
        await self._free.acquire()
        mine = True

        def pass_on() -> None:
            nonlocal mine
            if mine:
                mine = False
                self._free.release()

        timer = asyncio.get_running_loop().call_later(PATIENCE, pass_on)
        try:
            yield
        finally:
            timer.cancel()
            pass_on()


class Notifier:
    """The only sender."""

    def __init__(
        self,
        database: Database,
        now: Callable[[], datetime],
        phrases: Phrases,
        journal: Journal,
        pacer: Pacer,
        health: Health,
        files: Path,
        changed: Callable[[str], None],
        telegram: TelegramDoor | None,
        press: Callable[[StoredFile], Awaitable[None]],
    ) -> None:
        self.database = database
        self.now = now
        self.phrases = phrases
        self.journal = journal
        self.pacer = pacer
        self.health = health
        self.files = files
        self.changed = changed
        self.telegram = telegram
        self.press = press
        self.wake = asyncio.Event()
        self._crowded = False
        self._due: datetime | None = None
        self._marking: asyncio.TimerHandle | None = None
        self._lane = Lane()
        self._queues: dict[str, deque[Letter]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._left: list[tuple[Letter, int]] = []
        self._lost: list[tuple[Letter, DeliveryError]] = []

    async def recover(self) -> None:
        """After a start: what left is marked; what was on its way is sent (perhaps again)."""
        async with self.database.write() as session:
            await mark_sent(session, self.journal.read(), self.now())
            await requeue_interrupted(session)
        self.journal.begin_anew({})

    async def run(self) -> None:
        """Send for ever."""
        await keep_stepping("notifier", self.step, self._pause, self.wake, self.health, full=FLYING)

    async def step(self) -> int:
        """Mark what has left, claim what waits, send it off. Returns how many were claimed or lost:
        what is lost may have made its writer hear of it."""
        room = min(FLYING - self._on_their_way(), self._free_now())
        if self._marking:
            self._marking.cancel()
            self._marking = None
        left, self._left = self._left, []
        lost, self._lost = self._lost, []
        pages: list[Letter] = []
        flights: list[Letter] = []
        try:
            async with self.database.write() as session:
                now = self.now()
                await self._mark(session, now, left, lost)
                letters = await delivery.take_letters(
                    session, now, self.phrases, room if room > 0 else FLYING, web_only=room <= 0
                )
                for letter in letters:
                    self._sort(session, now, letter, pages, flights)
                self._due = await next_due(session)
        except BaseException:  # not marked: with the next step, or at the end
            self._left, self._lost = left + self._left, lost + self._lost
            raise
        if self.journal.lines >= JOURNAL_LINES:
            self.journal.begin_anew({sent.outbox_id: number for sent, number in self._left})
        self._crowded = len(letters) >= room
        for letter in flights:
            self._send_off(letter)
        for key in {letter.row.chat_key for letter in pages}:
            self.changed(key)
        return len(letters) + len(lost)

    async def _mark(
        self,
        session: Session,
        now: datetime,
        left: list[tuple[Letter, int]],
        lost: list[tuple[Letter, DeliveryError]],
    ) -> None:
        await settle(session, delivery.sent(now, left))
        for letter, error in lost:
            await delivery.not_delivered(session, now, letter, error)

    def _sort(
        self,
        session: Session,
        now: datetime,
        letter: Letter,
        pages: list[Letter],
        flights: list[Letter],
    ) -> None:
        key = letter.row.chat_key
        behind = key in self._queues or any(one.row.chat_key == key for one in flights)
        if letter.channel is Channel.WEB and not behind and not self._must_fetch(letter):
            delivery.put_on_page(session, now, letter)
            pages.append(letter)
            return
        moment = time.monotonic()
        wait = self.pacer.chat_wait(key, moment, group=letter.chat_id < 0)
        if wait > 0:
            delivery.postpone(session, letter, now + timedelta(seconds=wait))
            return
        self.pacer.sent(key, moment)
        flights.append(letter)

    def _must_fetch(self, letter: Letter) -> bool:
        file = letter.file
        elsewhere = file and (file.telegram_file_id or file.recipe)
        return bool(file and elsewhere and not (self.files / file.id).exists())

    def _on_their_way(self) -> int:
        return sum(len(waiting) for waiting in self._queues.values()) + len(self._tasks)

    def _free_now(self) -> int:
        """How many messages the overall pace allows at this moment."""
        self.pacer.overall_wait(time.monotonic())
        return self.pacer.pace.overall_per_second - len(self.pacer.recent)

    async def _pause(self) -> float:
        """Seconds until there may be something to do without being woken."""
        wait = self.pacer.overall_wait(time.monotonic())
        if wait > 0:
            return wait
        until = (self._due - self.now()).total_seconds() if self._due else 1.0
        return min(max(until, 0.02), 1.0)

    def _send_off(self, letter: Letter) -> None:
        key = letter.row.chat_key
        if key in self._queues:
            self._queues[key].append(letter)
            return
        self._queues[key] = deque([letter])
        task = asyncio.create_task(self._empty(key))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _empty(self, key: str) -> None:
        """Send one chat's messages, one after the other."""
        waiting = self._queues[key]
        while waiting:
            letter = waiting.popleft()
            settling = self._settling(letter)
            try:
                message_id = await self._in_turn(letter)
            except DeliveryError as error:
                self._not_sent(letter, error, waiting)
            except Exception as error:
                log.exception("message not sent", outbox_id=letter.outbox_id)
                self._not_sent(letter, DeliveryError(type(error).__name__), waiting)
            else:
                self.journal.left(letter.outbox_id, message_id)
                self._left.append((letter, message_id))
            self._has_room()
            if settling:
                await asyncio.wait(settling)
        del self._queues[key]

    def _has_room(self) -> None:
        """A message is on its way no more. Claim at once if there was no room for all."""
        if self._lost or self._crowded:
            self.wake.set()
        elif self._marking is None:
            loop = asyncio.get_running_loop()
            self._marking = loop.call_later(MARKED_AFTER, self.wake.set)

    def _not_sent(self, letter: Letter, error: DeliveryError, waiting: deque[Letter]) -> None:
        """The messages behind it wait as long as it does, so that their order is kept."""
        log.info("message not sent", outbox_id=letter.outbox_id, reason=error.reason)
        self._lost.append((letter, error))
        if error.retry_after:
            moment = time.monotonic()
            self.pacer.retry_after(letter.row.chat_key, moment, error.retry_after)
        if not error.permanent:
            self._lost += [(later, error) for later in waiting]
            waiting.clear()

    def _settling(self, letter: Letter) -> list[asyncio.Task[None]]:
        """Settle the press that a message answers, if there is one. That need not wait its turn: to
        settle it twice does no harm."""
        row = letter.row
        if self.telegram and letter.channel is Channel.TELEGRAM and (row.answers or row.settles):
            settling = self.telegram.settle(letter.chat_id, row.answers, row.settles)
            return [asyncio.create_task(settling)]
        return []

    async def _in_turn(self, letter: Letter) -> int:
        async with self._lane.turn():
            return await self._deliver(letter)

    async def _deliver(self, letter: Letter) -> int:
        file = letter.file
        if file and file.recipe and not (self.files / file.id).exists():
            await self.press(file)
        if letter.channel is Channel.WEB:
            await self._show(letter)
            return letter.outbox_id
        if self.telegram is None:
            raise DeliveryError("no telegram door", permanent=True)
        if letter.commands:
            await self.telegram.set_commands(letter.chat_id, letter.commands)
            return 0
        source = (file.telegram_file_id or self.files / file.id) if file else None
        return await self.telegram.send(
            letter.chat_id,
            letter.text,
            letter.buttons,
            source,
            file.name if file else "",
            file.kind if file else "",
        )

    async def _show(self, letter: Letter) -> None:
        """Put a message with a file into a web chat, once the file is here."""
        file = letter.file
        if file and file.telegram_file_id:
            if self.telegram is None:
                raise DeliveryError("no telegram door", permanent=True)
            await self.telegram.download(file.telegram_file_id, self.files / file.id)
        async with self.database.write() as session:
            delivery.put_on_page(session, self.now(), letter)
        self.changed(letter.row.chat_key)

    async def finish(self) -> None:
        """At the end: let what is on its way arrive, and mark it."""
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=5)
        async with self.database.write() as session:
            await self._mark(session, self.now(), self._left, self._lost)
