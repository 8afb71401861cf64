"""Whether guides helped: counted per guide, from what employers pressed."""

import random
from collections import Counter
from contextlib import suppress
from datetime import date, timedelta

import pytest
from sqlmodel import select

from domain.incidents import Happening
from domain.people import Role
from domain.triage import Level
from domain.working_time import DENMARK
from models.guide_use import GuideUse, GuideWeek
from models.guides import GuideView
from models.incidents import IncidentEvent
from models.people import Person, people_in_role
from services.guides import guide_use, led_to_case, rate_guide, show_guide
from services.incidents import log_incident
from tests.line import Line

NOISE = "radioen kører hele dagen i køkkenet og hun holder sig for ørerne"
GUIDE = "sensory-environment"


async def used(line: Line, weeks: int = 1) -> list[GuideUse]:
    async with line.database.read() as session:
        return await guide_use(session, line.now, weeks)


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


@pytest.mark.parametrize("seed", range(4))
async def test_the_weeks_count_what_a_recount_of_all_views_finds(line: Line, seed: int) -> None:
    chance = random.Random(seed)
    for name in ("Mette", "Ole"):
        await line.joins(Role.EMPLOYER, name, "Bageriet")
    await line.joins(Role.SPECIALIST, "Anna")
    now = line.now
    for _ in range(150):
        now += timedelta(minutes=chance.choice((0, 1, 60, 60 * 24, 60 * 24 * 6)))
        guide_id = chance.choice(("noise", "breaks", "tasks"))
        async with line.database.write() as session:
            staff = await people_in_role(session, Role.SPECIALIST)
            employers = await people_in_role(session, Role.EMPLOYER)
            person = chance.choice([*employers, *staff])
            act = chance.choice(("show", "show", "helped", "not", "case"))
            if act == "show":
                show_guide(session, now, person, guide_id)
            elif act == "case" and person.role is Role.EMPLOYER:
                case = await log_incident(session, now, person, "Larm", level=Level.NORMAL)
                await led_to_case(session, now, person, guide_id, case)
            else:
                await rate_guide(session, person, guide_id, helped=act == "helped")
    async with line.database.read() as session:
        views = (await session.exec(select(GuideView))).all()
        roles = {one.id: one.role for one in await session.exec(select(Person))}
        weeks = (await session.exec(select(GuideWeek))).all()
    found: dict[tuple[date, str], Counter[str]] = {}
    for view in views:
        if roles[view.person_id] is not Role.EMPLOYER:
            continue
        day = view.shown_at.astimezone(DENMARK).date()
        counts = found.setdefault((day - timedelta(days=day.weekday()), view.guide_id), Counter())
        counts["shown"] += 1
        counts["helped"] += view.helped is True
        counts["not_helped"] += view.helped is False
        counts["escalated"] += view.incident_id is not None
    names = ("shown", "helped", "not_helped", "escalated")
    assert len(found) > 20
    assert {(one.week, one.guide_id): [getattr(one, name) for name in names] for one in weeks} == {
        key: [counts[name] for name in names] for key, counts in found.items()
    }


async def test_an_act_that_is_rolled_back_is_not_counted(line: Line) -> None:
    await line.joins(Role.EMPLOYER, "Mette", "Bageriet")
    with suppress(ZeroDivisionError):
        async with line.database.write() as session:
            [mette] = await people_in_role(session, Role.EMPLOYER)
            show_guide(session, line.now, mette, GUIDE)
            raise ZeroDivisionError
    assert await used(line) == []
