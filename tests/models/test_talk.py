"""Where a conversation stands is stored when its transaction ends, and known in it before."""

import gc
import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.clock import Clock
from models.database import Database
from models.migrate import migrate
from models.people import Chat, go, load_chats


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    url = f"sqlite+aiosqlite:///{tmp_path / 'hotline.db'}"
    now = Clock().now()
    migrate(url, now)
    opened = Database(url)
    async with opened.write() as session:
        for key in ("telegram:1", "telegram:2"):
            session.add(Chat(key=key, seen_at=now))
    yield opened
    await opened.close()


async def stand(database: Database) -> list[tuple[str, str, str]]:
    async with database.read() as session:
        chats = [chat for chat, _person in (await load_chats(session, KEYS)).values()]
        return sorted((chat.flow, chat.step, chat.answers) for chat in chats)


KEYS = ("telegram:1", "telegram:2")


async def test_the_last_place_of_each_chat_is_kept(database: Database) -> None:
    async with database.write() as session:
        chats = await load_chats(session, KEYS)
        go(session, chats["telegram:1"][0], "incident", "happened")
        go(session, chats["telegram:2"][0], "asked", answers={"question": "å"})
        go(session, chats["telegram:1"][0], "incident", "tried", {"happened": "væltet"})
    assert await stand(database) == [
        ("asked", "", json.dumps({"question": "å"}, ensure_ascii=False)),
        ("incident", "tried", json.dumps({"happened": "væltet"}, ensure_ascii=False)),
    ]


async def test_whoever_asks_in_the_same_transaction_is_told(database: Database) -> None:
    async with database.write() as session:
        go(session, (await load_chats(session, KEYS))["telegram:1"][0], "writing")
        gc.collect()  # nobody but the session holds the chat now
        assert (await load_chats(session, KEYS))["telegram:1"][0].flow == "writing"


async def test_other_columns_are_stored_beside_it(database: Database) -> None:
    async with database.write() as session:
        chat, _person = (await load_chats(session, KEYS))["telegram:1"]
        go(session, chat, "writing")
        chat.reachable = False
    async with database.read() as session:
        chat, _person = (await load_chats(session, KEYS))["telegram:1"]
        assert (chat.flow, chat.reachable) == ("writing", False)


async def test_a_new_chat_can_stand_somewhere_at_once(database: Database) -> None:
    async with database.write() as session:
        chat = Chat(key="web:1", seen_at=Clock().now())
        session.add(chat)
        go(session, chat, "joining")
    async with database.read() as session:
        assert (await session.get_one(Chat, "web:1")).flow == "joining"


async def test_what_fails_moves_nobody(database: Database) -> None:
    async def fail() -> None:
        async with database.write() as session:
            go(session, (await load_chats(session, KEYS))["telegram:1"][0], "writing")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await fail()
    assert await stand(database) == [("", "", "{}")] * 2
