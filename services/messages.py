"""Queues what the hotline says. Nothing leaves in any other way."""

from datetime import datetime

from domain.messages import Message
from models.database import Session
from models.outbox import notice_shown, put
from models.people import Person, chat_of
from services.phrases import buttons_to_json, to_json


def queue(
    session: Session,
    now: datetime,
    chat_key: str,
    message: Message,
    *,
    incident_id: int | None = None,
    answers: str = "",
    settles: int | None = None,
    writer_key: str = "",
) -> None:
    """Put a message to this chat into the outbox, inside the caller's transaction."""
    put(
        session,
        chat_key=chat_key,
        priority=message.priority,
        key=message.key,
        params=to_json(message.params) if message.params else "{}",
        buttons=buttons_to_json(message.buttons) if message.buttons else "[]",
        document=message.document,
        answers=answers,
        settles=settles,
        incident_id=incident_id,
        writer_key=writer_key,
        created_at=now,
    )


async def tell(
    session: Session,
    now: datetime,
    person: Person,
    message: Message,
    *,
    incident_id: int | None = None,
    settles_notice: bool = False,
    writer_key: str = "",
) -> bool:
    """Queue a message where this person is best reached; False if they have no chat at all.

    `settles_notice`: the buttons of the case's last message there are spent with it. `writer_key`:
    the chat whose line it is, which hears if it cannot be delivered.
    """
    assert person.id is not None
    chat = await chat_of(session, person.id)
    if chat is None:
        return False
    spent = None
    if settles_notice and incident_id is not None:
        spent = await notice_shown(session, incident_id, chat.key)
    queue(
        session,
        now,
        chat.key,
        message,
        incident_id=incident_id,
        settles=spent,
        writer_key=writer_key,
    )
    return True
