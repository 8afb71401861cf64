"""Sheets that people fill in, their answers, and the links on which employees say yes."""

from collections.abc import Collection, Sequence
from datetime import datetime
from enum import StrEnum

from sqlalchemy import bindparam, update
from sqlalchemy.dialects.sqlite import insert
from sqlmodel import AutoString, Field, SQLModel, col, or_, select

from domain.people import Language
from models.database import Session


class Sheet(SQLModel, table=True):
    """One form that is being filled in, or is filled in, for a company.

    `revision` counts the changes of answers and photos; `printed_revision` and `approved_revision`
    say which state was last printed and agreed to. `version` is the one at the foot of the paper.
    """

    id: int | None = Field(default=None, primary_key=True)
    form_id: str
    form_version: int
    language: Language = Field(default="da", sa_type=AutoString)
    company_id: int | None = Field(default=None, foreign_key="company.id", index=True)
    placement_id: int | None = Field(default=None, foreign_key="placement.id", index=True)
    created_by: int = Field(foreign_key="person.id", index=True)
    sent_to: int | None = Field(default=None, foreign_key="person.id", index=True)
    created_at: datetime
    changed_at: datetime
    changed_by: int | None = Field(default=None, foreign_key="person.id", index=True)
    revision: int = 0
    version: int = 0
    printed_revision: int | None = None
    approved_revision: int | None = None
    approved_with: str = ""
    approved_at: datetime | None = None


class SheetAnswer(SQLModel, table=True):
    """The answer to one question, as JSON. `label` is the question's heading when it was answered,
    so that it can be read when the form has changed. `version` is compared before a change."""

    __tablename__ = "sheet_answer"

    sheet_id: int = Field(foreign_key="sheet.id", primary_key=True)
    question_id: str = Field(primary_key=True)
    value: str
    label: str
    version: int = 1
    by_id: int | None = Field(default=None, foreign_key="person.id")
    at: datetime


class LinkKind(StrEnum):
    """What a private link is for: to read and say yes, once; or to fetch one's own paper."""

    YES = "yes"
    PAPER = "paper"


class CardLink(SQLModel, table=True):
    """A private link of the employee's: see LinkKind."""

    __tablename__ = "card_link"

    code_hash: str = Field(primary_key=True)
    sheet_id: int = Field(foreign_key="sheet.id", index=True)
    made_by: int = Field(foreign_key="person.id")
    kind: LinkKind = Field(default=LinkKind.YES, sa_type=AutoString)
    expires_at: datetime
    used_at: datetime | None = None


async def answers_of(session: Session, sheet_id: int) -> Sequence[SheetAnswer]:
    """All answers of a sheet, in the order they were first given."""
    wanted = select(SheetAnswer).where(SheetAnswer.sheet_id == sheet_id)
    return (await session.exec(wanted.order_by(col(SheetAnswer.at)))).all()


async def first_answer(session: Session, answer: SheetAnswer) -> bool:
    """Store an answer where there is none yet. False if somebody was faster."""
    added = (
        insert(SheetAnswer)
        .values(**answer.model_dump())
        .on_conflict_do_nothing()
        .returning(col(SheetAnswer.version))
    )
    return (await session.exec(added)).first() is not None


async def replace_answer(session: Session, answer: SheetAnswer, seen: int) -> bool:
    """Put an answer in the place of the version that was seen. False if it has changed since."""
    replaced = (
        update(SheetAnswer)
        .where(
            col(SheetAnswer.sheet_id) == answer.sheet_id,
            col(SheetAnswer.question_id) == answer.question_id,
            col(SheetAnswer.version) == seen,
        )
        .values(
            value=answer.value,
            label=answer.label,
            version=seen + 1,
            by_id=answer.by_id,
            at=answer.at,
        )
        .returning(col(SheetAnswer.version))
    )
    return (await session.exec(replaced)).first() is not None


async def sheets_for(session: Session, company_id: int | None, limit: int = 30) -> Sequence[Sheet]:
    """A company's sheets (or everybody's, for None), the last changed first."""
    wanted = select(Sheet)
    if company_id is not None:
        wanted = wanted.where(Sheet.company_id == company_id)
    return (
        await session.exec(
            wanted.order_by(col(Sheet.changed_at).desc(), col(Sheet.id).desc()).limit(limit)
        )
    ).all()


async def sheets_about(
    session: Session, placement_id: int, form_ids: Sequence[str]
) -> Sequence[Sheet]:
    """The sheets of these forms about a placement, oldest first."""
    wanted = select(Sheet).where(
        Sheet.placement_id == placement_id, col(Sheet.form_id).in_(form_ids)
    )
    return (await session.exec(wanted.order_by(col(Sheet.created_at), col(Sheet.id)))).all()


async def last_about(
    session: Session, form_id: str, placement_ids: Collection[int]
) -> Sheet | None:
    """The latest sheet of this form about any of these placements."""
    wanted = select(Sheet).where(
        col(Sheet.placement_id).in_(placement_ids), Sheet.form_id == form_id
    )
    return (await session.exec(wanted.order_by(col(Sheet.id).desc()).limit(1))).first()


async def answers_of_all(session: Session, sheet_ids: Sequence[int]) -> Sequence[SheetAnswer]:
    """All answers of these sheets."""
    wanted = select(SheetAnswer).where(col(SheetAnswer.sheet_id).in_(sheet_ids))
    return (await session.exec(wanted)).all()


_LAST_TOUCHED = (
    select(Sheet)
    .where(
        or_(
            col(Sheet.changed_by) == bindparam("person"), col(Sheet.sent_to) == bindparam("person")
        ),
        col(Sheet.changed_at) >= bindparam("since"),
    )
    .order_by(col(Sheet.changed_at).desc(), col(Sheet.id).desc())
    .limit(5)
)


async def last_touched(session: Session, person_id: int, since: datetime) -> Sequence[Sheet]:
    """The sheets this person last worked on, or was sent, the newest first."""
    return (await session.exec(_LAST_TOUCHED, params={"person": person_id, "since": since})).all()


async def open_link(
    session: Session, code_hash: str, now: datetime, kind: LinkKind = LinkKind.YES
) -> CardLink | None:
    """A link that still works. Looking at it spends nothing."""
    wanted = select(CardLink).where(
        CardLink.code_hash == code_hash,
        CardLink.kind == kind,
        col(CardLink.used_at).is_(None),
        col(CardLink.expires_at) > now,
    )
    return (await session.exec(wanted)).first()


async def use_link(session: Session, code_hash: str, now: datetime) -> CardLink | None:
    """Spend a link; nothing if it is unknown, used or too old. Of two who press, one wins."""
    claim = (
        update(CardLink)
        .where(
            col(CardLink.code_hash) == code_hash,
            col(CardLink.kind) == LinkKind.YES,
            col(CardLink.used_at).is_(None),
            col(CardLink.expires_at) > now,
        )
        .values(used_at=now)
        .returning(CardLink)
    )
    return (await session.exec(claim)).scalar_one_or_none()


async def end_links(session: Session, sheet_id: int, now: datetime) -> None:
    """Links to an earlier state of the card work no more."""
    ended = update(CardLink).where(
        col(CardLink.sheet_id) == sheet_id,
        col(CardLink.kind) == LinkKind.YES,
        col(CardLink.used_at).is_(None),
    )
    await session.exec(ended.values(used_at=now))


async def sheets_around(session: Session, placement_id: int) -> Sequence[Sheet]:
    """Every sheet about a placement, oldest first."""
    wanted = select(Sheet).where(Sheet.placement_id == placement_id)
    return (await session.exec(wanted.order_by(col(Sheet.id)))).all()
