"""Ten thousand placements with five years behind them: how long planning takes, and what a tick
costs. Run: python -m bench.followups [placements] [years]."""

import asyncio
import sys
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import text
from sqlmodel import SQLModel

from domain.followups import Source
from domain.office import Office
from domain.placements import PlacementType
from knowledge.plans import our_plans
from models.database import Database, Session, insert_new
from models.followups import FollowUp, FollowUpPlan, due_follow_ups
from models.placements import Placement
from services.people import ensure_company
from services.plans import make_plans

NOW = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)


async def fill(session: Session, count: int, years: int) -> None:
    """Placements with a plan each, and what was asked monthly in the years behind."""
    firm = await ensure_company(session, NOW, "Bench (opdigtet)")
    starts = date(NOW.year - years, 11, 2)
    for number in range(count):
        session.add(Placement(reference=f"B-{number}", company_id=firm.id or 0, created_at=NOW))
    await session.flush()
    plans = [
        {
            "source": Source.PLACEMENT,
            "source_id": number,
            "plan": PlacementType.FLEXJOB,
            "starts_on": starts,
            "since": NOW - timedelta(days=1),
            "next_plan_at": NOW,
            "placement_id": number,
            "company_id": firm.id,
        }
        for number in range(1, count + 1)
    ]
    await insert_new(session, FollowUpPlan, plans)
    for month in range(12 * years):
        at = NOW - timedelta(days=30 * (month + 1))
        await insert_new(
            session,
            FollowUp,
            [
                {
                    "plan_id": number,
                    "item": "month",
                    "number": 1000 + month,
                    "planned_for": at,
                    "due_at": at,
                    "to": "employer",
                    "status": "answered",
                    "by_hand": False,
                    "question": "",
                    "asks": 1,
                    "words": "",
                }
                for number in range(1, count + 1)
            ],
        )


async def measure(count: int, years: int) -> None:
    """Print the seconds of one night's planning and the microseconds of an idle tick's query."""
    with TemporaryDirectory() as folder:
        database = Database(f"sqlite+aiosqlite:///{Path(folder) / 'bench.db'}")
        async with database.engine.begin() as connection:
            await connection.run_sync(SQLModel.metadata.create_all)
        async with database.write() as session:
            await fill(session, count, years)
        began, longest, made = time.process_time(), 0.0, 0
        while True:
            step = time.process_time()
            async with database.write() as session:
                done = await make_plans(session, NOW, Office(), our_plans())
            longest = max(longest, time.process_time() - step)
            made += done
            if not done:
                break
        night = time.process_time() - began
        async with database.read() as session:
            look = time.process_time()
            for _ in range(200):
                await due_follow_ups(session, NOW - timedelta(days=4000), 200)
            tick = (time.process_time() - look) / 200
            plan = await session.exec(
                text(
                    "explain query plan select * from follow_up where next_action_at <= '2026' "
                    "order by next_action_at limit 200"
                )
            )
            used = "; ".join(str(row[3]) for row in plan)
        await database.close()
    print(f"{made} plans, {years} years behind: {night:.1f} s, longest step {longest:.2f} s")
    print(f"a tick with nothing due: {tick * 1e6:.0f} µs ({used})")


if __name__ == "__main__":
    sizes = [int(word) for word in sys.argv[1:]] or [10_000, 5]
    asyncio.run(measure(*sizes))
