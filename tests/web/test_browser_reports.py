"""Reports, exports and sessions in a real browser: accessible, narrow and wide, light and dark."""

from dataclasses import replace

from playwright.sync_api import Page, expect

from domain.people import Role
from tests.reports.invent import invent
from tests.web.server import Server
from tests.web.test_browser import (
    chromium as chromium,
)
from tests.web.test_browser import (
    is_accessible,
    sign_in,
    targets_are_large,
)
from tests.web.test_browser import (
    page as page,
)
from tests.web.test_browser import (
    server as server,
)
from web.provider import Provider

YEAR = "from=2026-01-01&to=2026-12-31"


def test_the_report_is_accessible(page: Page, server: Server) -> None:
    server.run(invent(server.office.desk.database))
    sign_in(page, server)
    page.goto(f"{server.address}/review/reports?{YEAR}")
    expect(page.get_by_role("heading", name="HV-linjen: evaluering 2026")).to_be_visible()
    is_accessible(page)
    targets_are_large(page)
    page.get_by_label("Fra og med").fill("2027-01-01")
    page.get_by_role("button", name="Vis").click()
    expect(page.get_by_role("alert")).to_contain_text("den første før den sidste")
    is_accessible(page)


def test_a_list_is_taken_from_the_page(page: Page, server: Server) -> None:
    server.run(server.office.incident("Han gik"))
    sign_in(page, server)
    page.goto(f"{server.address}/review/exports")
    is_accessible(page)
    targets_are_large(page)
    page.get_by_label("Format").select_option("csv")
    with page.expect_download() as taken:
        page.get_by_role("button", name="Hent", exact=True).click()
    assert taken.value.suggested_filename == "hv-linjen-incidents.csv"


def test_sessions_are_seen_and_ended(page: Page, server: Server) -> None:
    anna = server.run(server.office.person(Role.SPECIALIST, "Anna"))
    code = server.run(server.office.login(anna))
    desk = server.office.desk
    provider = Provider("https://issuer.example", "x", "y", "https://line.example/signin/answer")
    server.app.state.desk = replace(desk, provider=provider)
    other = page.context.browser.new_context() if page.context.browser else page.context
    elsewhere = other.new_page()
    elsewhere.goto(f"{server.address}/login/{code}")
    elsewhere.get_by_role("button", name="Log ind").click()
    sign_in(page, server)
    page.goto(f"{server.address}/review/sessions")
    is_accessible(page)
    targets_are_large(page)
    page.get_by_role("button", name="Log Anna ud").click()
    expect(page.get_by_text("Ikke logget ind nogen steder.")).to_be_visible()
    elsewhere.goto(f"{server.address}/review")
    expect(elsewhere.get_by_role("heading", name="Log ind på")).to_be_visible()
    is_accessible(elsewhere)
    other.close()
