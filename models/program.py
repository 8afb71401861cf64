"""Small facts the program keeps about itself across restarts."""

from sqlalchemy import delete
from sqlmodel import Field, SQLModel

from models.database import Session
from models.search import forget_everything

BOT_USERNAME = "bot-username"
"""The name of the bot in Telegram links, as Telegram last told it."""


ALIVE = "alive"
"""The fact that says when the ticks last ran."""


PLANS = "follow-up-plans"
"""The fact that says what the plan files asked for when they were last looked at."""


class Fact(SQLModel, table=True):
    """One named value, such as when the program was last alive."""

    name: str = Field(primary_key=True)
    value: str


async def read_fact(session: Session, name: str) -> str:
    """The value, or nothing if it was never written."""
    fact = await session.get(Fact, name)
    return fact.value if fact else ""


async def write_fact(session: Session, name: str, value: str) -> None:
    """Set the value."""
    await session.merge(Fact(name=name, value=value))


async def delete_everything(session: Session) -> None:
    """Empty every table: only practice data is ever emptied like this."""
    for table in reversed(SQLModel.metadata.sorted_tables):
        await session.exec(delete(table))
    await forget_everything(session)
