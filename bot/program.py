"""Builds the whole program and runs it. The one place where the parts are put together."""

import asyncio
import signal
import socket
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import structlog
import uvicorn
from telegram.ext import Application, ExtBot

from bot.calendars import CalendarReader
from bot.clerk import Clerk
from bot.clock import Clock
from bot.health import Health
from bot.journal import Journal
from bot.lessons import Lessons
from bot.notifier import Notifier
from bot.practice import practice, set_up
from bot.press import Press
from bot.printer import Printer
from bot.settings import Settings
from bot.shelf import Shelf
from bot.telegram_door import TelegramDoor
from bot.ticks import Ticks
from bot.transport import NoNetwork
from bot.watchdog import Watchdog
from bot.worker import Worker
from domain.errors import DeliveryError
from domain.pacing import UNPACED, Pace, Pacer
from handlers.turn import Links
from models.database import Database
from models.migrate import migrate
from models.program import BOT_USERNAME, write_fact
from models.web import StoredFile
from services.phrases import Phrases
from services.upkeep import tell_of_broken_knowledge
from web.app import build_app, end_streams
from web.desk import Desk, Feed
from web.signing import ANSWER

if TYPE_CHECKING:
    from web.provider import Provider

log = structlog.get_logger()


@dataclass
class Program:
    """Everything that runs, put together but not started."""

    settings: Settings
    clock: Clock
    database: Database
    health: Health
    journal: Journal
    feed: Feed
    worker: Worker
    notifier: Notifier
    printer: Printer
    ticks: Ticks
    watchdog: Watchdog
    lessons: Lessons
    calendars: CalendarReader
    clerk: Clerk
    telegram: TelegramDoor | None
    shelf: Shelf
    desk: Desk


async def build(settings: Settings) -> Program:
    """Migrate the database and put the parts together. Raises OSError, KnowledgeError, RealData."""
    clock, health, feed = Clock(), Health(), Feed()
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    files = settings.data_dir / "files"
    files.mkdir(exist_ok=True)
    await asyncio.to_thread(migrate, settings.database, clock.now())
    database = Database(settings.database)
    if settings.practice_mode:
        await set_up(database, clock, settings.office)
    shelf = Shelf(settings.data_dir / "cache", settings.overlay)
    telegram = None
    if settings.telegram_bot_token:
        telegram = TelegramDoor(
            settings.telegram_bot_token, settings.telegram_api_url, database, clock.now, health
        )
    journal = Journal(settings.data_dir / "sent.journal")
    pacer = Pacer(Pace() if settings.telegram_pace == "telegram" else UNPACED)
    phrases = Phrases.of(shelf.library, settings.facts)

    async def broken(problem: str) -> None:
        async with database.write() as session:
            await tell_of_broken_knowledge(session, clock.now(), problem)
        committed()

    shelf.reread, shelf.broken = phrases.use, broken
    notifier = Notifier(
        database,
        clock.now,
        phrases,
        journal,
        pacer,
        health,
        files,
        feed.changed,
        telegram,
        Press(phrases, files, settings.public_url).make,
    )

    def printed() -> None:
        notifier.wake.set()
        feed.changed("log")

    printer = Printer(database, clock.now, files, settings.overlay, health, printed, telegram)

    def committed() -> None:
        printed()
        printer.wake.set()

    worker = Worker(
        database,
        clock.now,
        Application.builder().bot(_silent_bot()).build(),
        lambda: shelf.library,
        Links(settings.public_url),
        settings.office,
        health,
        committed,
    )
    ticks = Ticks(
        database,
        clock.now,
        settings.office,
        health,
        committed,
        lambda: shelf.library.plans,
    )
    clerk = Clerk(
        database,
        clock.now,
        settings.office,
        phrases,
        settings.data_dir / "exports",
        settings.public_url,
        health,
        committed,
    )
    watchdog = Watchdog(database, clock.now, health, phrases, committed, telegram)
    calendars = CalendarReader(database, clock.now, health)
    lessons = Lessons(database, clock.now, settings.overlay)

    async def moved() -> None:
        await ticks.sweep()
        await clerk.step()
        feed.changed("log")

    async def fetch(file: StoredFile) -> None:
        if telegram is None:
            raise DeliveryError("no telegram door", permanent=True)
        await telegram.download(file.telegram_file_id, files / file.id)

    desk = Desk(
        database=database,
        now=clock.now,
        phrases=phrases,
        base_url=settings.public_url,
        files=files,
        bot_username=lambda: telegram.username if telegram else "",
        received=worker.wake.set,
        trouble=health.trouble,
        practice=practice(database, clock, settings.office, moved)
        if settings.practice_mode
        else None,
        feed=feed,
        words=lambda: shelf.library.words,
        office=settings.office,
        provider=_provider(settings),
        fetch=fetch,
        committed=committed,
    )
    return Program(
        settings,
        clock,
        database,
        health,
        journal,
        feed,
        worker,
        notifier,
        printer,
        ticks,
        watchdog,
        lessons,
        calendars,
        clerk,
        telegram,
        shelf,
        desk,
    )


def _silent_bot() -> ExtBot[None]:
    """The bot that handlers see."""
    nowhere = NoNetwork("hv_linjen_bot")
    return ExtBot("0:offline", request=nowhere, get_updates_request=nowhere)


def _provider(settings: Settings) -> "Provider | None":
    """The municipality's own sign-in, where it is set."""
    if not settings.oidc_issuer:
        return None
    from web.provider import Provider  # slow to import

    return Provider(
        settings.oidc_issuer,
        settings.oidc_client_id,
        settings.oidc_client_secret,
        f"{settings.public_url}{ANSWER}",
    )


async def run(program: Program, listener: socket.socket, ready: Any = None) -> None:
    """Run every part until the program is told to stop, then end cleanly.

    Raises InvalidToken when Telegram does not know the bot.
    """
    for name in ("worker", "notifier", "ticks", "calendars", "watchdog", "clerk"):
        program.health.expect(name)
    told_to_stop = _told_to_stop()
    await program.worker.application.bot.initialize()
    await program.notifier.recover()
    await program.ticks.after_start()
    program.ticks.start()
    app = build_app(program.desk)
    server = _Pages(
        uvicorn.Config(
            app,
            log_config=None,
            access_log=False,
            timeout_graceful_shutdown=2,
            lifespan="off",
        )
    )
    parts: list[asyncio.Task[Any]] = [
        _start(program.worker.run()),
        _start(program.notifier.run()),
        _start(program.printer.run()),
        _start(program.shelf.watch()),
        _start(program.watchdog.run()),
        _start(program.calendars.run()),
        _start(program.clerk.run()),
    ]
    if program.settings.may_teach:
        parts.append(_start(program.lessons.run()))
    if program.telegram:
        program.health.expect("telegram")
        parts.append(_start(_telegram(program.telegram, program.worker)))
    web = _start(server.serve(sockets=[listener]))
    if ready:
        ready()
    parts += [web, told_to_stop]
    try:
        done, _ = await asyncio.wait(parts, return_when=asyncio.FIRST_COMPLETED)
    finally:
        end_streams(app)
        server.should_exit = True
        await _stop(program, web, parts)
    for part in done:
        part.result()


class _Pages(uvicorn.Server):
    """The web server without its own answer to signals: it ends the process before what is on its
    way has arrived."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave the signals to the program."""
        yield


def _told_to_stop() -> asyncio.Task[Any]:
    """What ends with Ctrl-C or with a supervisor's SIGTERM."""
    stop = asyncio.Event()
    with suppress(NotImplementedError):  # Windows: there Ctrl-C cancels the program
        for name in (signal.SIGINT, signal.SIGTERM):
            asyncio.get_running_loop().add_signal_handler(name, stop.set)
    return asyncio.create_task(stop.wait())


async def _telegram(door: TelegramDoor, worker: Worker) -> None:
    """Connect as soon as Telegram can be reached, then fetch for ever."""
    while not await door.connect():
        log.warning("telegram cannot be reached, trying again")
        await asyncio.sleep(5)
    async with worker.database.write() as session:
        await write_fact(session, BOT_USERNAME, door.username)
    await door.poll(worker.wake.set)


def _start(part: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
    return asyncio.create_task(part)


async def _stop(program: Program, web: asyncio.Task[None], parts: list[asyncio.Task[Any]]) -> None:
    program.ticks.stop()
    for part in parts:
        if part is not web:  # it ends by itself, once its visitors have their pages
            part.cancel()
    await asyncio.gather(*parts, return_exceptions=True)
    await program.notifier.finish()
    if program.telegram:
        await program.telegram.close()
    await program.database.close()
    program.journal.close()
