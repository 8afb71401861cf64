"""A hotline for tests: real database, real worker and notifier, moved step by step, with people who
write through either door and see what arrives."""

import asyncio
import itertools
import json
import re
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from telegram.ext import Application, ExtBot

from bot.health import Health
from bot.journal import Journal
from bot.notifier import Notifier
from bot.press import Press
from bot.printer import Printer
from bot.settings import Settings
from bot.ticks import Ticks
from bot.transport import NoNetwork
from bot.worker import Worker
from domain.errors import DeliveryError
from domain.messages import split_text
from domain.pacing import UNPACED, Pacer
from domain.people import Channel, Role
from handlers.turn import Links
from knowledge.library import Library
from models.database import Database
from models.migrate import migrate
from models.people import Chat
from models.web import StoredFile, lines_after
from services import people, webchat
from services.inbox import receive
from services.phrases import Phrases
from services.signin import open_chat

START = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)  # a Monday, 10.00 in Denmark
_numbers = itertools.count(1)


@dataclass
class Seen:
    """One message as a person sees it."""

    text: str
    buttons: list[list[dict[str, str]]]
    message_id: int
    file: str = ""
    name: str = ""
    kind: str = ""

    @property
    def labels(self) -> list[str]:
        return [button["text"] for row in self.buttons for button in row]


class FakeDoor:
    """Telegram's sending side, in memory."""

    def __init__(self) -> None:
        self.chats: dict[int, list[Seen]] = {}
        self.settled: list[tuple[int, str, int | None]] = []
        self.commands: dict[int, list[tuple[str, str]]] = {}
        self.blocked: set[int] = set()
        self.failing = 0
        self.wait: dict[int, float] = {}
        self.files: dict[str, bytes] = {}

    async def send(
        self,
        chat_id: int,
        text: str,
        buttons: list[list[dict[str, str]]],
        file: Path | str | None,
        name: str = "",
        kind: str = "",
    ) -> int:
        if chat_id in self.blocked:
            raise DeliveryError("blocked", permanent=True)
        if self.failing:
            self.failing -= 1
            raise DeliveryError("TimedOut")
        if seconds := self.wait.pop(chat_id, 0):
            raise DeliveryError("told to wait", retry_after=seconds)
        message_id = next(_numbers)
        for row in buttons:
            for button in row:
                assert len(button.get("data", "").encode()) <= 64, button
        assert text
        *earlier, last = split_text(text)
        shown = self.chats.setdefault(chat_id, [])
        shown += [Seen(part, [], next(_numbers)) for part in earlier]
        shown.append(Seen(last, buttons, message_id, str(file or ""), name, kind))
        return message_id

    async def settle(self, chat_id: int, query_id: str, message_id: int | None) -> None:
        self.settled.append((chat_id, query_id, message_id))

    async def set_commands(self, chat_id: int, commands: list[tuple[str, str]]) -> None:
        self.commands[chat_id] = commands

    async def download(self, file_id: str, target: Path) -> None:
        content = self.files.get(file_id, b"downloaded " + file_id.encode())
        await asyncio.to_thread(target.write_bytes, content)


@dataclass
class Someone:
    """A person at a phone or a browser."""

    line: "Line"
    channel: Channel
    chat_id: int
    name: str = "Someone"
    seen_until: int = 0
    inbox: list[Seen] = field(default_factory=list)

    async def writes(self, text: str) -> list[Seen]:
        """Send a text and return what is answered."""
        if self.channel is Channel.WEB:
            async with self.line.database.write() as session:
                chat = await session.get_one(Chat, self.key)
                await webchat.type_text(session, self.line.now, chat, text)
        else:
            content: dict[str, Any] = {"text": text}
            if text.startswith("/"):
                length = len(text.split()[0])
                content["entities"] = [{"type": "bot_command", "offset": 0, "length": length}]
            await self.sends(content)
        return await self.answers()

    async def answers_to(self, seen: Seen, text: str) -> list[Seen]:
        """Answer one message, as Telegram does."""
        await self.sends({"text": text, "reply_to_message": self.shown(seen)})
        return await self.answers()

    def shown(self, seen: Seen) -> dict[str, Any]:
        """A message of ours as Telegram repeats it."""
        return {
            "message_id": seen.message_id,
            "date": 1,
            "chat": {"id": self.chat_id, "type": "private"},
            "from": {"id": 1, "is_bot": True, "first_name": "HV"},
            "text": re.sub(r"<[^>]+>", "", seen.text),
        }

    async def corrects(self, message_id: int, text: str) -> list[Seen]:
        """Change a message that was sent."""
        message = {
            "message_id": message_id,
            "date": int(self.line.now.timestamp()),
            "edit_date": int(self.line.now.timestamp()),
            "chat": {"id": self.chat_id, "type": "private"},
            "from": {"id": self.chat_id, "is_bot": False, "first_name": self.name},
            "text": text,
        }
        await self.line.receives(Channel.TELEGRAM, {"edited_message": message})
        return await self.answers()

    async def sends(self, content: dict[str, Any]) -> int:
        """Send any Telegram message, and return its number."""
        number = next(_numbers)
        message = {
            "message_id": number,
            "date": int(self.line.now.timestamp()),
            "chat": {"id": self.chat_id, "type": "private"},
            "from": {"id": self.chat_id, "is_bot": False, "first_name": self.name},
        }
        await self.line.receives(Channel.TELEGRAM, {"message": message | content})
        return number

    async def sends_photo(
        self, content: bytes, *, caption: str = "", kind: str = "image/jpeg", size: int = 0
    ) -> list[Seen]:
        """Send a picture, as either door does, and return what is answered."""
        file_id, size = f"photo{next(_numbers)}", size or len(content)
        if self.channel is Channel.WEB:
            (self.line.notifier.files / file_id).write_bytes(content)
            file = StoredFile(
                id=file_id,
                chat_key=self.key,
                name="photo.jpg",
                media_type=kind,
                size=size,
                created_at=self.line.now,
            )
            async with self.line.database.write() as session:
                chat = await session.get_one(Chat, self.key)
                await webchat.send_file(session, self.line.now, chat, file)
            return await self.answers()
        self.line.door.files[file_id] = content
        about = {"file_id": file_id, "file_unique_id": file_id, "file_size": size}
        sent: dict[str, Any] = {"photo": [about | {"width": 9, "height": 9}], "caption": caption}
        if kind != "image/jpeg":
            sent = {"document": about | {"mime_type": kind, "file_name": "file"}}
        await self.sends(sent)
        return await self.answers()

    async def presses(self, label: str) -> list[Seen]:
        """Press the newest button with this label."""
        for seen in reversed(self.inbox):
            for row in seen.buttons:
                for button in row:
                    if button["text"] == label:
                        await self.presses_data(button["data"], seen.message_id)
                        return await self.answers()
        shown = [seen.labels for seen in self.inbox[-3:]]
        raise AssertionError(f"{self.name} sees no button {label!r}, only {shown}")

    async def presses_data(self, data: str, message_id: int = 1) -> None:
        """Press a button by its data, also a made-up one."""
        if self.channel is Channel.WEB:
            async with self.line.database.write() as session:
                chat = await session.get_one(Chat, self.key)
                await webchat.press(session, self.line.now, chat, message_id, data)
            return
        query = {
            "id": f"q{next(_numbers)}",
            "from": {"id": self.chat_id, "is_bot": False, "first_name": self.name},
            "chat_instance": "1",
            "data": data,
            "message": {
                "message_id": message_id,
                "date": int(self.line.now.timestamp()),
                "chat": {"id": self.chat_id, "type": "private"},
            },
        }
        await self.line.receives(Channel.TELEGRAM, {"callback_query": query})

    async def presses_after(self, data: str) -> list[Seen]:
        """Press a button by its data and return what is answered."""
        await self.presses_data(data)
        return await self.answers()

    async def answers(self) -> list[Seen]:
        """Let the hotline work, and return what is new here."""
        await self.line.works()
        return await self.looks()

    async def looks(self) -> list[Seen]:
        """What is new since the last look."""
        if self.channel is Channel.TELEGRAM:
            new = self.line.door.chats.get(self.chat_id, [])[self.seen_until :]
            self.seen_until += len(new)
        else:
            new = []
            async with self.line.database.read() as session:
                for found in await lines_after(session, self.key, self.seen_until, 1000):
                    body = json.loads(found.body)
                    self.seen_until = found.id or 0
                    if body.get("from") == "hotline":
                        file = body.get("file", {})
                        said = (body["text"], body["buttons"], found.outbox_id or 0)
                        new.append(Seen(*said, file.get("id", ""), file.get("name", "")))
        self.inbox += new
        return new

    @property
    def key(self) -> str:
        return f"{self.channel}:{self.chat_id}"


@dataclass
class Line:
    """The hotline under test."""

    settings: Settings
    database: Database
    worker: Worker
    notifier: Notifier
    printer: Printer
    ticks: Ticks
    door: FakeDoor
    clock: list[datetime]

    @property
    def now(self) -> datetime:
        return self.clock[0]

    async def passes(self, **time: float) -> None:
        """Let time go by, and do what is due."""
        self.clock[0] += timedelta(**time)
        await self.ticks.sweep()
        await self.works()

    async def receives(self, channel: Channel, update: dict[str, Any]) -> None:
        update.setdefault("update_id", next(_numbers))
        async with self.database.write() as session:
            await receive(session, self.now, channel, [update])

    async def works(self) -> None:
        """Answer and send until nothing waits."""
        for _ in range(50):
            worked = await self.worker.step()
            worked += await self.notifier.step()
            worked += await self.printer.step()
            if self.notifier._tasks:
                await asyncio.wait(self.notifier._tasks)
                worked += 1
            if not worked and not self.notifier._left and not self.notifier._lost:
                return

    async def stranger(self, channel: Channel) -> Someone:
        """Somebody at the door whom nobody knows."""
        if channel is Channel.TELEGRAM:
            return Someone(self, channel, 10_000 + next(_numbers))
        async with self.database.write() as session:
            _token, chat = await open_chat(session, self.now)
        return Someone(self, channel, chat.chat_id)

    async def code(self, role: Role, name: str, company: str = "") -> str:
        async with self.database.write() as session:
            return await people.invite(session, self.now, role, name, company)

    async def joins(
        self, role: Role, name: str, company: str = "", channel: Channel = Channel.TELEGRAM
    ) -> Someone:
        """Somebody who has come in by invitation, accepted, and sees the menu in Danish."""
        someone = await self.stranger(channel)
        someone.name = name
        await someone.writes(f"/start {await self.code(role, name, company)}")
        await someone.presses("Ja, det er i orden")
        await someone.presses("Dansk")
        if role is Role.SPECIALIST:
            await someone.presses("Jeg kan se den")
        return someone

    async def close(self) -> None:
        await self.database.close()
        self.notifier.journal.close()


async def open_line(settings: Settings, library: Library) -> Line:
    clock = [START]
    settings.data_dir.mkdir(exist_ok=True)
    files = settings.data_dir / "files"
    files.mkdir(exist_ok=True)
    migrate(settings.database, START)
    database = Database(settings.database)
    door, health = FakeDoor(), Health()
    phrases = Phrases.of(library, settings.facts)
    application = (
        Application.builder().bot(ExtBot("0:offline", request=NoNetwork("hv_bot"))).build()
    )
    await application.bot.initialize()

    def now() -> datetime:
        return clock[0]

    notifier = Notifier(
        database,
        now,
        phrases,
        Journal(settings.data_dir / "sent.journal"),
        Pacer(UNPACED),
        health,
        files,
        lambda _key: None,
        door,  # type: ignore[arg-type]
        Press(phrases, files, settings.public_url).make,
    )
    worker = Worker(
        database,
        now,
        application,
        lambda: library,
        Links(settings.public_url),
        settings.office,
        health,
        lambda: None,
    )
    return Line(
        settings,
        database,
        worker,
        notifier,
        Printer(database, now, files, None, health, lambda: None, door),  # type: ignore[arg-type]
        Ticks(database, now, settings.office, health, lambda: None),
        door,
        clock,
    )


def reference(text: str) -> str:
    """The case a message names."""
    found = re.search(r"H-\d{4}-\d{4}", text)
    assert found, text
    return found[0]
