"""What the pages are given to work with. `bot` fills it in; `web` knows nothing of `bot`."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from domain.office import Office
from domain.plain import WordList
from models.database import Database
from models.web import StoredFile
from services.phrases import Phrases

if TYPE_CHECKING:  # most places have no sign-in of their own, and it is slow to import
    from web.provider import Provider


class Feed:
    """Wakes pages that wait for something new in a chat, or (with the key `log`) in any case."""

    def __init__(self) -> None:
        self._waiting: dict[str, set[asyncio.Event]] = {}

    def changed(self, key: str) -> None:
        """Something new is committed for this key."""
        for event in self._waiting.get(key, ()):
            event.set()

    @asynccontextmanager
    async def watch(self, key: str) -> AsyncIterator[asyncio.Event]:
        """An event that is set whenever something changes; the watcher clears it."""
        event = asyncio.Event()
        self._waiting.setdefault(key, set()).add(event)
        try:
            yield event
        finally:
            self._waiting[key].discard(event)
            if not self._waiting[key]:
                del self._waiting[key]


@dataclass(frozen=True)
class Phone:
    """One phone on the practice board."""

    slug: str
    name: str
    role: str
    chat_key: str


@dataclass(frozen=True)
class Practice:
    """What the practice board can do. Given only in practice mode, on loopback."""

    phones: Callable[[], Awaitable[list[Phone]]]
    reviewer_id: Callable[[], Awaitable[int]]
    move_clock: Callable[[int], Awaitable[None]]
    """Move the clock forward by so many minutes, and do at once what is due by then."""
    start_over: Callable[[], Awaitable[None]]
    """Empty the practice database and fill in the invented people again."""


async def _nothing(_file: StoredFile) -> None:
    """Without Telegram every file is here already."""


@dataclass(frozen=True)
class Desk:
    """Everything a page may use."""

    database: Database
    now: Callable[[], datetime]
    phrases: Phrases
    base_url: str
    files: Path
    bot_username: Callable[[], str]
    received: Callable[[], None]
    """Call after committing something to the inbox: wakes the worker."""
    trouble: Callable[[], str]
    """The part that is not running, or nothing: for /readyz."""
    practice: Practice | None = None
    feed: Feed = field(default_factory=Feed)
    words: Callable[[], WordList] = lambda: WordList({}, {}, (), {})
    """The words that forms ask about."""
    provider: "Provider | None" = None
    """The municipality's own sign-in, where it is set up."""
    fetch: Callable[[StoredFile], Awaitable[None]] = _nothing
    """Get a file here that Telegram keeps. Raises DeliveryError."""
    committed: Callable[[], None] = lambda: None
    """Call after committing something that is to be printed or sent."""
    office: Office = field(default_factory=Office)
    """Office hours and the days that the office is closed."""

    @property
    def exports(self) -> Path:
        """Where the monthly files lie."""
        return self.files.parent / "exports"
