"""Errands of the calendar, such as a digest: each is done once, however often it is due."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from models.database import Session, insert_new


class Errand(SQLModel, table=True):
    """One errand that has been done. Its key names what and for when: `morning/3/2026-11-24`."""

    key: str = Field(primary_key=True)
    done_at: datetime


async def is_done(session: Session, key: str) -> bool:
    """Whether the errand was done already."""
    return await session.get(Errand, key) is not None


async def mark_errand(session: Session, key: str, now: datetime) -> None:
    """The errand is done with this transaction."""
    await insert_new(session, Errand, [{"key": key, "done_at": now}])
