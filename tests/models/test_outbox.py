"""Which message is taken next, and what is remembered of it."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from models.database import Database
from models.migrate import migrate
from models.outbox import (
    OutboxRow,
    OutboxStatus,
    claim,
    mark_sent,
    next_due,
    pending_buttons,
    requeue_interrupted,
)
from models.people import Chat

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
LATER = NOW + timedelta(minutes=5)


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    url = f"sqlite+aiosqlite:///{tmp_path / 'hotline.db'}"
    migrate(url, NOW)
    opened = Database(url)
    async with opened.write() as session:
        session.add_all(
            [Chat(key=key, seen_at=NOW) for key in ("telegram:1", "telegram:2", "web:1")]
        )
    yield opened
    await opened.close()


async def put(database: Database, *rows: dict[str, Any]) -> None:
    async with database.write() as session:
        for row in rows:
            session.add(OutboxRow(**{"chat_key": "telegram:1", "created_at": NOW} | row))
            await session.flush()


async def taken(database: Database, limit: int = 10, channel: str = "") -> list[str]:
    async with database.write() as session:
        return [row.key for row in await claim(session, NOW, limit, channel)]


async def test_the_most_urgent_first_and_then_the_oldest(database: Database) -> None:
    await put(database, {"key": "a"}, {"key": "b", "priority": 0}, {"key": "c"}, {"key": "d"})
    assert await taken(database, 3) == ["b", "a", "c"]
    assert await taken(database) == ["d"]
    assert await taken(database) == []


async def test_what_is_for_later_stays(database: Database) -> None:
    await put(database, {"key": "later", "not_before": LATER}, {"key": "now", "not_before": NOW})
    assert await taken(database) == ["now"]
    async with database.read() as session:
        assert await next_due(session) == LATER


async def test_behind_one_that_is_tried_again_its_chat_waits_and_no_other(
    database: Database,
) -> None:
    await put(
        database,
        {"key": "again", "attempts": 1, "not_before": LATER},
        {"key": "behind"},
        {"key": "urgent", "priority": 0},
        {"key": "other", "chat_key": "telegram:2"},
    )
    assert await taken(database) == ["urgent", "other"]


async def test_a_message_that_was_planned_for_later_holds_nothing_up(database: Database) -> None:
    await put(database, {"key": "planned", "not_before": LATER}, {"key": "now"})
    assert await taken(database) == ["now"]


async def test_one_door_alone(database: Database) -> None:
    await put(database, {"key": "a"}, {"key": "b", "chat_key": "web:1"})
    assert await taken(database, channel="web") == ["b"]


async def test_after_a_crash_what_left_is_sent_and_the_rest_waits_again(database: Database) -> None:
    await put(database, {"key": "left"}, {"key": "on its way"}, {"key": "queued"})
    await taken(database, 2)
    async with database.write() as session:
        known = dict.fromkeys(range(100_000), 0) | {1: 77}  # more than a statement can name
        del known[2]
        await mark_sent(session, known, NOW)
        await requeue_interrupted(session)
    async with database.read() as session:
        rows = [await session.get_one(OutboxRow, number) for number in (1, 2, 3)]
    assert [row.status for row in rows] == ["sent", "queued", "queued"]
    assert (rows[0].message_id, rows[0].sent_at) == (77, NOW)


async def test_only_the_last_buttons_of_a_chat_wait_to_be_pressed(database: Database) -> None:
    sent = {"status": OutboxStatus.SENT, "sent_at": NOW}
    await put(
        database,
        {"key": "old", "buttons": "[[1]]", **sent},
        {"key": "last", "buttons": "[[1]]", **sent},
        {"key": "pressed", "buttons": "[[1]]", "chat_key": "telegram:2", **sent},
        {"key": "answer", "chat_key": "telegram:2", **sent},
    )
    async with database.read() as session:
        found = await pending_buttons(session, NOW - timedelta(hours=1), LATER)
    assert [row.key for row in found] == ["last"]
