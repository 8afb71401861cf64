"""What goes out: the only way a message leaves the hotline."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Index, bindparam, func, text, update
from sqlalchemy.sql.dml import ReturningUpdate
from sqlmodel import Field, SQLModel, col, or_, select

from domain.messages import Priority
from models.database import Session, inline, insert_later
from models.people import Chat


class OutboxStatus(StrEnum):
    """What has become of a message."""

    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"


class OutboxRow(SQLModel, table=True):
    """One message: a text key with parameters, put into words when it is sent.

    `params` and `buttons` are JSON. `answers` is the id of the button press this is the first
    reply to, and `settles` the message whose buttons are spent with it. `writer_key` is the chat
    whose line it carries: it hears at once if the line cannot be delivered.
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
            "ix_outbox_shown",
            "chat_key",
            "message_id",
            sqlite_where=text("incident_id is not null"),
        ),
        Index("ix_outbox_sending", "id", sqlite_where=text("status = 'sending'")),
        Index("ix_outbox_failed", "id", sqlite_where=text("status = 'failed'")),
        Index("ix_outbox_later", "not_before", sqlite_where=text("status = 'queued'")),
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
    writer_key: str = ""
    created_at: datetime
    not_before: datetime | None = None
    status: str = OutboxStatus.QUEUED
    attempts: int = 0
    sent_at: datetime | None = None
    message_id: int | None = None
    failure: str = ""


_TABLE = SQLModel.metadata.tables["outbox"]


def put(session: Session, **columns: Any) -> None:
    """Add a message to be sent; it is stored when the transaction ends."""
    waiting = {
        "writer_key": "",
        "not_before": None,
        "status": OutboxStatus.QUEUED,
        "attempts": 0,
        "sent_at": None,
        "message_id": None,
        "failure": "",
    }
    insert_later(session, OutboxRow, waiting | columns)


_RETRIED = (
    select(OutboxRow.chat_key, func.min(OutboxRow.priority).label("priority"))
    .where(
        col(OutboxRow.status) == inline(OutboxStatus.QUEUED),
        OutboxRow.attempts > 0,
        col(OutboxRow.not_before) > bindparam("now"),
    )
    .group_by(OutboxRow.chat_key)
    .subquery()
)


def _claim(*only: ColumnElement[bool]) -> ReturningUpdate[OutboxRow]:
    due = (
        select(OutboxRow.id)
        .join(_RETRIED, _RETRIED.c.chat_key == OutboxRow.chat_key, isouter=True)
        .where(
            col(OutboxRow.status) == inline(OutboxStatus.QUEUED),
            or_(col(OutboxRow.not_before).is_(None), col(OutboxRow.not_before) <= bindparam("now")),
            or_(_RETRIED.c.priority.is_(None), OutboxRow.priority < _RETRIED.c.priority),
            *only,
        )
        .order_by(col(OutboxRow.priority), col(OutboxRow.id))
        .limit(bindparam("limit"))
    )
    return (
        update(OutboxRow)
        .where(col(OutboxRow.id).in_(due.scalar_subquery()))
        .values(status=OutboxStatus.SENDING)
        .returning(OutboxRow)
        .execution_options(synchronize_session=False, populate_existing=True)
    )


_CLAIM = _claim()
_CLAIM_AT = _claim(col(OutboxRow.chat_key).startswith(bindparam("door")))
_NEXT_DUE = select(func.min(OutboxRow.not_before)).where(
    col(OutboxRow.status) == inline(OutboxStatus.QUEUED)
)
_OUTCOME = update(_TABLE).where(_TABLE.c.id == bindparam("row"))


async def claim(session: Session, now: datetime, limit: int, channel: str = "") -> list[OutboxRow]:
    """Take the most urgent waiting messages for sending: at most `limit`, in sending order.

    Nothing overtakes a message of the same chat that waits to be tried again, unless it is more
    urgent. `channel`: only those for this door.
    """
    asked: dict[str, Any] = {"now": now, "limit": limit}
    if channel:
        taken = await session.exec(_CLAIM_AT, params=asked | {"door": f"{channel}:"})
    else:
        taken = await session.exec(_CLAIM, params=asked)
    rows = list(taken.scalars())
    return sorted(rows, key=lambda row: (row.priority, row.id or 0))


async def settle(session: Session, results: Sequence[dict[str, Any]]) -> None:
    """Write down what became of messages: each one's id as `row`, and the columns that changed.
    A message that was deleted in the meantime is passed over."""
    if results:
        await (await session.connection()).execute(_OUTCOME, results)


async def requeue_interrupted(session: Session) -> None:
    """After a start: what was being sent when the program died is sent (perhaps again)."""
    stale = update(OutboxRow).where(col(OutboxRow.status) == inline(OutboxStatus.SENDING))
    await session.exec(stale.values(status=OutboxStatus.QUEUED))


async def mark_sent(session: Session, left: Mapping[int, int], now: datetime) -> None:
    """These left before the program died, as its journal shows: outbox id → message id."""
    sending = select(OutboxRow.id).where(col(OutboxRow.status) == inline(OutboxStatus.SENDING))
    known = {row_id for row_id in await session.exec(sending) if row_id is not None}
    marks = [
        {
            "row": row_id,
            "status": OutboxStatus.SENT,
            "sent_at": now,
            "message_id": left[row_id] or None,
        }
        for row_id in sorted(known & left.keys())
    ]
    await settle(session, marks)


async def next_due(session: Session) -> datetime | None:
    """When the earliest delayed message may leave."""
    return (await session.exec(_NEXT_DUE)).one()


async def failed_messages(session: Session) -> Sequence[OutboxRow]:
    """Messages that could not be delivered for good, newest first."""
    wanted = select(OutboxRow).where(col(OutboxRow.status) == inline(OutboxStatus.FAILED))
    return (await session.exec(wanted.order_by(col(OutboxRow.id).desc()).limit(50))).all()


async def pending_buttons(session: Session, since: datetime, until: datetime) -> list[OutboxRow]:
    """The last message of each chat, where it had buttons to press and was sent in this span."""
    last = (
        select(func.max(OutboxRow.id)).where(OutboxRow.chat_key == Chat.key).correlate(Chat)
    ).scalar_subquery()
    wanted = (
        select(OutboxRow)
        .join(Chat, col(OutboxRow.id) == last)
        .where(
            col(OutboxRow.sent_at) >= since,
            col(OutboxRow.sent_at) <= until,
            OutboxRow.buttons != "[]",
        )
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


async def case_of_message(session: Session, chat_key: str, message_id: int) -> int | None:
    """The case that a message shown in this chat is about."""
    wanted = select(OutboxRow.incident_id).where(
        OutboxRow.chat_key == chat_key,
        OutboxRow.message_id == message_id,
        col(OutboxRow.incident_id).is_not(None),
    )
    return (await session.exec(wanted.limit(1))).first()


async def first_sent(session: Session, incident_id: int) -> datetime | None:
    """When the first notice with buttons about this case left."""
    wanted = select(func.min(OutboxRow.sent_at)).where(
        OutboxRow.incident_id == incident_id, OutboxRow.buttons != "[]"
    )
    return (await session.exec(wanted)).one()


async def unsent_since(session: Session, priority: Priority, before: datetime) -> bool:
    """Whether a message of this priority should have left before this instant and has not."""
    due = func.coalesce(OutboxRow.not_before, OutboxRow.created_at)
    for status in (OutboxStatus.QUEUED, OutboxStatus.SENDING):
        waiting = select(OutboxRow.id).where(
            col(OutboxRow.status) == inline(status),
            OutboxRow.priority == priority,
            OutboxRow.created_at < before,
            or_(due < before, OutboxRow.attempts > 0),
        )
        if (await session.exec(waiting.limit(1))).first() is not None:
            return True
    return False
