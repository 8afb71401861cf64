"""Practice itself: who is there, and a fresh start."""

import asyncio
from pathlib import Path

from bot.clock import Clock
from bot.practice import practice, set_up
from domain.office import Office
from domain.people import Role
from models.database import Database
from models.guides import GuideView
from models.migrate import migrate
from models.people import people_in_role
from services.course import read_course


async def test_starting_over_starts_the_course_over_too(tmp_path: Path) -> None:
    clock, office, url = Clock(), Office(), f"sqlite+aiosqlite:///{tmp_path / 'practice.db'}"
    await asyncio.to_thread(migrate, url, clock.now())
    database, told = Database(url), []

    async def moved() -> None:
        told.append(True)

    async def steps() -> int:
        async with database.read() as session:
            return sum(one.done for one in await read_course(session))

    await set_up(database, clock, office)
    assert await steps() == 0
    async with database.write() as session:
        [mette] = await people_in_role(session, Role.EMPLOYER)
        session.add(
            GuideView(person_id=mette.id or 0, guide_id="noise", shown_at=clock.now(), helped=True)
        )
    assert await steps() == 2
    await practice(database, clock, office, moved).start_over()
    assert await steps() == 0
    assert told == [True]
    await database.close()
