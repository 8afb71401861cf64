"""Visits, the promises they keep, and the time that they take."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import Index, delete, text
from sqlalchemy.dialects.sqlite import insert
from sqlmodel import Field, SQLModel, col, func, or_, select

from domain.promises import PromiseReason, PromiseState
from domain.visits import VisitKind, VisitStatus, VisitStep
from models.companies import Company
from models.database import Session


class Promise(SQLModel, table=True):
    """A visit was promised, at the latest on `latest_day` (a Danish day), computed once.

    `next_action_at` is when somebody must look at it again; empty once it is settled.
    `short_since` is when nothing was free inside the promise and the leader heard of it.
    """

    __table_args__ = (
        Index("ix_promise_due", "next_action_at", sqlite_where=text("next_action_at is not null")),
        Index("ix_promise_asked_at", "asked_at", "state"),
    )

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    company_id: int | None = Field(default=None, foreign_key="company.id", index=True)
    placement_id: int | None = Field(default=None, foreign_key="placement.id", index=True)
    incident_id: int | None = Field(default=None, foreign_key="incident.id", index=True)
    asked_at: datetime
    latest_day: date
    state: PromiseState = Field(default=PromiseState.OPEN, index=True)
    reason: PromiseReason = PromiseReason.NONE
    reminded: bool = False
    short_since: datetime | None = None
    settled_at: datetime | None = None
    next_action_at: datetime | None = None


class Visit(SQLModel, table=True):
    """A specialist (or two) and an employer meet, at the workplace or by phone or video.

    `uid` and `sequence` are those of its calendar entry (RFC 5545): one stays, the other rises with
    every change. `step` is what is said next, at `next_action_at`. `tasks` is what was agreed on,
    one a line.
    """

    __table_args__ = (
        Index("ix_visit_due", "next_action_at", sqlite_where=text("next_action_at is not null")),
    )

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(unique=True)
    sequence: int = 0
    kind: VisitKind = VisitKind.WORKPLACE
    status: VisitStatus = Field(default=VisitStatus.BOOKED, index=True)
    step: VisitStep = VisitStep.BOOKED
    starts_at: datetime = Field(index=True)
    ends_at: datetime
    specialist_id: int = Field(foreign_key="person.id", index=True)
    companion_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    employer_id: int = Field(foreign_key="person.id", index=True)
    company_id: int | None = Field(default=None, foreign_key="company.id", index=True)
    placement_id: int | None = Field(default=None, foreign_key="placement.id", index=True)
    incident_id: int | None = Field(default=None, foreign_key="incident.id", index=True)
    promise_id: int | None = Field(default=None, foreign_key="promise.id", index=True)
    address: str = ""
    ask_for: str = ""
    parking: str = ""
    prepare: str = ""
    saw: str = ""
    agreed: str = ""
    tasks: str = ""
    booked_by_id: int | None = Field(default=None, foreign_key="person.id")
    cancelled_by_id: int | None = Field(default=None, foreign_key="person.id")
    created_at: datetime
    changed_at: datetime
    left_at: datetime | None = None
    ended_at: datetime | None = None
    next_action_at: datetime | None = None


class VisitSlot(SQLModel, table=True):
    """A quarter of an hour that a visit takes from somebody, the way included. The key makes a
    double booking impossible, whoever asks at the same instant."""

    __tablename__ = "visit_slot"

    person_id: int = Field(foreign_key="person.id", primary_key=True)
    starts_at: datetime = Field(primary_key=True)
    visit_id: int = Field(foreign_key="visit.id", index=True)


async def take_slots(
    session: Session, visit_id: int, person_ids: Sequence[int], starts: Sequence[datetime]
) -> bool:
    """Take these quarter hours of all these people for the visit: all, or none and False."""
    rows = [
        {"person_id": person, "starts_at": start, "visit_id": visit_id}
        for person in person_ids
        for start in starts
    ]
    claim = insert(VisitSlot).values(rows).on_conflict_do_nothing()
    won = (await session.exec(claim.returning(col(VisitSlot.starts_at)))).all()
    if len(won) < len(rows):
        await free_slots(session, visit_id)
        return False
    return True


async def free_slots(session: Session, visit_id: int) -> None:
    """Give back all the time that this visit takes."""
    await session.exec(delete(VisitSlot).where(col(VisitSlot.visit_id) == visit_id))


async def taken_slots(
    session: Session, person_ids: Sequence[int], since: datetime, until: datetime
) -> Sequence[VisitSlot]:
    """The quarter hours of these people that visits take in this span, in order."""
    wanted = select(VisitSlot).where(
        col(VisitSlot.person_id).in_(person_ids),
        col(VisitSlot.starts_at) >= since,
        col(VisitSlot.starts_at) < until,
    )
    order = (col(VisitSlot.person_id), col(VisitSlot.starts_at))
    return (await session.exec(wanted.order_by(*order))).all()


async def is_taken(
    session: Session, person_id: int, at: datetime, by_other_than: int | None = None
) -> bool:
    """Whether a visit, other than this one, takes this quarter hour of this person."""
    slot = await session.get(VisitSlot, (person_id, at))
    return slot is not None and slot.visit_id != by_other_than


async def visits_between(
    session: Session, since: datetime, until: datetime, person_ids: Sequence[int] | None = None
) -> Sequence[Visit]:
    """The visits that begin in this span and were not cancelled, in order; of these specialists."""
    wanted = select(Visit).where(
        col(Visit.starts_at) >= since,
        col(Visit.starts_at) < until,
        col(Visit.status) != VisitStatus.CANCELLED,
    )
    if person_ids is not None:
        theirs = col(Visit.specialist_id).in_(person_ids)
        wanted = wanted.where(or_(theirs, col(Visit.companion_id).in_(person_ids)))
    return (await session.exec(wanted.order_by(col(Visit.starts_at), col(Visit.id)))).all()


async def visits_around(session: Session, placement_id: int) -> Sequence[Visit]:
    """The visits about a placement, oldest first."""
    wanted = select(Visit).where(Visit.placement_id == placement_id)
    return (await session.exec(wanted.order_by(col(Visit.starts_at)))).all()


async def due_visits(session: Session, now: datetime, limit: int) -> Sequence[Visit]:
    """Visits of which something must be said by now, the longest overdue first."""
    wanted = select(Visit).where(col(Visit.next_action_at) <= now)
    return (await session.exec(wanted.order_by(col(Visit.next_action_at)).limit(limit))).all()


async def due_promises(session: Session, now: datetime, limit: int) -> Sequence[Promise]:
    """Promises that must be looked at by now, the longest overdue first."""
    wanted = select(Promise).where(col(Promise.next_action_at) <= now)
    return (await session.exec(wanted.order_by(col(Promise.next_action_at)).limit(limit))).all()


async def count_promises(session: Session, since: datetime) -> dict[PromiseState, int]:
    """What became of the visits that were promised since then."""
    wanted = (
        select(Promise.state, func.count())
        .with_hint(Promise, "INDEXED BY ix_promise_asked_at", "sqlite")
        .where(col(Promise.asked_at) >= since)
        .group_by(col(Promise.state))
    )
    return {PromiseState(state): count for state, count in await session.exec(wanted)}


async def unbooked_promise_of(session: Session, person_id: int) -> Promise | None:
    """This person's newest open promise that has no visit yet."""
    booked = select(Visit.id).where(
        Visit.promise_id == Promise.id, col(Visit.status) == VisitStatus.BOOKED
    )
    wanted = select(Promise).where(
        Promise.person_id == person_id,
        col(Promise.state) == PromiseState.OPEN,
        ~booked.exists(),
    )
    return (await session.exec(wanted.order_by(col(Promise.id).desc()))).first()


async def unbooked_promises(
    session: Session, limit: int
) -> Sequence[tuple[Promise, Company | None]]:
    """The open promises that have no visit yet, and for whom; the soonest first."""
    booked = select(Visit.id).where(
        Visit.promise_id == Promise.id, col(Visit.status) == VisitStatus.BOOKED
    )
    wanted = (
        select(Promise, Company)
        .outerjoin(Company, col(Promise.company_id) == Company.id)
        .where(col(Promise.state) == PromiseState.OPEN, ~booked.exists())
        .order_by(col(Promise.latest_day), col(Promise.id))
    )
    return (await session.exec(wanted.limit(limit))).all()


async def promise_of_case(session: Session, incident_id: int) -> Promise | None:
    """The promise that was made for this case."""
    return (await session.exec(select(Promise).where(Promise.incident_id == incident_id))).first()


async def visit_of_promise(session: Session, promise_id: int) -> Visit | None:
    """The visit that is booked for this promise."""
    wanted = select(Visit).where(
        Visit.promise_id == promise_id, col(Visit.status) == VisitStatus.BOOKED
    )
    return (await session.exec(wanted.order_by(col(Visit.id).desc()))).first()


async def booked_at(session: Session, company_id: int, since: datetime) -> Sequence[Visit]:
    """The booked visits at this company that end after `since`, in order."""
    wanted = select(Visit).where(
        Visit.company_id == company_id,
        col(Visit.status) == VisitStatus.BOOKED,
        col(Visit.ends_at) > since,
    )
    return (await session.exec(wanted.order_by(col(Visit.starts_at)))).all()


async def promises_between(session: Session, since: datetime, until: datetime) -> Sequence[Promise]:
    """The promises that were asked for in this span, in order: for the overview and the year."""
    wanted = select(Promise).where(col(Promise.asked_at) >= since, col(Promise.asked_at) < until)
    return (await session.exec(wanted.order_by(col(Promise.asked_at)))).all()


async def visits_of_case(session: Session, incident_id: int) -> Sequence[Visit]:
    """The visits that came of this case, in order."""
    wanted = select(Visit).where(Visit.incident_id == incident_id)
    return (await session.exec(wanted.order_by(col(Visit.starts_at)))).all()


async def all_slots(session: Session) -> Sequence[VisitSlot]:
    """Every quarter of an hour that any visit takes."""
    return (await session.exec(select(VisitSlot))).all()
