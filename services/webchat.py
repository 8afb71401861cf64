"""The web chat's side of a conversation: what is typed and pressed goes in as Telegram-shaped
updates, what the hotline says comes out as lines."""

import json
import secrets
from datetime import datetime
from typing import Any

from domain.masking import mask
from domain.people import Channel
from models.database import Session
from models.people import Chat
from models.web import Line, StoredFile, line_for
from services.inbox import receive


async def type_text(session: Session, now: datetime, chat: Chat, text: str) -> None:
    """Somebody wrote a text in the web chat."""
    content = {"text": text}
    if text.startswith("/"):
        length = len(text.split(maxsplit=1)[0])
        content["entities"] = [{"type": "bot_command", "offset": 0, "length": length}]  # type: ignore[assignment]
    await _receive_message(session, now, chat, content)
    if not text.startswith("/start "):
        add_line(session, now, chat.key, {"from": "me", "text": mask(text).text})


async def press(session: Session, now: datetime, chat: Chat, outbox_id: int, data: str) -> None:
    """Somebody pressed a button under the message with this outbox id."""
    shown = await line_for(session, outbox_id)
    update = {
        "update_id": _number(),
        "callback_query": {
            "id": f"web-{_number()}",
            "from": _sender(chat),
            "chat_instance": chat.key,
            "data": data,
            "message": _message(now, chat, {"text": "…"}) | {"message_id": outbox_id},
        },
    }
    await receive(session, now, Channel.WEB, [update])
    label = _label(shown, data) if shown else ""
    if label:
        add_line(session, now, chat.key, {"from": "me", "text": label})


async def send_file(session: Session, now: datetime, chat: Chat, file: StoredFile) -> None:
    """Somebody sent a file, which is stored under its id."""
    session.add(file)
    document = {
        "file_id": file.id,
        "file_unique_id": file.id,
        "file_name": file.name,
        "mime_type": file.media_type,
        "file_size": file.size,
    }
    await _receive_message(session, now, chat, {"document": document})
    body = {"from": "me", "text": "", "file": {"id": file.id, "name": file.name}}
    add_line(session, now, chat.key, body)


def add_line(
    session: Session,
    now: datetime,
    chat_key: str,
    body: dict[str, Any],
    outbox_id: int | None = None,
) -> None:
    """Add one line to what the browser shows."""
    stored = json.dumps(body, ensure_ascii=False)
    session.add(Line(chat_key=chat_key, at=now, body=stored, outbox_id=outbox_id))


async def _receive_message(
    session: Session, now: datetime, chat: Chat, content: dict[str, Any]
) -> None:
    update = {"update_id": _number(), "message": _message(now, chat, content)}
    await receive(session, now, Channel.WEB, [update])


def _message(now: datetime, chat: Chat, content: dict[str, Any]) -> dict[str, Any]:
    return {
        "message_id": _number(),
        "date": int(now.timestamp()),
        "chat": {"id": chat.chat_id, "type": "private"},
        "from": _sender(chat),
        **content,
    }


def _sender(chat: Chat) -> dict[str, Any]:
    return {"id": chat.chat_id, "is_bot": False, "first_name": "-"}


def _number() -> int:
    return secrets.randbelow(2**31)


def _label(line: Line, data: str) -> str:
    rows = json.loads(line.body).get("buttons", [])
    return next((b["text"] for row in rows for b in row if b.get("data") == data), "")
