"""What comes in is stored once, whatever its shape, and nothing secret with it."""

import json
from typing import Any

import pytest
from sqlmodel import select

from domain.people import Channel
from models.inbox import InboxRow, InboxStatus
from services.inbox import receive, update_id
from tests.line import Line


def text(words: Any, **more: Any) -> dict[str, Any]:
    chat = {"id": 5, "type": "private"}
    return {
        "update_id": 1,
        "message": {"message_id": 9, "date": 0, "chat": chat, "text": words} | more,
    }


async def stored(line: Line, *updates: Any) -> list[InboxRow]:
    async with line.database.write() as session:
        await receive(session, line.now, Channel.TELEGRAM, updates)
    async with line.database.read() as session:
        return list((await session.exec(select(InboxRow).order_by(InboxRow.id))).all())


async def test_a_repeat_is_left_out_but_not_a_new_one_under_an_old_number(line: Line) -> None:
    rows = await stored(line, text("a"), text("a"), text("b", message_id=10), text("c", date=99))
    assert [json.loads(row.payload)["message"]["text"] for row in rows] == ["a", "b", "c"]


async def test_a_cpr_number_is_not_stored(line: Line) -> None:
    [row] = await stored(line, text("hun hedder 010190-1234"))
    assert "1234" not in row.payload
    assert json.loads(row.payload)["masked"] == 1


async def test_half_a_character_does_not_stop_the_others(line: Line) -> None:
    half, whole = await stored(line, text("\ud83d"), text("hel", message_id=10))
    assert json.loads(half.payload)["message"]["text"] == "?"
    assert whole.status == InboxStatus.PENDING


@pytest.mark.parametrize(
    "chat", [None, "5", True, 2**64, 1.5, [], {}], ids=lambda chat: type(chat).__name__
)
async def test_a_chat_that_cannot_be_read_is_set_aside(line: Line, chat: Any) -> None:
    bad = {"update_id": 2, "message": {"chat": {"id": chat}}}
    rows = await stored(line, bad, bad, text("god"))
    assert [(row.status, row.failure) for row in rows] == [
        ("failed", "unreadable"),
        ("pending", ""),
    ]


async def test_two_unreadable_ones_are_two(line: Line) -> None:
    assert len(await stored(line, {"poll": 1}, {"poll": 2}, 7, None)) == 4


@pytest.mark.parametrize(
    ("update", "number"),
    [
        ({"update_id": 7}, 7),
        ({"update_id": True}, 0),
        ({"update_id": "7"}, 0),
        ({"update_id": -7}, 0),
        ({"update_id": 2**64}, 0),
        ({}, 0),
        (None, 0),
    ],
)
def test_the_number_of_an_update(update: Any, number: int) -> None:
    assert update_id(update) == number


async def test_of_a_press_our_own_words_are_not_kept(line: Line) -> None:
    message = {"message_id": 9, "date": 7, "chat": {"id": 5, "type": "private"}, "text": "Hej Ali"}
    press = {"update_id": 3, "callback_query": {"id": "1", "data": "menu", "message": message}}
    [row] = await stored(line, press)
    kept = json.loads(row.payload)["callback_query"]
    assert (row.chat_key, kept["data"]) == ("telegram:5", "menu")
    assert kept["message"] == {"message_id": 9, "date": 0, "chat": message["chat"]}
