"""Gets waiting messages ready to leave, and decides what becomes of one that did not arrive."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from domain.errors import DeliveryError
from domain.messages import SET_COMMANDS, Button, Message, Priority, Rows
from domain.people import Channel, Language
from domain.retry import backoff
from models.database import Session
from models.outbox import OutboxRow, OutboxStatus, claim
from models.people import Chat, Person, chat_of, load_chats
from models.web import StoredFile
from services.messages import queue
from services.phrases import Phrases, buttons_from_json, from_json
from services.reachability import lost
from services.relay import line_lost, line_waits
from services.webchat import add_line

GIVE_UP_AFTER = timedelta(hours=24)
"""How long a message is tried again while its door cannot be reached."""


@dataclass(frozen=True)
class Letter:
    """One message in words, ready to leave."""

    row: OutboxRow
    language: Language
    text: str
    buttons: list[list[dict[str, str]]]
    file: StoredFile | None
    commands: list[tuple[str, str]]

    @property
    def outbox_id(self) -> int:
        """The message's row."""
        assert self.row.id is not None
        return self.row.id

    @property
    def channel(self) -> Channel:
        """The door it leaves by."""
        return Channel(self.row.chat_key.partition(":")[0])

    @property
    def chat_id(self) -> int:
        """The chat in that door."""
        return int(self.row.chat_key.partition(":")[2])


async def take_letters(
    session: Session, now: datetime, phrases: Phrases, limit: int, *, web_only: bool = False
) -> list[Letter]:
    """Claim waiting messages, the most urgent first, and put them into words.

    One that cannot be put into words is set aside, and its receiver hears that something is wrong.
    `web_only`: those that need no sending, while Telegram can take no more.
    """
    rows = await claim(session, now, limit, Channel.WEB if web_only else "")
    if not rows:
        return []
    chats = await load_chats(session, {row.chat_key for row in rows})
    letters = []
    for row in rows:
        try:
            letters.append(await _letter(session, phrases, row, *chats[row.chat_key]))
        except _UNSPEAKABLE as error:
            _set_aside(session, now, row, type(error).__name__)
            await line_lost(session, now, row)
    return letters


_UNSPEAKABLE = (LookupError, ValueError, TypeError, AttributeError)
"""A guide that is gone, a sentence without its parameters, a row that is not in its shape."""


def _set_aside(session: Session, now: datetime, row: OutboxRow, why: str) -> None:
    row.status, row.failure = OutboxStatus.FAILED, f"no words: {why}"
    session.add(row)
    sorry = Message("error-general")
    if row.key != sorry.key:
        queue(session, now, row.chat_key, sorry, answers=row.answers, settles=row.settles)


async def _letter(
    session: Session, phrases: Phrases, row: OutboxRow, chat: Chat, person: Person | None
) -> Letter:
    language = person.language if person else chat.language
    file = await session.get(StoredFile, row.document) if row.document else None
    params = from_json(row.params) if row.params != "{}" else {}
    if row.key == SET_COMMANDS:
        names = str(params["commands"]).split()
        commands = [(name, phrases.label(language, Button(f"command-{name}"))) for name in names]
        return Letter(row, language, "", [], None, commands)
    text = phrases.say(language, row.key, params)
    buttons = buttons_from_json(row.buttons) if row.buttons != "[]" else ()
    return Letter(row, language, text, _worded(phrases, language, buttons), file, [])


def _worded(phrases: Phrases, language: Language, rows: Rows) -> list[list[dict[str, str]]]:
    return [
        [
            {"text": phrases.label(language, button)}
            | ({"url": button.url} if button.url else {"data": button.data})
            for button in row
        ]
        for row in rows
    ]


def put_on_page(session: Session, now: datetime, letter: Letter) -> None:
    """Deliver to a web chat: the line stands in the database with the mark that it is sent."""
    row = letter.row
    if row.settles:
        add_line(session, now, row.chat_key, {"settles": row.settles})
    if letter.text:
        body: dict[str, Any] = {"from": "hotline", "text": letter.text, "buttons": letter.buttons}
        if letter.file:
            body["file"] = {"id": letter.file.id, "name": letter.file.name}
        add_line(session, now, row.chat_key, body, letter.outbox_id)
    row.status, row.sent_at, row.message_id = OutboxStatus.SENT, now, letter.outbox_id
    session.add(row)


def postpone(session: Session, letter: Letter, until: datetime) -> None:
    """Not yet: back into the queue until then."""
    letter.row.status, letter.row.not_before = OutboxStatus.QUEUED, until
    session.add(letter.row)


async def not_delivered(
    session: Session, now: datetime, letter: Letter, error: DeliveryError
) -> None:
    """Try again later; or, where that will not help, in another chat of the same person; or else
    leave it as failed, where people see it."""
    row = await session.get(OutboxRow, letter.outbox_id)
    if row is None:  # forgotten in the meantime
        return
    session.add(row)
    row.failure = error.reason
    young = now - row.created_at < GIVE_UP_AFTER
    if error.retry_after and young:
        row.status, row.not_before = OutboxStatus.QUEUED, now + timedelta(seconds=error.retry_after)
        return
    row.attempts += 1
    if not error.permanent and young:
        row.status, row.not_before = OutboxStatus.QUEUED, now + backoff(row.attempts)
        await line_waits(session, now, row)
        return
    other = await _other_chat(session, row.chat_key) if error.reason == "blocked" else ""
    await _tell_leaders(session, now, row, other, blocked=error.reason == "blocked")
    if other:
        row.chat_key, row.status, row.not_before = other, OutboxStatus.QUEUED, None
        row.answers, row.settles = "", None
    else:
        row.status = OutboxStatus.FAILED
        await line_lost(session, now, row)


async def _tell_leaders(
    session: Session, now: datetime, row: OutboxRow, other: str, *, blocked: bool
) -> None:
    """Where nothing reaches somebody of the staff, what waits for them moves on. Another message
    that is wrong in itself says nothing about its receiver."""
    escalates = row.priority <= Priority.ESCALATION
    chat = await session.get_one(Chat, row.chat_key)
    if other or not (blocked or escalates) or chat.person_id is None:
        return
    await lost(session, now, await session.get_one(Person, chat.person_id))


async def _other_chat(session: Session, chat_key: str) -> str:
    """The chat is closed to us: mark it so, and find another of the same person."""
    chat = await session.get_one(Chat, chat_key)
    chat.reachable = False
    session.add(chat)
    await session.flush()
    if chat.person_id is None:
        return ""
    best = await chat_of(session, chat.person_id)
    return best.key if best and best.reachable else ""


def sent(now: datetime, letters: Sequence[tuple[Letter, int]]) -> list[dict[str, Any]]:
    """The marks for messages that have left, each with its id in its door."""
    return [
        {
            "row": letter.outbox_id,
            "status": OutboxStatus.SENT,
            "sent_at": now,
            "message_id": message_id or None,
        }
        for letter, message_id in letters
    ]
