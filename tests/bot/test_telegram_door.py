"""The real door against a fake Telegram over loopback: whatever comes in, the next good message is
answered, and what goes out is refused, delayed or repeated as Telegram says."""

import asyncio
import copy
import random
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from sqlmodel import select

from bench.conversations import message, press
from bot.telegram_door import TelegramDoor
from domain.errors import DeliveryError
from domain.people import Role
from models.inbox import InboxRow, InboxStatus
from models.program import BOT_USERNAME, read_fact
from tests.fake_telegram import FakeTelegram, serve
from tests.full_disk import full_disk
from tests.line import Line
from tests.waiting import until

TOKEN = "123456:" + "x" * 30


@dataclass
class Connected:
    """A hotline that runs by itself, connected to a fake Telegram."""

    line: Line
    telegram: FakeTelegram
    door: TelegramDoor
    parts: list[asyncio.Task[None]]

    async def answered(self, chat: int, number: int) -> None:
        """Wait until this chat has been sent so many messages."""
        await until(lambda: self.sent(chat) >= number or any(part.done() for part in self.parts))
        assert not any(part.done() for part in self.parts)

    def sent(self, chat: int) -> int:
        return sum(
            note["method"] == "sendMessage" and note["chat_id"] == str(chat)
            for note in self.telegram.sent
        )

    async def rows(self) -> list[InboxRow]:
        async with self.line.database.read() as session:
            return list((await session.exec(select(InboxRow).order_by(InboxRow.id))).all())


@pytest.fixture
async def connected(line: Line) -> AsyncIterator[Connected]:
    telegram = FakeTelegram()
    server, address = await serve(telegram)
    door = TelegramDoor(TOKEN, address, line.database, lambda: line.now, line.worker.health)
    line.notifier.telegram = door
    line.worker.committed = line.notifier.wake.set
    await line.notifier.recover()
    assert await door.connect()
    running = (line.worker.run(), line.notifier.run(), door.poll(line.worker.wake.set))
    parts = [asyncio.create_task(part) for part in running]
    yield Connected(line, telegram, door, parts)
    for part in parts:
        part.cancel()
    await asyncio.gather(*parts, return_exceptions=True)
    await door.close()
    server.close()


OUT_OF_SHAPE: list[Any] = [
    None,
    7,
    "text",
    [],
    {},
    {"update_id": "x"},
    {"update_id": None, "message": None},
    {"message": {"chat": {"id": True}}},
    {"message": {"chat": {"id": 2**70}}},
    {"message": {"chat": {"id": 6, "type": "private"}, "text": "half \ud83d a character"}},
    {"callback_query": {"id": 5, "data": ["x"], "message": "no"}},
    {"my_chat_member": {"chat": {"id": 8}}},
    {"poll": {"id": 1}},
]


@pytest.mark.parametrize("bad", OUT_OF_SHAPE, ids=str)
async def test_the_next_good_message_is_answered_within_a_second(
    connected: Connected, bad: Any
) -> None:
    loop = asyncio.get_running_loop()
    began = loop.time()
    connected.telegram.push([bad, message(50, "/start")])
    await connected.answered(50, 1)
    assert loop.time() - began < 5  # a second on a quiet machine


async def test_what_is_out_of_shape_is_set_aside_for_people_to_see(connected: Connected) -> None:
    connected.telegram.push([*copy.deepcopy(OUT_OF_SHAPE), message(50, "/start")])
    await connected.answered(50, 1)
    rows = await connected.rows()
    assert len(rows) == len(OUT_OF_SHAPE) + 1
    assert sum(row.failure == "unreadable" for row in rows) == 11


async def test_a_nest_too_deep_to_look_into_is_set_aside_too(connected: Connected) -> None:
    nest: Any = []
    for _ in range(400):
        nest = [nest]
    connected.telegram.push([{"message": {"chat": {"id": 9}, "text": nest}}, message(50, "/start")])
    await connected.answered(50, 1)


async def test_nothing_but_trouble_is_acknowledged_one_by_one(
    connected: Connected, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.telegram_door.UNREADABLE_PAUSE", 0.01)
    connected.telegram.push([message(50, "/start")])
    await connected.answered(50, 1)
    connected.telegram.push([None] * 150)
    connected.telegram.push([message(50, "/start")])
    await connected.answered(50, 2)


async def test_hundreds_of_broken_updates_stop_nothing(connected: Connected) -> None:
    line, chance = connected.line, random.Random(7)
    mette = await line.code(Role.EMPLOYER, "Mette", "Bageriet")
    connected.telegram.push(
        [message(50, f"/start {mette}"), press(50, "accept"), press(50, "lang:da")]
    )
    await connected.answered(50, 3)
    for good in range(1, 7):
        broken = [_broken(chance) for _ in range(100)]
        connected.telegram.push([*broken, message(50, "/help")])
        await connected.answered(50, 3 + good)
        line.clock[0] += timedelta(seconds=10)  # those that are tried again are due
        line.worker.wake.set()
    for _ in range(3):
        line.clock[0] += timedelta(seconds=10)
        while await line.worker.step():
            pass
    rows = await connected.rows()
    assert {row.status for row in rows} <= {InboxStatus.DONE, InboxStatus.FAILED}
    assert len(rows) > 500  # some are repeats of one another
    assert not any(part.done() for part in connected.parts)


ODD: list[Any] = [
    None, True, False, 0, -1, 2**62, 2**64, 1.5, float("inf"), "", "x", "\ud800", "\0", "æ" * 5000,
    [], [None], {}, {"id": 1}, [[[[]]]], "2026-01-01", {"": {"": ""}},
]  # fmt: skip


def _broken(chance: random.Random) -> Any:
    """A real update with one to four of its parts replaced, dropped or doubled."""
    chat = chance.randint(100, 130)
    update = chance.choice(
        [
            message(chat, "/start x"),
            message(chat, "han går i stå"),
            press(chat, "level:normal"),
            {"edited_message": message(chat, "rettet")["message"]},
            {"my_chat_member": {"chat": {"id": chat, "type": "private"}, "date": 1}},
        ]
    )
    for _ in range(chance.randint(1, 4)):
        parent: Any = update
        while True:
            keys = list(parent) if isinstance(parent, dict) else list(range(len(parent)))
            if not keys:
                break
            key = chance.choice(keys)
            if isinstance(parent[key], dict | list) and chance.random() < 0.8:
                parent = parent[key]
                continue
            if isinstance(parent, dict) and chance.random() < 0.2:
                del parent[key]
            else:
                parent[key] = copy.deepcopy(chance.choice(ODD))
            break
    if isinstance(update, dict) and isinstance(update.get("update_id"), int):
        del update["update_id"]  # a number from the future would forget what comes after it
    return update


async def test_a_repeat_is_not_answered_twice(connected: Connected) -> None:
    update = message(50, "/start") | {"update_id": 900}
    connected.telegram.push([update])
    await connected.answered(50, 1)
    connected.telegram.push([copy.deepcopy(update), message(51, "/start")])
    await connected.answered(51, 1)
    assert connected.sent(50) == 1


async def test_ids_that_begin_again_after_a_quiet_week_are_not_missed(
    connected: Connected, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.telegram_door.POLL_SECONDS", 0)
    connected.telegram.push([message(50, "/start") | {"update_id": 900_000}])
    await connected.answered(50, 1)
    polls = connected.telegram.polls
    await until(lambda: connected.telegram.polls >= polls + 3)
    connected.telegram.next_update = 5
    connected.telegram.push([message(50, "/start") | {"update_id": 5}])
    await connected.answered(50, 2)


async def test_nothing_is_acknowledged_before_it_is_stored(connected: Connected) -> None:
    connected.telegram.push([message(50, "/start")])
    await connected.answered(50, 1)
    with full_disk(connected.line.database):
        connected.telegram.push([message(50, "/start")])
        await asyncio.sleep(0.5)
        assert len(connected.telegram.waiting) == 1
    await connected.answered(50, 2)


async def test_the_name_in_links_is_kept_for_the_command_line(connected: Connected) -> None:
    async with connected.line.database.read() as session:
        assert await read_fact(session, BOT_USERNAME) == "hv_test_bot"


async def test_answers_that_make_no_sense_are_no_connection(
    line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    telegram = FakeTelegram()
    server, address = await serve(telegram)
    door = TelegramDoor(TOKEN, address, line.database, lambda: line.now, line.worker.health)
    telegram.rules.broken = 1
    assert not await door.connect()

    async def slow_down(_method: str, _params: dict[str, str]) -> tuple[int, dict[str, Any]]:
        return 429, {"ok": False, "error_code": 429, "parameters": {"retry_after": 3}}

    monkeypatch.setattr(telegram, "call", slow_down)
    assert not await door.connect()
    await door.close()
    server.close()


@pytest.mark.parametrize(
    ("status", "description", "reason", "permanent", "retry_after"),
    [
        (403, "Forbidden: bot was blocked by the user", "blocked", True, 0),
        (400, "Bad Request: chat not found", "blocked", True, 0),
        (400, "Bad Request: message is too long", "refused: Message is too long", True, 0),
        (429, "Too Many Requests: retry after 7", "told to wait", False, 7),
        (502, "Bad Gateway", "NetworkError", False, 0),
        (401, "Unauthorized", "InvalidToken", False, 0),
    ],
)
async def test_what_telegram_refuses(
    connected: Connected,
    monkeypatch: pytest.MonkeyPatch,
    status: int,
    description: str,
    reason: str,
    permanent: bool,
    retry_after: float,
) -> None:
    body = {"ok": False, "error_code": status, "description": description}
    if retry_after:
        body["parameters"] = {"retry_after": retry_after}
    monkeypatch.setattr(connected.telegram, "_send", lambda *_: (status, body))
    with pytest.raises(DeliveryError) as raised:
        await connected.door.send(50, "hej", [], None)
    error = raised.value
    assert (error.reason, error.permanent, error.retry_after) == (reason, permanent, retry_after)
