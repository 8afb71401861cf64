"""Who is signed in where, and the links that let people in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, delete, update
from sqlmodel import Field, SQLModel, and_, col, func, or_, select

from models.database import Session
from models.people import Chat, Person


class WebSession(SQLModel, table=True):
    """A browser that is signed in. Only the SHA-256 of its cookie is stored."""

    __tablename__ = "web_session"

    token_hash: str = Field(primary_key=True)
    kind: str
    person_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    chat_key: str = ""
    created_at: datetime
    seen_at: datetime
    browser: str = ""


class LoginLink(SQLModel, table=True):
    """A single-use link to the review pages. Only the SHA-256 of its code is stored."""

    __tablename__ = "login_link"

    code_hash: str = Field(primary_key=True)
    person_id: int = Field(foreign_key="person.id")
    expires_at: datetime
    used_at: datetime | None = None


async def use_login_link(session: Session, code_hash: str, now: datetime) -> int | None:
    """Spend the link and return its person's id; nothing if it is unknown, used or too old."""
    claim = (
        update(LoginLink)
        .where(
            col(LoginLink.code_hash) == code_hash,
            col(LoginLink.used_at).is_(None),
            col(LoginLink.expires_at) > now,
        )
        .values(used_at=now)
        .returning(col(LoginLink.person_id))
    )
    person_id: int | None = (await session.exec(claim)).scalar_one_or_none()
    return person_id


async def delete_session(session: Session, token_hash: str) -> None:
    """Sign a browser out."""
    await session.exec(delete(WebSession).where(col(WebSession.token_hash) == token_hash))


@dataclass(frozen=True)
class Good:
    """Which sessions have not ended by themselves: used, and made, after these times."""

    chat_used: datetime
    review_used: datetime
    review_made: datetime


async def sessions_of(
    session: Session, good: Good, person_id: int | None = None
) -> Sequence[tuple[WebSession, Person]]:
    """The sessions of one person, or of everybody, each with its person, the latest used first.
    A web chat's session belongs to the person of the chat."""
    owner = func.coalesce(WebSession.person_id, Chat.person_id)
    wanted = (
        select(WebSession, Person)
        .join(Chat, col(WebSession.chat_key) == Chat.key, isouter=True)
        .join(Person, col(Person.id) == owner)
        .where(_is(good))
    )
    if person_id is not None:
        wanted = wanted.where(col(Person.id) == person_id)
    return (await session.exec(wanted.order_by(col(WebSession.seen_at).desc()))).all()


async def delete_ended(session: Session, good: Good, now: datetime) -> None:
    """Forget the sessions that have ended, and the links that expired."""
    await session.exec(delete(WebSession).where(~_is(good)))
    await session.exec(delete(LoginLink).where(col(LoginLink.expires_at) <= now))


def _is(good: Good) -> ColumnElement[bool]:
    chats = and_(col(WebSession.kind) == "chat", col(WebSession.seen_at) >= good.chat_used)
    reviews = and_(
        col(WebSession.kind) == "review",
        col(WebSession.seen_at) >= good.review_used,
        col(WebSession.created_at) >= good.review_made,
    )
    return or_(chats, reviews)


async def person_by_subject(session: Session, subject: str) -> Person | None:
    """Whose account at the municipality this is."""
    return (await session.exec(select(Person).where(Person.subject == subject))).first()


async def person_by_email(session: Session, email: str) -> Person | None:
    """Who has this work e-mail."""
    return (await session.exec(select(Person).where(Person.email == email))).first()
