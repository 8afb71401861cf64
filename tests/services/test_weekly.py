"""Reviewers hear of each week once, in duty hours, and in January that the report can be made."""

import json
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlmodel import SQLModel, select

import models  # noqa: F401 - makes all tables known
from domain.office import Office
from domain.people import Role
from domain.promises import PromiseState
from domain.triage import Level
from domain.visits import VisitStatus
from models.database import Database
from models.incidents import Incident
from models.outbox import OutboxRow
from models.people import Chat, Person
from models.visits import Promise, Visit
from services.weekly import tell_due

MONDAY = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)  # 8.00 in Denmark: the office opens


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    opened = Database(f"sqlite+aiosqlite:///{tmp_path / 'test.db'}")
    async with opened.engine.begin() as connection:
        await connection.run_sync(SQLModel.metadata.create_all)
    async with opened.write() as session:
        joined = MONDAY - timedelta(days=700)
        for number, role in enumerate((Role.REVIEWER, Role.REVIEWER, Role.SPECIALIST), 1):
            session.add(Person(role=role, name=f"Nr. {number}", created_at=joined))
            await session.flush()
            session.add(Chat(key=f"web:{number}", person_id=number, seen_at=joined))
    yield opened
    await opened.close()


async def tells(database: Database, at: datetime) -> int:
    async with database.write() as session:
        return await tell_due(session, at, Office(), "https://hotline.example")


async def messages(database: Database, key: str) -> list[OutboxRow]:
    async with database.read() as session:
        wanted = select(OutboxRow).where(OutboxRow.key == key)
        return list((await session.exec(wanted)).all())


async def test_on_monday_when_the_office_opens_each_reviewer_is_told_once(
    database: Database,
) -> None:
    assert await tells(database, MONDAY - timedelta(minutes=1)) == 0
    assert await tells(database, MONDAY) == 2
    assert await tells(database, MONDAY + timedelta(minutes=1)) == 0
    assert await tells(database, MONDAY + timedelta(days=3)) == 0
    assert {row.chat_key for row in await messages(database, "digest-week")} == {"web:1", "web:2"}
    assert await tells(database, MONDAY + timedelta(days=7)) == 2


async def test_a_late_tick_tells_late_but_never_in_the_evening(database: Database) -> None:
    assert await tells(database, MONDAY + timedelta(hours=12)) == 0
    assert await tells(database, MONDAY + timedelta(days=2)) == 2


async def test_on_a_holiday_it_is_told_the_day_after(database: Database) -> None:
    easter_monday = datetime(2026, 4, 6, 8, 0, tzinfo=UTC)
    assert await tells(database, easter_monday) == 0
    assert await tells(database, easter_monday + timedelta(days=1)) == 2


async def test_somebody_new_is_not_told_of_weeks_before_their_time(database: Database) -> None:
    async with database.write() as session:
        session.add(Person(role=Role.REVIEWER, name="Ny", created_at=MONDAY))
        await session.flush()
        session.add(Chat(key="web:9", person_id=4, seen_at=MONDAY))
    await tells(database, MONDAY + timedelta(hours=1))
    assert "web:9" not in {row.chat_key for row in await messages(database, "digest-week")}


async def test_the_numbers_are_those_of_the_week_before(database: Database) -> None:
    async with database.write() as session:
        moments = (
            (MONDAY - timedelta(days=8), Level.URGENT),
            (MONDAY - timedelta(days=7), Level.URGENT),
            (MONDAY - timedelta(days=3), Level.NORMAL),
            (MONDAY - timedelta(minutes=30), Level.URGENT),
        )
        for number, (at, level) in enumerate(moments, 1):
            session.add(
                Incident(
                    year=2026,
                    number=number,
                    reporter_id=3,
                    level=level,
                    happened="x",
                    wants_specialist=True,
                    created_at=at,
                )
            )
        states = (PromiseState.KEPT, PromiseState.BROKEN, PromiseState.OPEN)
        for state in states:
            session.add(
                Promise(
                    person_id=3,
                    asked_at=MONDAY - timedelta(days=2),
                    latest_day=date(2026, 11, 24),
                    state=state,
                )
            )
        for number, status in enumerate((VisitStatus.BOOKED, VisitStatus.CANCELLED)):
            session.add(
                Visit(
                    uid=str(number),
                    status=status,
                    starts_at=MONDAY + timedelta(days=2),
                    ends_at=MONDAY + timedelta(days=2, hours=1),
                    specialist_id=3,
                    employer_id=3,
                    created_at=MONDAY,
                    changed_at=MONDAY,
                )
            )
    await tells(database, MONDAY)
    told = json.loads((await messages(database, "digest-week"))[0].params)
    assert told == {
        "week": 47,
        "new": 2,
        "hurried": 1,
        "waiting": 4,
        "taken": 0,
        "promised": 3,
        "kept": 1,
        "open": 1,
        "tasks": 0,
        "visits": 1,
    }


async def test_in_january_the_report_is_remembered_once(database: Database) -> None:
    await tells(database, datetime(2026, 12, 30, 9, 0, tzinfo=UTC))
    assert await messages(database, "digest-report") == []
    assert await tells(database, datetime(2027, 1, 1, 9, 0, tzinfo=UTC)) == 0
    await tells(database, datetime(2027, 1, 4, 9, 0, tzinfo=UTC))
    await tells(database, datetime(2027, 1, 5, 9, 0, tzinfo=UTC))
    found = await messages(database, "digest-report")
    assert len(found) == 2
    assert json.loads(found[0].params)["link"] == (
        "https://hotline.example/review/reports?from=2026-01-01&to=2026-12-31"
    )
    await tells(database, datetime(2028, 1, 3, 9, 0, tzinfo=UTC))
    assert len(await messages(database, "digest-report")) == 4
