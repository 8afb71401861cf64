"""The placements: one employee at one workplace, under a reference and never a name."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime

from sqlalchemy import bindparam, update
from sqlalchemy.orm import aliased
from sqlmodel import Field, SQLModel, col, func, or_, select

from domain.placements import PlacementOutcome, PlacementStatus, PlacementType
from models.companies import Company
from models.database import Session

MOST_STEPS = 8
"""More steps than a staircase of six types ever has."""


class Placement(SQLModel, table=True):
    """One employee at one company, under a reference such as `P-7KQ2`.

    `follows_id` is the placement this one is the next step of. `weekly_hours` are hours a week, and
    `rise` when they are to become more (see domain.placements.parse_rise). Contact and mentor are
    people of the company; mentor support and personal assistance are grants that go along.
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
    rise: str = ""
    mentor_support: bool = False
    personal_assistance: bool = False
    specialist_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    consultant_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    contact_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    mentor_id: int | None = Field(default=None, foreign_key="person.id")
    follows_id: int | None = Field(default=None, foreign_key="placement.id", index=True)
    outcome: PlacementOutcome | None = None
    would_have_helped: str = ""
    ended_at: datetime | None = None


_PLACEMENTS_OF = (
    select(Placement)
    .where(col(Placement.company_id).in_(bindparam("companies", expanding=True)))
    .order_by(col(Placement.id))
)


async def placements_of(session: Session, company_ids: Iterable[int]) -> Sequence[Placement]:
    """The placements at these companies, oldest first."""
    return (await session.exec(_PLACEMENTS_OF, params={"companies": list(company_ids)})).all()


async def placement_exists(session: Session, reference: str) -> bool:
    """Whether a placement has this reference."""
    found = await session.exec(select(Placement.id).where(Placement.reference == reference))
    return found.first() is not None


async def placement_by_reference(session: Session, reference: str) -> Placement | None:
    """The placement with this reference."""
    found = await session.exec(select(Placement).where(Placement.reference == reference))
    return found.first()


async def steps_to(session: Session, placement: Placement) -> list[Placement]:
    """The steps that led to this placement, the first one first, and itself at the end."""
    chain = [placement]
    while chain[0].follows_id and len(chain) < MOST_STEPS:
        chain.insert(0, await session.get_one(Placement, chain[0].follows_id))
    return chain


async def next_steps(session: Session, placement_id: int) -> Sequence[Placement]:
    """The placements that are the next step of this one."""
    wanted = select(Placement).where(Placement.follows_id == placement_id)
    return (await session.exec(wanted.order_by(col(Placement.id)))).all()


async def list_placements(
    session: Session,
    *,
    status: PlacementStatus | None = None,
    type_: PlacementType | None = None,
    person_id: int | None = None,
    company_id: int | None = None,
    reference: str = "",
    before: int | None = None,
    limit: int = 50,
) -> Sequence[tuple[Placement, Company]]:
    """A page of placements, newest first, each with its company. `person_id`: those of which this
    person is specialist or job consultant."""
    wanted = select(Placement, Company).join(Company, col(Placement.company_id) == Company.id)
    if status:
        wanted = wanted.where(Placement.status == status)
    if type_:
        wanted = wanted.where(Placement.type == type_)
    if person_id:
        wanted = wanted.where(
            or_(Placement.specialist_id == person_id, Placement.consultant_id == person_id)
        )
    if company_id:
        wanted = wanted.where(Placement.company_id == company_id)
    if reference:
        wanted = wanted.where(Placement.reference == reference)
    if before:
        wanted = wanted.where(col(Placement.id) < before)
    return (await session.exec(wanted.order_by(col(Placement.id).desc()).limit(limit))).all()


async def begin(session: Session, today: date) -> None:
    """Planned placements whose first day has come are running."""
    begun = update(Placement).where(
        col(Placement.status) == PlacementStatus.PLANNED, col(Placement.starts_on) <= today
    )
    await session.exec(begun.values(status=PlacementStatus.RUNNING))


async def running_at(session: Session, company_ids: Collection[int]) -> dict[int, int]:
    """How many placements run at each of these companies."""
    counted = (
        select(Placement.company_id, func.count())
        .where(
            col(Placement.company_id).in_(list(company_ids)),
            col(Placement.status) == PlacementStatus.RUNNING,
        )
        .group_by(col(Placement.company_id))
    )
    return dict((await session.exec(counted)).all())


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


async def all_references(session: Session) -> set[str]:
    """Every reference that is taken."""
    return set((await session.exec(select(Placement.reference))).all())


async def last_placement(session: Session) -> int:
    """The highest id, or 0."""
    return (await session.exec(select(func.max(Placement.id)))).one() or 0
