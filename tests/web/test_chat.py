"""The web chat: what is typed and pressed, what is refused, and who sees what."""

import json
from typing import Any

import pytest

from models.inbox import pending_updates
from tests.web.office import ADDRESS, Office

EVIL = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'&lt;"


async def inbox(office: Office) -> list[dict[str, Any]]:
    async with office.desk.database.read() as session:
        rows = await pending_updates(session, office.now, 100)
    return [json.loads(row.payload) for row in rows][1:]  # without the invitation's /start


async def test_a_text_is_stored_before_it_is_answered_and_everybody_wakes(office: Office) -> None:
    async with office.chatting() as mette:
        office.woken.clear()
        async with office.desk.feed.watch(mette.key) as changed:
            answer = await mette.posts("send", {"text": "  han lukker helt ned \n"})
            assert answer.json() == {"ok": True}
            assert changed.is_set()
        assert office.woken == [1]
        [update] = await inbox(office)
        assert update["message"]["text"] == "han lukker helt ned"
        [line] = await mette.lines()
        assert line["from"] == "me"
        assert line["text"] == "han lukker helt ned"
        assert line["at"] == "2026-11-23T09:00:00+00:00"


async def test_what_looks_like_markup_stays_the_text_it_is(office: Office) -> None:
    async with office.chatting() as mette:
        await mette.posts("send", {"text": EVIL})
        assert [line["text"] for line in await mette.lines()] == [EVIL]


async def test_a_text_that_is_too_long_is_refused_kindly_and_nothing_is_stored(
    office: Office,
) -> None:
    async with office.chatting() as mette:
        answer = await mette.posts("send", {"text": "å" * 10_000})
        assert answer.status_code == 400
        assert "4096 tegn" in answer.json()["error"]
        assert "10000" in answer.json()["error"]
        assert (await mette.posts("send", {"text": "å" * 4096})).status_code == 200
        assert len(await inbox(office)) == 1


async def test_an_empty_text_does_nothing(office: Office) -> None:
    async with office.chatting() as mette:
        for text in ("", "  \n ", "\0"):
            assert (await mette.posts("send", {"text": text})).json() == {"ok": True}
        assert await inbox(office) == []


@pytest.mark.parametrize("text", ["\ud800 halv", "nul\0tegn", "😀" * 100, "/", "/ x", "\u202etxt"])
async def test_strange_letters_break_nothing(office: Office, text: str) -> None:
    async with office.chatting() as mette:
        body = json.dumps({"text": text})
        answer = await mette.browser.post("/chat/send", content=body, headers=mette.headers)
        assert answer.status_code == 200
        assert len(await mette.lines()) == 1


async def test_a_press_reaches_the_hotline_and_stands_as_a_line(office: Office) -> None:
    async with office.chatting() as mette:
        buttons = [[{"text": "Menu", "data": "menu"}]]
        await office.says(mette.key, "Hej", 7, buttons=buttons)
        assert (await mette.posts("press", {"outbox": 7, "data": "menu"})).status_code == 200
        [update] = await inbox(office)
        assert update["callback_query"]["data"] == "menu"
        assert update["callback_query"]["message"]["message_id"] == 7
        hotline, me = await mette.lines()
        assert hotline["outbox"] == 7
        assert "outbox" not in me
        assert me["text"] == "Menu"


@pytest.mark.parametrize(
    "body",
    [
        {},
        [],
        "x",
        {"outbox": "7", "data": "menu"},
        {"outbox": 10**30, "data": "menu"},
        {"outbox": -1, "data": "menu"},
        {"outbox": True, "data": "menu"},
        {"outbox": 1, "data": "x" * 65},
        {"outbox": 1, "data": ""},
        {"outbox": 1, "data": None},
        {"outbox": 1.5, "data": "menu"},
    ],
)
async def test_a_press_that_our_page_never_sends_is_refused(office: Office, body: Any) -> None:
    async with office.chatting() as mette:
        answer = await mette.posts("press", body)
        assert answer.status_code == 400
        assert answer.json()["error"]
        assert await inbox(office) == []


async def test_broken_json_is_refused(office: Office) -> None:
    async with office.chatting() as mette:
        for content in (b"{", b"\xff", b"", b"[" * 100_000):
            answer = await mette.browser.post("/chat/send", content=content, headers=mette.headers)
            assert answer.status_code == 400


async def test_nothing_is_taken_without_token_or_from_another_site(office: Office) -> None:
    async with office.chatting() as mette:
        for headers in (
            {"X-CSRF": ""},
            {"X-CSRF": "0" * 64},
            {"X-CSRF": "æ"},
            {"Sec-Fetch-Site": "cross-site"},
            {"Sec-Fetch-Site": "same-site"},
        ):
            sent = {name: value.encode() for name, value in (mette.headers | headers).items()}
            for path in ("send", "press", "file"):
                answer = await mette.browser.post(f"/chat/{path}", json={"text": "x"}, headers=sent)
                assert answer.status_code == 403, (path, headers)
                assert answer.json()["error"].startswith("Siden er for gammel")
        del mette.browser.headers["Sec-Fetch-Site"]
        answer = await mette.posts("send", {"text": "x"}, Origin="https://evil.example")
        assert answer.status_code == 403
        assert await inbox(office) == []
        assert (await mette.posts("send", {"text": "x"}, Origin=ADDRESS)).status_code == 200


async def test_one_chats_token_does_not_open_another(office: Office) -> None:
    async with office.chatting() as mette, office.chatting() as bo:
        answer = await mette.posts("send", {"text": "x"}, **{"X-CSRF": bo.csrf})
        assert answer.status_code == 403


async def test_each_chat_sees_only_its_own_lines(office: Office) -> None:
    async with office.chatting() as mette, office.chatting() as bo:
        await mette.posts("send", {"text": "hemmeligt"})
        assert await bo.lines() == []


async def test_lines_come_in_order_and_from_where_the_browser_is(office: Office) -> None:
    async with office.chatting() as mette:
        for number in range(5):
            await mette.posts("send", {"text": str(number)})
        lines = await mette.lines()
        assert [line["text"] for line in lines] == ["0", "1", "2", "3", "4"]
        rest = await mette.lines(lines[2]["id"])
        assert [line["text"] for line in rest] == ["3", "4"]


@pytest.mark.parametrize("after", ["x", "-1", "9" * 30, "²", "1e3", ""])
async def test_a_strange_place_to_resume_from_means_the_beginning(
    office: Office, after: str
) -> None:
    async with office.chatting() as mette:
        await mette.posts("send", {"text": "hej"})
        answer = await mette.browser.get("/chat/lines", params={"after": after})
        assert len(answer.json()["lines"]) == 1


async def test_the_page_speaks_the_chats_language(office: Office) -> None:
    from models.people import Chat

    async with office.chatting() as mette:
        assert '<html lang="da">' in (await mette.browser.get("/chat")).text
        async with office.desk.database.write() as session:
            (await session.get_one(Chat, mette.key)).language = "en"
        page = (await mette.browser.get("/chat")).text
        assert '<html lang="en">' in page
        assert "Danger to life: call 112" in page
        assert "The message is too long" in (await mette.posts("send", {"text": "x" * 5000})).text


async def test_without_script_the_page_gives_the_phone_number(office: Office) -> None:
    async with office.chatting() as mette:
        page = (await mette.browser.get("/chat")).text
        assert "87 00 00 00" in page.split("<noscript>")[1].split("</noscript>")[0]
