"""What stands still is found, told to the leaders in every chat they have, and seen on /readyz."""

from datetime import timedelta

import pytest
from sqlalchemy import delete

from bot import health as health_module
from bot.watchdog import Watchdog
from domain.people import Channel, Role
from domain.triage import Level
from models.escalations import EscalationStep
from models.incidents import Incident
from models.people import Chat
from models.program import ALIVE, write_fact
from tests.line import Line, Someone
from tests.staff import asks, crew, stored, texts


@pytest.fixture
def dog(line: Line) -> Watchdog:
    phrases = line.notifier.phrases
    health = line.ticks.health
    return Watchdog(line.database, lambda: line.now, health, phrases, lambda: None, line.door)  # type: ignore[arg-type]


async def alarms(line: Line, dog: Watchdog, *leaders: Someone) -> list[str]:
    """Two looks, and what the leaders then hear."""
    await dog.step()
    await dog.step()
    await line.works()
    return [text for leader in leaders for text in await texts(leader) if "Alarm" in text]


async def test_a_healthy_hotline_is_left_alone(line: Line, dog: Watchdog) -> None:
    _anna, _jonas, bente, _mette = await crew(line)
    await asks(line, "Mette", Level.URGENT)
    await line.passes(minutes=3)
    assert await alarms(line, dog, bente) == []
    assert dog.health.trouble() == ""


async def test_a_case_without_a_next_step_is_found_and_told_through_every_door(
    line: Line, dog: Watchdog
) -> None:
    _anna, _jonas, bente, _mette = await crew(line)
    other = await line.stranger(Channel.WEB)
    async with line.database.write() as session:
        second = await session.get_one(Chat, other.key)
        first = await session.get_one(Chat, bente.key)
        second.person_id = first.person_id
        session.add(second)
    incident = await asks(line, "Mette", Level.URGENT)
    await bente.looks()
    async with line.database.write() as session:
        await session.exec(delete(EscalationStep))
    heard = await alarms(line, dog, bente, other)
    expected = "En sag, der venter, har intet næste skridt H-2026-0001."
    assert [expected in text for text in heard] == [True, True]
    assert dog.health.trouble() == f"watchdog: case {incident.reference}"
    assert await alarms(line, dog, bente) == []  # once an hour, not every time
    line.clock[0] += timedelta(hours=1)
    async with line.database.write() as session:
        await write_fact(session, ALIVE, line.now.isoformat())
    assert len(await alarms(line, dog, bente)) == 1


@pytest.mark.parametrize("taken", [False, True])
async def test_a_case_that_is_due_for_nothing_is_found(
    line: Line, dog: Watchdog, taken: bool
) -> None:
    anna, _jonas, bente, _mette = await crew(line)
    incident = await asks(line, "Mette", Level.NORMAL)
    if taken:
        await anna.looks()
        await anna.presses("Jeg tager den")
    async with line.database.write() as session:
        found = await session.get_one(Incident, incident.id)
        found.next_action_at = None
        session.add(found)
    assert len(await alarms(line, dog, bente)) == 1


async def test_a_case_that_cannot_be_done_harms_no_other_and_is_found(
    line: Line, dog: Watchdog, monkeypatch: pytest.MonkeyPatch
) -> None:
    anna, _jonas, bente, _mette = await crew(line)
    bad = await asks(line, "Mette", Level.NORMAL)
    good = await asks(line, "Mette", Level.NORMAL)
    real = line.ticks.office.escalation.__class__.steps

    from services import sweeping

    take_step = sweeping.take_step

    async def breaks(session, now, staff, policy, incident, step, bundles):  # type: ignore[no-untyped-def]
        if incident.id == bad.id:
            raise RuntimeError("planted")
        return await take_step(session, now, staff, policy, incident, step, bundles)

    monkeypatch.setattr(sweeping, "take_step", breaks)
    assert real
    await anna.looks()
    await line.passes(minutes=60)
    assert [good.reference in text for text in await texts(anna)] == [True]
    await line.passes(minutes=2)
    [alarm] = await alarms(line, dog, bente)
    assert bad.reference in alarm
    monkeypatch.undo()
    await line.passes(minutes=1)
    assert bad.reference in (await texts(anna))[0]
    assert (await stored(line, bad)).next_action_at > line.now  # type: ignore[operator]


async def test_messages_that_do_not_leave_and_updates_nobody_reads_are_found(
    line: Line, dog: Watchdog
) -> None:
    anna, _jonas, bente, _mette = await crew(line)
    await anna.sends({"text": "hej"})
    line.clock[0] += timedelta(minutes=2)
    async with line.database.write() as session:
        await write_fact(session, ALIVE, line.now.isoformat())
    await dog.step()
    assert [one.line for one in await dog.step()] == ["update"]
    await line.worker.step()  # answered, and the notifier stands still
    line.clock[0] += timedelta(minutes=6)
    async with line.database.write() as session:
        await write_fact(session, ALIVE, line.now.isoformat())
    await dog.step()
    assert "message reply" in [one.line for one in await dog.step()]
    await line.works()
    assert len(await texts(bente)) >= 2


async def test_ticks_that_have_stopped_are_found(line: Line, dog: Watchdog) -> None:
    _anna, _jonas, bente, _mette = await crew(line)
    await line.passes(minutes=1)
    line.clock[0] += timedelta(minutes=2)
    [alarm] = await alarms(line, dog, bente)
    assert "Tidsfrister bliver ikke holdt" in alarm


@pytest.mark.parametrize("part", ["worker", "ticks", "notifier"])
async def test_a_dead_part_is_found_and_a_dead_notifier_is_not_needed_for_the_alarm(
    line: Line, dog: Watchdog, part: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    bente = await line.joins(Role.REVIEWER, "Bente")
    for name in ("worker", "ticks", "notifier"):
        dog.health.beat(name)
    monkeypatch.setitem(dog.health._beats, part, health_module.time.monotonic() - 31)
    await dog.step()
    await dog.step()
    if part != "notifier":
        await line.works()
    [alarm] = await texts(bente)
    assert part in alarm
    assert dog.health.trouble() == part
