"""Live streams (Server-Sent Events): the lines of a chat, and that something changed in the log."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

from sse_starlette import EventSourceResponse, ServerSentEvent

from models.database import Session
from models.people import Chat
from models.web import Line, lines_after
from web.desk import Desk

BATCH = 200
LOOK_AGAIN = 30.0
"""Seconds after which a stream looks by itself, should a wake-up ever have been missed."""
PING = 15
"""Seconds between signs of life, so that nothing on the way closes a quiet stream."""
STUCK = 30.0
"""Seconds after which a browser that takes nothing more is given up."""


Allowed = Callable[[Session], Awaitable[bool]]
"""Whether the browser at the other end is still signed in: asked each time a stream wakes."""


class Streams:
    """The open streams, so that they end when the program does: browsers then come back by
    themselves, and the web server need not cut them off."""

    def __init__(self) -> None:
        self.ended = False
        self._open: set[asyncio.Event] = set()

    @asynccontextmanager
    async def watch(self, desk: Desk, key: str) -> AsyncIterator[asyncio.Event]:
        """An event that is set when something has changed for this key, or when all is to end."""
        async with desk.feed.watch(key) as changed:
            self._open.add(changed)
            try:
                yield changed
            finally:
                self._open.discard(changed)

    def end(self) -> None:
        """Let every stream finish now."""
        self.ended = True
        for event in self._open:
            event.set()


def stream(events: AsyncIterator[ServerSentEvent]) -> EventSourceResponse:
    """An endless answer; it ends when the browser leaves or the program stops."""
    return EventSourceResponse(events, ping=PING, send_timeout=STUCK)


def as_json(line: Line) -> dict[str, Any]:
    """A line as the browser gets it."""
    body: dict[str, Any] = json.loads(line.body)
    body |= {"id": line.id, "at": line.at.isoformat()}
    if line.outbox_id is not None:
        body["outbox"] = line.outbox_id
    return body


async def chat_events(
    desk: Desk, streams: Streams, chat_key: str, after: int, allowed: Allowed
) -> AsyncIterator[ServerSentEvent]:
    """First the lines that are missing, then each new one; and a change of language."""
    language = ""
    async with streams.watch(desk, chat_key) as changed:
        while not streams.ended:
            changed.clear()
            async with desk.database.read() as session:
                lines = await lines_after(session, chat_key, after, BATCH)
                chat = await session.get(Chat, chat_key)
                if chat is None or not await allowed(session):
                    return
            for line in lines:
                after = line.id or after
                yield ServerSentEvent(json.dumps(as_json(line)), id=str(after))
            if language and chat.language != language:
                yield ServerSentEvent(chat.language, event="language")
            language = chat.language
            if len(lines) < BATCH:
                await _wait(changed)


async def log_events(
    desk: Desk, streams: Streams, allowed: Allowed
) -> AsyncIterator[ServerSentEvent]:
    """An event without content whenever a case changes: the page then asks for itself anew."""
    async with streams.watch(desk, "log") as changed:
        while not streams.ended:
            happened = await _wait(changed)
            changed.clear()
            async with desk.database.read() as session:
                if not await allowed(session):
                    return
            if happened:
                yield ServerSentEvent("", event="changed")


async def _wait(changed: asyncio.Event) -> bool:
    """Until something has changed, or it is time to look anyway."""
    try:
        await asyncio.wait_for(changed.wait(), LOOK_AGAIN)
    except TimeoutError:
        return False
    return True
