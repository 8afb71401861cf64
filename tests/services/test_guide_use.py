"""Whether guides helped: counted per guide, from what employers pressed."""

from datetime import timedelta

from sqlmodel import select

from domain.incidents import Happening
from domain.people import Role
from models.guides import GuideUse
from models.incidents import IncidentEvent
from services.guides import guide_use
from tests.line import Line

NOISE = "radioen kører hele dagen i køkkenet og hun holder sig for ørerne"
GUIDE = "sensory-environment"


async def used(line: Line, days: int = 7) -> list[GuideUse]:
    async with line.database.read() as session:
        return await guide_use(session, line.now - timedelta(days=days))


async def test_helped_not_helped_and_escalated_are_told_apart(line: Line) -> None:
    await line.joins(Role.SPECIALIST, "Anna")
    mette = await line.joins(Role.EMPLOYER, "Mette", "Bageriet")
    await mette.writes(NOISE)
    await mette.presses("Det hjalp")
    await mette.writes(NOISE)
    await mette.presses("Tal med en specialist")
    await mette.writes(NOISE)
    await mette.presses("Ikke nok – gem det som sag")
    await mette.writes("/cancel")
    await mette.writes(NOISE)
    assert await used(line) == [GuideUse(GUIDE, shown=4, helped=1, not_helped=2, escalated=1)]


async def test_a_case_logged_from_a_guide_is_linked_when_it_is_stored(line: Line) -> None:
    mette = await line.joins(Role.EMPLOYER, "Mette", "Bageriet")
    await mette.writes(NOISE)
    await mette.presses("Ikke nok – gem det som sag")
    await mette.presses("Ikke noget endnu")
    assert (await used(line))[0].escalated == 0
    await mette.presses("Almindelig")
    assert await used(line) == [GuideUse(GUIDE, 1, 0, 1, 1)]
    async with line.database.read() as session:
        events = (await session.exec(select(IncidentEvent))).all()
    assert [e.text for e in events if e.kind is Happening.GUIDE] == [GUIDE]


async def test_a_case_that_no_guide_led_to_is_no_fault_of_a_guide(line: Line) -> None:
    mette = await line.joins(Role.EMPLOYER, "Mette", "Bageriet")
    await mette.writes(NOISE)
    await mette.writes("/incident")
    await mette.writes(NOISE)
    await mette.presses("Ikke noget endnu")
    await mette.presses("Almindelig")
    assert await used(line) == [GuideUse(GUIDE, 1, 0, 0, 0)]


async def test_what_staff_look_up_and_what_is_older_does_not_count(line: Line) -> None:
    anna = await line.joins(Role.SPECIALIST, "Anna")
    await anna.writes(NOISE)
    mette = await line.joins(Role.EMPLOYER, "Mette", "Bageriet")
    await mette.writes(NOISE)
    assert len(await used(line)) == 1
    await line.passes(days=8)
    assert await used(line) == []
