"""Which guides were shown and whether they helped, and the questions that found none."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Index, bindparam, update
from sqlmodel import AutoString, Field, SQLModel, col, func, select

from domain.people import Language, Role
from models.database import Session, insert_later, write_now
from models.guide_use import GuideUse
from models.people import Person


class GuideView(SQLModel, table=True):
    """One guide shown to one person. `helped`: yes, no, or nothing said."""

    __tablename__ = "guide_view"
    __table_args__ = (Index("ix_guide_view_person", "person_id", "id"),)

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id")
    guide_id: str
    shown_at: datetime = Field(index=True)
    helped: bool | None = None
    incident_id: int | None = Field(default=None, foreign_key="incident.id")

    @property
    def use(self) -> GuideUse:
        """What this counts for in the use of the guide."""
        led_to_case = self.incident_id is not None
        return GuideUse(self.guide_id, 1, self.helped is True, self.helped is False, led_to_case)


class OpenQuestion(SQLModel, table=True):
    """A message that no guide answered, and what a specialist decided about it.

    `written_at`: when the decision stood in the knowledge folder; until then the row is what keeps
    it. From then on the text stands there, and no longer here.
    """

    __tablename__ = "open_question"

    id: int | None = Field(default=None, primary_key=True)
    asked_at: datetime
    text: str
    language: Language = Field(sa_type=AutoString)
    settled_at: datetime | None = Field(default=None, index=True)
    settled_by: int | None = Field(default=None, foreign_key="person.id")
    decision: str = ""
    guide_id: str = ""
    written_at: datetime | None = None


def add_view(session: Session, view: GuideView) -> None:
    """Add a view; it is stored when the transaction ends, or when it is asked for."""
    insert_later(session, GuideView, view.model_dump(exclude={"id"}))


_LATEST_VIEW = (
    select(GuideView)
    .where(GuideView.person_id == bindparam("person"), GuideView.guide_id == bindparam("guide"))
    .order_by(col(GuideView.id).desc())
    .limit(1)
)


async def latest_view(session: Session, person_id: int, guide_id: str) -> GuideView | None:
    """The last time this person was shown this guide."""
    await write_now(session, GuideView)
    asked = {"person": person_id, "guide": guide_id}
    return (await session.exec(_LATEST_VIEW, params=asked)).first()


async def count_views(
    session: Session, role: Role, since: datetime, until: datetime | None = None
) -> list[GuideUse]:
    """The use of each guide by people in this role, the most shown first."""
    shown = func.count()
    wanted = (
        select(
            GuideView.guide_id,
            shown,
            func.count().filter(col(GuideView.helped).is_(True)),
            func.count().filter(col(GuideView.helped).is_(False)),
        )
        .add_columns(func.count(col(GuideView.incident_id)))
        .join(Person, col(GuideView.person_id) == Person.id)
        .where(col(Person.role) == role, col(GuideView.shown_at) >= since)
        .group_by(GuideView.guide_id)
        .order_by(shown.desc(), GuideView.guide_id)
    )
    if until is not None:
        wanted = wanted.where(col(GuideView.shown_at) < until)
    return [GuideUse(*row) for row in await session.exec(wanted)]  # type: ignore[call-overload]


async def next_question(session: Session, before: int | None) -> OpenQuestion | None:
    """The newest question nobody has dealt with, or the newest before the one with this id."""
    wanted = select(OpenQuestion).where(col(OpenQuestion.settled_at).is_(None))
    if before is not None:
        wanted = wanted.where(col(OpenQuestion.id) < before)
    return (await session.exec(wanted.order_by(col(OpenQuestion.id).desc()).limit(1))).first()


async def count_questions(session: Session) -> int:
    """How many questions nobody has dealt with."""
    wanted = select(func.count()).select_from(OpenQuestion)
    return (await session.exec(wanted.where(col(OpenQuestion.settled_at).is_(None)))).one()


async def settle_question(
    session: Session, question_id: int, decision: str, guide_id: str, by: int, now: datetime
) -> bool:
    """Write the decision down if nobody has decided yet: of two who press, one wins."""
    won = (
        update(OpenQuestion)
        .where(col(OpenQuestion.id) == question_id, col(OpenQuestion.settled_at).is_(None))
        .values(settled_at=now, settled_by=by, decision=decision, guide_id=guide_id)
        .returning(col(OpenQuestion.id))
    )
    return (await session.exec(won)).first() is not None


async def unwritten_questions(
    session: Session, decisions: Sequence[str], until: datetime, limit: int
) -> Sequence[OpenQuestion]:
    """Decided by then, but not yet in the knowledge folder; oldest first."""
    wanted = select(OpenQuestion).where(
        col(OpenQuestion.decision).in_(decisions),
        col(OpenQuestion.settled_at) <= until,
        col(OpenQuestion.written_at).is_(None),
    )
    return (await session.exec(wanted.order_by(col(OpenQuestion.id)).limit(limit))).all()


async def mark_written(session: Session, ids: Sequence[int], now: datetime) -> None:
    """These stand in the knowledge folder: what was said in them is not kept here."""
    done = update(OpenQuestion).where(col(OpenQuestion.id).in_(ids))
    await session.exec(done.values(written_at=now, text=""))
