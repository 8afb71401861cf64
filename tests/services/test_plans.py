"""Plans and questions under any rhythm of ticks: nothing twice, nothing skipped, once a day."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlmodel import SQLModel, select

from domain.followups import FollowUpStatus, Source, due_between, parse_when
from domain.office import Office
from domain.people import Role
from domain.placements import Details, PlacementStatus, PlacementType
from domain.working_time import danish_day
from knowledge.plans import our_plans
from models.database import Database
from models.followups import FollowUp, plan_of
from models.outbox import OutboxRow
from models.people import Chat, Person
from services import placements
from services.duty import office_time
from services.followups import ask_due
from services.people import ensure_company
from services.plans import HORIZON, make_plans

START = datetime(2026, 10, 19, 6, 0, tzinfo=UTC)  # a week before summer time ends
OFFICE = Office()
GAPS = st.sampled_from(
    [timedelta(seconds=1), timedelta(hours=1), timedelta(hours=5), timedelta(days=1)]
)


async def open_database(folder: Path) -> Database:
    database = Database(f"sqlite+aiosqlite:///{folder / 'test.db'}")
    async with database.engine.begin() as connection:
        await connection.run_sync(SQLModel.metadata.create_all)
    return database


async def tick(database: Database, now: datetime) -> None:
    """As the program does, made and then asked, in one transaction."""
    async with database.write() as session:
        while await make_plans(session, now, OFFICE, our_plans()):
            pass
        await ask_due(session, now, OFFICE)


@given(
    gaps=st.lists(GAPS, min_size=12, max_size=12),
    down=st.sampled_from([timedelta(seconds=1), timedelta(hours=1), timedelta(days=7)]),
    when=st.integers(0, 11),
)
@settings(max_examples=8, deadline=None)
async def test_nothing_is_asked_twice_or_skipped_whatever_the_ticks(
    gaps: list[timedelta], down: timedelta, when: int
) -> None:
    with TemporaryDirectory() as folder:
        database = await open_database(Path(folder))
        async with database.write() as session:
            firm = await ensure_company(session, START, "Bageriet (opdigtet)")
            mette = Person(
                role=Role.EMPLOYER,
                name="Mette",
                company_id=firm.id,
                created_at=START,
                consented_at=START,
            )
            session.add(mette)
            await session.flush()
            session.add(Chat(key="web:1", person_id=mette.id, seen_at=START))
            details = Details(
                type=PlacementType.INTERNSHIP,
                starts_on=date(2026, 10, 20),
                ends_on=date(2026, 12, 4),
                contact_id=mette.id,
            )
            for _ in range(2):
                await placements.add_placement(session, START, firm.id or 0, details)
        now = START
        for number, gap in enumerate(gaps):
            now += gap + (down if number == when else timedelta())
            await tick(database, now)
        now += timedelta(days=1)
        for _ in range(8):  # afterwards the program runs without a break
            now += timedelta(hours=1)
            await tick(database, now)
        async with database.read() as session:
            duty = await office_time(session, now, OFFICE)
            rows = (await session.exec(select(FollowUp))).all()
            sent = (await session.exec(select(OutboxRow))).all()
            plan = await plan_of(session, Source.PLACEMENT, 1)
            assert plan
        wanted = due_between(
            our_plans()["internship"],
            date(2026, 10, 20),
            date(2026, 12, 4),
            duty,
            plan.since,
            START + HORIZON,
        )
        for placement in (1, 2):
            there = Counter((r.item, r.number) for r in rows if r.plan_id == placement)
            assert there == Counter((due.item, due.number) for due in wanted)
        days = [danish_day(r.created_at) for r in sent if r.key.startswith("follow-up-a")]
        assert len(days) == len(set(days))
        assert all(duty.is_working(r.created_at) for r in sent)
        late = [r for r in rows if r.status == FollowUpStatus.PLANNED and r.due_at <= now]
        assert all(r.next_action_at and r.next_action_at > now for r in late) or not (
            duty.is_working(now)
        )
        assert all(r.asks <= 2 for r in rows)
        await database.close()


async def test_a_pause_takes_what_lies_ahead_away_and_the_end_of_it_brings_it_back(
    tmp_path: Path,
) -> None:
    database = await open_database(tmp_path)
    async with database.write() as session:
        firm = await ensure_company(session, START, "Bageriet (opdigtet)")
        boss = Person(role=Role.REVIEWER, name="Bente", created_at=START)
        session.add(boss)
        await session.flush()
        details = Details(starts_on=date(2026, 10, 20))
        one = await placements.add_placement(session, START, firm.id or 0, details)

    async def ahead(status: PlacementStatus) -> int:
        async with database.write() as session:
            changed = Details(starts_on=date(2026, 10, 20), status=status)
            await placements.change_placement(session, START, boss, one.id or 0, changed)
            await make_plans(session, START, OFFICE, our_plans())
            return len((await session.exec(select(FollowUp))).all())

    running = await ahead(PlacementStatus.RUNNING)
    assert running > 4
    assert await ahead(PlacementStatus.PAUSED) == 0
    assert await ahead(PlacementStatus.RUNNING) == running
    await database.close()


def test_times_in_a_plan_are_read_and_others_refused() -> None:
    for text in ("day 1", "week 4", "every month", "every 3 months", "2 weeks before the end"):
        assert parse_when(text).count >= 1
    for text in ("", "day 0", "uge 1", "every 0 months", "soon"):
        try:
            parse_when(text)
        except ValueError:
            continue
        raise AssertionError(text)
