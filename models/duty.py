"""Who works when: weekly hours, absences, duty on top of the hours, and days all are closed."""

from collections.abc import Sequence
from datetime import date, datetime, time
from enum import StrEnum

from sqlalchemy import delete
from sqlmodel import Field, SQLModel, col, select

from models.database import Session


class Reason(StrEnum):
    """What somebody is away for. No more is stored: an illness is nobody's business."""

    SICK = "sick"
    HOLIDAY = "holiday"
    SWAP = "swap"
    OTHER = "other"


class WorkingHours(SQLModel, table=True):
    """A span that a person works every week, on the Danish wall clock. Monday is weekday 0."""

    __tablename__ = "working_hours"

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    weekday: int
    starts: time
    ends: time


class Absence(SQLModel, table=True):
    """A span in which a person does not work although their hours say so."""

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    starts_at: datetime
    ends_at: datetime = Field(index=True)
    reason: Reason = Reason.OTHER
    created_at: datetime


class ExtraDuty(SQLModel, table=True):
    """A span that a person works on top of their hours, for instance after a swap."""

    __tablename__ = "extra_duty"

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    starts_at: datetime
    ends_at: datetime = Field(index=True)
    created_at: datetime


class SwapStatus(StrEnum):
    """What has become of somebody's wish to give a day away."""

    ASKED = "asked"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


class DutySwap(SQLModel, table=True):
    """One colleague asks the other to take a day, perhaps for a day in return."""

    __tablename__ = "duty_swap"

    id: int | None = Field(default=None, primary_key=True)
    asks_id: int = Field(foreign_key="person.id", index=True)
    asked_id: int = Field(foreign_key="person.id", index=True)
    gives: date
    takes: date | None = None
    status: SwapStatus = SwapStatus.ASKED
    created_at: datetime
    answered_at: datetime | None = None


class ClosingDay(SQLModel, table=True):
    """A day on which the jobcenter is closed, besides the holidays."""

    __tablename__ = "closing_day"

    day: date = Field(primary_key=True)
    name: str = ""


async def hours_of(session: Session, person_ids: Sequence[int]) -> Sequence[WorkingHours]:
    """The weekly hours of these people."""
    wanted = select(WorkingHours).where(col(WorkingHours.person_id).in_(person_ids))
    return (await session.exec(wanted.order_by(col(WorkingHours.id)))).all()


async def absences_of(
    session: Session, person_ids: Sequence[int], since: datetime
) -> Sequence[Absence]:
    """Their absences that end after `since`."""
    wanted = select(Absence).where(
        col(Absence.person_id).in_(person_ids), col(Absence.ends_at) > since
    )
    return (await session.exec(wanted.order_by(col(Absence.starts_at)))).all()


async def extra_duty_of(
    session: Session, person_ids: Sequence[int], since: datetime
) -> Sequence[ExtraDuty]:
    """Their duty on top of the hours that ends after `since`."""
    wanted = select(ExtraDuty).where(
        col(ExtraDuty.person_id).in_(person_ids), col(ExtraDuty.ends_at) > since
    )
    return (await session.exec(wanted.order_by(col(ExtraDuty.starts_at)))).all()


async def closing_days(session: Session) -> Sequence[ClosingDay]:
    """All closing days that were entered, in order."""
    return (await session.exec(select(ClosingDay).order_by(col(ClosingDay.day)))).all()


async def replace_hours(session: Session, person_id: int, hours: Sequence[WorkingHours]) -> None:
    """These are somebody's weekly hours now, and no others."""
    await session.exec(delete(WorkingHours).where(col(WorkingHours.person_id) == person_id))
    session.add_all(hours)
