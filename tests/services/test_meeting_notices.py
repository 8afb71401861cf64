"""Reviewers hear once, in office hours, that a meeting's sheet can be made."""

import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlmodel import SQLModel, select

import models  # noqa: F401 - makes all tables known
from domain.office import Office
from domain.people import Role
from models.database import Database
from models.outbox import OutboxRow
from models.people import Chat, Person
from services.meeting_notices import tell_due

OPENS = datetime(2026, 10, 1, 6, 0, tzinfo=UTC)  # a Thursday, 8.00 in Denmark
AGENDA, NETWORK = "meeting-due-agenda", "meeting-due-invitation"


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    opened = Database(f"sqlite+aiosqlite:///{tmp_path / 'test.db'}")
    async with opened.engine.begin() as connection:
        await connection.run_sync(SQLModel.metadata.create_all)
    async with opened.write() as session:
        joins = {Role.REVIEWER: datetime(2026, 9, 30, tzinfo=UTC), Role.SPECIALIST: OPENS}
        for number, (role, joined) in enumerate(joins.items(), 1):
            session.add(Person(role=role, name=f"Nr. {number}", created_at=joined))
            await session.flush()
            session.add(Chat(key=f"web:{number}", person_id=number, seen_at=joined))
    yield opened
    await opened.close()


async def tells(database: Database, at: datetime) -> int:
    async with database.write() as session:
        return await tell_due(session, at, Office(), "https://hotline.example")


async def told(database: Database) -> list[tuple[str, str]]:
    async with database.read() as session:
        rows = (await session.exec(select(OutboxRow).order_by(OutboxRow.id))).all()  # type: ignore[arg-type]
    return [(row.chat_key, row.key) for row in rows]


async def test_the_quarter_is_told_once_when_the_office_opens(database: Database) -> None:
    assert await tells(database, OPENS - timedelta(minutes=1)) == 0
    assert await tells(database, OPENS) == 1
    assert await tells(database, OPENS + timedelta(minutes=1)) == 0
    assert await tells(database, OPENS + timedelta(days=60)) == 0
    assert await told(database) == [("web:1", NETWORK)]
    async with database.read() as session:
        row = (await session.exec(select(OutboxRow))).one()
    assert json.loads(row.params) == {
        "link": "https://hotline.example/review/meetings?sheet=invitation"
    }


async def test_after_a_half_year_both_are_told_and_after_holidays_late(database: Database) -> None:
    await tells(database, OPENS)
    assert await tells(database, datetime(2027, 1, 1, 9, tzinfo=UTC)) == 0  # New Year's Day
    assert await tells(database, datetime(2027, 1, 20, 9, tzinfo=UTC)) == 2
    assert [key for _, key in await told(database)] == [NETWORK, AGENDA, NETWORK]
