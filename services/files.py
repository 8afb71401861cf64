"""Files that people send along in a case."""

import secrets
from dataclasses import dataclass
from datetime import datetime

from domain.errors import HotlineError
from domain.people import Channel
from models.database import Session
from models.people import Chat
from models.web import StoredFile

LARGEST = 20 * 1024 * 1024
"""Bytes a bot can download from Telegram (Bot API, getFile)."""


class FileTooLarge(HotlineError):
    """More than the doors can carry."""

    key = "error-file-too-large"


@dataclass(frozen=True)
class Attachment:
    """A file as its door describes it; `size` in bytes."""

    file_id: str
    name: str
    media_type: str
    size: int
    kind: str = "document"


def keep(session: Session, now: datetime, chat: Chat, attachment: Attachment) -> str:
    """Remember a file and return the id it is passed on by. Raises FileTooLarge.

    A web file is stored already; Telegram keeps its own until it is asked for.
    """
    if attachment.size > LARGEST:
        raise FileTooLarge()
    if chat.channel is Channel.WEB:
        return attachment.file_id
    stored = StoredFile(
        id=secrets.token_urlsafe(16),
        chat_key=chat.key,
        name=attachment.name,
        media_type=attachment.media_type,
        size=attachment.size,
        kind=attachment.kind,
        created_at=now,
        telegram_file_id=attachment.file_id,
    )
    session.add(stored)
    return stored.id
