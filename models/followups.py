"""Follow-ups: the plan each belongs to, when somebody must act on it, and what became of it."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Index, delete, text, update
from sqlmodel import AutoString, Field, SQLModel, UniqueConstraint, col, func, or_, select

from domain.followups import Answer, FollowUpStatus, Source, To
from models.database import Session, inline, insert_new
from models.placements import Placement


class FollowUpPlan(SQLModel, table=True):
    """What is followed up: a placement, an incident or a visit, and from when on.

    `plan` names the plan file. Nothing that is due before `since` is planned. `made_at` is when the
    plan was last made, and `next_plan_at` when that must be done again; empty when nothing more is
    to come. `receiver_id` is who is asked, where that is settled from the start.
    """

    __tablename__ = "follow_up_plan"
    __table_args__ = (
        UniqueConstraint("source", "source_id", name="uq_follow_up_plan_source"),
        Index(
            "ix_follow_up_plan_due", "next_plan_at", sqlite_where=text("next_plan_at is not null")
        ),
    )

    id: int | None = Field(default=None, primary_key=True)
    source: Source = Field(sa_type=AutoString)
    source_id: int
    plan: str
    starts_on: date
    ends_on: date | None = None
    since: datetime
    made_at: datetime | None = None
    next_plan_at: datetime | None = None
    placement_id: int | None = Field(default=None, foreign_key="placement.id", index=True)
    company_id: int | None = Field(default=None, foreign_key="company.id")
    receiver_id: int | None = Field(default=None, foreign_key="person.id")


class FollowUp(SQLModel, table=True):
    """One follow-up. What it is, and when it was planned for, make it one of its kind; `due_at` is
    when it is due by now, and `next_action_at` when something must be done about it next.

    `by_hand`: somebody has added or moved it, so that making the plan again leaves it alone.
    """

    __tablename__ = "follow_up"
    __table_args__ = (
        UniqueConstraint("plan_id", "item", "number", "planned_for", name="uq_follow_up_item"),
        Index(
            "ix_follow_up_due", "next_action_at", sqlite_where=text("next_action_at is not null")
        ),
        Index("ix_follow_up_receiver", "receiver_id", "asked_at"),
        Index("ix_follow_up_asked", "due_at", sqlite_where=text("status = 'asked'")),
        Index("ix_follow_up_task", "due_at", sqlite_where=text("status = 'task'")),
    )

    id: int | None = Field(default=None, primary_key=True)
    plan_id: int = Field(foreign_key="follow_up_plan.id")
    item: str
    number: int = 1
    planned_for: datetime
    due_at: datetime
    to: To = Field(sa_type=AutoString)
    status: FollowUpStatus = Field(default=FollowUpStatus.PLANNED, sa_type=AutoString)
    by_hand: bool = False
    question: str = ""
    next_action_at: datetime | None = None
    asks: int = 0
    asked_at: datetime | None = None
    receiver_id: int | None = Field(default=None, foreign_key="person.id")
    answer: Answer | None = Field(default=None, sa_type=AutoString)
    words: str = ""
    over_at: datetime | None = None
    incident_id: int | None = Field(default=None, foreign_key="incident.id")
    owner_id: int | None = Field(default=None, foreign_key="person.id")


async def plan_of(session: Session, source: Source, source_id: int) -> FollowUpPlan | None:
    """The plan of a placement, an incident or a visit."""
    wanted = select(FollowUpPlan).where(
        FollowUpPlan.source == source, FollowUpPlan.source_id == source_id
    )
    return (await session.exec(wanted)).first()


async def plans_to_make(session: Session, now: datetime, limit: int) -> Sequence[FollowUpPlan]:
    """Plans that must be looked at by now, the longest overdue first."""
    wanted = select(FollowUpPlan).where(col(FollowUpPlan.next_plan_at) <= now)
    return (await session.exec(wanted.order_by(col(FollowUpPlan.next_plan_at)).limit(limit))).all()


async def make_again(session: Session, plan_files: Collection[str], now: datetime) -> None:
    """The plans of placements after these files must be looked at now. What is paused or over
    stays so."""
    waiting = update(FollowUpPlan).where(
        col(FollowUpPlan.next_plan_at) > now,
        col(FollowUpPlan.plan).in_(plan_files),
        col(FollowUpPlan.source) == Source.PLACEMENT,
    )
    await session.exec(waiting.values(next_plan_at=now))


async def planned_before(
    session: Session, plan_ids: Collection[int], items: Collection[str], before: datetime
) -> Sequence[FollowUp]:
    """What of these items was planned before then, whatever became of it."""
    wanted = select(FollowUp).where(
        col(FollowUp.plan_id).in_(plan_ids),
        col(FollowUp.item).in_(items),
        col(FollowUp.planned_for) < before,
    )
    return (await session.exec(wanted)).all()


async def planned_since(
    session: Session, plan_ids: Collection[int], since: datetime
) -> Sequence[FollowUp]:
    """The follow-ups of these plans that were planned for then or later, whatever became of
    them."""
    wanted = select(FollowUp).where(
        col(FollowUp.plan_id).in_(plan_ids), col(FollowUp.planned_for) >= since
    )
    return (await session.exec(wanted)).all()


async def add_follow_ups(session: Session, rows: Sequence[dict[str, Any]]) -> None:
    """Add those that are not there yet."""
    fresh = {
        "status": FollowUpStatus.PLANNED,
        "by_hand": False,
        "question": "",
        "asks": 0,
        "words": "",
    }
    await insert_new(session, FollowUp, [fresh | row for row in rows])


async def remove_follow_ups(session: Session, ids: Collection[int]) -> None:
    """Take out planned ones that no plan wants any more."""
    if ids:
        await session.exec(delete(FollowUp).where(col(FollowUp.id).in_(ids)))


async def due_follow_ups(session: Session, now: datetime, limit: int) -> Sequence[FollowUp]:
    """Those about which something must be done by now, the longest overdue first."""
    wanted = select(FollowUp).where(col(FollowUp.next_action_at) <= now)
    return (await session.exec(wanted.order_by(col(FollowUp.next_action_at)).limit(limit))).all()


async def last_asked(session: Session, person_ids: Collection[int]) -> dict[int, datetime]:
    """When each of these people was last asked anything."""
    wanted = (
        select(FollowUp.receiver_id, func.max(FollowUp.asked_at))
        .where(col(FollowUp.receiver_id).in_(person_ids), col(FollowUp.asked_at).is_not(None))
        .group_by(col(FollowUp.receiver_id))
    )
    return {person: at for person, at in await session.exec(wanted) if person and at}


async def asked_and_open(session: Session, person_id: int, since: datetime) -> Sequence[FollowUp]:
    """What this person was asked since then and has not answered, in order."""
    wanted = select(FollowUp).where(
        FollowUp.receiver_id == person_id,
        col(FollowUp.asked_at) >= since,
        FollowUp.status == FollowUpStatus.ASKED,
    )
    return (await session.exec(wanted.order_by(col(FollowUp.due_at), col(FollowUp.id)))).all()


async def alive_of(session: Session, plan_id: int) -> Sequence[FollowUp]:
    """What of a plan still waits for somebody."""
    alive = [FollowUpStatus.PLANNED, FollowUpStatus.ASKED, FollowUpStatus.TASK]
    wanted = select(FollowUp).where(FollowUp.plan_id == plan_id, col(FollowUp.status).in_(alive))
    return (await session.exec(wanted.order_by(col(FollowUp.due_at)))).all()


async def follow_ups_of(session: Session, placement_id: int) -> Sequence[FollowUp]:
    """Every follow-up around a placement, by the day it is due."""
    wanted = select(FollowUp).join(FollowUpPlan).where(FollowUpPlan.placement_id == placement_id)
    return (await session.exec(wanted.order_by(col(FollowUp.due_at), col(FollowUp.id)))).all()


async def open_follow_ups(
    session: Session, status: FollowUpStatus, limit: int, person_id: int | None = None
) -> Sequence[tuple[FollowUp, FollowUpPlan]]:
    """Asked ones or tasks, the oldest first. `person_id`: of placements this person looks after,
    and tasks that are theirs."""
    wanted: Any = (
        _looked_after_by(person_id)
        .where(col(FollowUp.status) == inline(status))
        .order_by(col(FollowUp.due_at))
        .limit(limit)
    )
    found: Sequence[tuple[FollowUp, FollowUpPlan]] = (await session.exec(wanted)).all()
    return found


def _looked_after_by(person_id: int | None) -> Any:
    wanted = select(FollowUp, FollowUpPlan).join(FollowUpPlan)
    if person_id is None:
        return wanted
    return wanted.join(
        Placement, col(FollowUpPlan.placement_id) == col(Placement.id), isouter=True
    ).where(
        or_(
            col(Placement.specialist_id) == person_id,
            col(Placement.consultant_id) == person_id,
            col(FollowUp.owner_id) == person_id,
        )
    )


async def coming_follow_ups(
    session: Session, until: datetime, limit: int, person_id: int | None = None
) -> Sequence[tuple[FollowUp, FollowUpPlan]]:
    """Planned ones that fall due until then, the earliest first; `person_id` as above."""
    wanted: Any = (
        _looked_after_by(person_id)
        .where(
            col(FollowUp.next_action_at) <= until,
            FollowUp.status == FollowUpStatus.PLANNED,
        )
        .order_by(col(FollowUp.next_action_at))
        .limit(limit)
    )
    found: Sequence[tuple[FollowUp, FollowUpPlan]] = (await session.exec(wanted)).all()
    return found


async def plan_ids_around(session: Session, placement_id: int) -> list[int]:
    """The plans of a placement and of what has happened in it."""
    wanted = select(FollowUpPlan.id).where(FollowUpPlan.placement_id == placement_id)
    return [plan_id for plan_id in await session.exec(wanted) if plan_id is not None]


async def stop_plans(session: Session, plan_ids: Collection[int], now: datetime) -> None:
    """Nothing of these plans is asked any more: what is only planned goes, and what was put to
    somebody is over. A task stays with its specialist."""
    untouched = delete(FollowUp).where(
        col(FollowUp.plan_id).in_(plan_ids),
        col(FollowUp.status) == FollowUpStatus.PLANNED,
        col(FollowUp.asks) == 0,
        col(FollowUp.by_hand).is_(False),
    )
    await session.exec(untouched)
    over = update(FollowUp).where(
        col(FollowUp.plan_id).in_(plan_ids),
        col(FollowUp.status).in_([FollowUpStatus.PLANNED, FollowUpStatus.ASKED]),
    )
    await session.exec(
        over.values(status=FollowUpStatus.CANCELLED, over_at=now, next_action_at=None)
    )
    stop = update(FollowUpPlan).where(col(FollowUpPlan.id).in_(plan_ids))
    await session.exec(stop.values(next_plan_at=None))
