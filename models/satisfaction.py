"""Who was asked how satisfied they are, and, kept apart from it, what was answered.

An answer has no way back to a person: no id of who gave it, no time, a random key, and no hidden
row number in the order of arrival.
"""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Index, UniqueConstraint, text
from sqlmodel import AutoString, Field, SQLModel, col, func, or_, select

from domain.placements import PlacementStatus
from domain.satisfaction import Occasion
from models.database import Session
from models.placements import Placement


class SurveyAsk(SQLModel, table=True):
    """One person who is asked on one occasion. `subject` is the year, or the case or visit;
    `answered` names the questions that have an answer, not the answers."""

    __tablename__ = "survey_ask"
    __table_args__ = (
        UniqueConstraint("occasion", "subject", "person_id", name="uq_survey_ask"),
        Index(
            "ix_survey_ask_due", "next_action_at", sqlite_where=text("next_action_at is not null")
        ),
        Index("ix_survey_ask_period", "period", "occasion"),
    )

    id: int | None = Field(default=None, primary_key=True)
    occasion: Occasion = Field(sa_type=AutoString)
    period: str
    subject: str
    person_id: int = Field(foreign_key="person.id", index=True)
    company_id: int | None = Field(default=None, foreign_key="company.id", index=True)
    asked_at: datetime | None = None
    next_action_at: datetime | None = None
    reminders: int = 0
    answered: str = ""

    @property
    def questions_answered(self) -> list[str]:
        """The questions that have an answer."""
        return self.answered.split()


class SurveyMark(SQLModel, table=True):
    """One anonymous mark. `crowd` is the group of five in which it is shown."""

    __tablename__ = "survey_mark"
    __table_args__ = (
        Index("ix_survey_mark_period", "period", "occasion", "question"),
        {"sqlite_with_rowid": False},
    )

    key: str = Field(primary_key=True)
    period: str
    occasion: Occasion = Field(sa_type=AutoString)
    question: str
    mark: int
    crowd: int


class SurveyWord(SQLModel, table=True):
    """One anonymous sentence. `crowd` is the group of five in which it is shown."""

    __tablename__ = "survey_word"
    __table_args__ = (
        Index("ix_survey_word_period", "period", "occasion"),
        {"sqlite_with_rowid": False},
    )

    key: str = Field(primary_key=True)
    period: str
    occasion: Occasion = Field(sa_type=AutoString)
    text: str
    crowd: int


async def asked_already(
    session: Session, occasion: Occasion, subject: str, person_id: int
) -> SurveyAsk | None:
    """The ask of this person on this occasion."""
    wanted = select(SurveyAsk).where(
        SurveyAsk.occasion == occasion,
        SurveyAsk.subject == subject,
        SurveyAsk.person_id == person_id,
    )
    return (await session.exec(wanted)).first()


async def companies_asked(session: Session, period: str) -> set[int]:
    """The companies that the yearly questions have been planned for."""
    wanted = select(SurveyAsk.company_id).where(
        SurveyAsk.period == period, SurveyAsk.occasion == Occasion.YEARLY
    )
    return {company_id for company_id in await session.exec(wanted) if company_id is not None}


async def participating(
    session: Session, since: datetime, began: datetime
) -> dict[int, int | None]:
    """The companies with a placement that runs or ended `since` then, and `began` before then; each
    with its contact."""
    running = col(Placement.status).in_([PlacementStatus.RUNNING, PlacementStatus.PAUSED])
    wanted = select(Placement.company_id, Placement.contact_id).where(
        or_(running, col(Placement.ended_at) >= since),
        func.coalesce(Placement.starts_on, func.date(Placement.created_at)) <= began.date(),
    )
    rows = await session.exec(wanted.order_by(col(Placement.id)))
    return dict(rows.all())


async def due_asks(session: Session, now: datetime, limit: int) -> Sequence[SurveyAsk]:
    """What is to be asked or asked again by now, the longest overdue first."""
    wanted = select(SurveyAsk).where(col(SurveyAsk.next_action_at) <= now)
    return (await session.exec(wanted.order_by(col(SurveyAsk.next_action_at)).limit(limit))).all()


async def count_marks(session: Session, period: str, occasion: Occasion, question: str) -> int:
    """How many marks a question has in a period."""
    wanted = select(func.count()).where(
        SurveyMark.period == period,
        SurveyMark.occasion == occasion,
        SurveyMark.question == question,
    )
    return (await session.exec(wanted)).one()


async def count_words(session: Session, period: str, occasion: Occasion) -> int:
    """How many sentences there are in a period."""
    wanted = select(func.count()).where(
        SurveyWord.period == period, SurveyWord.occasion == occasion
    )
    return (await session.exec(wanted)).one()


async def marks_in(session: Session, period: str) -> Sequence[SurveyMark]:
    """All marks of a period."""
    return (await session.exec(select(SurveyMark).where(SurveyMark.period == period))).all()


async def words_in(session: Session, period: str) -> Sequence[SurveyWord]:
    """All sentences of a period, in the order of their random keys."""
    wanted = select(SurveyWord).where(SurveyWord.period == period)
    return (await session.exec(wanted.order_by(SurveyWord.key))).all()


async def asks_in(session: Session, period: str) -> Sequence[SurveyAsk]:
    """Everybody who was really asked in a period."""
    wanted = select(SurveyAsk).where(
        SurveyAsk.period == period, col(SurveyAsk.asked_at).is_not(None)
    )
    return (await session.exec(wanted)).all()


async def periods(session: Session) -> Sequence[str]:
    """The years in which somebody was asked, the latest first."""
    wanted = select(SurveyAsk.period).distinct().order_by(col(SurveyAsk.period).desc())
    return (await session.exec(wanted)).all()
