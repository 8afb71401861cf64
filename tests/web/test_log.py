"""The incident log: every filter alone and together, search, pages, kept views, reviewed marks."""

import re
from datetime import datetime, timedelta
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from sqlmodel import func, select

from domain.incidents import Category, Outcome
from domain.people import Role
from domain.placements import PlacementType
from domain.triage import Level
from models import log_pages, search
from models.incidents import Incident
from models.logbook import LogEntry
from models.people import Person
from models.placements import Placement
from services import escalations, incidents, taking
from services.logbook import BATCH, catch_up
from tests.web.office import Office, token_in
from web.log import often

LOG = "/review/incidents"


async def found(browser: httpx.AsyncClient, **filters: str) -> list[str]:
    """The references on the page, from the top."""
    answer = await browser.get(LOG, params=filters)
    assert answer.status_code == 200, answer.text
    return re.findall(r'">(H-2026-\d{4})</a>', answer.text)


async def case(
    office: Office,
    happened: str = "Han gik",
    level: Level = Level.NORMAL,
    company: str = "Bageriet",
    category: Category = Category.OTHER,
    *,
    asks: bool = False,
    placement: PlacementType | None = None,
) -> Incident:
    reporter = await office.person(Role.EMPLOYER, "Mette", company)
    async with office.desk.database.write() as session:
        if placement:
            row = Placement(
                reference=f"P-{reporter.id:04d}",
                company_id=reporter.company_id or 0,
                created_at=office.now,
                type=placement,
            )
            session.add(row)
            await session.flush()
        incident = await incidents.log_incident(
            session, office.now, reporter, happened, level=level, category=category
        )
        if asks:
            await escalations.ask_specialist(
                session, office.now, reporter, incident, office.desk.office
            )
    return incident


async def take(office: Office, by: Person, incident: Incident) -> None:
    async with office.desk.database.write() as session:
        await taking.acknowledge(session, office.now, by, incident.id or 0, office.desk.office)


async def close(office: Office, by: Person, incident: Incident) -> None:
    async with office.desk.database.write() as session:
        await incidents.close_case(
            session, office.now, by, incident.id or 0, Outcome.SOLVED, "Skiltet hjalp"
        )


@pytest.mark.parametrize("many", [1, log_pages.MANY])
async def test_each_filter_shows_what_it_says_and_all_together_what_fits_all(
    office: Office, monkeypatch: pytest.MonkeyPatch, many: int
) -> None:
    monkeypatch.setattr(log_pages, "MANY", many)
    anna = await office.person(Role.SPECIALIST, "Anna")
    quick = await case(office, "Larm i salen", Level.URGENT, "Bageriet", Category.TASKS, asks=True)
    office.passes(minutes=20)
    await take(office, anna, quick)
    slow = await case(office, "Han blev væk", Level.URGENT, "Solbo", asks=True)
    office.passes(minutes=40)
    await take(office, anna, slow)
    await close(office, anna, slow)
    calm = await case(office, "Et skema", Level.NORMAL, "Solbo", placement=PlacementType.FLEXJOB)
    late = await case(office, "Ingen kommer", Level.EMERGENCY, "Havnen", asks=True)
    office.passes(minutes=11)
    waits = await case(office, "Venter på svar", Level.NORMAL, "Havnen", asks=True)
    every = {
        "level": {"urgent": [slow, quick], "emergency": [late], "normal": [waits, calm]},
        "category": {"tasks": [quick], "safety": []},
        "status": {"open": [waits, late, calm], "taken": [quick], "closed": [slow]},
        "company": {"Solbo": [calm, slow], "havn": [waits, late], "Ingen": []},
        "type": {"flexjob": [calm], "sheltered": []},
        "specialist": {str(anna.id): [slow, quick], "9999": []},
        "answer": {
            "in-time": [quick],
            "late": [late, slow],
            "waiting": [waits],
            "not-asked": [calm],
        },
        "q": {"larm": [quick], "SKILTET hjalp": [slow], "sal": [quick], "larm skema": []},
        "period": {"today": [waits, late, calm, slow, quick], "last-week": []},
        "from": {"2026-11-23": [waits, late, calm, slow, quick], "2026-11-24": []},
        "to": {"2026-11-23": [waits, late, calm, slow, quick], "2026-11-22": []},
        "reviewed": {"yes": [], "no": [waits, late, calm, slow, quick]},
    }
    async with office.signed_in(Role.SPECIALIST) as browser:
        for name, values in every.items():
            for value, expected in values.items():
                shown = await found(browser, **{name: value})
                assert shown == [one.reference for one in expected], (name, value)
        together = {"level": "urgent", "answer": "late", "company": "Solbo", "q": "væk"}
        assert await found(browser, **together) == [slow.reference]
        for sort, first in (("when", quick), ("-level", late), ("-answer", slow), ("x", waits)):
            assert (await found(browser, sort=sort))[0] == first.reference
        for strange in ("'", '"', "*", "a OR b", "NEAR(", "%00", "x" * 500, "-", "h-0", "a_b"):
            assert await found(browser, q=strange) == []
        strange = {
            "from": "i går",
            "level": "x",
            "specialist": "-1",
            "after": "a.b",
            "company": " ",
        }
        assert len(await found(browser, **strange)) == 5


async def test_last_weeks_urgent_cases_without_an_answer_are_one_click_away(
    office: Office,
) -> None:
    late = await case(office, "Det haster", Level.URGENT, asks=True)
    await case(office, "Det haster ikke", Level.NORMAL, asks=True)
    office.passes(days=7)
    await case(office, "Det haster i dag", Level.URGENT, asks=True)
    office.passes(hours=2)
    async with office.signed_in(Role.REVIEWER) as browser:
        page = (await browser.get(LOG)).text
        [address] = re.findall(r'href="([^"]+)">Sidste uges hastesager', page)
        shown = await browser.get(address.replace("&amp;", "&"))
        assert re.findall(r'">(H-2026-\d{4})</a>', shown.text) == [late.reference]


async def test_another_order_than_time_is_made_of_the_newest_and_says_so(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = await case(office, "Længe siden", Level.EMERGENCY)
    office.passes(days=30)
    urgent, calm = await case(office, level=Level.URGENT), await case(office)
    async with office.signed_in(Role.REVIEWER) as browser:
        assert (await found(browser, sort="-level"))[0] == old.reference
        monkeypatch.setattr(log_pages, "SORTED", 2)
        assert await found(browser, sort="-level") == [urgent.reference, calm.reference]
        page = (await browser.get(LOG, params={"sort": "-level"})).text
        assert "Sorteringen viser" in page
        assert await found(browser, sort="-level", to="2026-10-30") == []
        assert await found(browser, sort="-level", level="emergency", to="2026-11-24") == [
            old.reference
        ]
        assert len(await found(browser, sort="-when")) == 3
        assert "Sorteringen viser" not in (await browser.get(LOG)).text


@pytest.mark.parametrize("most", [0, search.MOST_TERMS])
async def test_a_word_is_found_by_its_beginning(
    office: Office, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    monkeypatch.setattr(search, "MOST_TERMS", most)
    first = await case(office, "Medarbejderen gik i frokoststuen")
    second = await case(office, "To medarbejdere i frokostpausen")
    async with office.signed_in(Role.REVIEWER) as browser:
        for words, fits in (
            ("medarbejder", [second, first]),
            ("medarbejderen", [first]),
            ("frokost medarbejdere", [second, first]),
            ("frokosts", [first]),
            ("medarbejderskab", []),
            ("to", [second]),
        ):
            assert await found(browser, q=words) == [one.reference for one in fits], words


async def test_a_reference_leads_to_its_case(office: Office) -> None:
    one = await case(office)
    async with office.signed_in(Role.REVIEWER) as browser:
        for written in (one.reference, "h-2026-1", "sag 1"):
            answer = await browser.get(LOG, params={"q": written})
            assert answer.headers["location"] == f"{LOG}/{one.id}"


@pytest.mark.parametrize("sort", ["-when", "when", "-level", "level", "-answer", "answer"])
async def test_every_case_stands_on_exactly_one_page(office: Office, sort: str) -> None:
    reporter = await office.person(Role.EMPLOYER, "Mette", "Bageriet")
    levels = [Level.NORMAL, Level.URGENT, Level.EMERGENCY]
    async with office.desk.database.write() as session:
        for number in range(112):
            await incidents.log_incident(
                session, office.now, reporter, f"Nummer {number}", level=levels[number % 3]
            )
    async with office.signed_in(Role.REVIEWER) as browser:
        pages, address = [], f"{LOG}?sort={sort}"
        while address:
            page = (await browser.get(address)).text
            pages.append(re.findall(r'">(H-2026-\d{4})</a>', page))
            [address] = re.findall(r'rel="next" href="([^"]+)"', page) or [""]
            address = address.replace("&amp;", "&")
        assert [len(page) for page in pages] == [50, 50, 12]
        assert len({one for page in pages for one in page}) == 112
        [back] = re.findall(r'rel="prev" href="([^"]+)"', page)
        before = (await browser.get(back.replace("&amp;", "&"))).text
        assert re.findall(r'">(H-2026-\d{4})</a>', before) == pages[1]


async def test_cases_are_marked_as_reviewed_together(office: Office) -> None:
    ids = [str((await case(office)).id) for _ in range(3)]
    async with office.signed_in(Role.REVIEWER) as browser:
        form = {"csrf": token_in((await browser.get(LOG)).text), "query": "status=open&sort=-when"}
        chosen = await browser.post(f"{LOG}/reviewed", data={**form, "incident": ids[:1]})
        assert chosen.headers["location"] == f"{LOG}?status=open&sort=-when"
        assert await found(browser, reviewed="yes") == ["H-2026-0001"]
        await browser.post(f"{LOG}/reviewed", data={**form, "all": "yes", "on-page": ids})
        assert await found(browser, reviewed="no") == []
        page = (await browser.get(f"{LOG}/1")).text
        assert page.count("Markerede sagen som gennemgået") == 1
        assert (
            await browser.post(f"{LOG}/reviewed", data={**form, "incident": "99"})
        ).status_code == 404
    async with office.signed_in(Role.SPECIALIST) as browser:
        page = (await browser.get(LOG)).text
        assert "Markér" not in page
        form = {"csrf": token_in(page), "incident": ids[0]}
        assert (await browser.post(f"{LOG}/reviewed", data=form)).status_code == 403


async def test_a_view_is_kept_by_its_owner_alone(office: Office) -> None:
    await case(office, level=Level.URGENT)
    async with office.signed_in(Role.REVIEWER) as mine, office.signed_in(Role.SPECIALIST) as other:
        form = {"csrf": token_in((await mine.get(LOG)).text), "query": "level=urgent&sort=-when"}
        answer = await mine.post(f"{LOG}/views", data={**form, "name": "Haster <b>"})
        assert answer.headers["location"] == f"{LOG}?level=urgent&sort=-when"
        page = (await mine.get(LOG)).text
        [address] = re.findall(r'href="([^"]+)">Haster &lt;b&gt;', page)
        asked = parse_qs(urlsplit(address.replace("&amp;", "&")).query)
        assert asked == {"level": ["urgent"], "sort": ["-when"]}
        assert "Haster &lt;b&gt;" not in (await other.get(LOG)).text
        theirs = {"csrf": token_in((await other.get(LOG)).text), "view": "1"}
        assert (await other.post(f"{LOG}/views/drop", data=theirs)).status_code == 404
        assert (await mine.post(f"{LOG}/views", data={**form, "name": " "})).status_code == 400
        await mine.post(f"{LOG}/views/drop", data={**form, "view": "1"})
        assert "Haster" not in (await mine.get(LOG)).text.split("<form")[0]


async def test_the_log_catches_up_stretch_by_stretch(office: Office) -> None:
    reporter = await office.person(Role.EMPLOYER, "Mette", "Bageriet")
    async with office.desk.database.write() as session:
        for _ in range(BATCH + 5):
            await incidents.log_incident(
                session, office.now, reporter, "Han gik", level=Level.NORMAL
            )
    stretches = []
    for _ in range(2):
        async with office.desk.database.write() as session:
            more = await catch_up(session, office.now, office.desk.office)
            logged = (await session.exec(select(func.count()).select_from(LogEntry))).one()
            stretches.append((more, logged))
    assert stretches == [(True, BATCH), (False, BATCH + 5)]


async def test_the_promise_of_a_normal_case_counts_office_hours(office: Office) -> None:
    anna = await office.person(Role.SPECIALIST, "Anna")
    office.clock[0] = datetime.fromisoformat("2026-11-27T12:30:00+00:00")  # Friday, 13.30
    one = await case(office, asks=True)
    office.passes(days=2, hours=22)  # Monday, 11.30: half an hour on Friday, 3.5 since 8
    await take(office, anna, one)
    other = await case(office, asks=True)
    office.clock[0] += timedelta(hours=4, minutes=1)
    await take(office, anna, other)
    async with office.signed_in(Role.REVIEWER) as browser:
        assert await found(browser, answer="in-time") == [one.reference]
        assert await found(browser, answer="late") == [other.reference]


def test_companies_that_return_are_counted() -> None:
    firms = ["Bageriet", "Lageret", "Bageriet", "Lageret", "Bageriet", "Hotellet"]
    assert often(firms) == [("Bageriet", 3)]
