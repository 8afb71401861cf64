"""The placements: one employee at one workplace, under a reference and never a name."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from sqlalchemy.orm import aliased
from sqlmodel import Field, SQLModel, col, func, select

from domain.placements import PlacementOutcome, PlacementStatus, PlacementType
from models.database import Session


class Placement(SQLModel, table=True):
    """One employee at one company, under a reference such as `P-7KQ2`.

    `follows_id` is the placement this one is the next step of; `weekly_hours` are hours a week.
    """

    id: int | None = Field(default=None, primary_key=True)
    reference: str = Field(unique=True)
    company_id: int = Field(foreign_key="company.id", index=True)
    created_at: datetime
    type: PlacementType = PlacementType.INTERNSHIP
    status: PlacementStatus = Field(default=PlacementStatus.RUNNING, index=True)
    starts_on: date | None = None
    ends_on: date | None = None
    weekly_hours: float | None = None
    specialist_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    consultant_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    contact_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    follows_id: int | None = Field(default=None, foreign_key="placement.id", index=True)
    outcome: PlacementOutcome | None = None
    would_have_helped: str = ""
    ended_at: datetime | None = None


async def placements_of(session: Session, company_ids: Iterable[int]) -> Sequence[Placement]:
    """The placements at these companies, oldest first."""
    wanted = select(Placement).where(col(Placement.company_id).in_(list(company_ids)))
    return (await session.exec(wanted.order_by(col(Placement.id)))).all()


async def placement_called(session: Session, reference: str) -> Placement | None:
    """The placement with this reference."""
    return (await session.exec(select(Placement).where(Placement.reference == reference))).first()


async def placement_exists(session: Session, reference: str) -> bool:
    """Whether a placement has this reference."""
    found = await session.exec(select(Placement.id).where(Placement.reference == reference))
    return found.first() is not None


async def count_running(session: Session) -> dict[PlacementType, int]:
    """How many placements of each type run now."""
    wanted = (
        select(Placement.type, func.count())
        .where(col(Placement.status) == PlacementStatus.RUNNING)
        .group_by(col(Placement.type))
    )
    return {PlacementType(kind): count for kind, count in await session.exec(wanted)}


async def count_steps(
    session: Session, since: datetime
) -> Sequence[tuple[PlacementType, PlacementType, int]]:
    """How many placements made since then follow another one: its type, theirs, and how many."""
    before = aliased(Placement)
    wanted = (
        select(before.type, Placement.type, func.count())
        .join(before, col(Placement.follows_id) == before.id)
        .where(col(Placement.follows_id).is_not(None), col(Placement.created_at) >= since)
        .group_by(col(before.type), col(Placement.type))
    )
    return (await session.exec(wanted)).all()  # type: ignore[return-value]
