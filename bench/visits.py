"""Free times, and people who race for the same ones. `python -m bench.visits` prints figures.

The processor time of a tap is what it would take on a machine that does nothing else."""

import argparse
import asyncio
import random
import statistics
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from domain.office import Office
from domain.people import Role
from domain.visits import SLOT, Diary, How, Slot, VisitKind, VisitRules, Wish, best, free_starts
from domain.working_time import Span, WorkingTime, parse_hours
from models.database import Database
from models.migrate import migrate
from models.people import Person
from models.visits import all_slots
from services import visits
from services.visit_times import Plan, find_times

MONDAY = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
FOUR_WEEKS = timedelta(days=28)


def slots_seconds(people: int) -> float:
    """The best times for so many specialists over four weeks, each with forty visits."""
    works = WorkingTime(parse_hours("mandag-torsdag 8-15.30, fredag 8-14"))
    wish = Wish(timedelta(hours=1), timedelta(minutes=30), MONDAY, (MONDAY + FOUR_WEEKS).date())
    diaries = [Diary(person, works, tuple(_forty_visits(person))) for person in range(people)]
    begun = time.process_time()
    best({one.person_id: free_starts(one, wish, VisitRules()) for one in diaries})
    return time.process_time() - begun


def _forty_visits(person: int) -> list[Span]:
    starts = [
        MONDAY + timedelta(days=number // 2, hours=2 + 4 * (number % 2) + person % 2)
        for number in range(40)
    ]
    return [Span(at, at + timedelta(hours=2)) for at in starts]


async def race(database: Database, racers: int, attempts: int) -> dict[str, float]:
    """So many people see the same six times and each taps one of them at the same instant, round
    after round. Nothing but the database stands between two of them."""
    office, chance = Office(), random.Random(1)
    employers = await _people(database, racers)
    won: list[int] = []
    took: list[float] = []
    worked: list[float] = []
    wrong: list[str] = []

    async def tap(plan: Plan, slot: Slot, now: datetime) -> None:
        begun, worked_before = time.perf_counter(), time.process_time()
        try:
            async with database.write() as session:
                visit = await visits.book(session, now, office, plan.employer, plan, slot)
            won.append(visit.id or 0)
        except visits.SlotTaken:
            pass
        except Exception as error:  # noqa: BLE001 - whatever it is, it is counted
            wrong.append(type(error).__name__)
        took.append(time.perf_counter() - begun)
        worked.append(time.process_time() - worked_before)

    for number in range(attempts // racers):
        now = MONDAY + timedelta(weeks=number // 10)
        plans = [Plan(employer, None, How(VisitKind.PHONE)) for employer in employers]
        async with database.read() as session:
            seen = (await find_times(session, now, office, plans[0])).slots
        await asyncio.gather(*(tap(plan, chance.choice(seen), now) for plan in plans))
    async with database.read() as session:
        slots = await all_slots(session)
    taken = {(slot.person_id, slot.starts_at) for slot in slots}
    quarters = int(timedelta(minutes=office.visits.call) / SLOT)
    return {
        "attempts": len(took),
        "booked": len(won),
        "double": len(won) * quarters - len(taken),
        "errors": len(wrong),
        "median_ms": 1000 * statistics.median(took),
        "p99_ms": 1000 * statistics.quantiles(took, n=100)[98],
        "p99_processor_ms": 1000 * statistics.quantiles(worked, n=100)[98],
    }


async def _people(database: Database, racers: int) -> list[Person]:
    async with database.write() as session:
        for name in ("Anna", "Jonas"):
            session.add(Person(role=Role.SPECIALIST, name=name, created_at=MONDAY))
        employers = [
            Person(role=Role.EMPLOYER, name=f"Employer {number}", created_at=MONDAY)
            for number in range(racers)
        ]
        session.add_all(employers)
    return employers


async def _race(attempts: int) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite+aiosqlite:///{Path(folder) / 'hotline.db'}"
        migrate(url, MONDAY)
        database = Database(url)
        figures = await race(database, 50, attempts)
        await database.close()
        return figures


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--attempts", type=int, default=10_000)
    attempts = options.parse_args().attempts
    for people in (2, 200):
        runs = sorted(slots_seconds(people) for _ in range(5))
        print(f"best times of {people} specialists over four weeks: {1000 * runs[2]:.1f} ms")
    for name, value in asyncio.run(_race(attempts)).items():
        print(f"race, {name}: {value:.1f}")


if __name__ == "__main__":
    main()
