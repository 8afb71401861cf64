"""Plans and questions under any rhythm of ticks: nothing twice, nothing skipped, once a day."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import example, given, settings
from hypothesis import strategies as st
from sqlmodel import SQLModel, select

from domain.followups import (
    ASKS,
    FORTNIGHT,
    Answer,
    Compare,
    FollowUpStatus,
    Item,
    Plan,
    Plans,
    Source,
    To,
    due_between,
    parse_when,
    repeat_at,
)
from domain.office import Office
from domain.people import Role
from domain.placements import Details, PlacementStatus, PlacementType
from domain.working_time import WorkingTime, danish_day, instant
from knowledge.plans import our_plans
from models.database import Database, Session
from models.followups import FollowUp, FollowUpPlan, plan_of
from models.outbox import OutboxRow
from models.people import Chat, Person, people_in_role
from services import placements
from services.duty import office_time
from services.followups import answer, ask_due, drop, move, snooze
from services.people import ensure_company
from services.plans import AGAIN, HORIZON, make_plans, notice_changes

START = datetime(2026, 10, 19, 6, 0, tzinfo=UTC)  # a week before summer time ends
STARTS_ON, ENDS_ON = date(2026, 10, 20), date(2026, 12, 4)
OFFICE = Office()
GAPS = st.sampled_from(
    [timedelta(seconds=1), timedelta(hours=1), timedelta(hours=5), timedelta(days=1)]
)


async def open_database(folder: Path) -> Database:
    database = Database(f"sqlite+aiosqlite:///{folder / 'test.db'}")
    async with database.engine.begin() as connection:
        await connection.run_sync(SQLModel.metadata.create_all)
    return database


async def tick(database: Database, now: datetime, plans: Plans | None = None) -> None:
    """As the program does, made and then asked, in one transaction."""
    plans = plans or our_plans()
    async with database.write() as session:
        await notice_changes(session, now, plans)
        while await make_plans(session, now, OFFICE, plans):
            pass
        await ask_due(session, now, OFFICE)


async def begin(database: Database, count: int = 1) -> Person:
    """So many internships at the baker's, from the first day of the story; and their contact."""
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
        anna = Person(role=Role.SPECIALIST, name="Anna", created_at=START)
        session.add(anna)
        await session.flush()
        session.add(Chat(key="web:1", person_id=mette.id, seen_at=START))
        session.add(Chat(key="web:2", person_id=anna.id, seen_at=START))
        details = Details(
            type=PlacementType.INTERNSHIP,
            starts_on=STARTS_ON,
            ends_on=ENDS_ON,
            contact_id=mette.id,
        )
        for _ in range(count):
            await placements.add_placement(session, START, firm.id or 0, details)
    return mette


PUT_OFF = [
    timedelta(days=3, hours=1),
    timedelta(hours=1, minutes=30),
    *([timedelta(hours=5)] * 10),
]
"""The first day is asked about late, two hours before the third is due: that waits a day."""

AWAY = (timedelta(seconds=1), timedelta(hours=1), timedelta(days=7))


@given(
    gaps=st.lists(GAPS, min_size=12, max_size=12),
    down=st.sampled_from(AWAY),
    when=st.integers(0, 11),
)
@example(gaps=[timedelta(hours=5)] * 12, down=timedelta(seconds=1), when=6)
@example(gaps=[timedelta(hours=5)] * 12, down=timedelta(hours=1), when=6)
@example(gaps=[timedelta(hours=5)] * 12, down=timedelta(days=7), when=0)
@example(gaps=[timedelta(hours=5)] * 12, down=timedelta(days=7), when=8)
@example(gaps=PUT_OFF, down=timedelta(seconds=1), when=11)
@settings(max_examples=6, deadline=None)
async def test_nothing_is_asked_twice_or_skipped_whatever_the_ticks(
    gaps: list[timedelta], down: timedelta, when: int
) -> None:
    asked: dict[int, list[datetime]] = defaultdict(list)
    with TemporaryDirectory() as folder:
        database = await open_database(Path(folder))
        await begin(database, 2)
        now = START
        for number, gap in enumerate(gaps):
            now += gap + (down if number == when else timedelta())
            await tick(database, now)
            await _note_asked(database, asked)
        for day in range(1, 13):  # afterwards the program runs without a break
            for hour in (8, 9, 10):
                later = instant(danish_day(now) + timedelta(days=day), time(hour, 5))
                await tick(database, later)
                await _note_asked(database, asked)
        async with database.read() as session:
            duty = await office_time(session, later, OFFICE)
            rows = (await session.exec(select(FollowUp))).all()
            sent = (await session.exec(select(OutboxRow))).all()
            plan = await plan_of(session, Source.PLACEMENT, 1)
        await database.close()
    assert plan
    _nothing_is_missing(rows, plan, duty)
    _each_is_asked_in_its_time(rows, asked, duty, later)
    questions = [row.created_at for row in sent if row.key.startswith("follow-up-a")]
    assert sorted(questions) == sorted({at for times in asked.values() for at in times})
    assert len({danish_day(at) for at in questions}) == len(questions)
    assert all(duty.is_working(row.created_at) for row in sent)
    tasks = [row for row in rows if row.status == FollowUpStatus.TASK]
    assert len(tasks) == sum(row.key in ("follow-up-silence", "follow-up-task") for row in sent)


async def _note_asked(database: Database, asked: dict[int, list[datetime]]) -> None:
    async with database.read() as session:
        for row in (await session.exec(select(FollowUp))).all():
            if row.asked_at and row.asked_at not in asked[row.id or 0]:
                asked[row.id or 0].append(row.asked_at)


def _nothing_is_missing(rows: Sequence[FollowUp], plan: FollowUpPlan, duty: WorkingTime) -> None:
    """Each placement has exactly what the file asks for, whenever the program looked."""
    file, until = our_plans()["internship"], START + HORIZON
    wanted = due_between(file, STARTS_ON, ENDS_ON, duty, plan.since, until)
    for placement in (1, 2):
        there = Counter((row.item, row.number) for row in rows if row.plan_id == placement)
        assert there == Counter((due.item, due.number) for due in wanted)


def _each_is_asked_in_its_time(
    rows: Sequence[FollowUp], asked: dict[int, list[datetime]], duty: WorkingTime, now: datetime
) -> None:
    """Once when it is due, once more two working days later, and then it is a task."""
    for row in rows:
        times = asked[row.id or 0]
        if row.due_at > now:
            assert times == []
        elif row.due_at < now - timedelta(days=5):
            assert times
        for first, second in pairwise(times):
            assert second >= repeat_at(first, duty)
        assert len(times) == row.asks <= ASKS
        is_over = len(times) == ASKS and repeat_at(times[-1], duty) < now
        assert (row.status == FollowUpStatus.TASK) == is_over


TIMES = ("day 1", "day 3", "week 1", "week 2", "week 3", "every month", "2 weeks before the end")
FILES = st.lists(
    st.tuples(st.sampled_from("abcd"), st.sampled_from(TIMES), st.sampled_from(To)),
    max_size=4,
    unique_by=lambda line: line[0],
)
ACTS = st.sampled_from(["answer", "snooze", "drop", "move", "", ""])


def file_of(lines: Sequence[tuple[str, str, To]]) -> Plans:
    """The plans with a file of these items for internships."""
    items = tuple(
        Item(name, parse_when(when), to, Compare.BEFORE, {"da": name, "en": name})
        for name, when, to in lines
    )
    return {**our_plans(), "internship": Plan("internship", items)}


async def act(session: Session, now: datetime, name: str, by: Person, staff: Person) -> None:
    """Somebody does this to one follow-up, if there is one to do it to."""
    rows = (await session.exec(select(FollowUp).order_by(FollowUp.id))).all()  # type: ignore[arg-type]
    asked = [row for row in rows if row.status == FollowUpStatus.ASKED]
    planned = [row for row in rows if row.status == FollowUpStatus.PLANNED]
    match name:
        case "answer" if asked:
            await answer(session, now, by, OFFICE, asked[0].id or 0, Answer.SAME)
        case "snooze" if asked:
            tomorrow = danish_day(now) + timedelta(days=1)
            await snooze(session, now, OFFICE, by, asked[0].id or 0, tomorrow)
        case "drop" if planned:
            await drop(session, now, staff, planned[-1].id or 0)
        case "move" if planned:
            await move(session, now, OFFICE, staff, planned[0].id or 0, danish_day(now))


@given(
    story=st.lists(
        st.tuples(GAPS | st.just(timedelta(days=16)), st.integers(0, 2), ACTS),
        min_size=6,
        max_size=14,
    ),
    files=st.tuples(FILES, FILES, FILES),
)
@settings(max_examples=25, deadline=None)
async def test_a_changed_file_is_followed_at_once_and_nothing_comes_twice_or_back(
    story: list[tuple[timedelta, int, str]], files: tuple[list[tuple[str, str, To]], ...]
) -> None:
    with TemporaryDirectory() as folder:
        database = await open_database(Path(folder))
        mette = await begin(database)
        async with database.read() as session:
            [staff] = await people_in_role(session, Role.SPECIALIST)
        now, over = START, dict[int, tuple[str, datetime | None]]()
        for gap, number, name in story:
            now += gap
            plans = file_of(files[number])
            async with database.write() as session:
                await act(session, now, name, mette, staff)
            await tick(database, now, plans)
            async with database.read() as session:
                rows = (await session.exec(select(FollowUp))).all()
                plan = await plan_of(session, Source.PLACEMENT, 1)
                duty = await office_time(session, now, OFFICE)
            assert plan
            there = {row.id: (row.status, row.over_at) for row in rows}
            assert {key: there.get(key) for key in over} == over  # what is over stays as it was
            over |= {row.id or 0: there[row.id] for row in rows if row.over_at}
            _nothing_twice(plans["internship"], rows, now)
            _as_the_file_says(plans["internship"], rows, plan.since, now, duty)
        await database.close()


def _nothing_twice(file: Plan, rows: Sequence[FollowUp], now: datetime) -> None:
    """Each item stands for itself once; one that comes every month, a month apart."""
    for item in {row.item for row in rows}:
        times = sorted(row.planned_for for row in rows if row.item == item)
        if file.comes_once(item):
            assert len([at for at in times if at > now]) <= 1
        asked = [row for row in rows if row.item == item and row.asked_at]
        if file.comes_once(item) and len(asked) == 1:
            assert [row for row in rows if row.item == item and row.planned_for > now] in (
                [],
                asked,
            )


def _as_the_file_says(
    file: Plan, rows: Sequence[FollowUp], since: datetime, now: datetime, duty: WorkingTime
) -> None:
    """What lies ahead is what the file asks for, less what has been asked or settled by hand."""
    wanted = due_between(file, STARTS_ON, ENDS_ON, duty, max(since, now), now + HORIZON)
    ahead = {
        (row.item, row.planned_for, row.to)
        for row in rows
        if row.planned_for > now and row.status == FollowUpStatus.PLANNED and not row.by_hand
    }
    settled = [row for row in rows if row.by_hand or row.planned_for <= now]
    assert ahead == {
        (due.item, due.at, due.to)
        for due in wanted
        if due.at > now
        and not any(
            row.item == due.item
            and (file.comes_once(due.item) or abs(row.planned_for - due.at) <= FORTNIGHT)
            for row in settled
        )
    }


async def test_a_new_line_of_the_file_is_planned_with_the_next_tick(tmp_path: Path) -> None:
    database = await open_database(tmp_path)
    await begin(database)
    await tick(database, START)
    lines = [("a", "week 2", To.EMPLOYER), ("b", "week 3", To.EMPLOYER)]
    now = START + timedelta(days=2)
    await tick(database, now, file_of(lines))
    async with database.read() as session:
        rows = (await session.exec(select(FollowUp))).all()
        plan = await plan_of(session, Source.PLACEMENT, 1)
    assert plan
    assert [row.item for row in rows if row.planned_for > now] == ["a", "b"]
    assert plan.next_plan_at == now + AGAIN
    await tick(database, now + timedelta(days=1), file_of(lines))
    async with database.read() as session:
        plan = await plan_of(session, Source.PLACEMENT, 1)
    assert plan
    assert plan.made_at == now  # the same file is no change
    await database.close()


async def test_an_item_that_was_answered_long_ago_does_not_come_again_under_a_later_day(
    tmp_path: Path,
) -> None:
    database = await open_database(tmp_path)
    mette = await begin(database)
    now = START
    early = file_of([("a", "day 1", To.EMPLOYER)])
    for _ in range(4):
        now += timedelta(hours=9)
        await tick(database, now, early)
    async with database.write() as session:
        [row] = (await session.exec(select(FollowUp))).all()
        await answer(session, now, mette, OFFICE, row.id or 0, Answer.BETTER)
    now += timedelta(days=35)
    for lines in ([("a", "2 weeks before the end", To.EMPLOYER)], [("a", "week 6", To.EMPLOYER)]):
        await tick(database, now, file_of(lines))
        async with database.read() as session:
            [same] = (await session.exec(select(FollowUp))).all()
            assert (same.id, same.status) == (row.id, FollowUpStatus.ANSWERED)
    await database.close()


async def test_an_answer_follows_the_placement_to_another_type_where_the_item_is_the_same(
    tmp_path: Path,
) -> None:
    database = await open_database(tmp_path)
    mette = await begin(database)
    plans = {
        **file_of([("week", "week 1", To.EMPLOYER)]),
        "flexjob": Plan(
            "flexjob",
            tuple(
                Item(name, parse_when(when), To.EMPLOYER, Compare.BEFORE, {"da": "?", "en": "?"})
                for name, when in (("week", "week 2"), ("other", "week 2"))
            ),
        ),
    }
    now = START + timedelta(days=8, hours=5)
    await tick(database, START, plans)
    await tick(database, now, plans)
    async with database.write() as session:
        [row] = (await session.exec(select(FollowUp))).all()
        await answer(session, now, mette, OFFICE, row.id or 0, Answer.SAME)
        boss = Person(role=Role.REVIEWER, name="Bente", created_at=START)
        session.add(boss)
        await session.flush()
        details = Details(type=PlacementType.FLEXJOB, starts_on=STARTS_ON, ends_on=ENDS_ON)
        await placements.change_placement(session, now, boss, 1, details)
    await tick(database, now, plans)
    async with database.read() as session:
        rows = (await session.exec(select(FollowUp))).all()
    assert [(row.item, row.status) for row in rows] == [
        ("week", FollowUpStatus.ANSWERED),
        ("other", FollowUpStatus.PLANNED),
    ]
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
