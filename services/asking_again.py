"""After the program was away: buttons that may have been pressed in vain are offered again."""

from collections.abc import Sequence
from datetime import datetime

from domain.messages import Message, Priority
from domain.people import Channel
from models.database import Session
from models.outbox import OutboxRow
from services.messages import queue
from services.phrases import buttons_from_json


def ask_again(session: Session, now: datetime, pending: Sequence[OutboxRow]) -> None:
    """Repeat the last buttons of each Telegram chat. A press in the web chat is stored at once, so
    nothing is lost there."""
    for row in pending:
        if row.chat_key.startswith(f"{Channel.TELEGRAM}:") and row.key != "asked-again":
            message = Message(
                "asked-again", {}, buttons_from_json(row.buttons), priority=Priority.REMINDER
            )
            queue(session, now, row.chat_key, message, incident_id=row.incident_id)
