"""What is queued leaves once, in order, at Telegram's pace, and one bad message stops no other."""

import asyncio
import time
from datetime import timedelta
from types import SimpleNamespace

import pytest
from sqlalchemy.exc import OperationalError
from sqlmodel import select

from domain.errors import DeliveryError
from domain.messages import Message, Priority
from domain.pacing import Pace, Pacer
from domain.people import Channel, Role
from models.outbox import OutboxRow, OutboxStatus
from models.people import Chat
from services.messages import queue
from tests.full_disk import full_disk
from tests.line import FakeDoor, Line, Seen, Someone
from tests.waiting import until


@pytest.fixture
async def mette(line: Line) -> Someone:
    return await line.joins(Role.EMPLOYER, "Mette", "Bageriet")


async def say(line: Line, someone: Someone, *references: str, priority: int = 2) -> None:
    """Queue one message for each reference."""
    async with line.database.write() as session:
        for number in references:
            said = Message("case-still-waiting", {"reference": number}, priority=Priority(priority))
            queue(session, line.now, someone.key, said)


async def outbox(line: Line, status: OutboxStatus) -> list[OutboxRow]:
    async with line.database.read() as session:
        wanted = select(OutboxRow).where(OutboxRow.status == status).order_by(OutboxRow.id)
        return list((await session.exec(wanted)).all())


def references(seen: list[Seen]) -> list[str]:
    return [one.text.split(":")[0].split()[0] for one in seen]


def paced(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    """Telegram's pace, on the test's clock."""
    line.notifier.pacer = Pacer(Pace())
    clock = SimpleNamespace(monotonic=lambda: line.now.timestamp())
    monkeypatch.setattr("bot.notifier.time", clock)


async def moves(line: Line, seconds: float) -> None:
    line.clock[0] += timedelta(seconds=seconds)
    await line.works()


async def test_a_message_without_words_is_set_aside_alone_and_its_reader_is_told(
    line: Line, mette: Someone
) -> None:
    async with line.database.write() as session:
        for key in ("no-such-key", "case-still-waiting"):  # the second without its reference
            queue(session, line.now, mette.key, Message(key))
    await say(line, mette, "H-1")
    await line.works()
    seen = await mette.looks()
    assert references(seen)[0] == "H-1"
    assert [one.text[:16] for one in seen[1:]] == ["Noget gik galt h"] * 2
    failed = [row.failure for row in await outbox(line, OutboxStatus.FAILED)]
    assert failed == ["no words: KeyError", "no words: ValueError"]


async def test_a_chat_gets_three_at_once_and_then_one_a_second(
    line: Line, mette: Someone, monkeypatch: pytest.MonkeyPatch
) -> None:
    paced(line, monkeypatch)
    await say(line, mette, "1", "2", "3", "4", "5", "6", "7")
    counts = []
    for _ in range(3):
        await line.works()
        counts.append(len(await mette.looks()))
        line.clock[0] += timedelta(seconds=3.01)
    assert counts == [3, 3, 1]
    assert references(mette.inbox[-7:]) == ["1", "2", "3", "4", "5", "6", "7"]


async def test_no_more_than_thirty_a_second_leave_in_all(
    line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    people = [await line.stranger(Channel.TELEGRAM) for _ in range(70)]
    async with line.database.write() as session:
        session.add_all([Chat(key=one.key, seen_at=line.now) for one in people])
        await session.flush()
        for one in people:
            queue(session, line.now, one.key, Message("group-no"))
    paced(line, monkeypatch)
    counts = []
    for _ in range(3):
        await line.works()
        counts.append(sum(len(seen) for seen in line.door.chats.values()))
        line.clock[0] += timedelta(seconds=1.01)
    assert counts == [30, 60, 70]


async def test_the_web_chat_does_not_wait_for_telegram(
    line: Line, mette: Someone, monkeypatch: pytest.MonkeyPatch
) -> None:
    bo = await line.joins(Role.EMPLOYER, "Bo", "Værkstedet", Channel.WEB)
    paced(line, monkeypatch)
    line.notifier.pacer.recent.extend([line.now.timestamp()] * 30)
    await say(line, mette, "1")
    await say(line, bo, "2")
    await line.works()
    assert references(await bo.looks()) == ["2"]
    assert await mette.looks() == []


async def test_the_most_urgent_leaves_first(line: Line, mette: Someone) -> None:
    await say(line, mette, "bulk", priority=4)
    await say(line, mette, "reply", priority=2)
    await say(line, mette, "danger", priority=0)
    await line.works()
    assert references(await mette.looks()) == ["danger", "reply", "bulk"]


async def test_who_must_wait_delays_nobody_else(
    line: Line, mette: Someone, monkeypatch: pytest.MonkeyPatch
) -> None:
    bo = await line.joins(Role.EMPLOYER, "Bo", "Værkstedet")
    paced(line, monkeypatch)
    line.door.wait[mette.chat_id] = 20
    await say(line, mette, "1", "2")
    await say(line, bo, "3")
    await line.works()
    assert references(await bo.looks()) == ["3"]
    await moves(line, 19)
    assert await mette.looks() == []
    await moves(line, 2)
    assert references(await mette.looks()) == ["1", "2"]


async def test_nothing_overtakes_a_message_that_is_tried_again_but_an_emergency(
    line: Line, mette: Someone
) -> None:
    line.door.failing = 1
    await say(line, mette, "1", "2")
    await line.works()
    await say(line, mette, "3")
    await line.works()
    assert await mette.looks() == []
    await say(line, mette, "danger", priority=0)
    await line.works()
    assert references(await mette.looks()) == ["danger"]
    await moves(line, 2)
    assert references(await mette.looks()) == ["1", "2", "3"]


async def test_an_error_nobody_foresaw_keeps_the_order_too(
    line: Line, mette: Someone, monkeypatch: pytest.MonkeyPatch
) -> None:
    send, broken = line.door.send, [True]

    async def sends(*everything: object) -> int:
        if broken.pop():
            raise KeyError("result")
        broken.append(False)
        return await send(*everything)  # type: ignore[arg-type]

    broken.insert(0, False)
    monkeypatch.setattr(line.door, "send", sends)
    await say(line, mette, "1", "2")
    await line.works()
    await moves(line, 2)
    assert references(await mette.looks()) == ["1", "2"]


async def test_it_is_tried_ever_more_slowly_and_given_up_after_a_day(
    line: Line, mette: Someone
) -> None:
    line.door.failing = 1_000_000
    await say(line, mette, "1")
    tries = 0
    for _ in range(200):
        await line.works()
        [row] = await outbox(line, OutboxStatus.QUEUED) or [None]
        if row is None:
            break
        tries = row.attempts
        assert row.not_before
        line.clock[0] = max(row.not_before, line.now) + timedelta(minutes=10)
    assert tries > 8
    assert [row.failure for row in await outbox(line, OutboxStatus.FAILED)] == ["TimedOut"]


async def test_a_chat_that_is_told_to_wait_for_ever_is_given_up_after_a_day_too(
    line: Line, mette: Someone, monkeypatch: pytest.MonkeyPatch
) -> None:
    paced(line, monkeypatch)
    await say(line, mette, "1")
    for _ in range(30):
        line.door.wait[mette.chat_id] = 3600
        await moves(line, 3601)
    assert [row.failure for row in await outbox(line, OutboxStatus.FAILED)] == ["told to wait"]


async def test_who_blocked_the_bot_is_reached_in_another_chat(line: Line, mette: Someone) -> None:
    web = await line.stranger(Channel.WEB)
    async with line.database.write() as session:
        chat = await session.get_one(Chat, web.key)
        chat.person_id = (await session.get_one(Chat, mette.key)).person_id
        session.add(chat)
    line.door.blocked.add(mette.chat_id)
    await say(line, mette, "1", "2")
    await line.works()
    assert references(await web.looks()) == ["1", "2"]
    async with line.database.read() as session:
        assert not (await session.get_one(Chat, mette.key)).reachable


async def test_after_a_crash_what_had_left_stays_and_what_had_not_leaves(
    line: Line, mette: Someone
) -> None:
    await say(line, mette, "1", "2")
    await line.notifier.step()
    for task in list(line.notifier._tasks):
        task.cancel()  # killed before anything was sent
    line.notifier._queues.clear()
    first, second = await outbox(line, OutboxStatus.SENDING)
    line.notifier.journal.left(first.id or 0, 77)
    await line.notifier.recover()
    await line.works()
    assert references(await mette.looks()) == ["2"]
    sent = {row.id: row.message_id for row in await outbox(line, OutboxStatus.SENT)}
    assert sent[first.id] == 77
    assert line.notifier.journal.read().keys() == {second.id}


async def test_what_left_while_the_disk_was_full_is_not_sent_again(
    line: Line, mette: Someone
) -> None:
    await say(line, mette, "1")
    await line.notifier.step()
    await until(lambda: not line.notifier._tasks)
    with full_disk(line.database), pytest.raises(OperationalError):
        await say(line, mette, "x" * 4000)
    with full_disk(line.database), pytest.raises(OperationalError):
        await line.notifier.step()
    await line.works()
    assert references(await mette.looks()) == ["1"]
    assert await outbox(line, OutboxStatus.SENDING) == []


@pytest.mark.parametrize("failing", [0, 1])
async def test_a_message_that_was_deleted_on_its_way_disturbs_nobody(
    line: Line, mette: Someone, failing: int
) -> None:
    line.door.failing = failing
    await say(line, mette, "1", "2")
    await line.notifier.step()
    async with line.database.write() as session:
        for row in (
            await session.exec(select(OutboxRow).where(OutboxRow.status == "sending"))
        ).all():
            await session.delete(row)
    await line.works()
    await say(line, mette, "3")
    await line.works()
    assert references(await mette.looks())[-1] == "3"


async def test_the_next_message_leaves_when_the_one_before_has_arrived_or_taken_its_time(
    line: Line, mette: Someone
) -> None:
    bo = await line.joins(Role.EMPLOYER, "Bo", "Værkstedet")
    flying, most = 0, 0

    class Slow(FakeDoor):
        async def send(self, chat_id: int, *rest: object) -> int:
            nonlocal flying, most
            flying += 1
            most = max(most, flying)
            await asyncio.sleep(10 if chat_id == mette.chat_id else 0)
            flying -= 1
            return 1

    ida = await line.joins(Role.EMPLOYER, "Ida", "Skolen")
    line.notifier.telegram = Slow()  # type: ignore[assignment]
    await say(line, bo, "1", "2")
    await say(line, ida, "3", "4")
    await line.works()
    assert most == 1  # so that a kill repeats one at most
    began = time.monotonic()
    await say(line, mette, "slow")
    await say(line, bo, "5")
    await line.notifier.step()
    while await outbox(line, OutboxStatus.SENDING) and time.monotonic() - began < 5:
        await asyncio.sleep(0.05)
        await line.notifier.step()
        if len(await outbox(line, OutboxStatus.SENDING)) == 1:
            break
    assert [row.chat_key for row in await outbox(line, OutboxStatus.SENDING)] == [mette.key]
    for task in list(line.notifier._tasks):
        task.cancel()


async def test_a_message_that_has_arrived_is_remembered_although_its_press_still_waits(
    line: Line, mette: Someone, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed now, it must not be sent again; and nobody else waits for the press either."""
    bo = await line.joins(Role.EMPLOYER, "Bo", "Værkstedet")
    answered = asyncio.Event()

    async def slow(*_press: object) -> None:
        await answered.wait()

    monkeypatch.setattr(line.door, "settle", slow)
    await answers_press(line, mette)
    await line.notifier.step()
    await until(lambda: len(line.notifier._left) == 1)
    [row] = await outbox(line, OutboxStatus.SENDING)
    assert row.id in line.notifier.journal.read()
    await say(line, bo, "2")
    await line.notifier.step()
    await until(lambda: len(line.door.chats[bo.chat_id]) > 0 and len(line.notifier._left) == 1)
    answered.set()
    await line.works()
    assert await outbox(line, OutboxStatus.SENDING) == []


async def test_a_press_that_cannot_be_settled_stops_nothing(
    line: Line, mette: Someone, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(*_press: object) -> None:
        raise ValueError

    monkeypatch.setattr(line.door, "settle", broken)
    await answers_press(line, mette)
    await say(line, mette, "2")
    await line.works()
    assert references(await mette.looks()) == ["1", "2"]


async def answers_press(line: Line, someone: Someone) -> None:
    async with line.database.write() as session:
        said = Message("case-still-waiting", {"reference": "1"})
        queue(session, line.now, someone.key, said, answers="press")


def test_a_delivery_error_says_whether_trying_again_helps() -> None:
    assert DeliveryError("blocked", permanent=True).permanent
    assert not DeliveryError("TimedOut").permanent
