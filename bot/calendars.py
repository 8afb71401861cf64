"""Fetches the calendars that specialists have published, every quarter of an hour.

The addresses come from people, so only public hosts are asked: every hop of a redirect is looked up
and refused where it leads into a private network.
"""

import asyncio
import ipaddress
import socket
from collections.abc import Callable
from datetime import datetime
from typing import Any
from urllib.parse import urljoin, urlsplit

import aiohttp
import structlog
from aiohttp.abc import AbstractResolver, ResolveResult

from bot.health import Health
from bot.stepping import keep_stepping
from models.calendars import BusyCalendar, due_calendars
from models.database import Database
from services import busy

AT_ONCE = 10
LARGEST = 5 * 1024 * 1024
"""Bytes of a calendar."""
HOPS = 4
TIMEOUT = aiohttp.ClientTimeout(total=20)
LOOK_EVERY = 10.0
"""Seconds between two looks for calendars that are due."""

log = structlog.get_logger()


class Unreadable(Exception):
    """The calendar cannot be had; the message says why in a few words."""


class PublicOnly(AbstractResolver):
    """Finds hosts, and refuses those that are in a private network or on this machine."""

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        """The addresses of a host. Raises OSError where one of them is not public."""
        found = await aiohttp.ThreadedResolver().resolve(host, port, family)
        if not all(_is_public(address["host"]) for address in found):
            raise OSError(f"not a public host: {host}")
        return found

    async def close(self) -> None:
        """Nothing is kept open."""


def _is_public(address: str) -> bool:
    return ipaddress.ip_address(address.partition("%")[0]).is_global


class CalendarReader:
    """Reads calendars that are due. `anywhere`: also on private hosts and without https, for tests
    on this machine."""

    def __init__(
        self,
        database: Database,
        now: Callable[[], datetime],
        health: Health,
        *,
        anywhere: bool = False,
    ) -> None:
        self.database = database
        self.now = now
        self.health = health
        self.anywhere = anywhere
        self.wake = asyncio.Event()

    async def run(self) -> None:
        """Read for ever."""
        await keep_stepping("calendars", self.step, self._pause, self.wake, self.health)

    async def _pause(self) -> float:
        return LOOK_EVERY

    async def step(self) -> int:
        """Read the calendars that are due, each in a transaction of its own."""
        async with self.database.read() as session:
            due = await due_calendars(session, self.now(), AT_ONCE)
        if due:
            connector = None if self.anywhere else aiohttp.TCPConnector(resolver=PublicOnly())
            async with aiohttp.ClientSession(timeout=TIMEOUT, connector=connector) as client:
                await asyncio.gather(*(self._read(client, calendar) for calendar in due))
        return len(due)

    async def _read(self, client: aiohttp.ClientSession, known: BusyCalendar) -> None:
        change: dict[str, Any] = {"spans": None}
        failure = ""
        try:
            fetched = await self._fetch(client, known)
            if fetched is not None:
                data, change["etag"], change["modified"] = fetched
                change["spans"] = await asyncio.to_thread(busy.busy_spans, data, self.now())
        except Unreadable as error:
            failure = str(error)
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            failure = type(error).__name__
        except (ValueError, KeyError, IndexError, TypeError, AttributeError):
            failure = "not a calendar"
        async with self.database.write() as session:
            calendar = await session.get(BusyCalendar, known.id)
            if calendar is None:  # removed in the meantime
                return
            if failure:
                log.info("calendar not read", calendar_id=known.id, reason=failure)
                await busy.has_failed(session, self.now(), calendar, failure)
            else:
                await busy.has_read(session, self.now(), calendar, **change)

    async def _fetch(
        self, client: aiohttp.ClientSession, known: BusyCalendar
    ) -> tuple[bytes, str, str] | None:
        """The calendar with its ETag and date; None where it has not changed since."""
        url = known.url
        asked = {"If-None-Match": known.etag, "If-Modified-Since": known.modified}
        headers = {name: value for name, value in asked.items() if value}
        for _ in range(HOPS):
            self._check(url)
            async with client.get(url, headers=headers, allow_redirects=False) as answer:
                if answer.status == 304:
                    return None
                if answer.status in (301, 302, 303, 307, 308) and "Location" in answer.headers:
                    url = urljoin(url, answer.headers["Location"])
                    continue
                if answer.status != 200:
                    raise Unreadable(f"answer {answer.status}")
                data = await answer.content.read(LARGEST + 1)
                while len(data) <= LARGEST and (more := await answer.content.read(LARGEST + 1)):
                    data += more
                if len(data) > LARGEST:
                    raise Unreadable("too large")
                kept = answer.headers
                return data, kept.get("ETag", ""), kept.get("Last-Modified", "")
        raise Unreadable("too many redirects")

    def _check(self, url: str) -> None:
        """An address that is a number is not looked up, so it is checked here."""
        parts = urlsplit(url)
        if self.anywhere:
            return
        if parts.scheme != "https":
            raise Unreadable("not https")
        try:
            public = _is_public(parts.hostname or "")
        except ValueError:
            return  # a name: the resolver decides
        if not public:
            raise Unreadable("not a public host")
