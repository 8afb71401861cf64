"""A placement's progress page: for the staff, with pictures, sentences and numbers."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from domain.people import Role
from knowledge.forms import load_forms
from knowledge.library import FOLDER
from knowledge.plain import load_plain
from models.people import Person
from services import people, placements, sheets
from tests.web.office import Office, open_office

FORMS = load_forms(FOLDER, load_plain(FOLDER))


@pytest.fixture
async def office(tmp_path: Path) -> AsyncIterator[Office]:
    opened = await open_office(tmp_path)
    opened.desk.phrases.forms = FORMS
    yield opened
    await opened.desk.database.close()


async def measured(office: Office, by: Person, marks: dict[str, int]) -> str:
    """A placement at the bakery with one sheet of the four areas."""
    words = load_plain(FOLDER)
    async with office.desk.database.write() as session:
        firm = await people.ensure_company(session, office.now, "Bageriet")
        found = await placements.add_placement(session, office.now, firm.id or 0)
        await session.flush()
        sheet = await sheets.start_sheet(
            session,
            office.now,
            by,
            FORMS["progress"],
            company_id=firm.id,
            placement_id=found.id,
        )
        filled = await sheets.load(session, sheet, FORMS["progress"])
        for question_id, mark in marks.items():
            question = FORMS["progress"].question(question_id)
            assert question is not None
            await sheets.save_answer(session, office.now, by, filled, question, mark, 0, words)
    return found.reference


async def test_picture_sentence_and_numbers_stand_together(office: Office) -> None:
    anna = await office.person(Role.SPECIALIST)
    reference = await measured(office, anna, {"motivation": 4, "identity": 2})
    async with office.signed_in(Role.REVIEWER) as browser:
        page = (await browser.get(f"/review/placements/{reference.lower()}/progress")).text
    assert f"<h1>Udvikling for {reference}</h1>" in page
    assert page.count("<svg") >= 2
    assert "var(--accent)" in page
    assert "Målt første gang 23.11.2026." in page
    assert '<th scope="row">Motivation</th><td>4</td>' in page
    assert "style=" not in page


async def test_it_is_for_the_staff_and_for_placements_that_exist(office: Office) -> None:
    anna = await office.person(Role.SPECIALIST)
    reference = await measured(office, anna, {})
    async with office.browser() as nobody:
        assert (await nobody.get(f"/review/placements/{reference}/progress")).status_code != 200
    async with office.signed_in(Role.SPECIALIST) as browser:
        empty = await browser.get(f"/review/placements/{reference}/progress")
        assert "Der er ikke noget at tegne endnu." in empty.text
        for made_up in ("P-0000", "%3Cscript%3E", "x" * 300):
            gone = await browser.get(f"/review/placements/{made_up}/progress")
            assert gone.status_code == 404


async def test_a_radar_is_drawn_of_three_areas_and_curves_of_two(office: Office) -> None:
    anna = await office.person(Role.SPECIALIST)
    marks = {"motivation": 4, "identity": 2}
    two = await measured(office, anna, marks)
    three = await measured(office, anna, marks | {"knowledge": 3})
    async with office.signed_in(Role.REVIEWER) as browser:
        curves = (await browser.get(f"/review/placements/{two}/progress")).text
        radar = (await browser.get(f"/review/placements/{three}/progress")).text
    legend = ">23.11.2026</text>"
    assert ">Motivation</text>" in radar
    assert ">Motivation</text>" in curves
    assert legend in radar
    assert legend not in curves
