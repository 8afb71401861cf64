"""Published calendars are fetched from a server that behaves and misbehaves."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from aiohttp import web

from bot.calendars import CalendarReader, PublicOnly
from bot.health import Health
from domain.people import Role
from models.calendars import BusyCalendar, busy_times
from models.people import person_named
from services import busy
from tests.line import Line
from tests.services.test_busy import calendar

MEETING = calendar("UID:a\nDTSTART:20261124T080000Z\nDTEND:20261124T090000Z")


class Publisher:
    """A calendar server that a test tells what to answer."""

    def __init__(self) -> None:
        self.body = MEETING
        self.status = 200
        self.etag = '"one"'
        self.asked: list[dict[str, str]] = []

    async def answer(self, request: web.Request) -> web.Response:
        self.asked.append(dict(request.headers))
        if request.path == "/loop":
            raise web.HTTPFound("/loop")
        if request.path == "/moved":
            raise web.HTTPFound("/a.ics")
        if request.headers.get("If-None-Match") == self.etag:
            return web.Response(status=304)
        return web.Response(body=self.body, status=self.status, headers={"ETag": self.etag})


@pytest.fixture
async def publisher() -> AsyncIterator[tuple[Publisher, str]]:
    made = Publisher()
    app = web.Application()
    app.router.add_get("/{path:.*}", made.answer)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    yield made, f"http://127.0.0.1:{runner.addresses[0][1]}"
    await runner.cleanup()


async def given(line: Line, url: str) -> int:
    await line.joins(Role.SPECIALIST, "Anna")
    async with line.database.write() as session:
        anna = await person_named(session, "Anna")
        assert anna
        known = await busy.add_calendar(session, line.now, anna, "https://x.dk")
        known.url = url
        session.add(known)
    return known.id or 0


def reader(line: Line, *, anywhere: bool = True) -> CalendarReader:
    return CalendarReader(line.database, lambda: line.now, Health(), anywhere=anywhere)


async def state(line: Line, number: int) -> tuple[int, str]:
    """How many spans are taken, and what is the matter."""
    async with line.database.read() as session:
        known = await session.get_one(BusyCalendar, number)
        span = (line.now - timedelta(days=9), line.now + timedelta(days=90))
        return len(await busy_times(session, [known.person_id], *span)), known.failure


async def test_a_calendar_is_read_every_quarter_of_an_hour_and_only_when_it_has_changed(
    line: Line, publisher: tuple[Publisher, str]
) -> None:
    server, address = publisher
    number = await given(line, f"{address}/a.ics")
    reading = reader(line)
    assert await reading.step() == 1
    assert await state(line, number) == (1, "")
    assert await reading.step() == 0
    line.clock[0] += timedelta(minutes=15)
    assert await reading.step() == 1
    assert server.asked[-1]["If-None-Match"] == '"one"'
    assert await state(line, number) == (1, "")
    server.etag, server.body = '"two"', calendar()
    line.clock[0] += timedelta(minutes=15)
    await reading.step()
    assert await state(line, number) == (0, "")


@pytest.mark.parametrize(
    ("path", "status", "body", "why"),
    [
        ("/a.ics", 500, b"", "answer 500"),
        ("/a.ics", 200, b"<html>Log in</html>", "not a calendar"),
        ("/a.ics", 200, b"", "not a calendar"),
        ("/a.ics", 200, b"x" * (5 * 1024 * 1024 + 1), "too large"),
        ("/loop", 200, MEETING, "too many redirects"),
    ],
)
async def test_a_calendar_that_cannot_be_read_keeps_what_is_known(
    line: Line, publisher: tuple[Publisher, str], path: str, status: int, body: bytes, why: str
) -> None:
    server, address = publisher
    number = await given(line, f"{address}/a.ics")
    await reader(line).step()
    server.status, server.body, server.etag = status, body, '"new"'
    async with line.database.write() as session:
        known = await session.get_one(BusyCalendar, number)
        known.url = f"{address}{path}"
        session.add(known)
    line.clock[0] += timedelta(minutes=15)
    await reader(line).step()
    assert await state(line, number) == (1, why)


async def test_a_redirect_is_followed(line: Line, publisher: tuple[Publisher, str]) -> None:
    number = await given(line, f"{publisher[1]}/moved")
    await reader(line).step()
    assert await state(line, number) == (1, "")


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("http://example.org/a.ics", "not https"),
        ("https://127.0.0.1/a.ics", "not a public host"),
        ("https://10.0.0.1/a.ics", "not a public host"),
        ("https://[::1]/a.ics", "not a public host"),
        ("https://169.254.169.254/latest", "not a public host"),
        ("https://localhost/a.ics", "ClientConnectorDNSError"),
    ],
)
async def test_private_hosts_are_never_asked(line: Line, url: str, why: str) -> None:
    number = await given(line, url)
    await reader(line, anywhere=False).step()
    assert await state(line, number) == (0, why)


async def test_a_name_that_leads_to_this_machine_is_refused() -> None:
    with pytest.raises(OSError, match="not a public host"):
        await PublicOnly().resolve("localhost", 443)


async def test_a_calendar_removed_while_it_is_read_is_passed_over(
    line: Line, publisher: tuple[Publisher, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    number = await given(line, f"{publisher[1]}/a.ics")
    reading = reader(line)
    fetch = reading._fetch

    async def slow(*args: object) -> object:
        async with line.database.write() as session:
            known = await session.get_one(BusyCalendar, number)
            anna = await person_named(session, "Anna")
            assert anna
            await busy.remove_calendar(session, line.now, anna, known.id or 0)
        return await fetch(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(reading, "_fetch", slow)
    assert await reading.step() == 1
    async with line.database.read() as session:
        assert await session.get(BusyCalendar, number) is None
