"""Photos on a sheet: kept where they belong, and looked at before they are printed."""

from datetime import datetime

from domain.messages import Button, Message, Priority
from domain.retry import backoff
from models.database import Session
from models.people import Person
from models.printouts import PhotoStatus, SheetPhoto, drop_photos
from models.web import StoredFile
from services.messages import queue
from services.sheets import Filled, touch

TRIES = 5


async def keep_photo(
    session: Session, now: datetime, by: Person, filled: Filled, photo: SheetPhoto
) -> None:
    """Put a photo on the sheet, in the place of an earlier one where there is room for one."""
    question = filled.form.question(photo.question_id) if filled.form else None
    if question and question.photos == 1:
        await drop_photos(session, filled.sheet_id, photo.question_id)
    elif photo.step:
        await drop_photos(session, filled.sheet_id, photo.question_id, photo.step)
    session.add(photo)
    touch(session, now, by, filled.sheet)


async def photo_ready(
    session: Session, now: datetime, photo_id: int, kind: str, smaller: StoredFile | None
) -> None:
    """The photo can be printed: as it is, or its smaller copy."""
    photo = await session.get(SheetPhoto, photo_id)
    if photo is None:
        return
    if smaller:
        session.add(smaller)
    photo.status, photo.kind = PhotoStatus.READY, kind
    photo.picture_id = smaller.id if smaller else photo.file_id
    session.add(photo)


async def photo_refused(session: Session, now: datetime, photo_id: int, *, final: bool) -> None:
    """The photo could not be fetched or read: try again, or tell whoever sent it."""
    photo = await session.get(SheetPhoto, photo_id)
    if photo is None:
        return
    session.add(photo)
    photo.attempts += 1
    if not final and photo.attempts < TRIES:
        photo.not_before = now + backoff(photo.attempts)
        return
    photo.status = PhotoStatus.REFUSED
    button = Button("button-go-on", f"ask:{photo.sheet_id}:{photo.question_id}")
    queue(
        session,
        now,
        photo.chat_key,
        Message("photo-refused", {}, ((button,),), priority=Priority.REMINDER),
    )
