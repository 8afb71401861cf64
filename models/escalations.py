"""The steps of escalations: what is due for a case, when it was done, and who was told."""

import json
from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Index, text, update
from sqlmodel import Field, SQLModel, and_, col, delete, func, or_, select

from domain.escalation import Action
from domain.incidents import Happening, Status
from models.database import Session, inline, insert_later
from models.incidents import Incident, IncidentEvent


class EscalationStep(SQLModel, table=True):
    """One thing that was or will be done for a case. A case has at most one that is not done.

    `step` and `repeats` are the place in the policy's steps. The lists of person ids are JSON:
    `before` was told earlier in this round, `passed` said "not me", `told` is whom this step told.
    """

    __tablename__ = "escalation_step"
    __table_args__ = (
        Index("ix_escalation_step_number", "incident_id", "number", unique=True),
        Index(
            "ix_escalation_step_pending",
            "incident_id",
            unique=True,
            sqlite_where=text("done_at is null"),
        ),
    )

    id: int | None = Field(default=None, primary_key=True)
    incident_id: int = Field(foreign_key="incident.id")
    number: int
    action: Action
    step: int = 0
    repeats: int = 0
    before: str = "[]"
    passed: str = "[]"
    told: str = "[]"
    due_at: datetime
    done_at: datetime | None = None


def ids(stored: str) -> tuple[int, ...]:
    """A stored list of person ids."""
    return tuple(json.loads(stored))


def stored(person_ids: Collection[int]) -> str:
    """Person ids as they are stored."""
    return json.dumps(sorted(set(person_ids)))


def add_step(session: Session, **columns: Any) -> None:
    """Add what is due next; it is stored when the transaction ends."""
    insert_later(session, EscalationStep, columns | {"told": "[]", "done_at": None})


async def due_steps(
    session: Session, now: datetime, limit: int, only: int | None = None
) -> Sequence[tuple[Incident, EscalationStep]]:
    """Cases whose next action is due with what it is, the longest overdue first; or one of them."""
    wanted = (
        select(Incident, EscalationStep)
        .join(EscalationStep, col(EscalationStep.incident_id) == Incident.id)
        .where(col(Incident.next_action_at) <= now, col(EscalationStep.done_at).is_(None))
    )
    if only is not None:
        wanted = wanted.where(Incident.id == only)
    return (await session.exec(wanted.order_by(col(Incident.next_action_at)).limit(limit))).all()


_NEXT_DUE = select(func.min(Incident.next_action_at)).where(
    col(Incident.next_action_at).is_not(None)
)


async def next_due(session: Session) -> datetime | None:
    """When the first case is due; answered by the index alone."""
    return (await session.exec(_NEXT_DUE)).one()


async def claim_steps(session: Session, step_ids: Collection[int], now: datetime) -> set[int]:
    """Mark these as done and return those that nobody else had done: each is done once."""
    claim = (
        update(EscalationStep)
        .where(col(EscalationStep.id).in_(step_ids), col(EscalationStep.done_at).is_(None))
        .values(done_at=now)
        .returning(col(EscalationStep.id))
        .execution_options(synchronize_session=False)
    )
    return set((await session.exec(claim)).scalars())


async def pending_step(session: Session, incident_id: int) -> EscalationStep | None:
    """What is due next for this case."""
    wanted = select(EscalationStep).where(
        EscalationStep.incident_id == incident_id, col(EscalationStep.done_at).is_(None)
    )
    return (await session.exec(wanted)).first()


async def latest_telling(session: Session, incident_id: int) -> EscalationStep | None:
    """The last step in which somebody was told of this case."""
    wanted = select(EscalationStep).where(
        EscalationStep.incident_id == incident_id,
        EscalationStep.action == Action.TELL,
        col(EscalationStep.done_at).is_not(None),
    )
    return (await session.exec(wanted.order_by(col(EscalationStep.number).desc()))).first()


async def drop_pending(session: Session, incident_id: int) -> None:
    """Nothing is due for this case any more."""
    gone = delete(EscalationStep).where(
        col(EscalationStep.incident_id) == incident_id, col(EscalationStep.done_at).is_(None)
    )
    await session.exec(gone.execution_options(synchronize_session=False))


async def next_step_number(session: Session, incident_id: int) -> int:
    """The number of the next step of this case."""
    last = select(func.max(EscalationStep.number)).where(EscalationStep.incident_id == incident_id)
    found = (await session.exec(last)).one()
    return 0 if found is None else found + 1


async def waiting_steps(session: Session) -> Sequence[tuple[Incident, EscalationStep]]:
    """Every case that waits to be taken, with what is due for it."""
    wanted = (
        select(Incident, EscalationStep)
        .join(EscalationStep, col(EscalationStep.incident_id) == Incident.id)
        .where(
            col(Incident.next_action_at).is_not(None),
            col(Incident.status) == Status.OPEN,
            col(EscalationStep.done_at).is_(None),
        )
    )
    return (await session.exec(wanted)).all()


async def owned_cases(session: Session, person_id: int) -> Sequence[Incident]:
    """The cases this person has taken and not closed, and those offered to them."""
    wanted = select(Incident).where(
        col(Incident.next_action_at).is_not(None),
        col(Incident.status) == Status.TAKEN,
        or_(col(Incident.owner_id) == person_id, col(Incident.offered_to_id) == person_id),
    )
    return (await session.exec(wanted.order_by(col(Incident.id)))).all()


async def last_event(
    session: Session, incident_id: int, kinds: Collection[Happening], *, by: int | None = None
) -> IncidentEvent | None:
    """The newest event of these kinds in a case, perhaps only of this person."""
    wanted = select(IncidentEvent).where(
        IncidentEvent.incident_id == incident_id, col(IncidentEvent.kind).in_(kinds)
    )
    if by is not None:
        wanted = wanted.where(IncidentEvent.actor_id == by)
    return (await session.exec(wanted.order_by(col(IncidentEvent.id).desc()))).first()


async def told_people(session: Session, incident_id: int) -> set[int]:
    """Everybody who was ever told of this case."""
    wanted = select(EscalationStep.told).where(EscalationStep.incident_id == incident_id)
    return {person_id for told in await session.exec(wanted) for person_id in ids(told)}


async def stuck_cases(session: Session, overdue: datetime) -> Sequence[Incident]:
    """Cases that somebody waits for with nothing due, or with something that was due before
    `overdue` and was not done."""
    pending = (
        select(EscalationStep.id)
        .where(
            EscalationStep.incident_id == Incident.id,
            col(EscalationStep.done_at).is_(None),
            col(EscalationStep.due_at) >= overdue,
        )
        .exists()
    )
    forgotten = or_(col(Incident.next_action_at).is_(None), ~pending)
    found: list[Incident] = []
    waits = and_(col(Incident.status) == inline("OPEN"), col(Incident.wants_specialist).is_(True))
    for kind in (waits, col(Incident.status) == inline("TAKEN")):
        found += await session.exec(select(Incident).where(kind, forgotten).limit(20))
    return found
