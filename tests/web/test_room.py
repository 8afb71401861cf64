"""The review room in a real browser: every page at three widths, light and dark; a reviewer's tasks
and the log by keyboard alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from domain.triage import Level
from tests.web.server import Server
from tests.web.test_browser import (  # noqa: F401 - fixtures
    chromium,
    go_to,
    is_accessible,
    pytestmark,
    sign_in,
)
from tests.web.test_log import case

NAME = "Kasper Øgaard"
PAGES = ("", "/incidents", "/incidents?q=x", "/incidents/1", "/guides", "/access", "/settings")
LOOKS = [(width, scheme) for width in (320, 768, 1440) for scheme in ("light", "dark")]


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    opened = Server(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:  # noqa: F811
    context = chromium.new_context(reduced_motion="reduce")
    yield context.new_page()
    context.close()


def test_every_page_is_accessible_at_every_width_and_in_the_dark(
    page: Page, server: Server
) -> None:
    sign_in(page, server)
    for path in ("", "/incidents"):
        page.goto(f"{server.address}/review{path}")
        is_accessible(page)
    office = server.office
    long = f"{NAME} gik, og ingen ved hvorhen" + "r" * 90
    server.run(case(office, long, Level.URGENT, asks=True))
    server.run(case(office, "Et skema", company="Et meget langt navn på en virksomhed og søn A/S"))
    for path in PAGES:
        page.goto(f"{server.address}/review{path}")
        for width, scheme in LOOKS:
            page.set_viewport_size({"width": width, "height": 800})
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            is_accessible(page)


def test_a_reviewers_tasks_are_three_clicks_away(page: Page, server: Server) -> None:
    office = server.office
    late = server.run(case(office, f"{NAME} gik", Level.URGENT, asks=True))
    office.passes(days=7)
    sign_in(page, server)
    go_to(page, "Hændelser")
    page.get_by_role("link", name="Sidste uges hastesager").click()
    page.get_by_role("link", name=late.reference).click()
    expect(page.get_by_role("button", name="Udskriv")).to_be_visible()
    expect(page.get_by_text(f"{NAME} gik").first).to_be_visible()
    page.get_by_label("Fjern et navn eller andre ord fra sagen").fill(NAME)
    page.get_by_role("button", name="Fjern ordene for altid").click()
    expect(page.get_by_text("[…] gik").first).to_be_visible()
    expect(page.get_by_text(NAME)).to_have_count(0)
    expect(page.get_by_role("heading", name="Hvem har set sagen")).to_be_visible()
    go_to(page, "Hvem har set hvad")
    page.get_by_label("Sag eller andet").fill(late.reference)
    page.get_by_role("button", name="Vis").click()
    expect(page.get_by_role("rowheader", name="Bente").first).to_be_visible()


def test_the_log_is_used_by_keyboard_alone(page: Page, server: Server) -> None:
    one = server.run(case(server.office, "Larm i salen", Level.URGENT))
    server.run(case(server.office, "Et skema"))
    sign_in(page, server)
    page.goto(f"{server.address}/review/incidents")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # to the content
    page.get_by_label("Søg i sagerne").focus()
    page.keyboard.type("larm")
    page.keyboard.press("Enter")
    expect(page.get_by_role("checkbox")).to_have_count(1)
    page.get_by_role("checkbox").focus()
    page.keyboard.press("Space")
    page.get_by_role("button", name="Markér de valgte som gennemgået").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".seen-mark")).to_have_count(1)
    page.get_by_role("link", name="Hvornår").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("columnheader", name="Hvornår")).to_have_attribute(
        "aria-sort", "ascending"
    )
    page.get_by_role("link", name=one.reference).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name=one.reference)).to_be_visible()
