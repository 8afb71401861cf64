"""For the tests of the web: a desk on a temporary database, and people in front of browsers."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
from sqlmodel import SQLModel
from starlette.applications import Starlette

from domain.people import Role
from domain.triage import Level
from models.database import Database
from models.incidents import Incident
from models.people import Chat, Person
from services import incidents, people, signin, webchat
from services.phrases import Phrases
from web.app import build_app
from web.desk import Desk, Phone, Practice

START = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)  # a Monday, 10.00 in Denmark
ADDRESS = "http://127.0.0.1:8080"
FACTS = {
    "organisation": "Eksempel Kommune",
    "body": "jobcentret",
    "phone": "87 00 00 00",
    "hours": "mandag-torsdag 8-15.30",
}


@dataclass
class Office:
    """The desk with its clock, and what it was told."""

    desk: Desk
    clock: list[datetime]
    woken: list[int] = field(default_factory=list)

    @property
    def now(self) -> datetime:
        return self.clock[0]

    def passes(self, **time: float) -> None:
        self.clock[0] += timedelta(**time)

    def app(self) -> Starlette:
        return build_app(self.desk)

    def browser(self, address: str = ADDRESS) -> httpx.AsyncClient:
        """A browser that says, as they do, where its requests come from."""
        return httpx.AsyncClient(
            transport=httpx.ASGITransport(self.app()),
            base_url=address,
            headers={"Sec-Fetch-Site": "same-origin"},
        )

    async def person(self, role: Role, name: str = "Anna", company: str = "") -> Person:
        async with self.desk.database.write() as session:
            firm = await people.ensure_company(session, self.now, company) if company else None
            person = Person(
                role=role,
                name=name,
                created_at=self.now,
                consented_at=self.now,
                company_id=firm.id if firm else None,
            )
            session.add(person)
        return person

    async def code(self, role: Role = Role.EMPLOYER, company: str = "Bageriet") -> str:
        async with self.desk.database.write() as session:
            return await people.invite(session, self.now, role, "Mette", company)

    async def login(self, person: Person) -> str:
        async with self.desk.database.write() as session:
            return signin.login_link(session, self.now, person)

    @asynccontextmanager
    async def chatting(self) -> AsyncIterator["Chatting"]:
        """A browser with a chat of its own."""
        async with self.browser() as browser:
            answer = await browser.post(f"/i/{await self.code()}")
            assert answer.status_code == 303, answer.text
            page = (await browser.get("/chat")).text
            async with self.desk.database.read() as session:
                key = await signin.chat_key(session, self.now, browser.cookies["chat"])
            yield Chatting(browser, token_in(page), key)

    @asynccontextmanager
    async def signed_in(self, role: Role) -> AsyncIterator[httpx.AsyncClient]:
        """A browser signed in to the review pages."""
        person = await self.person(role, name=f"En {role}")
        async with self.browser() as browser:
            answer = await browser.post(f"/login/{await self.login(person)}")
            assert answer.headers["location"] == "/review"
            yield browser

    async def incident(
        self, happened: str = "Han gik", level: Level = Level.NORMAL, company: str = "Bageriet"
    ) -> Incident:
        reporter = await self.person(Role.EMPLOYER, "Mette", company)
        async with self.desk.database.write() as session:
            return await incidents.log_incident(session, self.now, reporter, happened, level=level)

    async def says(self, key: str, text: str, outbox: int, **more: Any) -> None:
        """The hotline says something in this chat."""
        body = {"from": "hotline", "text": text, "buttons": [], **more}
        async with self.desk.database.write() as session:
            webchat.add_line(session, self.now, key, body, outbox)
        self.desk.feed.changed(key)


@dataclass
class Chatting:
    """A browser in its chat."""

    browser: httpx.AsyncClient
    csrf: str
    key: str

    @property
    def headers(self) -> dict[str, str]:
        return {"X-CSRF": self.csrf, "Accept": "application/json"}

    async def posts(self, path: str, body: Any, **headers: str) -> httpx.Response:
        return await self.browser.post(f"/chat/{path}", json=body, headers=self.headers | headers)

    async def sends_file(self, name: str, content: bytes) -> httpx.Response:
        files = {"file": (name, content)}
        return await self.browser.post("/chat/file", files=files, headers=self.headers)

    async def lines(self, after: int = 0) -> list[dict[str, Any]]:
        answer = await self.browser.get(f"/chat/lines?after={after}")
        found: list[dict[str, Any]] = answer.json()["lines"]
        return found


def token_in(page: str) -> str:
    """The CSRF token of a page."""
    for mark in ('name="csrf" content="', 'name="csrf" value="'):
        if mark in page:
            return page.split(mark)[1].split('"')[0]
    raise AssertionError("the page has no token")


async def open_office(folder: Path, base_url: str = ADDRESS) -> Office:
    """A hotline without worker or doors: only what the pages need."""
    database = Database(f"sqlite+aiosqlite:///{folder / 'test.db'}")
    async with database.engine.begin() as connection:
        await connection.run_sync(SQLModel.metadata.create_all)
    (folder / "files").mkdir(exist_ok=True)
    clock, woken = [START], []
    desk = Desk(
        database=database,
        now=lambda: clock[0],
        phrases=Phrases({}, None, FACTS),  # type: ignore[arg-type]
        base_url=base_url,
        files=folder / "files",
        bot_username=lambda: "hv_bot",
        received=lambda: woken.append(1),
        trouble=lambda: "",
    )
    return Office(desk, clock, woken)


async def open_practice(office: Office) -> Office:
    """The same office with the practice board."""
    cast = (("employer", Role.EMPLOYER, "Mette"), ("specialist", Role.SPECIALIST, "Anna"))
    cast += (("colleague", Role.SPECIALIST, "Jonas"),)
    phones = []
    for slug, role, name in cast:
        person = await office.person(role, name, "Bageriet" if role is Role.EMPLOYER else "")
        async with office.desk.database.write() as session:
            _token, chat = await signin.open_chat(session, office.now)
            stored = await session.get_one(Chat, chat.key)
            stored.person_id = person.id
        phones.append(Phone(slug, name, role, chat.key))
    reviewer = await office.person(Role.REVIEWER, "Bente")
    started_over: list[int] = []

    async def listed() -> list[Phone]:
        return phones

    async def reviewer_id() -> int:
        return reviewer.id or 0

    async def move(minutes: int) -> None:
        office.passes(minutes=minutes)

    async def start_over() -> None:
        started_over.append(1)

    practice = Practice(listed, reviewer_id, move, start_over)
    opened = Office(replace(office.desk, practice=practice), office.clock, office.woken)
    opened.started_over = started_over  # type: ignore[attr-defined]
    return opened
