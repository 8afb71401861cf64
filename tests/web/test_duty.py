"""Duty on the review pages: the plan, and who may change what."""

import re

import httpx
import pytest

from domain.people import Role
from models.duty import closing_days, hours_of
from models.people import people_in_role
from tests.web.office import Office, token_in

PATH = "/review/duty"


async def send(browser: httpx.AsyncClient, form: str, **fields: str) -> httpx.Response:
    token = token_in((await browser.get(PATH)).text)
    return await browser.post(f"{PATH}/{form}", data={"csrf": token, **fields})


def words(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


async def test_a_reviewer_sets_hours_and_the_plan_shows_them(office: Office) -> None:
    anna = await office.person(Role.SPECIALIST, "Anna")
    async with office.signed_in(Role.REVIEWER) as browser:
        page = words((await browser.get(PATH)).text)
        assert "mandag d. 23. november 8-15.30" in page
        assert "søndag d. 29. november Lukket –" in page
        answer = await send(
            browser, "hours", person=str(anna.id), day0="9-12, 12.30-14", day2="8-10"
        )
        assert (answer.status_code, answer.headers["location"]) == (303, PATH)
        page = words((await browser.get(PATH)).text)
    assert "mandag d. 23. november 9-12, 12.30-14" in page
    assert "tirsdag d. 24. november Ingen på vagt –" in page
    async with office.desk.database.read() as session:
        assert [row.weekday for row in await hours_of(session, [anna.id or 0])] == [0, 0, 2]


async def test_days_off_come_and_go_on_the_page(office: Office) -> None:
    anna = await office.person(Role.SPECIALIST, "Anna")
    async with office.signed_in(Role.REVIEWER) as browser:
        day = "2026-11-25"
        await send(browser, "away", person=str(anna.id), first=day, part="morning")
        page = words((await browser.get(PATH)).text)
        assert "onsdag d. 25. november 12-15.30" in page
        assert "Anna 25.11 00.00 - 25.11 12.00" in page
        await send(browser, "here", absence="1")
        assert "Intet fravær er planlagt." in (await browser.get(PATH)).text
        gone = await send(browser, "here", absence="1")
    assert gone.status_code == 400
    assert "Det fravær findes ikke mere." in words(gone.text)


@pytest.mark.parametrize(
    ("form", "fields", "said"),
    [
        ("hours", {"day0": "morgen"}, "Den arbejdstid kan vi ikke læse."),
        ("hours", {"day0": "8-12, 11-13"}, "Den arbejdstid kan vi ikke læse."),
        ("away", {"first": ""}, "De dage kan ikke bruges."),
        ("away", {"first": "2026-11-20"}, "De dage kan ikke bruges."),
        ("away", {"first": "2026-11-25", "last": "2026-11-24"}, "De dage kan ikke bruges."),
        ("away", {"first": "2026-11-25", "last": "2029-01-01"}, "Så langt et fravær"),
        ("close", {"day": "2026-11-01"}, "De dage kan ikke bruges."),
    ],
)
async def test_what_cannot_be_is_said_kindly(
    office: Office, form: str, fields: dict[str, str], said: str
) -> None:
    anna = await office.person(Role.SPECIALIST, "Anna")
    async with office.signed_in(Role.REVIEWER) as browser:
        answer = await send(browser, form, person=str(anna.id), **fields)
    assert answer.status_code == 400
    assert said in words(answer.text)


async def test_a_closing_day_is_closed_for_everybody(office: Office) -> None:
    await office.person(Role.SPECIALIST, "Anna")
    async with office.signed_in(Role.REVIEWER) as browser:
        await send(browser, "close", day="2026-11-26", name="Personaledag")
        page = words((await browser.get(PATH)).text)
        assert "torsdag d. 26. november Lukket –" in page
        assert "torsdag d. 26. november Personaledag" in page
        await send(browser, "open", day="2026-11-26")
    async with office.desk.database.read() as session:
        assert await closing_days(session) == []


async def test_a_specialist_changes_only_their_own_duty(office: Office) -> None:
    anna = await office.person(Role.SPECIALIST, "Anna")
    async with office.signed_in(Role.SPECIALIST) as browser:
        page = (await browser.get(PATH)).text
        assert f'value="{anna.id}"' not in page
        for form, fields in (
            ("hours", {"person": str(anna.id), "day0": "8-9"}),
            ("away", {"person": str(anna.id), "first": "2026-11-25"}),
            ("close", {"day": "2026-11-26"}),
            ("lead", {"person": str(anna.id), "leads": "yes"}),
        ):
            assert (await send(browser, form, **fields)).status_code == 403, form
        async with office.desk.database.read() as session:
            own = (await people_in_role(session, Role.SPECIALIST))[-1]
        answer = await send(browser, "hours", person=str(own.id), day0="8-9")
        assert answer.status_code == 303


async def test_a_leader_is_appointed_and_dismissed(office: Office) -> None:
    anna = await office.person(Role.SPECIALIST, "Anna")
    async with office.signed_in(Role.REVIEWER) as browser:
        await send(browser, "lead", person=str(anna.id), leads="yes")
        assert "Anna Specialist · leder" in words((await browser.get(PATH)).text)
        await send(browser, "lead", person=str(anna.id), leads="no")
        assert "Anna Specialist · leder" not in words((await browser.get(PATH)).text)


async def test_a_form_from_elsewhere_and_a_stranger_are_refused(office: Office) -> None:
    async with office.signed_in(Role.REVIEWER) as browser:
        forged = await browser.post(f"{PATH}/close", data={"csrf": "x", "day": "2026-11-26"})
        assert forged.status_code == 403
    async with office.browser() as stranger:
        assert (await stranger.get(PATH)).status_code == 401
