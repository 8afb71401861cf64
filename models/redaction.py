"""Takes words out of everything that is stored about a case, for good."""

import html
import json
import re
from collections.abc import Callable, Collection, Iterator
from typing import Any

from sqlalchemy import text
from sqlmodel import col, select

from models.database import Session
from models.inbox import InboxRow
from models.incidents import Incident, IncidentEvent
from models.outbox import OutboxRow
from models.people import Chat
from models.web import Line

MARK = "[…]"
"""What stands where words were taken out."""


async def redact(session: Session, incident: Incident, passage: str) -> int:
    """Take this passage out of the case: its texts, its timeline, the messages about it, and the
    chats of those who wrote in it. Freed space in the file is overwritten. Return how many rows it
    was found in."""
    connection = await session.connection()
    await connection.execute(text("pragma secure_delete = on"))
    clean = _cleaner(passage)
    events = await _all(session, IncidentEvent, IncidentEvent.incident_id == incident.id)
    people = {incident.reporter_id, *(event.actor_id for event in events if event.actor_id)}
    chats = await _all(session, Chat, col(Chat.person_id).in_(people))
    keys = [chat.key for chat in chats]
    found = int(_change(incident, clean, "happened", "tried", "learned"))
    found += sum(_change(event, clean, "text") for event in events)
    found += sum(_change(chat, clean, "answers") for chat in chats)
    messages = await _all(session, OutboxRow, OutboxRow.incident_id == incident.id)
    found += sum(_change(row, clean, "params", "buttons") for row in messages)
    for row in await _in_chats(session, keys):
        found += _change(row, clean, "body" if isinstance(row, Line) else "payload")
    return found


async def _all(session: Session, table: Any, condition: Any) -> Collection[Any]:
    rows: Collection[Any] = (await session.exec(select(table).where(condition))).all()
    return rows


async def _in_chats(session: Session, keys: Collection[str]) -> list[Any]:
    """Lines of these web chats, and updates from them that still hold what was said."""
    kept = col(InboxRow.chat_key).in_(keys) & (col(InboxRow.payload) != "{}")
    return [
        *await _all(session, Line, col(Line.chat_key).in_(keys)),
        *await _all(session, InboxRow, kept),
    ]


def _cleaner(passage: str) -> Callable[[str], str]:
    """Replaces the passage, as it was written and as it stands in JSON and in markup."""
    shapes = sorted(set(_shapes(passage)), key=len, reverse=True)
    pattern = re.compile("|".join(re.escape(shape) for shape in shapes), re.IGNORECASE)
    return lambda stored: pattern.sub(MARK, stored)


def _shapes(passage: str) -> Iterator[str]:
    for written in (passage, html.escape(passage, quote=False), html.escape(passage)):
        yield written
        yield json.dumps(written, ensure_ascii=False)[1:-1]
        yield json.dumps(written)[1:-1]


def _change(row: Any, clean: Callable[[str], str], *columns: str) -> bool:
    """Clean these columns; whether anything was there to take out."""
    changed = False
    for column in columns:
        stored = getattr(row, column)
        if stored and (cleaned := clean(stored)) != stored:
            setattr(row, column, cleaned)
            changed = True
    return changed
