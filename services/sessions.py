"""Where people are signed in, ending it from afar, and with which account they may sign in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from domain.errors import HotlineError, NotFound
from domain.identity import as_email
from domain.people import Role
from models.database import Session
from models.people import Person, people_in_role
from models.signin import (
    Good,
    WebSession,
    delete_ended,
    delete_session,
    person_by_email,
    sessions_of,
)
from services.audit import note_act
from services.signin import (
    CHAT_IDLE,
    REVIEW_IDLE,
    REVIEW_LONGEST,
    reviewers_only,
    staff_only,
)


class NoEmail(HotlineError):
    """What was written is no e-mail address."""

    key = "error-no-email"


class EmailTaken(HotlineError):
    """Somebody else has this address."""

    key = "error-email-taken"


@dataclass(frozen=True)
class Colleague:
    """One of the staff, and where they are signed in."""

    person: Person
    sessions: Sequence[WebSession]


async def own_sessions(session: Session, now: datetime, by: Person) -> Sequence[WebSession]:
    """Where this person is signed in, the latest used first."""
    return [found for found, _ in await sessions_of(session, _good(now), staff_only(by).id)]


async def colleagues(session: Session, now: datetime, by: Person) -> list[Colleague]:
    """Everybody on the staff with their sessions, for reviewers."""
    reviewers_only(by)
    found = await sessions_of(session, _good(now))
    return [
        Colleague(person, [one for one, owner in found if owner.id == person.id])
        for person in await people_in_role(session, Role.SPECIALIST, Role.REVIEWER)
    ]


async def revoke(session: Session, now: datetime, by: Person, token_hash: str) -> WebSession:
    """End a session wherever it is: one's own, and for a reviewer that of any of the staff.

    Raises NotFound for any other, so that nothing can be learned about it.
    """
    mine = None if staff_only(by).role is Role.REVIEWER else by.id
    known = await sessions_of(session, _good(now), mine)
    found = next(
        (
            (one, owner)
            for one, owner in known
            if one.token_hash == token_hash and owner.role.is_staff
        ),
        None,
    )
    if found is None:
        raise NotFound()
    await delete_session(session, token_hash)
    note_act(session, now, by, "ended session", f"person {found[1].id}")
    return found[0]


async def set_email(
    session: Session, now: datetime, by: Person, person_id: int, text: str
) -> Person:
    """Write down (or with an empty text take away) the work e-mail of one of the staff. The
    account that was bound before counts no more.

    Raises NoEmail, EmailTaken, NotFound.
    """
    reviewers_only(by)
    person = await session.get(Person, person_id)
    if person is None or not person.role.is_staff:
        raise NotFound()
    email = as_email(text)
    if text.strip() and email is None:
        raise NoEmail()
    holder = await person_by_email(session, email) if email else None
    if holder is not None and holder.id != person.id:
        raise EmailTaken()
    if email != person.email:
        person.email, person.subject = email, None
        session.add(person)
        note_act(session, now, by, "changed sign-in", f"person {person.id}")
    return person


async def forget_ended(session: Session, now: datetime) -> None:
    """Delete the sessions and links that nobody can use any more."""
    await delete_ended(session, _good(now), now)


def _good(now: datetime) -> Good:
    return Good(now - CHAT_IDLE, now - REVIEW_IDLE, now - REVIEW_LONGEST)
