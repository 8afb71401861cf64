"""A drill is raised, answered or not, measured, and counted nowhere."""

import asyncio
import json
from datetime import timedelta

import pytest
from typer.testing import CliRunner

from bot import commands_drill
from bot.commands import app
from bot.settings import Settings
from domain.incidents import Status
from domain.people import Role
from domain.triage import Level
from models.incidents import count_by_status
from models.people import person_named
from services.drills import call_off, raise_drill, report
from tests.line import Line
from tests.staff import crew, stored, texts


async def begun(line: Line, level: Level = Level.URGENT):  # type: ignore[no-untyped-def]
    async with line.database.write() as session:
        bente = await person_named(session, "Bente")
        assert bente
        drill = await raise_drill(session, line.now, bente, level, line.settings.office)
    await line.works()
    return drill


async def test_whoever_takes_it_ends_it_and_the_leader_hears_how_soon(line: Line) -> None:
    anna, jonas, bente, _mette = await crew(line)
    drill = await begun(line)
    [told] = await texts(anna)
    assert told.startswith("<b>ØVELSE · H-2026-0001 · haster</b>")
    async with line.database.read() as session:
        assert sum((await count_by_status(session)).values()) == 0
        before = await report(session, drill.id)
    assert (before.told, before.sent_seconds, before.taken_seconds) == (2, 0.0, None)
    line.clock[0] += timedelta(minutes=3)
    [thanks] = await anna.presses("Jeg tager den")
    assert thanks.text == "Tak. Øvelsen H-2026-0001 er slut, og du var der."
    assert (await texts(bente))[-1].endswith("Anna svarede efter 3 minutter.")
    async with line.database.read() as session:
        after = await report(session, drill.id)
    assert (after.taken_seconds, after.taken_by) == (180.0, "Anna")
    assert (await stored(line, drill)).status is Status.CLOSED
    await line.passes(hours=2)
    await jonas.looks()
    [late] = await jonas.presses("Jeg tager den")
    assert "er lukket" in late.text


async def test_one_that_nobody_answers_escalates_like_any_other_and_is_called_off(
    line: Line,
) -> None:
    anna, _jonas, bente, _mette = await crew(line)
    drill = await begun(line)
    await bente.looks()
    await line.passes(minutes=10)
    assert any("ØVELSE" in text for text in await texts(bente))
    async with line.database.write() as session:
        await call_off(session, line.now, drill.id)
    await anna.looks()
    await line.passes(hours=1)
    assert await texts(anna) == []


def test_the_command_prints_what_it_measured(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    from bot.clock import Clock
    from bot.terminal import open_database
    from models.people import Person

    async def bente() -> None:
        database = open_database(settings)
        async with database.write() as session:
            now = Clock().now()
            session.add(Person(role=Role.REVIEWER, name="Bente", created_at=now))
        await database.close()

    monkeypatch.setattr(commands_drill, "settings_or_fail", lambda: settings)
    nobody = CliRunner().invoke(app, ["drill", "--minutes", "0"])
    assert nobody.exit_code == 2
    asyncio.run(bente())
    done = CliRunner().invoke(app, ["drill", "--minutes", "0", "--json"])
    assert done.exit_code == 1, done.output
    found = json.loads(done.output)
    assert found["level"] == "urgent"
    assert found["taken_seconds"] is None
