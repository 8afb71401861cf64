"""Stores what comes in, before anybody is told that it has arrived."""

import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from domain.masking import mask_payload

from domain.people import Channel
from models.database import Session
from models.inbox import InboxStatus, store_updates

_KINDS = ("message", "edited_message", "callback_query", "my_chat_member")


async def receive(
    session: Session, now: datetime, channel: Channel, updates: Iterable[dict[str, Any]]
) -> None:
    """Add raw updates (Telegram's `Update` as JSON) to the inbox; repeats are left out.

    CPR numbers are masked first, so that none is ever stored. An update whose chat cannot be read
    is stored as set aside, where reviewers see it.
    """
    await store_updates(session, [_row(now, channel, update) for update in updates])


def _row(now: datetime, channel: Channel, update: dict[str, Any]) -> dict[str, Any]:
    kind = next((kind for kind in _KINDS if isinstance(update.get(kind), dict)), "")
    content: dict[str, Any] = update[kind] if kind else {}
    message = content.get("message") if kind == "callback_query" else content
    chat = message.get("chat") if isinstance(message, dict) else None
    chat_id = chat.get("id") if isinstance(chat, dict) else None
    readable = isinstance(chat_id, int)
    masked, found = mask_payload(update)
    if found:
        masked["masked"] = found
    about = content.get("id") or content.get("message_id")
    return {
        "channel": channel,
        "identity": f"{update.get('update_id')}:{kind}:{about}:{content.get('date', '')}",
        "chat_key": f"{channel}:{chat_id if readable else 0}",
        "payload": json.dumps(masked, ensure_ascii=False),
        "received_at": now,
        "status": InboxStatus.PENDING if readable else InboxStatus.FAILED,
        "attempts": 0,
        "failure": "" if readable else "unreadable",
    }
