"""A real web server in a thread of its own, with a tiny hotline behind it that echoes."""

import asyncio
import json
import socket
import threading
from collections.abc import Coroutine
from pathlib import Path
from typing import Any, TypeVar

import uvicorn

from models.inbox import InboxRow, mark_done, pending_updates
from services import webchat
from tests.web.office import Office, open_office, open_practice
from web.app import end_streams

T = TypeVar("T")
TICK = 0.02
MENU = [
    [{"text": "Find et råd", "data": "guides"}],
    [{"text": "Det skete (opret en sag)", "data": "incident"}],
    [{"text": "Tal med en specialist", "data": "specialist"}],
    [{"text": "Åbn siden", "url": "https://example.org/login/x"}],
]


class Server:
    """Starts, serves until it is closed, and runs what a test wants done in its own loop."""

    def __init__(self, folder: Path, *, practice: bool = False) -> None:
        self.socket = socket.socket()
        self.socket.bind(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self.socket.getsockname()[1]}"
        self.folder, self.practice = folder, practice
        self.loop = asyncio.new_event_loop()
        self.started = threading.Event()
        self.thread = threading.Thread(target=self.loop.run_until_complete, args=(self._run(),))
        self.thread.start()
        assert self.started.wait(20)

    async def _run(self) -> None:
        self.office = await open_office(self.folder, self.address)
        if self.practice:
            self.office = await open_practice(self.office)
        self.app = self.office.app()
        config = uvicorn.Config(
            self.app,
            log_config=None,
            access_log=False,
            lifespan="off",
            timeout_graceful_shutdown=10,
        )
        self.server = uvicorn.Server(config)
        serving = asyncio.create_task(self.server.serve(sockets=[self.socket]))
        while not self.server.started:
            await asyncio.sleep(TICK)
        self.started.set()
        echoing = asyncio.create_task(self._echo())
        await asyncio.wait([serving, echoing], return_when=asyncio.FIRST_COMPLETED)
        self.server.should_exit = True
        await serving
        echoing.cancel()
        await self.office.desk.database.close()

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        """Do this in the server's loop and wait for it."""
        return asyncio.run_coroutine_threadsafe(work, self.loop).result(20)

    def close(self) -> None:
        self.loop.call_soon_threadsafe(end_streams, self.app)
        self.server.should_exit = True
        self.thread.join(20)
        assert not self.thread.is_alive()

    async def _echo(self) -> None:
        while True:
            await asyncio.sleep(TICK)
            await echo(self.office)


async def echo(office: Office) -> None:
    """Answer everything that waits: with what was said, and buttons."""
    database, now = office.desk.database, office.now
    async with database.write() as session:
        rows = await pending_updates(session, now, 100)
        for row in rows:
            _answer(office, session, row)
        await mark_done(session, [row.id or 0 for row in rows], now)
    for row in rows:
        office.desk.feed.changed(row.chat_key)


def _answer(office: Office, session: Any, row: InboxRow) -> None:
    update = json.loads(row.payload)
    outbox = 1000 + (row.id or 0)
    text, buttons = "Fil modtaget", []
    if query := update.get("callback_query"):
        spent = {"settles": query["message"]["message_id"]}
        webchat.add_line(session, office.now, row.chat_key, spent)
        text = f"Du valgte <b>{query['data']}</b>."
        buttons = [[{"text": "Menu", "data": "menu"}]] if query["data"] != "incident" else []
    elif "text" in update["message"]:
        said = update["message"]["text"].replace("&", "&amp;").replace("<", "&lt;")
        said = "Velkommen" if said.startswith("/start") else said
        text, buttons = f"<b>Du skrev</b>\n{said}\n<i>Hvad så?</i>", MENU
    body = {"from": "hotline", "text": text, "buttons": buttons}
    webchat.add_line(session, office.now, row.chat_key, body, outbox)
