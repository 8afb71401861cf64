from datetime import UTC, date, datetime, time, timedelta

from domain.office import Office
from domain.people import Role
from domain.working_time import instant
from models.duty import Absence, ClosingDay, Reason, WorkingHours
from models.people import person_named
from services.duty import closed_days, specialists_on_duty
from tests.line import Line

OFFICE = Office()


async def test_only_those_who_work_now_are_on_duty(line: Line) -> None:
    await line.joins(Role.SPECIALIST, "Anna")
    await line.joins(Role.SPECIALIST, "Jonas")
    noon = instant(date(2026, 11, 24), time(12))
    async with line.database.write() as session:
        anna = await person_named(session, "Anna")
        jonas = await person_named(session, "Jonas")
        assert anna
        assert jonas
        session.add(WorkingHours(person_id=anna.id or 0, weekday=1, starts=time(8), ends=time(11)))
        assert [p.name for p in await specialists_on_duty(session, noon, OFFICE)] == ["Jonas"]
        session.add(
            Absence(
                person_id=jonas.id or 0,
                starts_at=noon - timedelta(hours=1),
                ends_at=noon + timedelta(hours=1),
                reason=Reason.SICK,
                created_at=line.now,
            )
        )
        await session.flush()
        assert await specialists_on_duty(session, noon, OFFICE) == []
        earlier = instant(date(2026, 11, 24), time(10))
        assert [p.name for p in await specialists_on_duty(session, earlier, OFFICE)] == [
            "Anna",
            "Jonas",
        ]


async def test_holidays_yearly_days_and_closing_days_are_closed(line: Line) -> None:
    now = datetime(2026, 11, 23, 9, tzinfo=UTC)
    async with line.database.write() as session:
        session.add(ClosingDay(day=date(2026, 12, 23)))
        closed = await closed_days(session, now, OFFICE)
    assert {date(2026, 12, 23), date(2026, 12, 24), date(2027, 3, 26), date(2027, 5, 1)} <= closed
    assert date(2027, 4, 23) not in closed  # Great Prayer Day is gone
