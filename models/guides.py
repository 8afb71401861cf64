"""Which guides were shown and whether they helped, and the questions that found none."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Index
from sqlmodel import Field, SQLModel, col, select

from models.database import Session


class GuideView(SQLModel, table=True):
    """One guide shown to one person. `helped`: yes, no, or nothing said."""

    __tablename__ = "guide_view"
    __table_args__ = (Index("ix_guide_view_person", "person_id", "id"),)

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id")
    guide_id: str
    shown_at: datetime
    helped: bool | None = None
    incident_id: int | None = Field(default=None, foreign_key="incident.id")


class OpenQuestion(SQLModel, table=True):
    """A message that no guide answered, kept so that specialists can write the missing one."""

    __tablename__ = "open_question"

    id: int | None = Field(default=None, primary_key=True)
    asked_at: datetime
    text: str
    language: str
    settled_at: datetime | None = Field(default=None, index=True)


async def latest_view(session: Session, person_id: int, guide_id: str) -> GuideView | None:
    """The last time this person was shown this guide."""
    wanted = select(GuideView).where(
        GuideView.person_id == person_id, GuideView.guide_id == guide_id
    )
    return (await session.exec(wanted.order_by(col(GuideView.id).desc()).limit(1))).first()


async def open_questions(session: Session, limit: int) -> Sequence[OpenQuestion]:
    """Questions nobody has dealt with, newest first."""
    wanted = select(OpenQuestion).where(col(OpenQuestion.settled_at).is_(None))
    return (await session.exec(wanted.order_by(col(OpenQuestion.id).desc()).limit(limit))).all()
