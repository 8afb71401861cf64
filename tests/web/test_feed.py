"""The live stream over a real server: what is missing first, then what is new, and no more."""

import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from domain.people import Role
from models.people import Chat
from tests.web.office import START
from tests.web.server import Server


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    opened = Server(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def browser(server: Server) -> Iterator[httpx.Client]:
    headers = {"Sec-Fetch-Site": "same-origin"}
    with httpx.Client(base_url=server.address, headers=headers, timeout=10) as client:
        client.post(f"/i/{server.run(server.office.code())}")
        yield client


def events(lines: Iterator[str]) -> Iterator[dict[str, Any]]:
    """The events of a stream, as the browser reads them."""
    event: dict[str, Any] = {}
    for line in lines:
        name, _, value = line.partition(": ")
        if line == "" and "data" in event:
            yield event
            event = {}
        elif name in ("id", "event", "data"):
            event[name] = value


def says(server: Server, text: str, outbox: int) -> None:
    server.run(server.office.says("web:1", text, outbox))


def test_the_stream_begins_with_what_is_missing_and_goes_on_live(
    server: Server, browser: httpx.Client
) -> None:
    says(server, "et", 1)
    with browser.stream("GET", "/chat/feed") as answer:
        assert answer.headers["content-type"].startswith("text/event-stream")
        assert answer.headers["content-security-policy"]
        found = events(answer.iter_lines())
        texts = {json.loads(next(found)["data"])["text"] for _ in range(2)}
        assert "et" in texts
        begun = time.monotonic()
        says(server, "to", 2)
        event = next(found)
        assert time.monotonic() - begun < 1
        line = json.loads(event["data"])
        assert line["text"] == "to"
        assert line["outbox"] == 2
        assert line["at"] == START.isoformat()
        assert event["id"] == str(line["id"])


@pytest.mark.parametrize("by", ["header", "address"])
def test_a_stream_resumes_where_the_browser_was(
    server: Server, browser: httpx.Client, by: str
) -> None:
    for number in range(3):
        says(server, str(number), number + 1)
    lines = [line for line in browser.get("/chat/lines").json()["lines"] if line["text"] in "012"]
    seen = str(lines[1]["id"])
    headers = {"Last-Event-ID": seen} if by == "header" else {}
    path = "/chat/feed?after=0" if by == "header" else f"/chat/feed?after={seen}"
    with browser.stream("GET", path, headers=headers) as answer:
        first = json.loads(next(events(answer.iter_lines()))["data"])
    assert first["id"] > lines[1]["id"]


def test_a_new_language_is_told(server: Server, browser: httpx.Client) -> None:
    async def in_english() -> None:
        async with server.office.desk.database.write() as session:
            (await session.get_one(Chat, "web:1")).language = "en"
        server.office.desk.feed.changed("web:1")

    with browser.stream("GET", "/chat/feed") as answer:
        found = events(answer.iter_lines())
        next(found)
        server.run(in_english())
        assert next(event for event in found if event.get("event") == "language")["data"] == "en"


def test_the_log_tells_the_staff_that_something_changed(
    server: Server, browser: httpx.Client
) -> None:
    person = server.run(server.office.person(Role.SPECIALIST))
    browser.post(f"/login/{server.run(server.office.login(person))}")
    with browser.stream("GET", "/review/feed") as answer:
        while not server.office.desk.feed._waiting.get("log"):
            time.sleep(0.01)
        server.loop.call_soon_threadsafe(server.office.desk.feed.changed, "log")
        assert next(events(answer.iter_lines()))["event"] == "changed"


def test_an_open_stream_does_not_hold_up_the_end(tmp_path: Path) -> None:
    server = Server(tmp_path)
    headers = {"Sec-Fetch-Site": "same-origin"}
    with httpx.Client(base_url=server.address, headers=headers, timeout=10) as browser:
        browser.post(f"/i/{server.run(server.office.code())}")
        with browser.stream("GET", "/chat/feed") as answer:
            next(events(answer.iter_lines()))
            begun = time.monotonic()
            server.close()
            assert time.monotonic() - begun < 2
