"""Where people are signed in: they see it, and end it from afar."""

import time
from datetime import timedelta
from pathlib import Path

import httpx
import pytest
from sqlmodel import select

from domain.attempts import MOST
from domain.people import Role
from models.signin import WebSession
from models.web import AuditEntry
from services import sessions
from services.codes import hash_code
from tests.web.office import Office, open_office, token_in
from tests.web.server import Server

FIREFOX = {"User-Agent": "Mozilla/5.0 (Windows NT 10.0; rv:140.0) Firefox/140.0"}


async def csrf(browser: httpx.AsyncClient) -> str:
    return token_in((await browser.get("/review/sessions")).text)


async def test_over_https_the_cookie_belongs_to_this_host_alone(tmp_path: Path) -> None:
    office = await open_office(tmp_path, "https://hotline.example")
    code = await office.login(await office.person(Role.REVIEWER))
    async with office.browser("https://hotline.example") as browser:
        answer = await browser.post(f"/login/{code}")
        cookie = answer.headers["set-cookie"]
        assert cookie.startswith("__Host-review=")
        for part in ("HttpOnly", "Secure", "Path=/", "SameSite=lax"):
            assert part in cookie
        assert "Domain" not in cookie
    await office.desk.database.close()


async def test_somebody_sees_their_browsers_and_ends_one(office: Office) -> None:
    person = await office.person(Role.SPECIALIST, "Anna")
    async with office.browser() as desk, office.browser() as phone:
        await desk.post(f"/login/{await office.login(person)}", headers=FIREFOX)
        await phone.post(f"/login/{await office.login(person)}")
        text = (await desk.get("/review/sessions")).text
        assert "Firefox, Windows" in text
        assert text.count("denne browser") == 1
        assert "Kolleger" not in text
        data = {"csrf": await csrf(desk), "session": hash_code(phone.cookies["review"])}
        assert (await desk.post("/review/sessions/end", data=data)).status_code == 303
        assert (await phone.get("/review")).status_code == 401
        assert (await desk.get("/review")).status_code == 200


async def test_a_reviewers_own_browser_does_not_stand_among_the_colleagues_too(
    office: Office,
) -> None:
    await office.person(Role.SPECIALIST, "Anna")
    async with office.signed_in(Role.REVIEWER) as browser:
        text = (await browser.get("/review/sessions")).text
        assert text.count("denne browser") == 1
        assert ">Anna " in text[text.index("Kolleger") :]


async def test_a_cookie_that_was_ended_never_works_again(office: Office) -> None:
    person = await office.person(Role.SPECIALIST)
    async with office.browser() as browser:
        await browser.post(f"/login/{await office.login(person)}")
        old = browser.cookies["review"]
        await browser.post(f"/login/{await office.login(person)}")
        assert browser.cookies["review"] != old
        browser.cookies.clear()
        browser.cookies.set("review", old)
        assert (await browser.get("/review")).status_code == 401


async def test_a_reviewer_ends_a_colleagues_session_and_a_specialist_does_not(
    office: Office,
) -> None:
    async with (
        office.signed_in(Role.REVIEWER) as reviewer,
        office.signed_in(Role.SPECIALIST) as specialist,
    ):
        theirs = hash_code(reviewer.cookies["review"])
        data = {"csrf": await csrf(specialist), "session": theirs}
        assert (await specialist.post("/review/sessions/end", data=data)).status_code == 404
        data = {
            "csrf": await csrf(reviewer),
            "session": hash_code(specialist.cookies["review"]),
        }
        assert (await reviewer.post("/review/sessions/end", data=data)).status_code == 303
        assert (await specialist.get("/review")).status_code == 401
        async with office.desk.database.read() as session:
            acts = [entry.action for entry in await session.exec(select(AuditEntry))]
        assert acts.count("ended session") == 1


async def test_an_employers_chat_cannot_be_ended_from_the_review_pages(office: Office) -> None:
    async with office.chatting() as employer, office.signed_in(Role.REVIEWER) as reviewer:
        data = {
            "csrf": await csrf(reviewer),
            "session": hash_code(employer.browser.cookies["chat"]),
        }
        assert (await reviewer.post("/review/sessions/end", data=data)).status_code == 404
        assert (await employer.browser.get("/chat")).status_code == 200


@pytest.mark.parametrize("path", ["end", "email"])
async def test_the_forms_need_a_person_and_a_token(office: Office, path: str) -> None:
    async with office.browser() as stranger, office.signed_in(Role.REVIEWER) as reviewer:
        assert (await stranger.post(f"/review/sessions/{path}")).status_code == 401
        answer = await reviewer.post(f"/review/sessions/{path}", data={"csrf": "x"})
        assert answer.status_code == 403


async def test_too_many_wrong_links_have_to_wait(office: Office) -> None:
    person = await office.person(Role.REVIEWER)
    async with office.browser() as browser:
        for _ in range(MOST):
            assert (await browser.post("/login/guess")).status_code == 403
        answer = await browser.post(f"/login/{await office.login(person)}")
        assert answer.status_code == 429
        assert "Vent et kvarter" in answer.text
        office.passes(minutes=15)
        answer = await browser.post(f"/login/{await office.login(person)}")
        assert answer.status_code == 303


async def test_what_has_ended_is_forgotten(office: Office) -> None:
    async with office.signed_in(Role.REVIEWER), office.chatting():
        office.passes(minutes=31)
        async with office.desk.database.write() as session:
            await sessions.forget_ended(session, office.now)
        async with office.desk.database.read() as session:
            assert [one.kind for one in await session.exec(select(WebSession))] == ["chat"]
        office.passes(**{"days": 91})
        async with office.desk.database.write() as session:
            await sessions.forget_ended(session, office.now)
        async with office.desk.database.read() as session:
            assert (await session.exec(select(WebSession))).all() == []


async def test_a_busy_browser_is_written_down_once_a_minute(office: Office) -> None:
    async with office.signed_in(Role.SPECIALIST) as browser:
        begun = office.now
        seen = []
        for _ in range(3):
            office.passes(seconds=40)
            await browser.get("/review")
            async with office.desk.database.read() as session:
                seen.append((await session.exec(select(WebSession))).one().seen_at - begun)
        assert seen == [timedelta(), timedelta(seconds=80), timedelta(seconds=80)]


def test_an_open_page_is_cut_off_within_a_second_of_its_sessions_end(tmp_path: Path) -> None:
    server = Server(tmp_path)
    try:
        person = server.run(server.office.person(Role.SPECIALIST))
        headers = {"Sec-Fetch-Site": "same-origin"}
        open_client = httpx.Client(base_url=server.address, headers=headers, timeout=10)
        with (
            open_client as watching,
            httpx.Client(base_url=server.address, headers=headers, timeout=10) as other,
        ):
            for browser in (watching, other):
                browser.post(f"/login/{server.run(server.office.login(person))}")
            with watching.stream("GET", "/review/feed") as answer:
                token = token_in(other.get("/review/sessions").text)
                data = {"csrf": token, "session": hash_code(watching.cookies["review"])}
                begun = time.monotonic()
                assert other.post("/review/sessions/end", data=data).status_code == 303
                rest = list(answer.iter_lines())
                assert time.monotonic() - begun < 1
                assert not any("changed" in line for line in rest)
            assert watching.get("/review").status_code == 401
    finally:
        server.close()
