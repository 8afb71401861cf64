"""Builds the whole program and runs it. The one place where the parts are put together."""

import asyncio
import socket
from collections.abc import Coroutine
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import structlog
import uvicorn
from telegram.error import InvalidToken
from telegram.ext import Application, ExtBot

from bot.clock import Clock
from bot.health import Health
from bot.journal import Journal
from bot.notifier import Notifier
from bot.practice import practice, set_up
from bot.printer import Printer
from bot.settings import Settings
from bot.shelf import Shelf
from bot.telegram_door import TelegramDoor
from bot.ticks import Ticks
from bot.transport import NoNetwork
from bot.worker import Worker
from domain.pacing import UNPACED, Pace, Pacer
from handlers.turn import Links
from knowledge.library import Library
from models.database import Database
from models.migrate import migrate
from services.phrases import Phrases
from web.app import build_app
from web.desk import Desk, Feed

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
        await set_up(database, clock)
    shelf = Shelf(settings.data_dir / "cache", settings.knowledge_dir)
    telegram = None
    if settings.telegram_bot_token:
        telegram = TelegramDoor(
            settings.telegram_bot_token, settings.telegram_api_url, database, clock.now, health
        )
    journal = Journal(settings.data_dir / "sent.journal")
    pacer = Pacer(Pace() if settings.telegram_pace == "telegram" else UNPACED)

    phrases = Phrases(
        shelf.library.guides, shelf.library.situations, settings.facts, shelf.library.forms
    )

    def reread(library: Library) -> None:
        phrases.guides, phrases.situations = library.guides, library.situations
        phrases.forms = library.forms

    shelf.reread = reread
    notifier = Notifier(
        database, clock.now, phrases, journal, pacer, health, files, feed.changed, telegram
    )

    def printed() -> None:
        notifier.wake.set()
        feed.changed("log")

    printer = Printer(database, clock.now, files, settings.knowledge_dir, health, printed, telegram)

    def committed() -> None:
        printed()
        printer.wake.set()

    worker = Worker(
        database,
        clock.now,
        Application.builder().bot(ExtBot("0:offline", request=NoNetwork("hv_linjen_bot"))).build(),
        lambda: shelf.library,
        Links(settings.public_url),
        health,
        committed,
    )
    ticks = Ticks(database, clock.now, health, committed)

    def moved() -> None:
        asyncio.get_running_loop().create_task(ticks.sweep())
        feed.changed("log")

    desk = Desk(
        database=database,
        now=clock.now,
        phrases=phrases,
        base_url=settings.public_url,
        files=files,
        bot_username=lambda: telegram.username if telegram else "",
        received=worker.wake.set,
        trouble=health.trouble,
        practice=practice(database, clock, moved) if settings.practice_mode else None,
        feed=feed,
        words=lambda: shelf.library.words,
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
        telegram,
        shelf,
        desk,
    )


async def run(program: Program, listener: socket.socket, ready: Any = None) -> None:
    """Run every part until the program is told to stop, then end cleanly.

    Raises InvalidToken when Telegram does not know the bot.
    """
    await program.worker.application.bot.initialize()
    await program.notifier.recover()
    await program.ticks.after_start()
    program.ticks.start()
    server = uvicorn.Server(
        uvicorn.Config(
            build_app(program.desk),
            log_config=None,
            access_log=False,
            timeout_graceful_shutdown=2,
            lifespan="off",
        )
    )
    parts = [
        _start(program.worker.run()),
        _start(program.notifier.run()),
        _start(program.printer.run()),
        _start(program.shelf.watch()),
    ]
    if program.telegram:
        program.health.expect("telegram")
        parts.append(_start(_telegram(program.telegram, program.worker)))
    web = _start(server.serve(sockets=[listener]))
    if ready:
        ready()
    done, _ = await asyncio.wait([web, *parts], return_when=asyncio.FIRST_COMPLETED)
    server.should_exit = True
    await _stop(program, web, parts)
    for part in done:
        part.result()


async def _telegram(door: TelegramDoor, worker: Worker) -> None:
    """Connect as soon as Telegram can be reached, then fetch for ever."""
    while not await door.connect():
        log.warning("telegram cannot be reached, trying again")
        await asyncio.sleep(5)
    await door.poll(worker.wake.set)


def _start(part: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
    return asyncio.create_task(part)


async def _stop(program: Program, web: asyncio.Task[None], parts: list[asyncio.Task[None]]) -> None:
    program.ticks.stop()
    for part in parts:
        part.cancel()
    for part in [*parts, web]:
        with suppress(asyncio.CancelledError, InvalidToken):
            await part
    await program.notifier.finish()
    if program.telegram:
        await program.telegram.close()
    await program.database.close()
    program.journal.close()
