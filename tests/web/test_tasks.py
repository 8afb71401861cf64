"""A reviewer's ten tasks, each at most three clicks from the overview; and the log by keyboard."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from domain.people import Role
from domain.triage import Level
from models.incidents import Incident
from models.visits import Promise
from services.logbook import PAGE
from tests.web.server import Server
from tests.web.test_browser import (  # noqa: F401 - fixtures
    chromium,
    pytestmark,
    server,
    sign_in,
)
from tests.web.test_log import case

NAME = "Kasper Øgaard"


class Clicks:
    """A reviewer on the overview, whose clicks are counted."""

    def __init__(self, page: Page) -> None:
        self.page, self.count = page, 0

    def link(self, name: str, *, exact: bool = True) -> None:
        self.on(self.page.get_by_role("link", name=name, exact=exact).first)

    def button(self, name: str) -> None:
        self.on(self.page.get_by_role("button", name=name, exact=True).first)

    def on(self, what: Locator) -> None:
        self.count += 1
        assert self.count <= 3
        what.click()


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:  # noqa: F811
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    yield context.new_page()
    context.close()


@pytest.fixture
def late(server: Server) -> Incident:  # noqa: F811
    """Last week: three urgent cases of one company and one of another that nobody took."""
    office = server.office
    found = server.run(case(office, f"{NAME} gik", Level.URGENT, "Bageriet", asks=True))
    for firm in ("Bageriet", "Bageriet", "Cykelsmeden"):
        server.run(case(office, "Larm", Level.URGENT, firm, asks=True))
    server.run(case(office, "Et skema", company="Lageret"))
    office.passes(days=7)
    return found


@pytest.fixture
def clicks(page: Page, server: Server, late: Incident) -> Clicks:  # noqa: F811
    sign_in(page, server)
    return Clicks(page)


def test_last_weeks_urgent_cases_without_an_answer_in_time(clicks: Clicks) -> None:
    clicks.link("Hændelser")
    clicks.link("Sidste uges hastesager", exact=False)
    expect(clicks.page.locator("tbody tr")).to_have_count(4)
    expect(clicks.page.get_by_text("Lageret")).to_have_count(0)


def test_which_company_had_three_of_them(clicks: Clicks) -> None:
    clicks.link("Hændelser")
    clicks.link("Sidste uges hastesager", exact=False)
    expect(clicks.page.get_by_text("Flere fra samme virksomhed")).to_contain_text("Bageriet (3)")
    clicks.on(clicks.page.get_by_role("main").get_by_role("link", name="Bageriet").first)
    expect(clicks.page.locator("tbody tr")).to_have_count(3)


def test_one_case_on_paper(clicks: Clicks, late: Incident) -> None:
    clicks.page.add_init_script("window.print = () => { window.printed = true; }")
    clicks.link("Hændelser")
    clicks.link(late.reference)
    clicks.button("Udskriv")
    assert clicks.page.evaluate("window.printed") is True
    clicks.page.emulate_media(media="print")
    expect(clicks.page.get_by_role("heading", name="Tidslinje")).to_be_visible()
    expect(clicks.page.get_by_role("button", name="Fjern ordene for altid")).to_be_hidden()


def test_a_name_taken_out(clicks: Clicks, late: Incident) -> None:
    clicks.link("Hændelser")
    clicks.link(late.reference)
    clicks.page.get_by_label("Fjern et navn eller andre ord fra sagen").fill(NAME)
    clicks.button("Fjern ordene for altid")
    expect(clicks.page.get_by_text("[…] gik").first).to_be_visible()
    expect(clicks.page.get_by_text(NAME)).to_have_count(0)


def test_a_quarter_taken_along(clicks: Clicks) -> None:
    clicks.link("Hent lister")
    clicks.page.get_by_label("Fra og med").fill("2026-10-01")
    clicks.page.get_by_label("Til og med").fill("2026-12-31")
    with clicks.page.expect_download() as taken:
        clicks.button("Hent")
    assert taken.value.suggested_filename == "hv-linjen-incidents.xlsx"
    assert taken.value.path().read_bytes().startswith(b"PK")


def test_a_company_invited(clicks: Clicks) -> None:
    clicks.link("Personer og vagter")
    clicks.page.get_by_label("Navn").fill("Bo")
    clicks.page.get_by_label("Virksomhed", exact=True).fill("Skomageren")
    clicks.button("Lav invitationen")
    expect(clicks.page.get_by_text("Invitation til Bo")).to_be_visible()
    expect(clicks.page.get_by_role("heading", name="Skomageren")).to_be_visible()


def test_who_has_read_a_case(
    clicks: Clicks,
    server: Server,  # noqa: F811
    late: Incident,
) -> None:
    clicks.page.goto(f"{server.address}/review/incidents/{late.id}")
    clicks.page.goto(f"{server.address}/review")
    clicks.link("Hvem har set hvad")
    clicks.page.get_by_label("Sag eller andet").fill(late.reference)
    clicks.button("Vis")
    expect(clicks.page.locator("tbody tr")).to_have_count(1)
    expect(clicks.page.locator("tbody tr")).to_contain_text("Bente")
    expect(clicks.page.locator("tbody tr")).to_contain_text(late.reference)


def test_what_is_at_risk_tomorrow(
    clicks: Clicks,
    server: Server,  # noqa: F811
    late: Incident,
) -> None:
    office = server.office
    tomorrow = date.fromisoformat(f"{office.now + timedelta(days=1):%Y-%m-%d}")

    async def promise() -> None:
        async with office.desk.database.write() as session:
            session.add(
                Promise(
                    person_id=late.reporter_id,
                    company_id=late.company_id,
                    incident_id=late.id,
                    asked_at=office.now,
                    latest_day=tomorrow,
                )
            )

    server.run(promise())
    clicks.link("Overblik")
    risk = "Bageriet er lovet et besøg senest tirsdag 1. december"
    clicks.link(risk, exact=False)
    expect(clicks.page.get_by_role("heading", name="Find en tid hos Bageriet")).to_be_visible()
    expect(clicks.page.get_by_role("link", name=late.reference)).to_be_visible()


def test_the_yearly_report(clicks: Clicks) -> None:
    clicks.link("Rapporter")
    expect(clicks.page.get_by_role("heading", name="HV-linjen: evaluering 2025")).to_be_visible()
    with clicks.page.expect_download() as taken:
        clicks.link("Hent på dansk (PDF)")
    assert taken.value.path().read_bytes().startswith(b"%PDF")


def test_a_session_ended(clicks: Clicks, server: Server, chromium: Browser) -> None:  # noqa: F811
    anna = server.run(server.office.person(Role.SPECIALIST, "Anna"))
    with chromium.new_context() as other:
        elsewhere = other.new_page()
        elsewhere.goto(f"{server.address}/login/{server.run(server.office.login(anna))}")
        elsewhere.get_by_role("button", name="Log ind").click()
        elsewhere.wait_for_url(f"{server.address}/review**")
        clicks.link("Bente")
        clicks.on(clicks.page.get_by_role("button", name="Log Anna ud"))
        expect(clicks.page.get_by_role("button", name="Log Anna ud")).to_have_count(0)
        elsewhere.goto(f"{server.address}/review")
        expect(elsewhere.get_by_role("heading", name="Log ind på")).to_be_visible()


def tab_to(page: Page, what: Locator) -> None:
    """Go forward by the tabulator until the focus is there, and seen, as far as the page goes."""
    handle = what.element_handle()
    for _ in range(250):
        page.keyboard.press("Tab")
        if handle.evaluate("it => it === document.activeElement"):
            seen = "getComputedStyle(document.activeElement).outlineStyle"
            assert page.evaluate(seen) == "solid"
            return
    raise AssertionError("the tabulator does not lead there")


def test_the_whole_log_by_keyboard_alone(page: Page, server: Server) -> None:  # noqa: F811
    for number in range(PAGE):
        server.run(case(server.office, f"Skema {number}"))
    server.run(case(server.office, "Larm i salen", Level.URGENT))
    sign_in(page, server)
    page.goto(f"{server.address}/review/incidents")
    tab_to(page, page.locator(".skip"))
    page.keyboard.press("Enter")
    tab_to(page, page.get_by_label("Alvorsgrad"))
    page.keyboard.type("Haster")
    tab_to(page, page.get_by_role("button", name="Vis", exact=True))
    page.keyboard.press("Enter")
    expect(page.get_by_role("checkbox")).to_have_count(1)
    tab_to(page, page.locator("tbody th a"))
    page.keyboard.press("Enter")
    expect(page.get_by_text("Larm i salen").first).to_be_visible()
    tab_to(page, page.get_by_label("Note"))
    page.keyboard.type("Radioen er slukket")
    tab_to(page, page.get_by_role("button", name="Gem noten"))
    page.keyboard.press("Enter")
    expect(page.get_by_text("Radioen er slukket")).to_be_visible()
    tab_to(page, page.get_by_label("Fjern et navn eller andre ord fra sagen"))
    page.keyboard.type("salen")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Larm i […]").first).to_be_visible()
    tab_to(page, page.get_by_role("link", name="Alle hændelser"))
    page.keyboard.press("Enter")
    expect(page.locator("tbody tr")).to_have_count(PAGE)
    tab_to(page, page.get_by_role("link", name="Næste side"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("checkbox")).to_have_count(1)
    tab_to(page, page.get_by_role("checkbox"))
    page.keyboard.press("Space")
    tab_to(page, page.get_by_role("button", name="Markér de valgte som gennemgået"))
    page.keyboard.press("Enter")
    expect(page.locator(".seen-mark")).to_have_count(1)
    tab_to(page, page.get_by_label("Navn på visningen"))
    page.keyboard.type("Hver mandag")
    page.keyboard.press("Enter")
    tab_to(page, page.get_by_role("link", name="Hver mandag", exact=True))
