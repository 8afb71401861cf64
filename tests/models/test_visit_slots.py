"""Nobody can be booked twice: the database itself says no."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from domain.people import Role
from domain.visits import quarters
from domain.working_time import Span
from models.database import Database, Session
from models.migrate import migrate
from models.people import Person
from models.visits import Visit, free_slots, take_slots, taken_slots

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


async def visit(session: Session, *people: Person) -> Visit:
    session.add_all(people)
    await session.flush()
    made = Visit(
        uid=f"visit-{people[0].id}-{NOW}-{id(people)}",
        starts_at=NOW,
        ends_at=NOW + timedelta(hours=1),
        specialist_id=people[0].id or 0,
        employer_id=people[0].id or 0,
        created_at=NOW,
        changed_at=NOW,
    )
    session.add(made)
    await session.flush()
    return made


def person(name: str) -> Person:
    return Person(role=Role.SPECIALIST, name=name, created_at=NOW)


async def test_time_is_taken_from_all_or_from_nobody(tmp_path: Path) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path / 'hotline.db'}"
    migrate(url, NOW)
    database = Database(url)
    anna, jonas = person("Anna"), person("Jonas")
    hour = quarters(Span(NOW, NOW + timedelta(hours=1)))
    async with database.write() as session:
        first = await visit(session, anna)
        second = await visit(session, jonas)
        assert await take_slots(session, first.id or 0, [anna.id or 0], hour)
        both = [anna.id or 0, jonas.id or 0]
        assert not await take_slots(session, second.id or 0, both, hour[3:])
        taken = await taken_slots(session, both, NOW, NOW + timedelta(days=1))
        assert [(slot.person_id, slot.starts_at) for slot in taken] == [
            (anna.id, start) for start in hour
        ]
        await free_slots(session, first.id or 0)
        assert await take_slots(session, second.id or 0, both, hour)
    await database.close()


def test_a_span_touches_every_quarter_it_reaches_into() -> None:
    starts = NOW.replace(minute=50)
    touched = quarters(Span(starts, starts + timedelta(minutes=20)))
    assert [f"{start:%H.%M}" for start in touched] == ["09.45", "10.00"]
    assert quarters(Span(NOW, NOW + timedelta(minutes=15))) == [NOW]
