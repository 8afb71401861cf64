"""Every page in a real browser, narrow, middling and wide, light and dark: axe finds nothing,
nothing sticks out at the side, what can be pressed is large, and no page is forgotten."""

from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from starlette.routing import Route

from domain.people import Role
from tests.web.office import Office
from tests.web.sample import furnish
from tests.web.server import Server
from tests.web.test_browser import (  # noqa: F401 - fixtures
    chromium,
    is_accessible,
    nothing_sticks_out,
    pytestmark,
    server,
    sign_in,
    targets_are_large,
)

LOOKS = [(width, scheme) for width in (320, 768, 1440) for scheme in ("dark", "light")]
RULES: dict[tuple[int, str], tuple[str, ...]] = {
    (320, "dark"): (),
    (1440, "light"): (),
    (1440, "dark"): ("color-contrast", "link-in-text-block"),
}
"""The looks that axe sees, by all its rules or by these: the menu folded and open, tables as cards
and as tables, light and dark. The looks between have nothing that these have not."""
EMPTY = {(320, "dark"): ()}
"""An empty page has one sentence more, and is seen in all looks where a search finds nothing."""
OUTSIDE = ("/", "/signin", "/login/{code}", "/i/{code}", "/card/{code}", "/chat")
SECTIONS = (
    *("", "/incidents", "/placements", "/companies", "/visits", "/followups", "/learned"),
    *("/meetings", "/guides", "/satisfaction", "/reports", "/exports", "/people", "/duty"),
    *("/access", "/settings", "/sessions", "/import", "/visits/plan"),
)
SINGLE = (
    *("/incidents/{id}", "/companies/{id}", "/placements/{reference}"),
    *("/placements/{reference}/progress", "/import/{job}", "/visits/{id}"),
)
SPECIALIST = ("/calendar",)
NO_PAGES = {
    *("/healthz", "/readyz", "/calendar/{secret}.ics", "/card/{code}/paper", "/chat/feed"),
    *("/chat/lines", "/chat/file/{id}", "/signin/ask", "/signin/answer", "/review/feed"),
    *("/review/exports/list", "/review/exports/{month}", "/review/handout"),
    *("/review/import/template/{kind}", "/review/incidents/{id}/files/{file_id}"),
    *("/review/meetings/file", "/review/reports/file"),
}
"""What is fetched but never looked at: files, streams, and detours."""
COMPANIES = "Virksomhed;Adresse\nFrisøren (opdigtet);Nørregade 1\n"


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:  # noqa: F811
    context = chromium.new_context(reduced_motion="reduce")
    yield context.new_page()
    context.close()


def look_at(page: Page, address: str, rules: Mapping[tuple[int, str], Any] = RULES) -> None:
    page.goto(address)
    for look in LOOKS:
        page.set_viewport_size({"width": look[0], "height": 800})
        page.emulate_media(color_scheme=look[1])  # type: ignore[arg-type]
        nothing_sticks_out(page)
        targets_are_large(page)
        if look in rules:
            is_accessible(page, *rules[look])


def test_no_page_is_forgotten(office: Office) -> None:
    looked_at = {*OUTSIDE, *(f"/review{path}" for path in (*SECTIONS, *SINGLE, *SPECIALIST))}
    routes = (route for route in office.app().routes if isinstance(route, Route))
    pages = {route.path for route in routes if "GET" in (route.methods or ())}
    assert pages == looked_at | NO_PAGES


def test_the_ways_in(page: Page, server: Server) -> None:  # noqa: F811
    known = server.run(furnish(server.office))
    code = server.run(server.office.code())
    for path in OUTSIDE:
        look_at(page, server.address + path.format(code=code))
    for form in ("card", "evaluation"):
        look_at(page, f"{server.address}/card/{known[form]}")
        expect(page.get_by_label("Dit fornavn")).to_be_visible()


def test_every_page_while_the_office_is_empty(page: Page, server: Server) -> None:  # noqa: F811
    sign_in(page, server)
    for path in SECTIONS:
        look_at(page, f"{server.address}/review{path}", EMPTY)


def test_every_page_with_something_on_it(page: Page, server: Server) -> None:  # noqa: F811
    known = server.run(furnish(server.office))
    sign_in(page, server)
    page.goto(f"{server.address}/review/import")
    listed = {"name": "x.csv", "mimeType": "text/csv", "buffer": COMPANIES.encode()}
    page.get_by_label("Fil", exact=True).set_input_files(listed)  # type: ignore[arg-type]
    page.get_by_role("button", name="Se på filen").click()
    expect(page.locator('meta[http-equiv="refresh"]')).to_have_count(0)
    known["job"] = page.url.rpartition("/")[2]
    for path in (*SECTIONS, "/incidents?q=intet", "/visits/plan?subject=v{id}", *SINGLE):
        answer = page.request.get(f"{server.address}/review{path.format(**known)}")
        assert answer.ok, path
        look_at(page, f"{server.address}/review{path.format(**known)}")


def test_the_page_of_a_specialists_calendars(page: Page, server: Server) -> None:  # noqa: F811
    anna = server.run(server.office.person(Role.SPECIALIST))
    page.goto(f"{server.address}/login/{server.run(server.office.login(anna))}")
    page.get_by_role("button", name="Log ind").click()
    for path in SPECIALIST:
        look_at(page, f"{server.address}/review{path}")
