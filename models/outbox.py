"""What goes out: the only way a message leaves the hotline."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Index, func, text, update
from sqlmodel import Field, SQLModel, col, or_, select

from domain.messages import Priority
from models.database import Session


class OutboxStatus(StrEnum):
    """What has become of a message."""

    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"


class OutboxRow(SQLModel, table=True):
    """One message: a text key with parameters, put into words when it is sent.

    `params` and `buttons` are JSON. `answers` is the id of the button press this is the first
    reply to, and `settles` the message whose buttons are spent with it.
    """

    __tablename__ = "outbox"
    __table_args__ = (
        Index(
            "ix_outbox_waiting",
            "priority",
            "id",
            sqlite_where=text("status = 'queued'"),
        ),
        Index("ix_outbox_chat", "chat_key", "id"),
        Index("ix_outbox_incident", "incident_id"),
        Index(
            "ix_outbox_unsettled", "status", sqlite_where=text("status in ('sending', 'failed')")
        ),
    )

    id: int | None = Field(default=None, primary_key=True)
    chat_key: str = Field(foreign_key="chat.key")
    priority: int = Priority.REPLY
    key: str
    params: str = "{}"
    buttons: str = "[]"
    document: str = ""
    answers: str = ""
    settles: int | None = None
    incident_id: int | None = Field(default=None, foreign_key="incident.id")
    created_at: datetime
    not_before: datetime | None = None
    status: str = OutboxStatus.QUEUED
    attempts: int = 0
    sent_at: datetime | None = None
    message_id: int | None = None
    failure: str = ""


async def claim(session: Session, now: datetime, limit: int) -> list[OutboxRow]:
    """Take the most urgent waiting messages for sending: at most `limit`, in sending order."""
    due = (
        select(OutboxRow.id)
        .where(
            OutboxRow.status == OutboxStatus.QUEUED,
            or_(col(OutboxRow.not_before).is_(None), col(OutboxRow.not_before) <= now),
        )
        .order_by(col(OutboxRow.priority), col(OutboxRow.id))
        .limit(limit)
    )
    taken = (
        update(OutboxRow)
        .where(col(OutboxRow.id).in_(due.scalar_subquery()))
        .values(status=OutboxStatus.SENDING)
        .returning(OutboxRow)
    )
    rows = list((await session.exec(taken)).scalars())
    return sorted(rows, key=lambda row: (row.priority, row.id or 0))


async def settle(session: Session, results: Sequence[dict[str, Any]]) -> None:
    """Write down what became of messages: rows of `id` and the columns that changed."""
    if results:
        await session.exec(update(OutboxRow), params=results)


async def requeue_interrupted(session: Session) -> None:
    """After a start: what was being sent when the program died is sent (perhaps again)."""
    stale = update(OutboxRow).where(col(OutboxRow.status) == OutboxStatus.SENDING)
    await session.exec(stale.values(status=OutboxStatus.QUEUED))


async def mark_sent(session: Session, ids: Sequence[int], now: datetime) -> None:
    """These left before the program died, as its journal shows."""
    left = update(OutboxRow).where(
        col(OutboxRow.id).in_(ids), col(OutboxRow.status) == OutboxStatus.SENDING
    )
    await session.exec(left.values(status=OutboxStatus.SENT, sent_at=now))


async def next_due(session: Session) -> datetime | None:
    """When the earliest delayed message may leave."""
    wanted = select(func.min(OutboxRow.not_before)).where(OutboxRow.status == OutboxStatus.QUEUED)
    return (await session.exec(wanted)).one()


async def failed_messages(session: Session) -> Sequence[OutboxRow]:
    """Messages that could not be delivered for good, newest first."""
    wanted = select(OutboxRow).where(OutboxRow.status == OutboxStatus.FAILED)
    return (await session.exec(wanted.order_by(col(OutboxRow.id).desc()).limit(50))).all()


async def pending_buttons(session: Session, since: datetime, until: datetime) -> list[OutboxRow]:
    """The last message of each chat, where it had buttons to press and was sent in this span."""
    last = select(func.max(OutboxRow.id)).where(OutboxRow.status == OutboxStatus.SENT)
    wanted = select(OutboxRow).where(
        col(OutboxRow.id).in_(last.group_by(OutboxRow.chat_key).scalar_subquery()),
        col(OutboxRow.sent_at) >= since,
        col(OutboxRow.sent_at) <= until,
        OutboxRow.buttons != "[]",
    )
    return list((await session.exec(wanted)).all())


async def notice_shown(session: Session, incident_id: int, chat_key: str) -> int | None:
    """The id, in its door, of the last message with buttons about this case in this chat."""
    wanted = select(OutboxRow.message_id).where(
        OutboxRow.incident_id == incident_id,
        OutboxRow.chat_key == chat_key,
        OutboxRow.status == OutboxStatus.SENT,
        OutboxRow.buttons != "[]",
    )
    return (await session.exec(wanted.order_by(col(OutboxRow.id).desc()))).first()
