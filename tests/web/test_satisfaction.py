"""The satisfaction page: rates and pictures for the staff, and nothing below five answers."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from domain.errors import NotAllowed
from domain.people import Role
from domain.satisfaction import Occasion
from models.satisfaction import SurveyAsk
from services import satisfaction
from tests.web.office import Office, open_office


@pytest.fixture
async def office(tmp_path: Path) -> AsyncIterator[Office]:
    opened = await open_office(tmp_path)
    yield opened
    await opened.desk.database.close()


async def answers(office: Office, marks: list[int], words: str = "") -> None:
    """People who were asked after a case, and answered."""
    for number, mark in enumerate(marks):
        person = await office.person(Role.EMPLOYER, f"P{number}", f"Virksomhed {number}")
        async with office.desk.database.write() as session:
            ask = SurveyAsk(
                occasion=Occasion.INCIDENT,
                period="2026",
                subject=f"H-{mark}-{number}",
                person_id=person.id or 0,
                asked_at=office.now,
            )
            session.add(ask)
            await session.flush()
            await satisfaction.rate(session, office.now, person, ask.id or 0, "helped", mark)
            if words:
                await satisfaction.add_words(session, person, ask.id or 0, f"{words} {number}")


async def test_nothing_is_shown_of_four_answers(office: Office) -> None:
    await answers(office, [1, 1, 1, 1], "Sætning")
    async with office.signed_in(Role.REVIEWER) as browser:
        page = (await browser.get("/review/satisfaction")).text
    assert "4 af 4 har svaret (100 %)." in page
    assert "Der er for få svar til at vise dem. 4 svar venter, til der er fem." in page
    assert "4 sætninger venter, til der er fem." in page
    assert "Sætning 0" not in page
    assert "Gennemsnit" not in page


async def test_five_are_shown_and_the_sixth_waits(office: Office) -> None:
    await answers(office, [5, 4, 4, 3, 2, 1], "Sætning <b>")
    async with office.signed_in(Role.SPECIALIST) as browser:
        page = (await browser.get("/review/satisfaction?year=2026")).text
    assert "Gennemsnit 3,6 af 5. 3 af 5 svarer 4 eller 5. Ét svar venter, til der er fem." in page
    assert '<th scope="row">4</th><td>2</td>' in page
    assert '<th scope="row">1 (slet ikke)</th><td>0</td>' in page
    assert page.count("Sætning &lt;b&gt;") == 5
    assert "<svg" in page
    assert "style=" not in page


async def test_a_year_that_is_made_up_is_this_year(office: Office) -> None:
    async with office.signed_in(Role.REVIEWER) as browser:
        for year in ("1999", "x", "<script>", "9" * 400):
            page = await browser.get("/review/satisfaction", params={"year": year})
            assert page.status_code == 200
            assert "Tilfredshed 2026" in page.text
            assert "Ingen er spurgt endnu." in page.text


async def test_it_is_for_the_staff(office: Office) -> None:
    mette = await office.person(Role.EMPLOYER, "Mette", "Bageriet")
    async with office.desk.database.read() as session:
        with pytest.raises(NotAllowed):
            await satisfaction.results(session, mette, "2026")
    async with office.browser() as nobody:
        assert (await nobody.get("/review/satisfaction")).status_code != 200
