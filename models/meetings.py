"""What a meeting's sheet is made from, straight from the rows."""

from collections.abc import Sequence

from sqlmodel import col, select

from domain.incidents import Category
from domain.meetings import Learned
from domain.working_time import Span
from models.companies import Company
from models.database import Session
from models.incidents import Incident
from models.people import Person


async def notes_in(session: Session, span: Span) -> list[Learned]:
    """What was learned in the cases of this span, newest first; a drill teaches nothing here."""
    wanted = select(Incident.id, Incident.category, Incident.learned).where(
        col(Incident.created_at) >= span.starts,
        col(Incident.created_at) < span.ends,
        Incident.learned != "",
        ~col(Incident.drill),
    )
    found = await session.exec(wanted.order_by(col(Incident.id).desc()))
    return [Learned(number or 0, Category(category), text) for number, category, text in found]


async def known_names(session: Session) -> tuple[Sequence[str], Sequence[str]]:
    """The names of everybody with an account, and those of the companies."""
    people = (await session.exec(select(Person.name))).all()
    return people, (await session.exec(select(Company.name))).all()
