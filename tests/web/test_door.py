"""How people come in by the browser."""

import json
from dataclasses import replace

from sqlmodel import select

from models.inbox import pending_updates
from models.people import Chat
from tests.web.office import ADDRESS, Office


async def codes_received(office: Office) -> list[str]:
    async with office.desk.database.read() as session:
        rows = await pending_updates(session, office.now, 100)
    return [json.loads(row.payload)["message"]["text"] for row in rows]


async def test_opening_an_invitation_spends_nothing_and_pressing_the_button_hands_it_in(
    office: Office,
) -> None:
    code = await office.code()
    async with office.browser() as browser:
        page = await browser.get(f"/i/{code}")
        assert "Eksempel Kommune inviterer dig" in page.text
        assert await codes_received(office) == []
        assert "set-cookie" not in page.headers

        answer = await browser.post(f"/i/{code}")
        assert (answer.status_code, answer.headers["location"]) == (303, "/chat")
        assert await codes_received(office) == [f"/start {code}"]
        assert office.woken == [1]
        assert (await browser.get("/chat")).status_code == 200


async def test_the_chat_cookie_is_out_of_reach_of_scripts_and_other_sites(office: Office) -> None:
    async with office.browser() as browser:
        cookie = (await browser.post(f"/i/{await office.code()}")).headers["set-cookie"]
    assert cookie.startswith("chat=")
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    assert "Path=/" in cookie


async def test_over_https_the_cookie_is_bound_to_the_host(office: Office) -> None:
    office.desk = replace(office.desk, base_url="https://hv.example")
    async with office.browser("https://hv.example") as browser:
        answer = await browser.post(f"/i/{await office.code()}")
        cookie = answer.headers["set-cookie"]
        assert cookie.startswith("__Host-chat=")
        assert "Secure" in cookie
        assert "Domain" not in cookie
        assert answer.headers["strict-transport-security"].startswith("max-age=")
        assert (await browser.get("/chat")).status_code == 200


async def test_a_browser_that_has_a_chat_keeps_it(office: Office) -> None:
    async with office.chatting() as mette:
        cookie = mette.browser.cookies["chat"]
        await mette.browser.post(f"/i/{await office.code()}")
        assert mette.browser.cookies["chat"] == cookie


async def test_another_site_cannot_open_a_chat_here(office: Office) -> None:
    code = await office.code()
    async with office.browser() as browser:
        for headers in (
            {"Sec-Fetch-Site": "cross-site"},
            {"Sec-Fetch-Site": "same-site"},
            {"Sec-Fetch-Site": "none"},
        ):
            assert (await browser.post(f"/i/{code}", headers=headers)).status_code == 403
        del browser.headers["Sec-Fetch-Site"]
        for origin in ("https://evil.example", "null", "", "http://[", ADDRESS + ".evil.example"):
            answer = await browser.post(f"/i/{code}", headers={"Origin": origin})
            assert answer.status_code == 403, origin
        assert (await browser.post(f"/i/{code}")).status_code == 403
        assert await codes_received(office) == []
        assert (await browser.post(f"/i/{code}", headers={"Origin": ADDRESS})).status_code == 303


async def test_without_a_chat_the_door_is_closed_with_112_and_the_phone(office: Office) -> None:
    async with office.browser() as browser:
        page = await browser.get("/chat")
        assert page.status_code == 401
        assert "112" in page.text
        assert "87 00 00 00" in page.text
        assert "Brug linket i din invitation" in page.text
        for path in ("/chat/lines", "/chat/feed", "/chat/file/x"):
            assert (await browser.get(path)).status_code == 401
        for path in ("/chat/send", "/chat/press", "/chat/file"):
            assert (await browser.post(path)).status_code == 401


async def test_a_chat_ends_after_ninety_days_of_silence(office: Office) -> None:
    async with office.chatting() as mette:
        office.passes(days=89)
        await mette.posts("send", {"text": "hej"})
        office.passes(days=89)
        assert (await mette.browser.get("/chat")).status_code == 200
        office.passes(days=2)
        assert (await mette.browser.get("/chat")).status_code == 401


async def test_a_code_that_lets_nobody_in_opens_no_chat(office: Office) -> None:
    codes = ("%20%0A<script>", "x" * 3000, "%F0%9F%98%80", "%ED%A0%80", "unknown")
    async with office.browser() as browser:
        for code in codes:
            assert (await browser.get(f"/i/{code}")).status_code == 200
            answer = await browser.post(f"/i/{code}")
            assert answer.status_code == 403
            assert "Invitationen virker ikke" in answer.text
            assert "87 00 00 00" in answer.text
            assert "set-cookie" not in answer.headers
    assert await codes_received(office) == []
    async with office.desk.database.read() as session:
        assert (await session.exec(select(Chat))).all() == []


async def test_an_invitation_that_is_too_old_opens_no_chat(office: Office) -> None:
    code = await office.code()
    office.passes(days=15)
    async with office.browser() as browser:
        assert (await browser.post(f"/i/{code}")).status_code == 403
    assert await codes_received(office) == []


async def test_the_front_page_shows_the_way_back_into_the_chat(office: Office) -> None:
    async with office.browser() as browser:
        front = (await browser.get("/")).text
        assert "112" in front
        assert 'href="/chat"' not in front
    async with office.chatting() as mette:
        assert 'href="/chat"' in (await mette.browser.get("/")).text
