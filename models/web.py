"""The web's own rows: what stands in a chat, files, and who looked at what."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Field, SQLModel, col, select

from models.database import Session
from models.pages import Page, Place, read_page
from models.people import Person


class Line(SQLModel, table=True):
    """One change in a web chat, only ever added: the browser replays them in order of id.

    `body` is JSON: `{"from": "me" | "hotline", "text", "buttons", "file"}`, or
    `{"settles": line id}` when the buttons of an earlier line are spent.
    """

    __tablename__ = "line"
    __table_args__ = {
        "sqlite_autoincrement": True
    }  # an id is never used again: browsers count by it

    id: int | None = Field(default=None, primary_key=True)
    chat_key: str = Field(foreign_key="chat.key", index=True)
    outbox_id: int | None = Field(default=None, unique=True)
    at: datetime
    body: str


class StoredFile(SQLModel, table=True):
    """A file that somebody sent or gets: its bytes lie in the data folder under its id; or with
    Telegram, or unmade (`recipe` says what it will be), until somebody needs them."""

    __tablename__ = "stored_file"

    id: str = Field(primary_key=True)
    chat_key: str = Field(default="", index=True)
    name: str
    media_type: str
    size: int
    created_at: datetime
    telegram_file_id: str = ""
    recipe: str = ""
    kind: str = "document"
    """How Telegram sends it: a photo that it keeps can be sent as a photo only, and so on."""


class AuditEntry(SQLModel, table=True):
    """Who of the staff saw or changed what."""

    __tablename__ = "audit_entry"

    id: int | None = Field(default=None, primary_key=True)
    at: datetime
    person_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    action: str
    subject: str = Field(default="", index=True)


async def lines_after(session: Session, chat_key: str, after: int, limit: int) -> Sequence[Line]:
    """What came into this chat after the line with id `after`, oldest first."""
    wanted = select(Line).where(Line.chat_key == chat_key, col(Line.id) > after)
    return (await session.exec(wanted.order_by(col(Line.id)).limit(limit))).all()


async def line_for(session: Session, outbox_id: int) -> Line | None:
    """The line that shows this message of the outbox."""
    return (await session.exec(select(Line).where(Line.outbox_id == outbox_id))).first()


async def noted_since(
    session: Session, person_id: int, action: str, subject: str, since: datetime
) -> bool:
    """Whether this act stands in the access log already, since then."""
    wanted = select(AuditEntry.id).where(
        AuditEntry.subject == subject,
        AuditEntry.person_id == person_id,
        AuditEntry.action == action,
        AuditEntry.at >= since,
    )
    return (await session.exec(wanted.limit(1))).first() is not None


async def readers_of(
    session: Session, subject: str, limit: int
) -> Sequence[tuple[AuditEntry, str | None]]:
    """Who saw or changed this, newest first, with their names."""
    wanted = (
        select(AuditEntry, Person.name)
        .join(Person, col(AuditEntry.person_id) == Person.id, isouter=True)
        .where(AuditEntry.subject == subject)
    )
    return (await session.exec(wanted.order_by(col(AuditEntry.id).desc()).limit(limit))).all()


async def access_page(
    session: Session, person_id: int | None, subject: str, place: Place | None, size: int
) -> Page[tuple[AuditEntry, str | None]]:
    """A page of the access log, newest first; of one person, or about one thing."""
    wanted = select(AuditEntry, Person.name).join(
        Person, col(AuditEntry.person_id) == Person.id, isouter=True
    )
    if person_id is not None:
        wanted = wanted.where(AuditEntry.person_id == person_id)
    if subject:
        wanted = wanted.where(AuditEntry.subject == subject)
    return await read_page(session, wanted, [AuditEntry.id], place, size, falling=True)
