"""The command that tests whether somebody answers."""

import asyncio
import json
import time
from datetime import timedelta
from typing import Annotated

import typer

from bot.clock import Clock
from bot.practice import AHEAD
from bot.settings import Settings
from bot.terminal import app, fail, open_database, settings_or_fail
from domain.triage import Level
from models.people import leaders, person_named
from models.program import read_fact
from services.drills import DrillReport, call_off, raise_drill, report

LOOK_EVERY = 0.5


@app.command()
def drill(
    level: Annotated[Level, typer.Option(help="emergency, urgent or normal")] = Level.URGENT,
    leader: Annotated[str, typer.Option(help="In whose name; the first leader if empty")] = "",
    minutes: Annotated[float, typer.Option(help="How long to wait for an answer", min=0)] = 10,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON")] = False,
) -> None:
    """Raise a marked test case, wait for somebody to take it, and print how long that took.

    Specialists see that it is a drill, and no statistics count it. Exit 1 if nobody answers.
    """
    settings = settings_or_fail()
    found = asyncio.run(_drill(settings, level, leader, minutes))
    typer.echo(json.dumps(found.as_dict()) if as_json else found.as_text())
    if found.taken_seconds is None:
        raise typer.Exit(1)


async def _drill(settings: Settings, level: Level, name: str, minutes: float) -> DrillReport:
    database, clock = open_database(settings), Clock()
    try:
        async with database.write() as session:
            clock.ahead = timedelta(seconds=int(await read_fact(session, AHEAD) or 0))
            named = await person_named(session, name) if name else None
            by = named or next(iter([] if name else await leaders(session)), None)
            if by is None:
                fail("--leader: nobody here leads; name a reviewer, or invite one first")
            drill = await raise_drill(session, clock.now(), by, level, settings.office)
            drill_id = drill.id or 0
        ends = time.monotonic() + 60 * minutes
        while True:
            async with database.read() as session:
                found = await report(session, drill_id)
            if found.taken_seconds is not None:
                return found
            if time.monotonic() >= ends:
                break
            await asyncio.sleep(LOOK_EVERY)
        async with database.write() as session:
            await call_off(session, clock.now(), drill_id)
        return found
    finally:
        await database.close()
