"""Photos that go on a sheet, and what was printed of it."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum

from sqlalchemy import Index, bindparam, delete, text
from sqlmodel import AutoString, Field, SQLModel, col, or_, select

from models.database import Session, inline


class PhotoStatus(StrEnum):
    """Whether a photo can be printed: to be looked at, ready, or no use."""

    NEW = "new"
    READY = "ready"
    REFUSED = "refused"


class SheetPhoto(SQLModel, table=True):
    """A photo of a place or (from 1) of a step. `picture_id` is the file that is printed."""

    __tablename__ = "sheet_photo"
    __table_args__ = (Index("ix_sheet_photo_new", "id", sqlite_where=text("status = 'new'")),)

    id: int | None = Field(default=None, primary_key=True)
    sheet_id: int = Field(foreign_key="sheet.id", index=True)
    question_id: str
    step: int = 0
    file_id: str = Field(foreign_key="stored_file.id")
    picture_id: str = ""
    kind: str = ""
    chat_key: str = ""
    status: PhotoStatus = Field(default=PhotoStatus.NEW, sa_type=AutoString)
    attempts: int = 0
    not_before: datetime | None = None
    created_at: datetime


class PrintoutStatus(StrEnum):
    """What has become of something to print."""

    WANTED = "wanted"
    MADE = "made"
    FAILED = "failed"


class Printout(SQLModel, table=True):
    """One printed version. `content` is everything on the paper as JSON, so that the same version
    can be made again; it is written when it is asked for, and made by a part of its own."""

    __table_args__ = (
        Index("ix_printout_wanted", "id", sqlite_where=text("status = 'wanted'")),
        Index("ix_printout_sheet", "sheet_id", "revision", "paper"),
    )

    id: int | None = Field(default=None, primary_key=True)
    sheet_id: int | None = Field(default=None, foreign_key="sheet.id")
    company_id: int | None = Field(default=None, foreign_key="company.id", index=True)
    chat_key: str = Field(foreign_key="chat.key")
    version: int
    revision: int
    paper: str
    template: str
    name: str
    content: str
    pdf_id: str
    picture_id: str
    status: PrintoutStatus = Field(default=PrintoutStatus.WANTED, sa_type=AutoString)
    attempts: int = 0
    not_before: datetime | None = None
    wanted_at: datetime
    made_at: datetime | None = None
    failure: str = ""


async def photos_of(session: Session, sheet_id: int) -> Sequence[SheetPhoto]:
    """The photos of a sheet, in the order they came."""
    wanted = select(SheetPhoto).where(SheetPhoto.sheet_id == sheet_id)
    return (await session.exec(wanted.order_by(col(SheetPhoto.id)))).all()


async def drop_photos(
    session: Session, sheet_id: int, question_id: str, step: int | None = None
) -> None:
    """Forget the photos of a question, or of one step."""
    gone = delete(SheetPhoto).where(
        col(SheetPhoto.sheet_id) == sheet_id, col(SheetPhoto.question_id) == question_id
    )
    await session.exec(gone if step is None else gone.where(col(SheetPhoto.step) == step))


_NEW_PHOTOS = (
    select(SheetPhoto)
    .where(
        col(SheetPhoto.status) == inline(PhotoStatus.NEW),
        or_(col(SheetPhoto.not_before).is_(None), col(SheetPhoto.not_before) <= bindparam("now")),
    )
    .order_by(col(SheetPhoto.id))
    .limit(bindparam("limit"))
)
_WANTED = (
    select(Printout)
    .where(
        col(Printout.status) == inline(PrintoutStatus.WANTED),
        or_(col(Printout.not_before).is_(None), col(Printout.not_before) <= bindparam("now")),
        or_(
            col(Printout.sheet_id).is_(None),
            col(Printout.sheet_id).not_in(
                select(SheetPhoto.sheet_id).where(col(SheetPhoto.status) == inline(PhotoStatus.NEW))
            ),
        ),
    )
    .order_by(col(Printout.id))
    .limit(bindparam("limit"))
)


async def new_photos(session: Session, now: datetime, limit: int) -> Sequence[SheetPhoto]:
    """Photos that nobody has looked at yet and that may be tried now."""
    return (await session.exec(_NEW_PHOTOS, params={"now": now, "limit": limit})).all()


async def wanted_printouts(session: Session, now: datetime, limit: int) -> Sequence[Printout]:
    """What is to be printed now, oldest first. One whose photos are not ready waits for them."""
    return (await session.exec(_WANTED, params={"now": now, "limit": limit})).all()


async def printout_of(
    session: Session, sheet_id: int, revision: int, paper: str
) -> Printout | None:
    """What was printed of this state of a sheet, if it did not fail."""
    wanted = select(Printout).where(
        Printout.sheet_id == sheet_id,
        Printout.revision == revision,
        Printout.paper == paper,
        Printout.status == PrintoutStatus.MADE,
    )
    return (await session.exec(wanted.order_by(col(Printout.id).desc()).limit(1))).first()


async def printouts_of(session: Session, sheet_id: int) -> Sequence[Printout]:
    """Everything that was printed of a sheet, newest first."""
    wanted = select(Printout).where(Printout.sheet_id == sheet_id)
    return (await session.exec(wanted.order_by(col(Printout.id).desc()))).all()
