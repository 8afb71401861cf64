"""The figures of the overview, checked against the cases themselves."""

from domain.incidents import Category
from domain.people import Role
from domain.triage import Level
from services.logbook import catch_up
from services.overview import WEEKS, Figure, figures
from tests.web.office import Office
from tests.web.test_log import case, take
from web.overview import FIRST
from web.room import keep_up


async def shown(office: Office) -> dict[str, Figure]:
    await keep_up(office.desk)
    reviewer = await office.person(Role.REVIEWER, "Bente")
    async with office.desk.database.read() as session:
        return {figure.name: figure for figure in await figures(session, office.now, reviewer)}


async def test_cases_are_counted_by_week_level_subject_and_answer(office: Office) -> None:
    anna = await office.person(Role.SPECIALIST, "Anna")
    long_ago = await case(office, level=Level.EMERGENCY)
    office.passes(weeks=WEEKS)
    quick = await case(office, level=Level.URGENT, category=Category.TASKS, asks=True)
    office.passes(minutes=4)
    await take(office, anna, quick)
    office.passes(weeks=1)
    slow = await case(office, level=Level.URGENT, category=Category.TASKS, asks=True)
    office.passes(minutes=45)
    await take(office, anna, slow)
    await case(office, level=Level.NORMAL, category=Category.PEOPLE)
    found = await shown(office)
    assert long_ago.id
    weeks = dict(found["by-level"].rows)
    assert [sum(numbers) for numbers in weeks.values()] == [0] * (WEEKS - 2) + [1, 2]
    assert found["by-level"].said == {"cases": 3, "week": "22", "most": 2}
    subjects = {str(label): numbers for label, numbers in found["by-category"].rows}
    assert list(subjects.values()) == [[2], [1]]
    assert [numbers for _, numbers in found["answers"].rows][-2:] == [[1, 0], [0, 1]]
    assert found["answers"].said == {"share": 50, "asked": 2}
    assert [numbers for _, numbers in found["answer-times"].rows] == [[1], [0], [0], [1], [0], [0]]


async def test_a_case_that_changes_is_counted_where_it_stands_now(office: Office) -> None:
    one = await case(office, level=Level.URGENT, asks=True)
    assert (await shown(office))["answers"].said == {"share": 0, "asked": 0}
    office.passes(minutes=31)
    found = await shown(office)
    assert found["answers"].said == {"share": 0, "asked": 0}
    async with office.desk.database.write() as session:
        assert not await catch_up(session, office.now, office.desk.office)
    assert (await shown(office))["answers"].said == {"share": 0, "asked": 1}
    assert one.id
    office.passes(days=1)
    assert (await shown(office))["by-level"].said["cases"] == 1


async def test_a_long_list_of_needs_is_folded_behind_the_first(office: Office) -> None:
    for _ in range(FIRST):  # each is a case that waits, and a visit that was promised
        await case(office, level=Level.URGENT, asks=True)
    async with office.signed_in(Role.REVIEWER) as browser:
        page = (await browser.get("/review")).text
    seen, folded = page.split(f"<summary>Vis {FIRST} til</summary>")
    assert seen.count('class="need ') == FIRST
    assert folded.count('class="need ') == FIRST
