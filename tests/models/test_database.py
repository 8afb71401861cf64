"""One writer at a time, durable commits, real foreign keys, and all or nothing."""

import asyncio
import threading
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlmodel import select

from bot.clock import Clock
from models.database import Database, Session, back_up, insert_new
from models.migrate import migrate
from models.people import Chat
from models.program import Fact, read_fact, write_fact
from tests.full_disk import full_disk


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    url = f"sqlite+aiosqlite:///{tmp_path / 'hotline.db'}"
    migrate(url, Clock().now())
    opened = Database(url)
    yield opened
    await opened.close()


@pytest.mark.parametrize(
    ("pragma", "value"), [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1)]
)
async def test_what_is_committed_survives_a_power_loss(
    database: Database, pragma: str, value: object
) -> None:
    async with database.read() as session:
        connection = await session.connection()
        assert (await connection.execute(text(f"PRAGMA {pragma}"))).scalar() == value


@pytest.mark.parametrize("brief", [False, True])
async def test_writers_take_turns_and_no_count_is_lost(database: Database, brief: bool) -> None:
    other = Database(database.url)  # another process, with a lock of its own

    async def count(through: Database) -> None:
        for _ in range(20):
            async with through.write(brief=brief) as session:
                number = int(await read_fact(session, "count") or 0)
                await asyncio.sleep(0)
                await write_fact(session, "count", str(number + 1))

    await asyncio.gather(*(count(through) for through in (database, other) for _ in range(3)))
    async with database.read() as session:
        assert await read_fact(session, "count") == "120"
    await other.close()


async def test_a_writer_holds_the_lock_from_its_first_word(database: Database) -> None:
    """A plain BEGIN would let both read first, and then refuse one of them."""
    other = Database(database.url)
    async with database.write() as session:
        await read_fact(session, "anything")
        waiting = asyncio.create_task(_set(other))
        done, _pending = await asyncio.wait([waiting], timeout=0.2)
        assert not done
    await waiting
    await other.close()


async def test_only_a_brief_transaction_keeps_everything_else_waiting(database: Database) -> None:
    """Both on the one connection, so that nothing of the brief one is left for the next."""
    here = threading.get_ident()
    for brief in (True, False, True, False):
        async with database.write(brief=brief) as session:
            assert (await _thread(session) == here) is brief
    async with database.read() as session:
        assert await _thread(session) != here


async def _thread(session: Session) -> int:
    """The thread in which a statement of this session runs."""
    pooled = await (await session.connection()).get_raw_connection()
    driver = pooled.driver_connection
    assert driver is not None
    await driver.create_function("this_thread", 0, threading.get_ident)
    found = await session.exec(text("SELECT this_thread()"))  # type: ignore[call-overload]
    return int(found.scalar_one())


async def _set(database: Database) -> None:
    async with database.write() as session:
        await write_fact(session, "other", "1")


async def test_readers_do_not_wait_for_the_writer(database: Database) -> None:
    async with database.write() as session:
        await write_fact(session, "secret", "1")
        await session.flush()
        async with database.read() as reader:
            assert await read_fact(reader, "secret") == ""


@pytest.mark.parametrize("brief", [False, True])
async def test_an_error_rolls_everything_back(database: Database, brief: bool) -> None:
    with pytest.raises(ZeroDivisionError):
        await _fail(database, brief)
    async with database.read() as session:
        assert (await session.exec(select(Fact))).all() == []


async def _fail(database: Database, brief: bool) -> None:
    async with database.write(brief=brief) as session:
        await write_fact(session, "one", "1")
        await session.flush()
        raise ZeroDivisionError


async def test_a_row_cannot_point_at_nothing(database: Database) -> None:
    with pytest.raises(IntegrityError):
        async with database.write() as session:
            session.add(Chat(key="telegram:1", person_id=99, seen_at=Clock().now()))


@pytest.mark.parametrize("brief", [False, True])
async def test_a_full_disk_commits_nothing_and_leaves_the_database_usable(
    database: Database, brief: bool
) -> None:
    await _set(database)
    with full_disk(database), pytest.raises(OperationalError):
        async with database.write(brief=brief) as session:
            await write_fact(session, "big", "x" * 100_000)
    await _set(database)
    async with database.read() as session:
        assert await read_fact(session, "big") == ""


async def test_an_error_does_not_say_what_was_written(database: Database) -> None:
    with pytest.raises(IntegrityError) as raised:
        async with database.write() as session:
            session.add(Fact(name="hemmelighed", value=None))  # type: ignore[arg-type]
    assert "hemmelighed" not in str(raised.value)


async def test_only_new_rows_are_inserted(database: Database) -> None:
    async with database.write() as session:
        await insert_new(session, Fact, [{"name": "a", "value": "1"}])
        await insert_new(session, Fact, [{"name": "a", "value": "2"}, {"name": "b", "value": "3"}])
    async with database.read() as session:
        found = (await session.exec(select(Fact).order_by(Fact.name))).all()
    assert [(fact.name, fact.value) for fact in found] == [("a", "1"), ("b", "3")]


async def test_a_copy_made_while_somebody_writes_is_whole(
    database: Database, tmp_path: Path
) -> None:
    await _set(database)
    async with database.write() as session:
        await write_fact(session, "half", "1")
        await session.flush()
        back_up(tmp_path / "hotline.db", tmp_path / "copy.db")
    copy = Database(f"sqlite+aiosqlite:///{tmp_path / 'copy.db'}")
    async with copy.read() as session:
        names = [fact.name for fact in (await session.exec(select(Fact))).all()]
        connection = await session.connection()
        assert (await connection.execute(text("PRAGMA integrity_check"))).scalar() == "ok"
    assert names == ["other"]
    await copy.close()
