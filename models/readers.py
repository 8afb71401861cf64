"""Who reads along in which case."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete
from sqlmodel import Field, SQLModel, col, select

from domain.incidents import Status
from models.database import Session
from models.incidents import Incident
from models.people import Person


class CaseReader(SQLModel, table=True):
    """A second member of the staff who gets every line of a case, and does not own it."""

    __tablename__ = "case_reader"

    incident_id: int = Field(foreign_key="incident.id", primary_key=True)
    person_id: int = Field(foreign_key="person.id", primary_key=True, index=True)
    since: datetime


async def begin_reading(session: Session, incident_id: int, person_id: int, now: datetime) -> bool:
    """From now on this person reads along; False if they do already."""
    if await session.get(CaseReader, (incident_id, person_id)):
        return False
    session.add(CaseReader(incident_id=incident_id, person_id=person_id, since=now))
    return True


async def end_reading(session: Session, incident_id: int, person_id: int) -> bool:
    """This person no longer reads along; False if they did not."""
    gone = delete(CaseReader).where(
        col(CaseReader.incident_id) == incident_id, col(CaseReader.person_id) == person_id
    )
    return bool((await session.exec(gone)).rowcount)


async def readers_of(session: Session, incident_id: int) -> Sequence[Person]:
    """Everybody who reads along in this case."""
    wanted = (
        select(Person)
        .join(CaseReader, col(CaseReader.person_id) == Person.id)
        .where(CaseReader.incident_id == incident_id, col(Person.active))
    )
    return (await session.exec(wanted.order_by(col(Person.id)))).all()


async def read_cases(session: Session, person_id: int, limit: int) -> Sequence[Incident]:
    """Cases not closed yet in which this person reads along, oldest first."""
    wanted = (
        select(Incident)
        .join(CaseReader, col(CaseReader.incident_id) == Incident.id)
        .where(CaseReader.person_id == person_id, col(Incident.status) != Status.CLOSED)
    )
    return (await session.exec(wanted.order_by(col(Incident.id)).limit(limit))).all()
