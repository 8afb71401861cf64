"""Updates are answered in order, one bad one harms nobody else, and nothing is dropped silently."""

from typing import Any

import pytest
from sqlalchemy.exc import OperationalError
from sqlmodel import select
from telegram import Update
from telegram.ext import MessageHandler, filters

from domain.errors import NotAllowed
from domain.people import Channel, Role
from handlers.turn import Turn
from models.inbox import InboxRow, InboxStatus, failed_updates
from models.people import Chat
from tests.full_disk import full_disk
from tests.line import Line, Someone

SORRY = "Det lykkedes ikke for os at behandle din besked."


async def breaks(_update: Update, _turn: Turn) -> None:
    raise RuntimeError("planted")


async def refuses(_update: Update, turn: Turn) -> None:
    turn.go("half done")
    raise NotAllowed()


def plant(line: Line, word: str, callback: Any) -> None:
    line.worker.handlers.insert(0, MessageHandler(filters.Text([word]), callback))


async def post(someone: Someone, *texts: str) -> None:
    """Several messages that arrive before anybody looks."""
    for text in texts:
        await someone.sends({"text": text})


async def rows(line: Line) -> list[InboxRow]:
    async with line.database.read() as session:
        return list((await session.exec(select(InboxRow).order_by(InboxRow.id))).all())


@pytest.fixture
async def mette(line: Line) -> Someone:
    return await line.joins(Role.EMPLOYER, "Mette", "Bageriet")


async def test_the_messages_of_a_chat_are_answered_in_their_order(
    line: Line, mette: Someone
) -> None:
    await mette.presses_data("incident")
    await post(mette, "Hun gik midt i vagten", "Vi har ringet")
    seen = [answer.text[:12] for answer in await mette.answers()]
    assert seen == ["Hvad skete d", "Tak. Hvad ha", "Jeg har fors"]


async def test_one_bad_update_among_good_ones_harms_only_itself(line: Line, mette: Someone) -> None:
    bo = await line.joins(Role.EMPLOYER, "Bo", "Værkstedet")
    plant(line, "bang", breaks)
    await post(bo, "bang")
    for someone in (mette, bo, mette):
        await someone.presses_data("help")
    await line.works()
    assert len(await mette.looks()) == 2
    assert await bo.looks() == []  # what stands behind the bad one waits with it


async def test_after_three_tries_it_is_set_aside_with_a_reference_and_the_next_is_answered(
    line: Line, mette: Someone
) -> None:
    plant(line, "bang", breaks)
    await post(mette, "bang")
    await mette.presses_data("help")
    for _ in range(2):
        assert await mette.answers() == []
        await line.passes(seconds=5)
    sorry, _help = await mette.looks()
    assert sorry.text.startswith(SORRY)
    async with line.database.read() as session:
        [failed] = await failed_updates(session)
    assert failed.attempts == 3
    assert failed.failure in sorry.text


async def test_a_kind_refusal_changes_nothing_and_is_not_tried_again(
    line: Line, mette: Someone
) -> None:
    plant(line, "må jeg", refuses)
    await post(mette, "må jeg")
    [refused] = await mette.answers()
    assert refused.text == "Det har du ikke adgang til her."
    async with line.database.read() as session:
        assert (await session.get_one(Chat, mette.key)).flow == ""
    assert {row.status for row in await rows(line)} == {InboxStatus.DONE}


async def test_a_refusal_that_cannot_be_said_is_set_aside_like_any_other_failure(
    line: Line, mette: Someone
) -> None:
    query = {
        "id": {"not": "a text"},
        "from": {"id": mette.chat_id, "is_bot": False, "first_name": "Mette"},
        "chat_instance": "1",
        "data": "take:1",
        "message": {"message_id": 1, "date": 0, "chat": {"id": mette.chat_id, "type": "private"}},
    }
    await line.receives(Channel.TELEGRAM, {"callback_query": query})
    await line.works()
    for _ in range(2):
        await line.passes(seconds=5)
    [sorry] = await mette.looks()
    assert sorry.text.startswith(SORRY)


async def test_who_comes_in_is_known_to_the_next_update_of_the_same_batch(line: Line) -> None:
    someone = await line.stranger(Channel.TELEGRAM)
    code = await line.code(Role.EMPLOYER, "Mette", "Bageriet")
    start = {"type": "bot_command", "offset": 0, "length": 6}
    await someone.sends({"text": f"/start {code}", "entities": [start]})
    for data in ("accept", "lang:da", "help"):
        await someone.presses_data(data)
    texts = [answer.text for answer in await someone.answers()]
    assert len(texts) == 4
    assert texts[0].startswith("Hej Mette")
    assert not any("kender dig ikke" in text for text in texts)


async def test_a_group_is_sent_to_a_private_chat(line: Line, mette: Someone) -> None:
    group = {"id": -500, "type": "group", "title": "Vagten"}
    await mette.sends({"chat": group, "text": "hej"})
    await line.works()
    [said] = line.door.chats[-500]
    assert said.text == "Jeg taler kun med én ad gangen. Skriv til mig i en privat chat."


async def test_who_blocks_the_bot_is_unreachable_until_they_come_back(
    line: Line, mette: Someone
) -> None:
    person = {"id": mette.chat_id, "is_bot": False, "first_name": "Mette"}
    bot = {"id": 1, "is_bot": True, "first_name": "HV-linjen"}

    async def reachable_after(old: str, new: str) -> bool:
        change = {
            "chat": {"id": mette.chat_id, "type": "private"},
            "from": person,
            "date": 0,
            "old_chat_member": {"user": bot, "status": old, "until_date": 0},
            "new_chat_member": {"user": bot, "status": new, "until_date": 0},
        }
        await line.receives(Channel.TELEGRAM, {"my_chat_member": change})
        await line.works()
        async with line.database.read() as session:
            return (await session.get_one(Chat, mette.key)).reachable

    assert not await reachable_after("member", "kicked")
    assert await reachable_after("kicked", "member")
    assert await mette.looks() == []


BUTTONS = (
    *("see", "when", "condition", "guide", "long", "helped", "level", "call", "calm", "take"),
    *("case", "close", "outcome", "learned", "tried", "lang", "log", "nothing-we-know"),
)
RESTS = ("", ":", ":x", ":²", ":999999999999999999999999", ":1:2:3:4", ":-1")
MADE_UP = [f"{name}{rest}" for name in BUTTONS for rest in RESTS]


async def test_every_made_up_button_is_answered_at_once(line: Line, mette: Someone) -> None:
    for data in MADE_UP:
        await mette.presses_data(data)
    assert len(await mette.answers()) >= len(MADE_UP)
    undone = [row.payload for row in await rows(line) if row.status != InboxStatus.DONE]
    assert undone == []


STICKER = {
    "file_id": "s",
    "file_unique_id": "s",
    "type": "regular",
    "width": 1,
    "height": 1,
    "is_animated": False,
    "is_video": False,
}


@pytest.mark.parametrize(
    "content",
    [
        {"sticker": STICKER},
        {"location": {"latitude": 56.1, "longitude": 10.2}},
        {"text": "æ" * 10_000},
        {"text": "   "},
        {"new_chat_title": "?"},
    ],
)
async def test_whatever_is_sent_gets_an_answer(
    line: Line, mette: Someone, content: dict[str, Any]
) -> None:
    await mette.sends(content)
    assert await mette.answers()
    assert {row.status for row in await rows(line)} == {InboxStatus.DONE}


async def test_an_edited_message_is_told_that_it_is_not_read(line: Line, mette: Someone) -> None:
    edited = {
        "message_id": 5,
        "date": 0,
        "edit_date": 1,
        "chat": {"id": mette.chat_id, "type": "private"},
        "from": {"id": mette.chat_id, "is_bot": False, "first_name": "Mette"},
        "text": "rettet",
    }
    await line.receives(Channel.TELEGRAM, {"edited_message": edited})
    assert len(await mette.answers()) == 1


async def test_on_a_full_disk_nothing_is_answered_and_nothing_is_lost(
    line: Line, mette: Someone
) -> None:
    await post(mette, "Hun er ked af det")
    with full_disk(line.database), pytest.raises(OperationalError):
        await line.worker.step()
    assert len(await mette.answers()) == 1
    assert {row.status for row in await rows(line)} == {InboxStatus.DONE}
