"""A drill is no case: it stands in no list and no figure."""

from datetime import timedelta

from domain.people import Role
from domain.triage import Level
from domain.working_time import Span
from models.exports import Wanted, read_rows
from models.incidents import Incident
from models.people import leaders
from models.reports import asking_companies, count_cases
from models.weekly import new_cases
from services.drills import raise_drill
from tests.line import Line


async def test_a_drill_is_counted_nowhere(line: Line) -> None:
    await line.joins(Role.SPECIALIST, "Anna")
    await line.joins(Role.REVIEWER, "Bente")
    mette = await line.joins(Role.EMPLOYER, "Mette", "Bageriet")
    await mette.presses("Tal med en specialist")
    await mette.writes("Han vil ikke ind i omklædningen mere")
    whole = Span(line.now - timedelta(days=1), line.now + timedelta(days=1))
    async with line.database.write() as session:
        before = await new_cases(session, whole)
        leader = (await leaders(session))[0]
        drill = await raise_drill(session, line.now, leader, Level.URGENT, line.settings.office)
        assert drill.drill
        await session.flush()
        assert await new_cases(session, whole) == before == (1, 0)
        assert sum((await count_cases(session, whole, Incident.level)).values()) == 1
        assert len(await asking_companies(session, whole)) == 1
        [rows] = [batch async for batch in read_rows(session, "incidents", Wanted())]
    assert len(rows) == 1
