"""A visit is planned, moved and cancelled in a browser without scripts, by keyboard, on a phone."""

from playwright.sync_api import Browser, Page, expect

from domain.people import Role
from tests.web.server import Server
from tests.web.test_browser import chromium, pytestmark, server  # noqa: F401


def chosen(page: Page, label: str) -> None:
    """Press Enter on the button or link of this name."""
    role = page.get_by_role("button", name=label).or_(page.get_by_role("link", name=label))
    role.first.press("Enter")


def test_by_keyboard_without_scripts(chromium: Browser, server: Server) -> None:  # noqa: F811
    office = server.office
    anna = server.run(office.person(Role.SPECIALIST, "Anna"))
    server.run(office.person(Role.EMPLOYER, "Mette", "Bageriet"))
    context = chromium.new_context(
        viewport={"width": 320, "height": 700}, java_script_enabled=False
    )
    page = context.new_page()
    page.goto(f"{server.address}/login/{server.run(office.login(anna))}")
    chosen(page, "Log ind")
    page.goto(f"{server.address}/review/visits")
    chosen(page, "Planlæg et besøg")
    page.get_by_role("searchbox").fill("bager")
    page.keyboard.press("Enter")
    chosen(page, "Hos Mette")
    page.get_by_role("radio", name="telefonsamtale").press(" ")
    chosen(page, "Vis tider")
    expect(page.get_by_role("radio", name="telefonsamtale")).to_be_checked()
    page.locator("button.slot").first.press("Enter")
    expect(page.get_by_role("status").first).to_have_text(
        "Det er aftalt, og Mette har fået besked."
    )
    chosen(page, "Flyt")
    page.locator("button.slot").last.press("Enter")
    expect(page.get_by_role("status").first).to_contain_text("Besøget er flyttet")
    page.get_by_text("Aflys", exact=True).press("Enter")
    chosen(page, "Ja, aflys")
    expect(page.get_by_role("status").first).to_contain_text("Besøget er aflyst")
    chosen(page, "Find en ny tid")
    expect(page.get_by_role("heading", level=1)).to_have_text("Find en tid hos Bageriet")
    context.close()
