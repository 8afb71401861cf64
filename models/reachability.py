"""Whether a member of the staff can be reached: tested when they join and every week."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlmodel import Field, SQLModel, col, select

from models.database import Session
from models.people import Person


class Reachability(SQLModel, table=True):
    """The last test of a person's door. `reported_at`: the leaders know that nothing arrives."""

    person_id: int = Field(primary_key=True, foreign_key="person.id")
    due_at: datetime = Field(index=True)
    asked_at: datetime | None = None
    answered_at: datetime | None = None
    reported_at: datetime | None = None

    @property
    def unanswered(self) -> bool:
        """Whether a test was sent that nobody has answered yet."""
        return self.asked_at is not None and (
            self.answered_at is None or self.answered_at < self.asked_at
        )


async def reachability_of(session: Session, person_ids: Iterable[int]) -> dict[int, Reachability]:
    """The tests of these people, by person id."""
    wanted = select(Reachability).where(col(Reachability.person_id).in_(list(person_ids)))
    return {row.person_id: row for row in await session.exec(wanted)}


async def due_tests(
    session: Session, now: datetime, limit: int
) -> Sequence[tuple[Reachability, Person]]:
    """Tests that are due, with their people."""
    wanted = (
        select(Reachability, Person)
        .join(Person, col(Reachability.person_id) == Person.id)
        .where(col(Reachability.due_at) <= now, col(Person.active))
    )
    return (await session.exec(wanted.order_by(col(Reachability.due_at)).limit(limit))).all()
