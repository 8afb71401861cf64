"""The pages in a real browser: conversations by mouse and by keyboard, and accessibility (axe)."""

import itertools
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from domain.office import Office
from domain.people import Role
from domain.triage import Level
from services import taking
from tests.web.server import Server

CHROMIUM = os.environ.get("HOTLINE_TEST_CHROMIUM", "/usr/bin/chromium")
pytestmark = pytest.mark.skipif(
    not Path(CHROMIUM).exists(), reason=f"no Chromium at {CHROMIUM}: browser tests left out"
)

LOOKS = list(itertools.product((320, 1280), ("light", "dark")))
EVIL = '<img src=x onerror="window.hurt=1"><script>window.hurt=1</script>'
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-background-networking"]
        )
        yield browser
        browser.close()


@pytest.fixture(params=LOOKS, ids=[f"{width}-{scheme}" for width, scheme in LOOKS])
def page(chromium: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page that must not have a broken script, a policy breach or a missing file."""
    width, scheme = request.param
    context = chromium.new_context(
        viewport={"width": width, "height": 700}, color_scheme=scheme, reduced_motion="reduce"
    )
    opened = context.new_page()
    complaints: list[str] = []
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on(
        "console",
        lambda said: (
            complaints.append(said.text)
            if said.type == "error" and "Failed to load resource" not in said.text
            else None
        ),
    )
    yield opened
    context.close()
    assert [text for text in complaints if "ERR_" not in text] == []


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    opened = Server(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def board(tmp_path: Path) -> Iterator[Server]:
    opened = Server(tmp_path, practice=True)
    yield opened
    opened.close()


def is_accessible(page: Page, *rules: str) -> None:
    """Axe finds nothing by all its rules or by these alone; and nothing sticks out."""
    from axe_playwright_python.sync_playwright import Axe

    page.wait_for_load_state()
    if not page.evaluate("'axe' in window"):
        page.evaluate(Axe().axe_script)
    only = {"type": "rule" if rules else "tag", "values": rules or STANDARDS}
    options = {"runOnly": only, "resultTypes": ["violations"]}
    broken = page.evaluate(
        "options => axe.run(options).then(found =>"
        " found.violations.map(rule => [rule.id, rule.nodes.map(node => node.target)]))",
        options,
    )
    assert broken == []
    nothing_sticks_out(page)


def nothing_sticks_out(page: Page) -> None:
    """The page is no wider than the window."""
    wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(wide) <= 0


def targets_are_large(page: Page) -> None:
    """Whatever can be pressed is at least 44 pixels high (links inside sentences excepted); a box
    to tick counts with its label."""
    page.wait_for_load_state()
    small = page.eval_on_selector_all(
        "button, summary, .button, .small-button, .choice, .emergency,"
        " input:not([type=hidden]), select, textarea",
        "all => all.filter(e => e.offsetParent"
        " && (e.closest('label') ?? e).getBoundingClientRect().height < 43.9)"
        ".map(e => e.outerHTML.slice(0, 90))",
    )
    assert small == []


def enter(page: Page, server: Server) -> None:
    """Come in by an invitation and see the first answer."""
    page.goto(f"{server.address}/i/{server.run(server.office.code())}")
    page.get_by_role("button", name="Åbn chatten").click()
    expect(page.get_by_text("Velkommen")).to_be_visible()


def sign_in(page: Page, server: Server) -> None:
    person = server.run(server.office.person(Role.REVIEWER, "Bente"))
    page.goto(f"{server.address}/login/{server.run(server.office.login(person))}")
    page.get_by_role("button", name="Log ind").click()
    expect(page.get_by_role("heading", name="Overblik")).to_be_visible()


def go_to(page: Page, section: str) -> None:
    """Choose a section in the menu, which is folded where the page is narrow."""
    page.wait_for_load_state()  # without its stylesheet a wide page shows the narrow menu
    folded = page.locator("details.menu > summary")
    if folded.is_visible():
        folded.click()
    page.get_by_role("link", name=section, exact=True).click()


def test_the_ways_in_are_accessible(page: Page, server: Server) -> None:
    code = server.run(server.office.code())
    for path in ("/", f"/i/{code}", "/chat", "/review", "/login/x", "/nothing"):
        page.goto(server.address + path)
        is_accessible(page)
        targets_are_large(page)


def test_a_conversation_by_keyboard_alone(page: Page, server: Server) -> None:
    enter(page, server)
    box = page.get_by_label("Skriv til HV-linjen")
    box.focus()
    page.keyboard.type("han går i stå")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("hver dag")
    page.keyboard.press("Enter")
    expect(box).to_be_focused()
    expect(box).to_have_value("")
    expect(page.locator(".line.mine .text")).to_have_text("han går i stå\nhver dag")
    expect(page.locator(".line.mine .meta")).to_contain_text("sendt")
    expect(page.get_by_text("Du skrev")).to_have_count(2)

    page.get_by_role("button", name="Tal med en specialist").last.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Du valgte")).to_be_visible()
    expect(page.get_by_role("button", name="Menu")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Du valgte")).to_have_count(2)
    expect(page.get_by_role("button", name="Menu")).to_have_count(1)
    expect(page.get_by_role("button", name="Menu")).to_be_focused()
    page.get_by_role("button", name="Det skete").first.press("Enter")
    expect(page.get_by_text("incident")).to_be_visible()
    expect(box).to_be_focused()
    is_accessible(page)
    targets_are_large(page)


def test_spent_buttons_go_and_everything_is_there_after_a_reload(
    page: Page, server: Server
) -> None:
    enter(page, server)
    page.get_by_role("button", name="Find et råd").click()
    expect(page.get_by_text("Du valgte")).to_be_visible()
    expect(page.get_by_role("button", name="Find et råd")).to_have_count(0)
    page.get_by_label("Skriv til HV-linjen").fill("halvt skrevet")
    before = page.locator("#log").inner_text()
    page.reload()
    expect(page.get_by_text("Du valgte")).to_be_visible()
    assert page.locator("#log").inner_text() == before
    expect(page.get_by_label("Skriv til HV-linjen")).to_have_value("halvt skrevet")
    expect(page.get_by_role("log")).to_have_attribute("aria-busy", "false")


def test_what_people_write_never_becomes_markup(page: Page, server: Server) -> None:
    enter(page, server)
    page.get_by_label("Skriv til HV-linjen").fill(EVIL)
    page.get_by_role("button", name="Send", exact=True).click()
    expect(page.locator(".line:not(.mine) .text").last).to_contain_text(EVIL)
    sneaky = '<a href="javascript:window.hurt=1">a</a> <b onclick="x">b</b>'
    sneaky += ' <a href="https://x">c</a>'
    buttons = [[{"text": "d", "url": "javascript:1"}]]
    server.run(server.office.says("web:1", sneaky, 5, buttons=buttons))
    expect(page.locator(".line").last).to_contain_text("d")
    assert page.evaluate("window.hurt") is None
    assert page.locator("#log img, #log script").count() == 0
    assert page.locator("#log a[href^=javascript]").count() == 0
    assert page.get_by_role("link", name="c").get_attribute("href") == "https://x"


def test_a_text_that_is_too_long_stays_in_the_box(page: Page, server: Server) -> None:
    enter(page, server)
    box = page.get_by_label("Skriv til HV-linjen")
    box.fill("å" * 10_000)
    box.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("Beskeden er for lang")
    assert len(box.input_value()) == 10_000
    is_accessible(page)


def test_a_lost_connection_is_said_and_nothing_typed_is_lost(page: Page, server: Server) -> None:
    enter(page, server)
    box = page.get_by_label("Skriv til HV-linjen")
    page.context.set_offline(True)
    box.fill("er I der?")
    box.press("Enter")
    expect(page.get_by_role("button", name="Prøv igen")).to_be_visible()
    expect(page.get_by_text("Forbindelsen er væk")).to_be_visible()
    is_accessible(page)
    page.context.set_offline(False)
    page.get_by_role("button", name="Prøv igen").click()
    expect(page.locator("#log .line.mine .text")).to_have_text("er I der?")
    expect(page.locator("#pending .line")).to_have_count(0)
    server.run(server.office.says("web:1", "Vi er her igen", 9))
    expect(page.get_by_text("Vi er her igen")).to_be_visible(timeout=20_000)
    expect(page.get_by_text("Forbindelsen er væk")).to_have_count(0)


def test_files_go_both_ways(page: Page, server: Server, tmp_path: Path) -> None:
    enter(page, server)
    picture = tmp_path / "plan.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + b"0" * 100)
    page.locator("#file").set_input_files(picture)
    link = page.get_by_role("link", name="Fil: plan.png")
    expect(link).to_be_visible()
    with page.expect_download() as download:
        link.click()
    assert download.value.path().read_bytes() == picture.read_bytes()
    bad = tmp_path / "virus.exe"
    bad.write_bytes(b"MZ")
    page.locator("#file").set_input_files(bad)
    expect(page.get_by_role("alert")).to_contain_text("Den slags fil")
    page.get_by_role("button", name="Slet").click()
    expect(page.locator("#pending .line")).to_have_count(0)


def test_a_reader_of_old_messages_is_not_torn_away(page: Page, server: Server) -> None:
    enter(page, server)
    for number in range(12):
        server.run(server.office.says("web:1", f"Linje {number}\n" * 4, 20 + number))
    expect(page.get_by_text("Linje 11").last).to_be_visible()
    page.locator("#talk").evaluate("talk => { talk.scrollTop = 0; }")
    server.run(server.office.says("web:1", "Noget nyt", 50))
    pill = page.get_by_role("button", name="Ny besked")
    expect(pill).to_be_visible()
    assert page.locator("#talk").evaluate("talk => talk.scrollTop") < 50
    is_accessible(page)
    pill.click()
    expect(page.get_by_text("Noget nyt")).to_be_in_viewport()
    expect(pill).to_be_hidden()


def test_a_long_answer_is_read_from_its_beginning(page: Page, server: Server) -> None:
    enter(page, server)
    server.run(server.office.says("web:1", "Begyndelsen\n" + "linje\n" * 60, 70))
    expect(page.get_by_text("Begyndelsen")).to_be_visible()
    top = "item => item.getBoundingClientRect().top"
    assert 0 <= page.locator("#log .line").last.evaluate(top) < 300
    expect(page.get_by_label("Skriv til HV-linjen")).to_be_in_viewport()


def test_the_review_pages_are_accessible_and_live(page: Page, server: Server) -> None:
    office = server.office
    case = server.run(office.incident(EVIL, Level.EMERGENCY))
    server.run(office.incident("Hun gik før tid", Level.URGENT))
    sign_in(page, server)
    is_accessible(page)
    targets_are_large(page)
    go_to(page, "Hændelser")
    is_accessible(page)
    targets_are_large(page)
    page.get_by_role("link", name=case.reference).click()
    expect(page.get_by_role("heading", name="Tidslinje")).to_be_visible()
    expect(page.get_by_text("Livsfare")).to_be_visible()
    assert page.evaluate("window.hurt") is None
    is_accessible(page)

    async def taken() -> None:
        anna = await office.person(Role.SPECIALIST, "Anna")
        async with office.desk.database.write() as session:
            await taking.acknowledge(session, office.now, anna, case.id or 0, Office())
        office.desk.feed.changed("log")

    while not office.desk.feed._waiting.get("log"):
        page.wait_for_timeout(20)
    server.run(taken())
    expect(page.get_by_text("Tog sagen")).to_be_visible()
    expect(page.get_by_text("Siden er opdateret")).to_be_visible()
    page.get_by_role("link", name="Alle hændelser").click()
    expect(page.get_by_role("cell", name="Anna")).to_be_visible()


def test_people_are_invited_on_the_page(page: Page, server: Server) -> None:
    server.run(server.office.person(Role.EMPLOYER, "Mette", "Bageriet"))
    sign_in(page, server)
    go_to(page, "Personer og vagter")
    is_accessible(page)
    targets_are_large(page)
    page.get_by_label("Navn").fill("Bo")
    page.get_by_role("button", name="Lav invitationen").click()
    expect(page.get_by_role("alert")).to_contain_text("virksomhed")
    page.get_by_label("Virksomhed", exact=True).fill("Cykelsmeden")
    page.get_by_role("button", name="Lav invitationen").click()
    expect(page.get_by_text("Invitation til Bo")).to_be_visible()
    is_accessible(page)
    page.get_by_role("button", name="Nyt forløb").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("P-...."))


def test_the_practice_board(page: Page, board: Server) -> None:
    page.goto(board.address)
    phone = page.frame_locator("iframe").nth(0)
    phone.get_by_label("Skriv til HV-linjen").fill("hej")
    phone.get_by_label("Skriv til HV-linjen").press("Enter")
    expect(phone.get_by_text("Du skrev")).to_be_visible()
    expect(page.frame_locator("iframe").nth(1).locator("#log .line")).to_have_count(0)
    is_accessible(page)
    targets_are_large(page)
    page.get_by_role("button", name="+1 time").click()
    expect(page.locator("#clock")).to_contain_text("11.00")
    expect(phone.get_by_text("Du skrev")).to_be_visible()
    page.get_by_role("button", name="Begynd forfra").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    is_accessible(page)
    page.get_by_role("button", name="Nej, behold det").click()
    expect(page.get_by_role("dialog")).to_be_hidden()
    assert board.office.started_over == []  # type: ignore[attr-defined]
    page.get_by_role("button", name="Begynd forfra").click()
    page.get_by_role("button", name="Ja, begynd forfra").click()
    expect(page.locator("#clock")).to_be_visible()
    assert board.office.started_over == [1]  # type: ignore[attr-defined]
    with page.expect_popup() as popup:
        page.get_by_role("button", name="Åbn jobcentrets side").click()
    expect(popup.value.get_by_role("heading", name="Overblik", level=1)).to_be_visible()


def test_the_starter_course_follows_what_happens(page: Page, board: Server) -> None:
    page.goto(board.address)
    expect(page.locator("#course-lunch")).to_have_attribute("open", "")
    page.get_by_text("Se de andre øvelsessager").click()
    page.get_by_text("3. Varerne kom for tidligt").click()
    steps = page.locator("#course-delivery .course-steps li")
    expect(steps).to_have_count(4)
    expect(steps.nth(0)).to_contain_text("Mangler")
    board.run(board.office.incident("Han vil ikke ind", Level.URGENT))
    board.office.desk.feed.changed("log")
    expect(steps.nth(0)).to_contain_text("Gjort")
    expect(steps.nth(1)).to_contain_text("Mangler")
    is_accessible(page)
    targets_are_large(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.get_by_role("link", name="Read the course in English").click()
    expect(page.get_by_text("0 of 10")).to_be_visible()
