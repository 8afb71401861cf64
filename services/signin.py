"""Lets browsers in: web chats by invitation, review pages by a single-use link or by the
municipality's own sign-in. Sessions live on the server and end there."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.errors import HotlineError, NotAllowed
from domain.identity import Identity, as_email
from domain.people import Role
from models.database import Session
from models.people import Chat, Person, next_web_chat_key
from models.signin import (
    LoginLink,
    WebSession,
    delete_session,
    person_by_email,
    person_by_subject,
    use_login_link,
)
from services.audit import note_act
from services.codes import hash_code, new_code

LINK_LIFETIME = timedelta(minutes=15)
REVIEW_IDLE = timedelta(minutes=30)
REVIEW_LONGEST = timedelta(hours=10)
CHAT_IDLE = timedelta(days=90)
SEEN_EVERY = timedelta(minutes=1)
"""A busy browser is not written down more often than this."""


class UnknownIdentity(HotlineError):
    """The municipality knows this account, but it belongs to nobody here."""

    key = "error-unknown-identity"


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


async def sign_in(
    session: Session, now: datetime, code: str, *, browser: str = ""
) -> SignedIn | None:
    """Spend a sign-in link and open a review session; nothing if the link is not good."""
    person_id = await use_login_link(session, hash_code(code), now)
    person = await session.get(Person, person_id) if person_id else None
    return await _let_in(session, now, person, browser) if person and can_review(person) else None


async def sign_in_as(
    session: Session, now: datetime, identity: Identity, *, browser: str = ""
) -> SignedIn:
    """Open a review session for somebody whom the municipality's sign-in vouches for.

    The account is known by its subject; before it was ever used, by the work e-mail that a
    reviewer has written down, to which it is then bound. Nobody is made anew: raises
    UnknownIdentity.
    """
    person = await person_by_subject(session, identity.subject)
    email = as_email(identity.email)
    if person is None and email:
        person = await person_by_email(session, email)
        if person is not None and person.subject is not None:
            person = None
    if person is None or not can_review(person):
        raise UnknownIdentity()
    if person.subject is None:
        person.subject = identity.subject
        session.add(person)
        note_act(session, now, person, "account bound", f"person {person.id}")
    return await _let_in(session, now, person, browser)


async def _let_in(session: Session, now: datetime, person: Person, browser: str) -> SignedIn:
    token = _open(session, now, "review", person_id=person.id, browser=browser)
    note_act(session, now, person, "signed in", "review")
    return SignedIn(token, person)


async def open_chat(session: Session, now: datetime, *, browser: str = "") -> tuple[str, Chat]:
    """A new web chat for somebody not known yet: the cookie's value and the chat."""
    chat = Chat(key=await next_web_chat_key(session), seen_at=now)
    session.add(chat)
    await session.flush()
    return _open(session, now, "chat", chat_key=chat.key, browser=browser), chat


def _open(
    session: Session,
    now: datetime,
    kind: str,
    *,
    person_id: int | None = None,
    chat_key: str = "",
    browser: str = "",
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
            browser=browser,
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


async def must_touch(session: Session, now: datetime, token: str) -> bool:
    """Whether the browser's activity is worth writing down again."""
    found = await session.get(WebSession, hash_code(token)) if token else None
    return found is not None and now - found.seen_at >= SEEN_EVERY


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
