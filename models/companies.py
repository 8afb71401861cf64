"""The workplaces."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Field, SQLModel, select

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
