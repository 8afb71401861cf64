"""What came in: raw updates in Telegram's shape, stored before they are acknowledged."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import Index, bindparam, delete, text, update
from sqlalchemy.orm import aliased
from sqlmodel import Field, SQLModel, col, exists, select

from models.database import Session, inline, insert_new


class InboxStatus(StrEnum):
    """What has become of an update."""

    PENDING = "pending"
    DONE = "done"
    FAILED = "failed"


class InboxRow(SQLModel, table=True):
    """One raw update. `payload` is its JSON, CPR numbers masked; it is emptied once processed.

    `identity` names the update within its door: Telegram's update ids restart at random after a
    quiet week, so it also holds what the update is about.
    """

    __tablename__ = "inbox"
    __table_args__ = (
        Index("ix_inbox_identity", "channel", "identity", unique=True),
        Index("ix_inbox_pending", "id", sqlite_where=text("status = 'pending'")),
        Index("ix_inbox_failed", "id", sqlite_where=text("status = 'failed'")),
        Index("ix_inbox_waiting", "chat_key", "id", sqlite_where=text("status = 'pending'")),
    )

    id: int | None = Field(default=None, primary_key=True)
    channel: str
    identity: str
    chat_key: str
    payload: str
    received_at: datetime
    status: str = InboxStatus.PENDING
    attempts: int = 0
    retry_at: datetime | None = None
    done_at: datetime | None = None
    failure: str = ""
    """The reference the person was given when it was set aside."""


_EARLIER = aliased(InboxRow)
_PENDING = (
    select(InboxRow)
    .where(
        col(InboxRow.status) == inline(InboxStatus.PENDING),
        ~exists().where(
            col(_EARLIER.chat_key) == col(InboxRow.chat_key),
            col(_EARLIER.status) == inline(InboxStatus.PENDING),
            col(_EARLIER.retry_at) > bindparam("now"),
            col(_EARLIER.id) <= col(InboxRow.id),
        ),
    )
    .order_by(col(InboxRow.id))
    .limit(bindparam("limit"))
)
_DONE = (
    update(InboxRow)
    .where(col(InboxRow.id).in_(bindparam("ids", expanding=True)))
    .values(status=InboxStatus.DONE, done_at=bindparam("now"), payload="{}")
    .execution_options(synchronize_session=False)
)


async def store_updates(session: Session, rows: Sequence[dict[str, Any]]) -> None:
    """Add updates; one that is known already is left as it is."""
    await insert_new(session, InboxRow, rows)


async def pending_updates(session: Session, now: datetime, limit: int) -> Sequence[InboxRow]:
    """The oldest unprocessed updates, in order, without those behind one that waits for a retry."""
    return (await session.exec(_PENDING, params={"now": now, "limit": limit})).all()


async def mark_done(session: Session, ids: Sequence[int], now: datetime) -> None:
    """These updates are processed: what was said in them is not kept here."""
    await session.exec(_DONE, params={"ids": ids, "now": now})


async def failed_updates(session: Session) -> Sequence[InboxRow]:
    """Updates that were set aside after three tries, newest first."""
    wanted = select(InboxRow).where(col(InboxRow.status) == inline(InboxStatus.FAILED))
    return (await session.exec(wanted.order_by(col(InboxRow.id).desc()).limit(50))).all()


async def forget_done(session: Session, now: datetime, keep: timedelta) -> None:
    """Delete processed updates older than `keep`; younger ones are needed to know a repeat."""
    old = delete(InboxRow).where(
        col(InboxRow.status) == InboxStatus.DONE, col(InboxRow.done_at) < now - keep
    )
    await session.exec(old)


async def waiting_since(session: Session, before: datetime) -> bool:
    """Whether an update came in before this instant and nobody has looked at it yet."""
    wanted = select(InboxRow.id).where(
        col(InboxRow.status) == inline(InboxStatus.PENDING),
        col(InboxRow.attempts) == 0,
        col(InboxRow.received_at) < before,
    )
    return (await session.exec(wanted.limit(1))).first() is not None
