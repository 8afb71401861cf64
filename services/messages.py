"""Queues what the hotline says. Nothing leaves in any other way."""

from datetime import datetime, timedelta

from domain.duty import quiet_ends
from domain.messages import Message, Priority
from models.database import Session
from models.outbox import notice_shown, put
from models.people import Chat, Person, chat_of
from services.phrases import buttons_to_json, to_json

AWAKE = timedelta(hours=2)
"""Somebody who was last seen writing within this time is not asleep. `seen_at` is up to an hour
old."""


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
    not_before: datetime | None = None,
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
        not_before=not_before,
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
    the chat whose line it is, which hears if it cannot be delivered. In their quiet hours only
    emergencies and escalations reach people who are not just writing themselves.
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
        not_before=_quiet_until(now, person, chat, message),
    )
    return True


def _quiet_until(now: datetime, person: Person, chat: Chat, message: Message) -> datetime | None:
    if message.priority <= Priority.ESCALATION or now - chat.seen_at < AWAKE:
        return None
    return quiet_ends(person.quiet_from, person.quiet_until, now)
