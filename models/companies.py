"""The workplaces."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Field, SQLModel, col, func, or_, select

from models.database import Session


class Company(SQLModel, table=True):
    """A workplace that has, had or may get an employee from the jobcenter.

    `travel_minutes` is the way there from the office; empty means the usual. `springboard` marks a
    company with a special interest in taking people on, and `offers` what it can give.
    """

    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(unique=True)
    created_at: datetime
    address: str = ""
    ask_for: str = ""
    parking: str = ""
    travel_minutes: int | None = None
    springboard: bool = False
    offers: str = ""


async def company_named(session: Session, name: str) -> Company | None:
    """The company of exactly this name."""
    return (await session.exec(select(Company).where(Company.name == name))).first()


async def companies(session: Session) -> Sequence[Company]:
    """All companies by name."""
    return (await session.exec(select(Company).order_by(Company.name))).all()


async def company_names(session: Session, limit: int) -> Sequence[str]:
    """The names of companies, for a field to choose from."""
    return (await session.exec(select(Company.name).order_by(Company.name).limit(limit))).all()


async def find_companies(session: Session, name: str, limit: int) -> Sequence[int]:
    """The company of this name, else those whose names hold it."""
    exact = await session.exec(select(Company.id).where(Company.name == name))
    if (found := exact.first()) is not None:
        return [found]
    within = or_(
        func.instr(Company.name, name) > 0,
        func.instr(func.lower(Company.name), name.lower()) > 0,  # SQLite lowers a to z only
    )
    wanted = select(Company.id).where(within).order_by(col(Company.name)).limit(limit)
    return (await session.exec(wanted)).all()  # type: ignore[return-value]


async def springboards(session: Session) -> Sequence[Company]:
    """The companies with a special interest in taking people on, by name."""
    wanted = select(Company).where(col(Company.springboard)).order_by(Company.name)
    return (await session.exec(wanted)).all()


async def list_companies(
    session: Session, after: str, limit: int, *, name: str = ""
) -> Sequence[Company]:
    """A page of companies by name, from just behind this name; `name`: whose names hold it."""
    wanted = select(Company).where(Company.name > after)
    if name:
        wanted = wanted.where(func.instr(func.lower(Company.name), name.lower()) > 0)
    return (await session.exec(wanted.order_by(Company.name).limit(limit))).all()
