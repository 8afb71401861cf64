"""Visits are planned, moved and cancelled on the pages, by the same rules and with the same words
as in the chat."""

import re
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta

import httpx
import pytest
from sqlmodel import select

from domain.errors import NotAllowed
from domain.people import Role
from domain.placements import Details
from domain.promises import PromiseState
from domain.triage import Level
from domain.visits import How, VisitStatus
from models.duty import Absence, ClosingDay
from models.outbox import OutboxRow
from models.people import Chat, Person
from models.placements import Placement
from models.visits import Promise, Visit
from models.web import AuditEntry, StoredFile
from services import escalations, incidents, placements, promises
from services.visit_choice import whom
from services.visit_page import view_visit
from tests.web.office import Office, token_in

PLAN = "/review/visits/plan"
STAFF = pytest.mark.parametrize("role", [Role.SPECIALIST, Role.REVIEWER])


@dataclass
class Cast:
    """The people of these stories, who all have a chat, and a browser each for the staff."""

    office: Office
    anna: Person
    jonas: Person
    bente: Person
    mette: Person

    @asynccontextmanager
    async def browser(self, person: Person) -> AsyncIterator[httpx.AsyncClient]:
        async with self.office.browser() as browser:
            answer = await browser.post(f"/login/{await self.office.login(person)}")
            assert answer.headers["location"] == "/review"
            yield browser

    def of(self, role: Role) -> AbstractAsyncContextManager[httpx.AsyncClient]:
        return self.browser(self.anna if role is Role.SPECIALIST else self.bente)

    async def heard(self) -> list[tuple[str, str, str]]:
        """Who was told what with which calendar file, since this was last asked."""
        async with self.office.desk.database.write() as session:
            rows = (await session.exec(select(OutboxRow).order_by(OutboxRow.id))).all()  # type: ignore[arg-type]
            told = []
            for row in rows:
                file = await session.get(StoredFile, row.document) if row.document else None
                found = re.search(r"METHOD:(\w+)", file.recipe) if file else None
                told.append((row.chat_key, row.key, found[1] if found else ""))
                await session.delete(row)
        return told

    async def visits(self) -> list[Visit]:
        async with self.office.desk.database.read() as session:
            return list((await session.exec(select(Visit))).all())

    async def promise(self) -> Promise:
        async with self.office.desk.database.write() as session:
            mette = await session.get_one(Person, self.mette.id)
            desk = self.office.desk
            plan, _times = await promises.ask_for_visit(
                session, desk.now(), desk.office, mette, How()
            )
            assert plan.promise
        await self.heard()
        return plan.promise

    async def placement(self) -> Placement:
        async with self.office.desk.database.write() as session:
            details = Details(contact_id=self.mette.id, specialist_id=self.jonas.id)
            return await placements.add_placement(
                session, self.office.now, self.mette.company_id or 0, details
            )


@pytest.fixture
async def cast(office: Office) -> Cast:
    people = [
        await office.person(Role.SPECIALIST, "Anna"),
        await office.person(Role.SPECIALIST, "Jonas"),
        await office.person(Role.REVIEWER, "Bente"),
        await office.person(Role.EMPLOYER, "Mette", "Bageriet"),
    ]
    async with office.desk.database.write() as session:
        for one in people:
            session.add(Chat(key=one.name, person_id=one.id, seen_at=office.now))
    return Cast(office, *people)


def slots_in(page: str) -> list[tuple[str, str]]:
    """The times on a page: what a press sends, and what stands there."""
    found = re.findall(r'name="slot" value="([\d:]+)"><span>(.*?)</span>.*?>(.*?)</span>', page)
    return [(value, f"{when} · {who}") for value, when, who in found]


async def press(browser: httpx.AsyncClient, page: str, slot: str, **other: str) -> httpx.Response:
    """Press a time on a page, with all that its form holds."""
    form = page.split('<form method="post" action="/review/visits/plan">')[1].split("</form>")[0]
    sent = dict(re.findall(r'type="hidden" name="([\w-]+)" value="(.*?)"', form))
    return await browser.post(PLAN, data={**sent, "slot": slot, **other})


async def book_first(browser: httpx.AsyncClient, subject: str) -> str:
    """Book the first time; the address of the visit."""
    page = (await browser.get(f"{PLAN}?subject={subject}")).text
    answer = await press(browser, page, slots_in(page)[0][0])
    assert answer.status_code == 303, answer.text
    return answer.headers["location"].partition("?")[0]


@STAFF
async def test_the_six_times_of_the_chat_and_one_press_books(cast: Cast, role: Role) -> None:
    promise = await cast.promise()
    async with cast.of(role) as browser:
        page = (await browser.get(f"{PLAN}?subject=p{promise.id}")).text
        assert [label for _value, label in slots_in(page)] == [
            "man. 23. nov. kl. 13.00 · Anna",
            "man. 23. nov. kl. 14.00 · Anna",
            "tirs. 24. nov. kl. 08.30 · Anna",
            "tirs. 24. nov. kl. 09.30 · Jonas",
            "tirs. 24. nov. kl. 10.30 · Jonas",
            "tirs. 24. nov. kl. 14.00 · Jonas",
        ]
        assert "senest tirsdag 24. november" in page
        answer = await press(browser, page, slots_in(page)[0][0])
        shown = (await browser.get(answer.headers["location"])).text
    assert "Det er aftalt, og Mette har fået besked." in shown
    assert "mandag 23. november kl. 13.00" in shown
    [visit] = await cast.visits()
    assert (visit.promise_id, visit.specialist_id) == (promise.id, cast.anna.id)
    anna = "visit-you-booked" if role is Role.SPECIALIST else "visit-booked"
    assert sorted(await cast.heard()) == [
        ("Anna", anna, "PUBLISH"),
        ("Mette", "visit-booked", "PUBLISH"),
    ]


@STAFF
async def test_moved_and_cancelled_from_the_visit(cast: Cast, role: Role) -> None:
    promise = await cast.promise()
    async with cast.of(role) as browser:
        visit = await book_first(browser, f"p{promise.id}")
        await cast.heard()
        page = (await browser.get(f"{PLAN}?subject=v1")).text
        assert "Flyt besøget hos Bageriet" in page
        assert "man. 23. nov. kl. 13.00 · Anna" not in dict(slots_in(page)).values()
        slot = next(value for value, label in slots_in(page) if label.endswith("Jonas"))
        await press(browser, page, slot)
        [moved] = await cast.visits()
        assert (moved.specialist_id, moved.sequence) == (cast.jonas.id, 1)
        told = await cast.heard()
        assert ("Mette", "visit-moved", "PUBLISH") in told
        assert ("Jonas", "visit-moved", "PUBLISH") in told
        assert ("Anna", "visit-released", "CANCEL") in told
        csrf = {"csrf": token_in(page)}
        answer = await browser.post(f"{visit}/cancel", data=csrf)
        shown = (await browser.get(answer.headers["location"])).text
        assert "Besøget er aflyst, og Mette har fået besked." in shown
        assert await cast.heard() == [
            ("Mette", "visit-cancelled", "CANCEL"),
            ("Jonas", "visit-cancelled", "CANCEL"),
            ("Mette", "visit-times", ""),
        ]
        again = await browser.post(f"{visit}/cancel", data=csrf)
    assert again.status_code == 409
    assert "Det besøg er aflyst, i gang eller slut" in again.text
    assert await cast.heard() == []


async def test_the_slower_of_two_sees_fresh_times_and_nobody_is_booked_twice(cast: Cast) -> None:
    async with cast.browser(cast.bente) as bente, cast.browser(cast.jonas) as jonas:
        ole = await cast.office.person(Role.EMPLOYER, "Ole", "Pakkeriet")
        first = (await bente.get(f"{PLAN}?subject=e{cast.mette.id}")).text
        other = (await jonas.get(f"{PLAN}?subject=e{ole.id}")).text
        wanted = slots_in(first)[0]
        assert wanted in slots_in(other)
        await press(bente, first, wanted[0])
        late = await press(jonas, other, wanted[0])
        assert late.status_code == 409
        assert "Nogen var lige hurtigere, så den tid er optaget nu." in late.text
        assert wanted not in slots_in(late.text)
        assert len(slots_in(late.text)) == 6
        await press(jonas, late.text, slots_in(late.text)[0][0])
    assert [visit.employer_id for visit in await cast.visits()] == [cast.mette.id, ole.id]


async def test_pressed_twice_is_booked_once_and_a_promise_has_one_visit(cast: Cast) -> None:
    promise = await cast.promise()
    async with cast.of(Role.REVIEWER) as browser:
        page = (await browser.get(f"{PLAN}?subject=p{promise.id}")).text
        answers = [await press(browser, page, slots_in(page)[0][0]) for _ in range(2)]
        assert [answer.headers["location"] for answer in answers] == [
            "/review/visits/1?done=booked"
        ] * 2
        other = await press(browser, page, slots_in(page)[1][0])
        assert other.status_code == 409
        assert "Nogen har lige aftalt et besøg" in other.text
        assert '<a href="/review/visits/1">' in other.text
        assert len(await cast.heard()) == 2
        page = (await browser.get(f"{PLAN}?subject=v1")).text
        moved = [await press(browser, page, slots_in(page)[-1][0]) for _ in range(2)]
        assert {answer.status_code for answer in moved} == {303}
    [visit] = await cast.visits()
    assert visit.sequence == 1


async def test_about_a_placement_or_a_case_and_the_one_who_knows_it_comes_first(
    cast: Cast,
) -> None:
    placement = await cast.placement()
    async with cast.of(Role.SPECIALIST) as browser:
        page = (await browser.get(f"{PLAN}?subject=w{placement.id}")).text
        assert placement.reference in page
        assert slots_in(page)[0][1].endswith("Jonas")
        await book_first(browser, f"w{placement.id}")
        case = await cast.office.incident()
        page = (await browser.get(f"{PLAN}?subject=i{case.id}&kind=p&both=yes")).text
        assert case.reference in page
        assert {label.partition(" · ")[2] for _value, label in slots_in(page)} == {"Jonas + Anna"}
        await press(browser, page, slots_in(page)[0][0])
        timeline = (await browser.get(f"/review/placements/{placement.reference}")).text
        assert "/review/visits/1" in timeline
    about, called = await cast.visits()
    assert (about.placement_id, about.specialist_id) == (placement.id, cast.jonas.id)
    assert (called.incident_id, called.kind, called.companion_id) == (
        case.id,
        "phone",
        cast.anna.id,
    )
    assert called.ends_at - called.starts_at == timedelta(minutes=30)


async def test_a_visit_to_whoever_waits_for_one_keeps_the_promise(cast: Cast) -> None:
    promise = await cast.promise()
    placement = await cast.placement()
    async with cast.of(Role.SPECIALIST) as browser:
        await book_first(browser, f"w{placement.id}")
    [visit] = await cast.visits()
    assert (visit.promise_id, visit.placement_id) == (promise.id, placement.id)


async def test_an_urgent_case_keeps_its_own_promise_and_the_overview_leads_to_the_times(
    cast: Cast,
) -> None:
    desk = cast.office.desk
    async with desk.database.write() as session:
        mette = await session.get_one(Person, cast.mette.id)
        case = await incidents.log_incident(
            session, desk.now(), mette, "Han gik", level=Level.URGENT
        )
        await escalations.ask_specialist(session, desk.now(), mette, case, desk.office)
    async with cast.of(Role.REVIEWER) as browser:
        overview = (await browser.get("/review")).text
        assert "/review/visits/plan?subject=p1" in overview
        choice = (await browser.get(PLAN)).text
        assert f"Bageriet, senest tirsdag 24. november · {case.reference}" in choice
        await book_first(browser, f"i{case.id}")
        page = (await browser.get(f"/review/incidents/{case.id}")).text
        assert '<a href="/review/visits/1">' in page
    [visit] = await cast.visits()
    assert (visit.promise_id, visit.incident_id) == (1, case.id)


async def test_nothing_free_says_of_each_what_it_is_and_the_leader_hears_it_once(
    cast: Cast,
) -> None:
    office = cast.office
    async with office.desk.database.write() as session:
        for person, hours in ((cast.anna, 100), (cast.jonas, 28.5)):
            session.add(
                Absence(
                    person_id=person.id or 0,
                    starts_at=office.now - timedelta(hours=1),
                    ends_at=office.now + timedelta(hours=hours),
                    created_at=office.now,
                )
            )
    async with cast.of(Role.REVIEWER) as browser:
        async with office.desk.database.write() as session:
            session.add(
                Promise(
                    person_id=cast.mette.id or 0,
                    company_id=cast.mette.company_id,
                    asked_at=office.now,
                    latest_day=(office.now + timedelta(days=1)).date(),
                )
            )
        for _ in range(2):
            page = (await browser.get(f"{PLAN}?subject=e{cast.mette.id}")).text
            assert slots_in(page) == []
            assert "Der er ingen ledig tid senest tirsdag 24. november." in page
            assert "Anna er ikke på arbejde de dage." in page
            assert "Jonas har ikke tid nok mellem det, der er aftalt." in page
        later = (await browser.get(f"{PLAN}?subject=p1&page=1")).text
        assert len(slots_in(later)) == 6
    assert [key for _who, key, _file in await cast.heard()].count("visit-shortage") == 1


async def test_bad_input_is_refused_kindly_and_changes_nothing(cast: Cast) -> None:
    office = cast.office
    async with office.desk.database.write() as session:
        session.add(ClosingDay(day=(office.now + timedelta(days=2)).date(), created_at=office.now))
    async with cast.of(Role.SPECIALIST) as browser:
        page = (await browser.get(f"{PLAN}?subject=e{cast.mette.id}")).text
        free = int(slots_in(page)[0][0].partition(":")[2])
        anna = cast.anna.id
        for slot, said in (
            (f"{anna}:{free - 24 * 60}", "Den tid er gået."),
            (f"{anna}:{free + 2 * 24 * 60}", "Den dag har vi lukket."),
            (f"{anna}:{free + 7}", "den tid er optaget nu"),
            (f"{anna}:{free + 400 * 24 * 60}", "den tid er optaget nu"),
            (f"{anna}:999999999", "den tid er optaget nu"),
            (f"{cast.mette.id}:{free}", "den tid er optaget nu"),
            (f"99:{free}", "den tid er optaget nu"),
            ("x:y", "Den tid er gået."),
            ("", "Den tid er gået."),
        ):
            answer = await press(browser, page, slot)
            assert (answer.status_code, said in answer.text) == (409, True), slot
            assert len(slots_in(answer.text)) == 6
        for subject in ("v1", "p9", "i9", "w9", "e99", f"e{anna}", "x", "e" + "9" * 30, "e-1"):
            assert (await browser.get(f"{PLAN}?subject={subject}")).status_code == 404, subject
            assert (await press(browser, page, "", subject=subject)).status_code == 404, subject
        made_up = await browser.get(f"{PLAN}?subject=e{cast.mette.id}&kind=ø&page=-1&both=")
        assert slots_in(made_up.text) == slots_in(page)
        assert (await press(browser, page, slots_in(page)[0][0], csrf="x")).status_code == 403
        foreign = await browser.post(
            PLAN, data={"subject": "e4"}, headers={"Sec-Fetch-Site": "cross-site"}
        )
        assert foreign.status_code == 403
        assert (await browser.get("/review/visits/0")).status_code == 404
        assert (await browser.get("/review/visits/x")).status_code == 404
    async with office.browser() as nobody:
        assert (await nobody.get(PLAN)).status_code == 401
        assert (await nobody.get("/review/visits/1")).status_code == 401
        assert (await nobody.post(PLAN, data={"slot": "1:1"})).status_code == 401
        assert (await nobody.post("/review/visits/1/cancel")).status_code == 401
    assert (await cast.visits(), await cast.heard()) == ([], [])


async def test_a_company_where_nobody_uses_the_hotline_and_a_visit_that_has_begun(
    cast: Cast,
) -> None:
    placement = await cast.placement()
    async with cast.of(Role.REVIEWER) as browser:
        visit = await book_first(browser, f"e{cast.mette.id}")
    cast.office.passes(hours=5)
    async with cast.of(Role.REVIEWER) as browser:
        page = (await browser.get(visit)).text
        assert "Skriv i chatten, hvordan det gik." in page
        assert 'action="/review/visits/1/cancel"' not in page
        moved = await browser.get(f"{PLAN}?subject=v1")
        assert (moved.status_code, "i gang eller slut" in moved.text) == (400, True)
        async with cast.office.desk.database.write() as session:
            (await session.get_one(Person, cast.mette.id)).active = False
        alone = await browser.get(f"{PLAN}?subject=w{placement.id}")
        assert (alone.status_code, "Ingen fra virksomheden bruger HV-linjen" in alone.text) == (
            400,
            True,
        )
        assert "Her er ingen arbejdsgivere endnu." in (await browser.get(PLAN)).text


async def test_an_employer_may_neither_choose_nor_read(cast: Cast) -> None:
    async with cast.office.desk.database.read() as session:
        with pytest.raises(NotAllowed):
            await whom(session, cast.office.now, cast.mette, "")
        with pytest.raises(NotAllowed):
            await view_visit(session, cast.office.now, cast.mette, 1)


async def test_whom_is_found_by_company_name_placement_and_case(cast: Cast) -> None:
    placement = await cast.placement()
    await cast.office.person(Role.EMPLOYER, "Ole", "Ølgården")
    case = await cast.office.incident()
    async with cast.of(Role.SPECIALIST) as browser:
        for text in ("bager", "Mette", placement.reference.lower(), case.reference):
            page = (await browser.get(PLAN, params={"q": text})).text
            assert ("Bageriet</h2>" in page, "Ølgården</h2>" in page) == (True, False), text
        assert f"Om {placement.reference}" in page
        assert f"Om {case.reference}" in page
        assert "Ølgården</h2>" in (await browser.get(PLAN, params={"q": "Øl"})).text
        assert "Jeg fandt ingen." in (await browser.get(PLAN, params={"q": "<b>"})).text
        assert "Hos Ole" in (await browser.get(PLAN)).text


async def test_the_company_may_choose_itself_and_reading_is_written_down(cast: Cast) -> None:
    async with cast.of(Role.REVIEWER) as browser:
        page = (await browser.get(f"{PLAN}?subject=e{cast.mette.id}&kind=p")).text
        answer = await press(browser, page, "", let="yes")
        shown = (await browser.get(answer.headers["location"])).text
        assert "Mette har fået tiderne og vælger selv." in shown
        assert await cast.heard() == [("Mette", "visit-proposed", "")]
        await browser.get(await book_first(browser, f"e{cast.mette.id}"))
        async with cast.office.desk.database.read() as session:
            read = (await session.exec(select(AuditEntry.subject))).all()
        assert "visit 1" in read
        assert "besøg 1" in (await browser.get("/review/access")).text


async def test_a_new_visit_after_ours_was_cancelled_keeps_the_promise(cast: Cast) -> None:
    promise = await cast.promise()
    async with cast.of(Role.SPECIALIST) as browser:
        visit = await book_first(browser, f"p{promise.id}")
        page = (await browser.get(visit)).text
        await browser.post(f"{visit}/cancel", data={"csrf": token_in(page)})
        page = (await browser.get(visit)).text
        again = re.search(r'href="/review/visits/plan\?subject=(e\d+)"', page)
        assert again
        await book_first(browser, again[1])
    first, second = await cast.visits()
    assert (first.status, second.status) == (VisitStatus.CANCELLED, VisitStatus.BOOKED)
    assert second.promise_id == promise.id
    async with cast.office.desk.database.read() as session:
        assert (await session.get_one(Promise, promise.id)).state is PromiseState.OPEN
