"""Lets browsers in: web chats by invitation, review pages by a single-use link. Sessions live on
the server and end there."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.errors import NotAllowed
from domain.people import Role
from models.database import Session
from models.people import Chat, Person, next_web_chat_key
from models.web import LoginLink, WebSession, delete_session, use_login_link
from services.audit import note_act
from services.codes import hash_code, new_code

LINK_LIFETIME = timedelta(minutes=15)
REVIEW_IDLE = timedelta(minutes=30)
REVIEW_LONGEST = timedelta(hours=10)
CHAT_IDLE = timedelta(days=90)


@dataclass(frozen=True)
class SignedIn:
    """A browser's session: the cookie's value to set, and who it is."""

    token: str
    person: Person


def can_review(person: Person | None) -> bool:
    """Who may open the review pages."""
    return person is not None and person.active and person.role.is_staff


def login_link(session: Session, now: datetime, person: Person) -> str:
    """A code for one sign-in to the review pages. Raises NotAllowed for an employer."""
    if not can_review(person) or person.id is None:
        raise NotAllowed()
    code = new_code()
    session.add(
        LoginLink(code_hash=hash_code(code), person_id=person.id, expires_at=now + LINK_LIFETIME)
    )
    return code


async def sign_in(session: Session, now: datetime, code: str) -> SignedIn | None:
    """Spend a sign-in link and open a review session; nothing if the link is not good."""
    person_id = await use_login_link(session, hash_code(code), now)
    person = await session.get(Person, person_id) if person_id else None
    if person is None or not can_review(person):
        return None
    token = await _open(session, now, "review", person_id=person.id)
    note_act(session, now, person, "signed in", "review")
    return SignedIn(token, person)


async def open_chat(session: Session, now: datetime) -> tuple[str, Chat]:
    """A new web chat for somebody not known yet: the cookie's value and the chat."""
    chat = Chat(key=await next_web_chat_key(session), seen_at=now)
    session.add(chat)
    await session.flush()
    return await _open(session, now, "chat", chat_key=chat.key), chat


async def _open(
    session: Session, now: datetime, kind: str, *, person_id: int | None = None, chat_key: str = ""
) -> str:
    token = new_code()
    session.add(
        WebSession(
            token_hash=hash_code(token),
            kind=kind,
            person_id=person_id,
            chat_key=chat_key,
            created_at=now,
            seen_at=now,
        )
    )
    return token


async def reviewer(session: Session, now: datetime, token: str) -> Person | None:
    """Who has this review cookie; nobody if it ended, was revoked, or the person lost the right."""
    found = await session.get(WebSession, hash_code(token)) if token else None
    if found is None or found.kind != "review":
        return None
    if now - found.seen_at > REVIEW_IDLE or now - found.created_at > REVIEW_LONGEST:
        return None
    person = await session.get(Person, found.person_id)
    return person if can_review(person) else None


async def chat_key(session: Session, now: datetime, token: str) -> str:
    """The web chat of this cookie, or nothing."""
    found = await session.get(WebSession, hash_code(token)) if token else None
    if found is None or found.kind != "chat" or now - found.seen_at > CHAT_IDLE:
        return ""
    return found.chat_key


async def touch(session: Session, now: datetime, token: str) -> None:
    """The browser was active: its idle time starts again."""
    found = await session.get(WebSession, hash_code(token))
    if found:
        found.seen_at = now
        session.add(found)


async def sign_out(session: Session, token: str) -> None:
    """End the session on the server."""
    await delete_session(session, hash_code(token))


def staff_only(person: Person | None) -> Person:
    """The person, if they may see the review pages; else NotAllowed."""
    if person is None or not can_review(person):
        raise NotAllowed()
    return person


def reviewers_only(person: Person | None) -> Person:
    """The person, if they may invite and change things; else NotAllowed."""
    if person is None or person.role is not Role.REVIEWER:
        raise NotAllowed()
    return person
