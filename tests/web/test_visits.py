"""The week of visits on the review pages: a picture and a table."""

import re
from datetime import date, timedelta

import pytest

from domain.errors import NotAllowed
from domain.people import Role
from domain.visits import How, VisitKind
from services import visits
from services.visit_times import Plan, find_times
from services.visit_week import week_of
from tests.web.office import Office


async def test_the_week_is_a_picture_and_a_table(office: Office) -> None:
    anna = await office.person(Role.SPECIALIST, "Anna")
    mette = await office.person(Role.EMPLOYER, "Mette")
    desk = office.desk
    async with desk.database.write() as session:
        plan = Plan(mette, None, How(VisitKind.PHONE))
        times = await find_times(session, desk.now(), desk.office, plan)
        visit = await visits.book(session, desk.now(), desk.office, anna, plan, times.slots[0])
    async with office.signed_in(Role.REVIEWER) as browser:
        page = (await browser.get("/review/visits")).text
        later = (visit.starts_at + timedelta(days=14)).date()
        other = (await browser.get(f"/review/visits?day={later}")).text
        wrong = await browser.get("/review/visits?day=0001-01-01")
    assert "<svg" in page
    assert ">Anna</td>" in page
    assert re.search(r">telefonsamtale</td><td[^>]*>aftalt</td>", page)
    assert "Ingen besøg i denne uge." in other
    assert wrong.status_code == 200


async def test_an_employer_does_not_see_it(office: Office) -> None:
    mette = await office.person(Role.EMPLOYER, "Mette")
    async with office.desk.database.read() as session:
        with pytest.raises(NotAllowed):
            await week_of(session, office.desk.now(), office.desk.office, mette, date(2026, 11, 23))
