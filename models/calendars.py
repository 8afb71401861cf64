"""Calendars that go out as feeds, and those that are read for the time that they take."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, update
from sqlmodel import Field, SQLModel, col, select

from domain.working_time import Span
from models.database import Session


class BusyCalendar(SQLModel, table=True):
    """A published calendar (an ICS address) that is read again and again and takes time.

    `etag` and `modified` are what its server said last; `failing_since` is when it could first not
    be read: what is known stays.
    """

    __tablename__ = "busy_calendar"

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    url: str
    etag: str = ""
    modified: str = ""
    created_at: datetime
    read_at: datetime | None = None
    failing_since: datetime | None = None
    failure: str = ""
    reported_at: datetime | None = None
    next_read_at: datetime | None = Field(default=None, index=True)


class BusyTime(SQLModel, table=True):
    """A span that another calendar takes. What for is not stored: it is nobody's business."""

    __tablename__ = "busy_time"

    id: int | None = Field(default=None, primary_key=True)
    calendar_id: int = Field(foreign_key="busy_calendar.id", index=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    starts_at: datetime
    ends_at: datetime = Field(index=True)


class CalendarFeed(SQLModel, table=True):
    """The secret link under which somebody's visits can be subscribed to. Only its SHA-256 is
    stored; `revoked_at` ends it."""

    __tablename__ = "calendar_feed"

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    secret_hash: str = Field(unique=True)
    created_at: datetime
    revoked_at: datetime | None = None
    read_at: datetime | None = None


async def feed_with(session: Session, secret_hash: str) -> CalendarFeed | None:
    """The feed of this secret, unless it was revoked."""
    wanted = select(CalendarFeed).where(
        CalendarFeed.secret_hash == secret_hash, col(CalendarFeed.revoked_at).is_(None)
    )
    return (await session.exec(wanted)).first()


async def feed_of(session: Session, person_id: int) -> CalendarFeed | None:
    """The feed of this person that works now."""
    wanted = select(CalendarFeed).where(
        CalendarFeed.person_id == person_id, col(CalendarFeed.revoked_at).is_(None)
    )
    return (await session.exec(wanted.order_by(col(CalendarFeed.id).desc()))).first()


async def revoke_feeds(session: Session, person_id: int, now: datetime) -> bool:
    """All this person's feeds stop working. Whether there was one."""
    ended = (
        update(CalendarFeed)
        .where(col(CalendarFeed.person_id) == person_id, col(CalendarFeed.revoked_at).is_(None))
        .values(revoked_at=now)
        .returning(col(CalendarFeed.id))
    )
    return (await session.exec(ended)).first() is not None


async def calendars_of(session: Session, person_id: int) -> Sequence[BusyCalendar]:
    """The calendars that are read for this person."""
    wanted = select(BusyCalendar).where(BusyCalendar.person_id == person_id)
    return (await session.exec(wanted.order_by(col(BusyCalendar.id)))).all()


async def due_calendars(session: Session, now: datetime, limit: int) -> Sequence[BusyCalendar]:
    """Calendars that are to be read by now, the longest overdue first."""
    wanted = select(BusyCalendar).where(col(BusyCalendar.next_read_at) <= now)
    return (await session.exec(wanted.order_by(col(BusyCalendar.next_read_at)).limit(limit))).all()


async def replace_busy_times(
    session: Session, calendar: BusyCalendar, spans: Sequence[Span]
) -> None:
    """This is what the calendar takes now, and nothing else."""
    await session.exec(delete(BusyTime).where(col(BusyTime.calendar_id) == calendar.id))
    session.add_all(
        BusyTime(
            calendar_id=calendar.id or 0,
            person_id=calendar.person_id,
            starts_at=span.starts,
            ends_at=span.ends,
        )
        for span in spans
    )


async def busy_times(
    session: Session, person_ids: Sequence[int], since: datetime, until: datetime
) -> Sequence[BusyTime]:
    """What other calendars take from these people in this span."""
    wanted = select(BusyTime).where(
        col(BusyTime.person_id).in_(person_ids),
        col(BusyTime.ends_at) > since,
        col(BusyTime.starts_at) < until,
    )
    return (await session.exec(wanted.order_by(col(BusyTime.starts_at)))).all()
