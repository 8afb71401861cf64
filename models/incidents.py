"""Cases and their timelines."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Index, bindparam, text, update
from sqlmodel import Field, SQLModel, and_, col, func, or_, select

from domain.incidents import Category, Happening, Outcome, Status, reference
from domain.triage import Level
from models.companies import Company
from models.database import Session, inline, insert_later, write_waiting
from models.people import Person


class Incident(SQLModel, table=True):
    """Something that happened at a workplace, from the first report to its outcome.

    `next_action_at` is when the next step is due (see models/escalations.py); empty when nobody
    waits for anything. `offered_to_id`: whom the owner wants to hand it over to. `drill`: a test
    case, which no statistics count. `follow_up` is the question whose answer has opened it (again),
    as a plan file has it (`follow-up:PLAN/ITEM`) or as somebody wrote it.
    """

    __table_args__ = (
        Index("ix_incident_due", "next_action_at", sqlite_where=text("next_action_at is not null")),
        Index("ix_incident_year", "year", "number", unique=True),
        Index(
            "ix_incident_waiting",
            "id",
            sqlite_where=text("status = 'OPEN' and wants_specialist = 1"),
        ),
        Index("ix_incident_owned", "owner_id", "id", sqlite_where=text("status = 'TAKEN'")),
        Index("ix_incident_reported", "reporter_id", "id", sqlite_where=text("status = 'TAKEN'")),
    )

    id: int | None = Field(default=None, primary_key=True)
    year: int
    number: int
    reporter_id: int = Field(foreign_key="person.id", index=True)
    company_id: int | None = Field(default=None, foreign_key="company.id", index=True)
    placement_id: int | None = Field(default=None, foreign_key="placement.id", index=True)
    category: Category = Category.OTHER
    level: Level
    status: Status = Field(default=Status.OPEN, index=True)
    happened: str
    tried: str = ""
    wants_specialist: bool = False
    owner_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    outcome: Outcome | None = None
    learned: str = ""
    offered_to_id: int | None = Field(default=None, foreign_key="person.id")
    drill: bool = False
    follow_up: str = ""
    created_at: datetime = Field(index=True)
    asked_at: datetime | None = None
    taken_at: datetime | None = None
    closed_at: datetime | None = None
    next_action_at: datetime | None = None

    @property
    def reference(self) -> str:
        """`H-2026-0042`."""
        return reference(self.year, self.number)


class IncidentEvent(SQLModel, table=True):
    """One line of a case's timeline. Only ever added.

    `document` is a file that came with it. `source` names the message it was written as (its
    chat's key and its number there), so that a correction finds it.
    """

    __tablename__ = "incident_event"
    __table_args__ = (
        Index("ix_incident_event_source", "source", sqlite_where=text("source != ''")),
        Index("ix_incident_event_document", "document", sqlite_where=text("document != ''")),
    )

    id: int | None = Field(default=None, primary_key=True)
    incident_id: int = Field(foreign_key="incident.id", index=True)
    at: datetime
    kind: Happening
    actor_id: int | None = Field(default=None, foreign_key="person.id")
    text: str = ""
    document: str = ""
    source: str = ""


def add_event(session: Session, **columns: Any) -> None:
    """Add a line to a timeline; it is stored when the transaction ends."""
    insert_later(session, IncidentEvent, {"document": "", "source": ""} | columns)


_LAST_NUMBER = select(func.max(Incident.number)).where(Incident.year == bindparam("year"))


async def next_number(session: Session, year: int) -> int:
    """The next case number of the year. Safe because there is one writer at a time."""
    last = await session.exec(_LAST_NUMBER, params={"year": year})
    return (last.one() or 0) + 1


async def take(session: Session, incident_id: int, owner_id: int, now: datetime) -> bool:
    """Give the case to this person if nobody has it: of two who press, one wins."""
    won = (
        update(Incident)
        .where(col(Incident.id) == incident_id, col(Incident.status) == Status.OPEN)
        .values(status=Status.TAKEN, owner_id=owner_id, taken_at=now)
        .returning(col(Incident.id))
    )
    return (await session.exec(won)).first() is not None


async def hand_on(session: Session, incident_id: int, to_id: int) -> bool:
    """Give the case to the colleague it is offered to, if it still is."""
    won = (
        update(Incident)
        .where(
            col(Incident.id) == incident_id,
            col(Incident.status) == Status.TAKEN,
            col(Incident.offered_to_id) == to_id,
        )
        .values(owner_id=to_id, offered_to_id=None)
        .returning(col(Incident.id))
    )
    return (await session.exec(won)).first() is not None


async def waiting_cases(session: Session, limit: int) -> Sequence[Incident]:
    """Cases that wait for a specialist, oldest first."""
    wanted = select(Incident).where(
        col(Incident.status) == inline(Status.OPEN.name), col(Incident.wants_specialist)
    )
    return (await session.exec(wanted.order_by(col(Incident.id)).limit(limit))).all()


async def owned_cases(session: Session, person_id: int, limit: int) -> Sequence[Incident]:
    """Cases that this person has taken and not closed, oldest first."""
    wanted = select(Incident).where(
        col(Incident.status) == inline(Status.TAKEN.name), Incident.owner_id == person_id
    )
    return (await session.exec(wanted.order_by(col(Incident.id)).limit(limit))).all()


async def reported_cases(
    session: Session, person_id: int, skip: int, limit: int
) -> Sequence[Incident]:
    """A page of the cases that this person has reported, newest first."""
    wanted = select(Incident).where(Incident.reporter_id == person_id)
    newest = wanted.order_by(col(Incident.id).desc())
    return (await session.exec(newest.offset(skip).limit(limit))).all()


async def open_incidents(session: Session, limit: int = 500) -> Sequence[Incident]:
    """Cases that are not closed and in which somebody is wanted or at work, oldest first."""
    waits = and_(col(Incident.status) == Status.OPEN, col(Incident.wants_specialist))
    wanted = select(Incident).where(or_(waits, col(Incident.status) == Status.TAKEN))
    return (await session.exec(wanted.order_by(col(Incident.id)).limit(limit))).all()


async def incident_by_reference(session: Session, year: int, number: int) -> Incident | None:
    """The case with this reference."""
    wanted = select(Incident).where(Incident.year == year, Incident.number == number)
    return (await session.exec(wanted)).first()


async def count_by_status(session: Session) -> dict[Status, int]:
    """How many cases are open and taken. Closed ones are not counted: they only grow."""
    wanted = select(Incident.status, func.count()).where(
        col(Incident.status).in_([Status.OPEN, Status.TAKEN]), col(Incident.drill).is_(False)
    )
    counts = await session.exec(wanted.group_by(Incident.status))
    return {Status(status): count for status, count in counts}


async def unanswered_incidents(
    session: Session, limit: int
) -> Sequence[tuple[Incident, Company | None]]:
    """Cases for which a specialist is wanted and nobody has come, the longest waiting first."""
    wanted = (
        select(Incident, Company)
        .join(Company, col(Incident.company_id) == Company.id, isouter=True)
        .where(col(Incident.status) == Status.OPEN, col(Incident.wants_specialist))
    )
    return (await session.exec(wanted.order_by(col(Incident.id)).limit(limit))).all()


async def incidents_of(session: Session, placement_id: int) -> Sequence[Incident]:
    """The cases about a placement, oldest first."""
    wanted = select(Incident).where(Incident.placement_id == placement_id)
    return (await session.exec(wanted.order_by(col(Incident.id)))).all()


async def open_cases_at(session: Session, company_ids: Iterable[int]) -> Sequence[Incident]:
    """The cases of these companies that are not closed, oldest first."""
    wanted = (
        select(Incident)
        .with_hint(Incident, "INDEXED BY ix_incident_status", "sqlite")
        .where(col(Incident.status).in_([Status.OPEN, Status.TAKEN]))
        .where(col(Incident.company_id).in_(list(company_ids)))
    )
    return (await session.exec(wanted.order_by(col(Incident.id)))).all()


async def timeline(
    session: Session, incident_id: int
) -> Sequence[tuple[IncidentEvent, str | None]]:
    """The events of a case in order, each with the name of who did it."""
    wanted = (
        select(IncidentEvent, Person.name)
        .join(Person, col(IncidentEvent.actor_id) == Person.id, isouter=True)
        .where(IncidentEvent.incident_id == incident_id)
    )
    return (await session.exec(wanted.order_by(col(IncidentEvent.id)))).all()


async def said_as(
    session: Session, source: str, kinds: Collection[Happening]
) -> IncidentEvent | None:
    """The latest line that was written as this message."""
    await write_waiting(session)
    wanted = select(IncidentEvent).where(
        IncidentEvent.source == source,
        col(IncidentEvent.source) != inline(""),
        col(IncidentEvent.kind).in_(kinds),
    )
    return (await session.exec(wanted.order_by(col(IncidentEvent.id).desc()).limit(1))).first()


async def last_events(
    session: Session, incident_id: int, kinds: Collection[Happening], limit: int
) -> Sequence[tuple[IncidentEvent, str | None]]:
    """The last events of these kinds in a case, oldest first, each with the name of who did it."""
    await write_waiting(session)
    wanted = (
        select(IncidentEvent, Person.name)
        .join(Person, col(IncidentEvent.actor_id) == Person.id, isouter=True)
        .where(IncidentEvent.incident_id == incident_id, col(IncidentEvent.kind).in_(kinds))
        .order_by(col(IncidentEvent.id).desc())
    )
    return (await session.exec(wanted.limit(limit))).all()[::-1]


async def came_with(session: Session, incident_id: int, document: str) -> bool:
    """Whether this file was sent in this case."""
    wanted = select(IncidentEvent.id).where(
        IncidentEvent.document == document,
        col(IncidentEvent.document) != inline(""),
        IncidentEvent.incident_id == incident_id,
    )
    return (await session.exec(wanted.limit(1))).first() is not None


_TALKS = (
    select(Incident)
    .where(
        col(Incident.status) == inline(Status.TAKEN.name),
        or_(Incident.owner_id == bindparam("person"), Incident.reporter_id == bindparam("person")),
    )
    .order_by(col(Incident.id))
)


async def talks_of(session: Session, person_id: int) -> Sequence[Incident]:
    """The taken cases in which this person writes with somebody, oldest first."""
    return (await session.exec(_TALKS, params={"person": person_id})).all()


async def latest_event(session: Session) -> int:
    """The number of the newest event in any case: what live pages watch."""
    return (await session.exec(select(func.max(IncidentEvent.id)))).one() or 0
