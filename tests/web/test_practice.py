"""The practice board: only in practice, only on this machine, only from its own page."""

import pytest

from domain.triage import Level
from tests.web.office import Office, token_in


async def test_outside_practice_there_is_no_board(office: Office) -> None:
    async with office.browser() as browser:
        assert "iframe" not in (await browser.get("/")).text
        for path in ("/practice/employer/chat", "/practice/employer/chat/lines", "/invitation"):
            assert (await browser.get(path)).status_code == 404
        for path in ("/practice/clock", "/practice/restart", "/practice/review"):
            assert (await browser.post(path)).status_code == 404


async def test_the_board_shows_three_phones_and_the_clock(practice: Office) -> None:
    async with practice.browser() as browser:
        page = await browser.get("/")
        for slug in ("employer", "specialist", "colleague"):
            assert f'src="/practice/{slug}/chat"' in page.text
        assert 'title="Telefon: Mette, Arbejdsgiver"' in page.text
        assert "mandag 23. november kl. 10.00" in page.text
        assert "Øvelse – opfundne personer" in page.text
        assert "frame-src 'self'" in page.headers["content-security-policy"]


async def test_each_phone_is_its_persons_chat_and_may_stand_in_a_frame(practice: Office) -> None:
    async with practice.browser() as browser:
        await browser.get("/")
        page = await browser.get("/practice/employer/chat")
        assert "frame-ancestors 'self'" in page.headers["content-security-policy"]
        assert page.headers["x-frame-options"] == "SAMEORIGIN"
        headers = {"X-CSRF": token_in(page.text), "Accept": "application/json"}
        sent = await browser.post(
            "/practice/employer/chat/send", json={"text": "hej"}, headers=headers
        )
        assert sent.json() == {"ok": True}
        mine = (await browser.get("/practice/employer/chat/lines")).json()["lines"]
        theirs = (await browser.get("/practice/specialist/chat/lines")).json()["lines"]
        assert [line["text"] for line in mine] == ["hej"]
        assert theirs == []
        assert (await browser.get("/practice/nobody/chat")).status_code == 404


async def test_a_phone_takes_nothing_without_the_boards_token(practice: Office) -> None:
    async with practice.browser() as browser:
        answer = await browser.post("/practice/employer/chat/send", json={"text": "hej"})
        assert answer.status_code == 403


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example:8080", "10.0.0.1", ""])
async def test_only_loopback_names_are_answered(practice: Office, host: str) -> None:
    async with practice.browser() as browser:
        answer = await browser.get("/", headers={"Host": host})
        assert answer.status_code == 421
        assert "Mette" not in answer.text
        assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("host", ["localhost:8080", "127.0.0.1", "[::1]:8080", "LOCALHOST"])
async def test_every_loopback_name_is_answered(practice: Office, host: str) -> None:
    async with practice.browser() as browser:
        assert (await browser.get("/", headers={"Host": host})).status_code == 200


async def test_the_clock_moves_forward_in_sensible_steps(practice: Office) -> None:
    async with practice.browser() as browser:
        token = token_in((await browser.get("/")).text)
        form = {"csrf": token, "minutes": "60"}
        assert (await browser.post("/practice/clock", data=form)).status_code == 303
        assert "kl. 11.00" in (await browser.get("/")).text
        headers = {"Accept": "application/json", "X-CSRF": token}
        moved = await browser.post("/practice/clock", data={"minutes": "10"}, headers=headers)
        assert moved.json() == {"now": "mandag 23. november kl. 11.10"}
        for minutes in ("-10", "0", "x", "9" * 20, "10081", ""):
            form = {"csrf": token, "minutes": minutes}
            assert (await browser.post("/practice/clock", data=form)).status_code == 400


async def test_a_day_forward_keeps_the_review_pages_open(practice: Office) -> None:
    async with practice.browser() as browser:
        token = token_in((await browser.get("/")).text)
        answer = await browser.post("/practice/review", data={"csrf": token})
        assert answer.headers["location"] == "/review"
        assert "Bente" in (await browser.get("/review")).text
        await browser.post("/practice/clock", data={"csrf": token, "minutes": "1440"})
        assert (await browser.get("/review")).status_code == 200


async def test_starting_over_needs_the_boards_token(practice: Office) -> None:
    async with practice.browser() as browser:
        token = token_in((await browser.get("/")).text)
        for path in ("/practice/restart", "/practice/review", "/practice/clock"):
            assert (await browser.post(path, data={"minutes": "10"})).status_code == 403
            cross = {"Sec-Fetch-Site": "cross-site"}
            answer = await browser.post(path, data={"csrf": token}, headers=cross)
            assert answer.status_code == 403
        assert practice.started_over == []  # type: ignore[attr-defined]
        await browser.post("/practice/restart", data={"csrf": token})
        assert practice.started_over == [1]  # type: ignore[attr-defined]


async def test_inviting_somebody_new_leads_to_the_form(practice: Office) -> None:
    async with practice.browser() as browser:
        await browser.get("/")
        token = token_in((await browser.get("/invitation")).text)
        answer = await browser.post("/practice/review", data={"csrf": token, "next": "people"})
        assert answer.headers["location"] == "/review/people#invite"
        answer = await browser.post(
            "/practice/review", data={"csrf": token, "next": "https://evil.example"}
        )
        assert answer.headers["location"] == "/review"


async def test_the_course_shows_what_was_done_in_either_language(practice: Office) -> None:
    async with practice.browser() as browser:
        page = (await browser.get("/")).text
        assert "0 af 10" in page
        assert '<details id="course-lunch" open>' in page
        assert page.count("○") == 34
        assert "✓" not in page
        await practice.incident("Varerne kom for tidligt", Level.URGENT)
        page = (await browser.get("/practice/course")).text
        assert page.count("✓") == 1
        assert page.count("Gjort</strong>") == 1
        english = (await browser.get("/?language=en")).text
        assert "0 of 10" in english
        assert "Monday 23 November at 10:00" in english
        token = token_in(english)
        form = {"csrf": token, "minutes": "60"}
        moved = await browser.post("/practice/clock?language=en", data=form)
        assert moved.headers["location"] == "/?language=en"


async def test_outside_practice_there_is_no_course(office: Office) -> None:
    async with office.browser() as browser:
        for path in ("/practice/course", "/practice/feed"):
            assert (await browser.get(path)).status_code == 404
