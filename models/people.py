"""People, the chats they write from, and the codes that let them in."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, time
from typing import Any

from sqlalchemy import Integer, bindparam, cast, update
from sqlalchemy.orm.attributes import set_committed_value
from sqlmodel import AutoString, Field, SQLModel, col, exists, func, select

from domain.people import Channel, Language, Role
from models.companies import Company
from models.database import Session, write_later


class Person(SQLModel, table=True):
    """Somebody with an account. `consented_at` is empty until the lines on privacy are accepted.

    `leads`: answers for the hotline, and hears of what nobody takes. Between
    `quiet_from` and `quiet_until` (Danish wall clock) only what is urgent reaches the person.
    `email` lets one of the staff in with the municipality's own sign-in; `subject` is that account
    once it has been used.
    """

    id: int | None = Field(default=None, primary_key=True)
    role: Role
    name: str
    language: Language = Field(default="da", sa_type=AutoString)
    company_id: int | None = Field(default=None, foreign_key="company.id", index=True)
    created_at: datetime
    consented_at: datetime | None = None
    active: bool = True
    leads: bool = False
    quiet_from: time | None = None
    quiet_until: time | None = None
    email: str | None = Field(default=None, unique=True, index=True)
    subject: str | None = Field(default=None, unique=True, index=True)


class Chat(SQLModel, table=True):
    """A conversation in one door. The key is channel and chat id: `telegram:4711`, `web:3`.

    `flow`, `step` and `answers` say where the conversation stands; saved with every answer.
    """

    key: str = Field(primary_key=True)
    person_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    language: Language = Field(default="da", sa_type=AutoString)
    reachable: bool = True
    seen_at: datetime
    flow: str = ""
    step: str = ""
    answers: str = "{}"

    @property
    def channel(self) -> Channel:
        """The door this chat came through."""
        return Channel(self.key.partition(":")[0])

    @property
    def chat_id(self) -> int:
        """The id of the chat in its door; negative for a Telegram group."""
        return int(self.key.partition(":")[2])


class Invitation(SQLModel, table=True):
    """A code that lets one person in, once, in one role. Only its SHA-256 is stored."""

    id: int | None = Field(default=None, primary_key=True)
    code_hash: str = Field(unique=True)
    role: Role
    name: str
    company_id: int | None = Field(default=None, foreign_key="company.id")
    created_at: datetime
    expires_at: datetime
    used_at: datetime | None = None
    person_id: int | None = Field(default=None, foreign_key="person.id")


async def people_in_role(session: Session, *roles: Role) -> Sequence[Person]:
    """Active people in these roles, in the order they joined."""
    wanted = select(Person).where(col(Person.role).in_(roles), col(Person.active))
    return (await session.exec(wanted.order_by(col(Person.id)))).all()


async def leaders(session: Session) -> Sequence[Person]:
    """Who answers for the hotline: those marked so, or else all reviewers."""
    reviewers = await people_in_role(session, Role.REVIEWER)
    wanted = select(Person).where(col(Person.leads), col(Person.active))
    marked = (await session.exec(wanted.order_by(col(Person.id)))).all()
    return marked or reviewers


async def people_at(session: Session, company_ids: Iterable[int]) -> Sequence[Person]:
    """Active people at these companies."""
    wanted = select(Person).where(col(Person.company_id).in_(list(company_ids)), col(Person.active))
    return (await session.exec(wanted.order_by(Person.name))).all()


async def employers(
    session: Session, limit: int, company_ids: Iterable[int] | None = None
) -> Sequence[tuple[Person, Company]]:
    """Active employers with their companies, by company and name; only those of these companies."""
    wanted = (
        select(Person, Company)
        .join(Company, col(Person.company_id) == Company.id)
        .where(Person.role == Role.EMPLOYER, col(Person.active))
        .order_by(col(Company.name), col(Person.name))
    )
    if company_ids is not None:
        wanted = wanted.where(col(Person.company_id).in_(list(company_ids)))
    return (await session.exec(wanted.limit(limit))).all()


async def person_named(session: Session, name: str) -> Person | None:
    """The active person of this name, whatever the case of its letters."""
    wanted = select(Person).where(func.lower(Person.name) == name.lower(), col(Person.active))
    return (await session.exec(wanted.order_by(col(Person.id)))).first()


_TALK = (
    update(Chat.__table__)  # type: ignore[attr-defined]
    .where(col(Chat.key) == bindparam("chat"))
    .values(flow=bindparam("at_flow"), step=bindparam("at_step"), answers=bindparam("at_answers"))
)


_WENT = "chats that went on"


def go(
    session: Session, chat: Chat, flow: str, step: str = "", answers: Mapping[str, Any] = {}
) -> None:
    """Where the conversation stands from now on: the only way to change it. It is stored, together
    with the others', when the transaction ends."""
    stored = json.dumps(answers, ensure_ascii=False)
    for name, value in (("flow", flow), ("step", step), ("answers", stored)):
        set_committed_value(chat, name, value)
    session.info.setdefault(_WENT, {})[chat.key] = chat  # whoever asks for it finds it changed
    at = {"at_flow": flow, "at_step": step, "at_answers": stored}
    write_later(session, _TALK, {"chat": chat.key, **at})


_CHATS = (
    select(Chat, Person)
    .join(Person, isouter=True)
    .where(col(Chat.key).in_(bindparam("keys", expanding=True)))
)


async def load_chats(
    session: Session, keys: Iterable[str]
) -> dict[str, tuple[Chat, Person | None]]:
    """The chats with these keys, each with its person, in one query."""
    found = await session.exec(_CHATS, params={"keys": list(keys)})
    return {chat.key: (chat, person) for chat, person in found}


async def chat_of(session: Session, person_id: int) -> Chat | None:
    """Where this person is best reached: a reachable chat before another, then the latest used."""
    wanted = select(Chat).where(Chat.person_id == person_id)
    latest = wanted.order_by(col(Chat.reachable).desc(), col(Chat.seen_at).desc())
    return (await session.exec(latest)).first()


async def all_chats_of(session: Session, person_id: int) -> Sequence[Chat]:
    """Every chat in which this person can be reached."""
    wanted = select(Chat).where(Chat.person_id == person_id, col(Chat.reachable))
    return (await session.exec(wanted.order_by(Chat.key))).all()


async def chats_of(session: Session, person_ids: Iterable[int]) -> dict[int, Chat]:
    """Where each of these people is best reached, in one query."""
    wanted = select(Chat).where(col(Chat.person_id).in_(list(person_ids)))
    best_last = wanted.order_by(col(Chat.reachable), col(Chat.seen_at))
    return {chat.person_id or 0: chat for chat in await session.exec(best_last)}


async def next_web_chat_key(session: Session) -> str:
    """A key that no web chat has had."""
    prefix = f"{Channel.WEB}:"
    number = cast(func.substr(Chat.key, len(prefix) + 1), Integer)
    numbers = select(func.max(number)).where(col(Chat.key).startswith(prefix))
    return f"{prefix}{((await session.exec(numbers)).one() or 0) + 1}"


async def use_invitation(session: Session, code_hash: str, now: datetime) -> Invitation | None:
    """Mark the code as used and return it; nothing if it is unknown, expired or used.

    One conditional UPDATE, so that of two people with the same code only one gets in.
    """
    claim = (
        update(Invitation)
        .where(
            col(Invitation.code_hash) == code_hash,
            col(Invitation.used_at).is_(None),
            col(Invitation.expires_at) > now,
        )
        .values(used_at=now)
        .returning(Invitation)
    )
    return (await session.exec(claim)).scalar_one_or_none()


async def invitation_is_open(session: Session, code_hash: str, now: datetime) -> bool:
    """Whether somebody could still use this code."""
    wanted = exists().where(
        col(Invitation.code_hash) == code_hash,
        col(Invitation.used_at).is_(None),
        col(Invitation.expires_at) > now,
    )
    return bool((await session.exec(select(wanted))).one())


async def open_invitations(session: Session, now: datetime) -> Sequence[Invitation]:
    """Invitations that somebody can still use."""
    wanted = select(Invitation).where(
        col(Invitation.used_at).is_(None), col(Invitation.expires_at) > now
    )
    return (await session.exec(wanted.order_by(col(Invitation.id)))).all()
