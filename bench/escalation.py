"""A thousand escalations due in the same instant, from due to queued, in an empty log and behind a
million closed cases. `python -m bench.escalation` prints the figures."""

import asyncio
import json
import statistics
import sys
import tempfile
import time
from datetime import timedelta
from pathlib import Path

from sqlalchemy import text
from sqlmodel import col, update

from bot.clock import Clock
from bot.settings import Settings
from bot.ticks import LOOK_EVERY
from domain.people import Role
from domain.triage import Level
from models.database import Database
from models.escalations import next_due
from models.incidents import Incident
from models.migrate import migrate
from models.people import Chat, Person
from services import escalations, incidents, sweeping

CASES = 1000
CLOSED = 1_000_000
EMPLOYERS = 200
ROUNDS = 5
OFFICE = Settings(_env_file=None).office


async def prepare(database: Database) -> None:
    """Two specialists, a leader, employers, and a thousand cases that nobody has taken."""
    now = Clock().now()
    roles = [Role.SPECIALIST, Role.SPECIALIST, Role.REVIEWER, *[Role.EMPLOYER] * EMPLOYERS]
    async with database.write() as session:
        for number, role in enumerate(roles, start=1):
            session.add(Person(id=number, role=role, name=f"P{number}", created_at=now))
        await session.flush()
        session.add_all(
            Chat(key=f"web:{number}", person_id=number, seen_at=now)
            for number in range(1, len(roles) + 1)
        )
    async with database.write() as session:
        for number in range(CASES):
            by = await session.get_one(Person, 4 + number % EMPLOYERS)
            case = await incidents.log_incident(session, now, by, "x", level=Level.URGENT)
            await escalations.ask_specialist(session, now, by, case, OFFICE)


async def close_many(database: Database, count: int) -> None:
    """So many cases that were closed long ago."""
    async with database.write() as session:
        found = await session.exec(text("select * from incident limit 1"))  # type: ignore[call-overload]
        row = dict(found.mappings().one())
        row |= {"id": None, "year": 1, "status": "CLOSED", "next_action_at": None}
        row["closed_at"] = row["created_at"]
        names = [name for name in row if name != "number"]
        values = ", ".join(f":{name}" for name in names)
        await session.exec(  # type: ignore[call-overload]
            text(
                "with recursive counted(n) as (select 1 union all select n + 1 from counted"
                f" where n < {count}) insert into incident (number, {', '.join(names)})"
                f" select n, {values} from counted"
            ).bindparams(**{name: row[name] for name in names})
        )
    async with database.write() as session:
        await session.exec(text("analyze"))  # type: ignore[call-overload]


async def due_at_once(database: Database, hours: int) -> tuple[float, float]:
    """Make all cases due; seconds until the last is queued, by the clock and of this process."""
    now = Clock().now() + timedelta(hours=hours)
    async with database.write() as session:
        waiting = update(Incident).where(col(Incident.next_action_at).is_not(None))
        await session.exec(waiting.values(next_action_at=now))
    began, used = time.perf_counter(), time.process_time()
    async with database.read() as session:
        assert await next_due(session)
    count, done = 0, sweeping.LIMIT
    while done == sweeping.LIMIT:
        async with database.write() as session:
            done = await sweeping.sweep(session, now, OFFICE)
        count += done
    assert count == CASES, count
    return time.perf_counter() - began, time.process_time() - used


async def measure(closed: int) -> dict[str, float]:
    """The figures with so many closed cases in the log."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite+aiosqlite:///{Path(folder) / 'hotline.db'}"
        await asyncio.to_thread(migrate, url, Clock().now())
        database = Database(url)
        await prepare(database)
        if closed:
            await close_many(database, closed)
        rounds = [await due_at_once(database, hours) for hours in range(1, 1 + ROUNDS)]
        await database.close()
    clock = statistics.median(wall for wall, _used in rounds)
    return {
        "queued_after_seconds": clock,
        "process_seconds": statistics.median(used for _wall, used in rounds),
        "due_to_queued_p99_seconds": LOOK_EVERY + clock,
    }


def main() -> None:
    """Print both measurements and their ratio."""
    empty, full = (asyncio.run(measure(count)) for count in (0, CLOSED))
    ratio = full["process_seconds"] / empty["process_seconds"]
    json.dump({"cases": CASES, "empty": empty, "full": full, "ratio": ratio}, sys.stdout, indent=2)
    print()


if __name__ == "__main__":
    main()
