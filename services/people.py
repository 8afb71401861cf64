"""Invites people, lets them in, and keeps what they have chosen."""

from datetime import datetime, timedelta

from domain.errors import HotlineError, InvitationRefused
from domain.people import Language, Role
from models.companies import Company, company_named
from models.database import Session
from models.people import Chat, Invitation, Person, invitation_is_open, use_invitation
from services.audit import note_act
from services.codes import hash_code, new_code

INVITATION_LIFETIME = timedelta(days=14)


class CompanyMissing(HotlineError):
    """An employer is always invited to a company."""

    key = "error-company-missing"


async def invite(
    session: Session,
    now: datetime,
    role: Role,
    name: str,
    company: str = "",
    *,
    by: Person | None = None,
) -> str:
    """Create an invitation bound to role and company; return its code, which is seen only now.

    Raises CompanyMissing for an employer without a company.
    """
    if role is Role.EMPLOYER and not company.strip():
        raise CompanyMissing()
    code = new_code()
    invitation = Invitation(
        code_hash=hash_code(code),
        role=role,
        name=name.strip(),
        company_id=(await ensure_company(session, now, company)).id if company.strip() else None,
        created_at=now,
        expires_at=now + INVITATION_LIFETIME,
    )
    session.add(invitation)
    await session.flush()
    note_act(session, now, by, "invited", f"invitation {invitation.id}")
    return code


async def ensure_company(session: Session, now: datetime, name: str) -> Company:
    """The company of this name, made if it is new."""
    found = await company_named(session, name.strip())
    if found:
        return found
    made = Company(name=name.strip(), created_at=now)
    session.add(made)
    await session.flush()
    return made


async def check_invitation(session: Session, now: datetime, code: str) -> None:
    """Before anything is stored for a stranger. Raises InvitationRefused as `join` does."""
    if not await invitation_is_open(session, hash_code(code), now):
        raise InvitationRefused()


async def join(session: Session, now: datetime, chat: Chat, code: str) -> Person:
    """Let the writer of this chat in with an invitation code.

    Raises InvitationRefused with one and the same sentence for a code that is unknown, used or
    expired. Somebody who is in already keeps their place and the code stays unused.
    """
    if chat.person_id is not None:
        known = await session.get(Person, chat.person_id)
        if known and known.active:
            return known
    invitation = await use_invitation(session, hash_code(code), now)
    if invitation is None:
        raise InvitationRefused()
    person = Person(
        role=invitation.role,
        name=invitation.name,
        language=chat.language,
        company_id=invitation.company_id,
        created_at=now,
    )
    session.add(person)
    await session.flush()
    invitation.person_id = person.id
    chat.person_id = person.id
    session.add_all([invitation, chat])
    return person


def consent(session: Session, now: datetime, person: Person) -> None:
    """The person has read the two lines on privacy and accepts."""
    person.consented_at = person.consented_at or now
    session.add(person)


def choose_language(
    session: Session, chat: Chat, person: Person | None, language: Language
) -> None:
    """From now on everything is said in this language."""
    chat.language = language
    session.add(chat)
    if person:
        person.language = language
        session.add(person)
