"""Stores what comes in, before anybody is told that it has arrived."""

import hashlib
import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any, TypeGuard

from domain.masking import mask_payload
from domain.people import Channel
from models.database import Session
from models.inbox import InboxStatus, store_updates

_KINDS = ("message", "edited_message", "callback_query", "my_chat_member")

_OUT_OF_SHAPE = (LookupError, TypeError, ValueError, AttributeError, RecursionError)


async def receive(
    session: Session, now: datetime, channel: Channel, updates: Iterable[Any]
) -> None:
    """Add raw updates (Telegram's `Update` as JSON) to the inbox; repeats are left out.

    CPR numbers are masked first, so that none is ever stored. An update whose chat cannot be read
    is stored as set aside, where reviewers see it; whatever its shape, the others are stored.
    """
    await store_updates(session, [_row(now, channel, update) for update in updates])


def update_id(update: Any) -> int:
    """Telegram's number for this update; 0 where it has none that can be used."""
    number = update.get("update_id") if isinstance(update, dict) else None
    return max(number, 0) if _is_number(number) else 0


def _row(now: datetime, channel: Channel, update: Any) -> dict[str, Any]:
    payload = _payload(update)
    try:
        chat_id, identity = _address(update)
        failure = ""
    except _OUT_OF_SHAPE:
        known_by = hashlib.sha256(payload.encode()).hexdigest()
        chat_id, identity, failure = 0, f"{update_id(update)}:{known_by}", "unreadable"
    return {
        "channel": channel,
        "identity": _storable(identity),
        "chat_key": f"{channel}:{chat_id}",
        "payload": payload,
        "received_at": now,
        "status": InboxStatus.FAILED if failure else InboxStatus.PENDING,
        "attempts": 0,
        "failure": failure,
    }


def _payload(update: Any) -> str:
    """The update as it is stored; nothing of one that cannot be masked."""
    try:
        masked, found = mask_payload(_without_own_words(update))
        if found and isinstance(masked, dict):
            masked["masked"] = found
        return _storable(json.dumps(masked, ensure_ascii=False))
    except _OUT_OF_SHAPE:
        return "{}"


def _without_own_words(update: Any) -> Any:
    """Without what stood in the message whose button was pressed: it is ours, and it is long. Left
    is what Telegram calls an inaccessible message (Bot API, InaccessibleMessage)."""
    match update:
        case {"callback_query": {"message": {"message_id": int(number), "chat": chat}} as press}:
            left = {"message_id": number, "date": 0, "chat": chat}
            return update | {"callback_query": press | {"message": left}}
    return update


def _address(update: Any) -> tuple[int, str]:
    """The chat an update is from, and what it is known by if it comes again."""
    kind = next((kind for kind in _KINDS if isinstance(update.get(kind), dict)), "")
    content = update[kind]
    chat_id = (content["message"] if kind == "callback_query" else content)["chat"]["id"]
    if not _is_number(chat_id):
        raise TypeError("chat id")
    about = content.get("id") or content.get("message_id")
    return chat_id, f"{update.get('update_id')}:{kind}:{about}:{content.get('date', '')}"


def _is_number(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool) and abs(value) < 2**63


def _storable(text: str) -> str:
    """Without half characters (lone surrogates), which no database takes."""
    return text.encode("utf-8", "replace").decode()
