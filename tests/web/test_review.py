"""The review pages: who gets in, what they see, and what only a reviewer may do."""

import re
from datetime import timedelta

import pytest
from sqlmodel import select
from starlette.routing import Route

from domain.people import Role
from domain.triage import Level
from models.outbox import OutboxRow, OutboxStatus
from models.people import open_invitations
from models.placements import placements_of
from models.web import AuditEntry
from services import review, signin
from tests.web.office import Office, token_in

EVIL = '"><script>alert(1)</script>'


async def test_a_link_signs_in_once_and_looking_at_it_spends_nothing(office: Office) -> None:
    person = await office.person(Role.REVIEWER)
    code = await office.login(person)
    async with office.browser() as first, office.browser() as second:
        assert (await first.get(f"/login/{code}")).status_code == 200
        answer = await first.post(f"/login/{code}")
        assert (answer.status_code, answer.headers["location"]) == (303, "/review")
        assert "HttpOnly" in answer.headers["set-cookie"]
        assert (await first.get("/review")).status_code == 200
        again = await second.post(f"/login/{code}")
        assert again.status_code == 403
        assert "Linket virker ikke mere" in again.text
        assert (await second.get("/review")).status_code == 401


async def test_a_link_expires_after_fifteen_minutes(office: Office) -> None:
    code = await office.login(await office.person(Role.SPECIALIST))
    office.passes(minutes=16)
    async with office.browser() as browser:
        assert (await browser.post(f"/login/{code}")).status_code == 403
        assert (await browser.post("/login/nonsense")).status_code == 403


async def test_another_site_cannot_spend_a_link(office: Office) -> None:
    code = await office.login(await office.person(Role.SPECIALIST))
    async with office.browser() as browser:
        headers = {"Sec-Fetch-Site": "cross-site"}
        assert (await browser.post(f"/login/{code}", headers=headers)).status_code == 403
        assert (await browser.post(f"/login/{code}")).status_code == 303


def room_routes(office: Office) -> list[tuple[str, str]]:
    """Every page and form of the review room: method and an address."""
    routes = [route for route in office.app().routes if isinstance(route, Route)]
    return [
        (method, re.sub(r"\{[^}]+\}", "1", route.path))
        for route in routes
        if route.path.startswith("/review")
        for method in sorted((route.methods or set()) - {"HEAD"})
    ]


async def test_strangers_and_employers_get_into_no_page_and_no_form(office: Office) -> None:
    await office.incident("Han gik")
    async with office.browser() as stranger, office.chatting() as employer:
        employer.browser.cookies.set("review", employer.browser.cookies["chat"])
        for browser in (stranger, employer.browser):
            for method, path in room_routes(office):
                answer = await browser.request(method, path)
                assert answer.status_code == 401, (method, path)
                assert "Skriv /review til HV-linjen" in answer.text


async def test_every_page_of_the_menu_opens_for_those_who_see_it(office: Office) -> None:
    for role in (Role.REVIEWER, Role.SPECIALIST):
        async with office.signed_in(role) as browser:
            front = (await browser.get("/review")).text
            menu = set(re.findall(r'<li><a href="(/review[a-z/]*)"', front))
            assert "/review/incidents" in menu
            for path in menu:
                assert (await browser.get(path)).status_code == 200, path


async def test_a_review_cookie_opens_no_chat(office: Office) -> None:
    async with office.signed_in(Role.REVIEWER) as browser:
        browser.cookies.set("chat", browser.cookies["review"])
        assert (await browser.get("/chat")).status_code == 401


async def test_a_session_ends_when_idle_when_old_and_when_the_right_is_lost(
    office: Office,
) -> None:
    async with office.signed_in(Role.SPECIALIST) as browser:
        office.passes(minutes=29)
        assert (await browser.get("/review")).status_code == 200
        office.passes(minutes=29)
        assert (await browser.get("/review")).status_code == 200
        office.passes(minutes=31)
        assert (await browser.get("/review")).status_code == 401
    async with office.signed_in(Role.SPECIALIST) as browser:
        for _ in range(20):
            office.passes(minutes=29)
            await browser.get("/review")
        office.passes(minutes=29)
        assert (await browser.get("/review")).status_code == 401
    async with office.signed_in(Role.SPECIALIST) as browser:
        async with office.desk.database.write() as session:
            person = await signin.reviewer(session, office.now, browser.cookies["review"])
            assert person
            person.active = False
            session.add(person)
        assert (await browser.get("/review")).status_code == 401


async def test_a_page_that_renews_itself_does_not_keep_the_session_alive(office: Office) -> None:
    async with office.signed_in(Role.SPECIALIST) as browser:
        for _ in range(2):
            office.passes(minutes=20)
            answer = await browser.get("/review", headers={"X-Live": "1"})
        assert answer.status_code == 401


async def test_signing_out_ends_the_session_on_the_server(office: Office) -> None:
    async with office.signed_in(Role.REVIEWER) as browser:
        cookie = browser.cookies["review"]
        token = token_in((await browser.get("/review")).text)
        assert (await browser.post("/logout", data={"csrf": "x"})).status_code == 403
        assert (await browser.post("/logout", data={"csrf": token})).status_code == 303
        browser.cookies.set("review", cookie)
        assert (await browser.get("/review")).status_code == 401


async def test_the_log_says_level_and_status_in_words(office: Office) -> None:
    case = await office.incident("Hun gik", Level.EMERGENCY)
    async with office.signed_in(Role.SPECIALIST) as browser:
        page = (await browser.get("/review/incidents")).text
        for words in (case.reference, "Livsfare", "Venter", "Ingen endnu", "Bageriet"):
            assert words in page
        assert "<strong>1</strong> sag venter" in (await browser.get("/review")).text


async def test_what_did_not_arrive_stands_first(office: Office) -> None:
    async with office.chatting() as mette, office.signed_in(Role.REVIEWER) as browser:
        async with office.desk.database.write() as session:
            session.add(
                OutboxRow(
                    chat_key=mette.key,
                    key="menu",
                    created_at=office.now,
                    status=OutboxStatus.FAILED,
                )
            )
        page = (await browser.get("/review")).text
        assert page.index("Kræver et menneske") < page.index("sager venter")
        assert "En besked til en ukendt person" in page


async def test_an_incident_is_shown_with_its_timeline_and_the_reading_is_written_down(
    office: Office,
) -> None:
    case = await office.incident(EVIL)
    async with office.signed_in(Role.SPECIALIST) as browser:
        page = (await browser.get(f"/review/incidents/{case.id}")).text
        assert "<script>alert" not in page
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
        assert "Sagen blev oprettet" in page
    async with office.desk.database.read() as session:
        acts = (await session.exec(select(AuditEntry.action, AuditEntry.subject))).all()
    assert ("read", case.reference) in acts


@pytest.mark.parametrize("name", ["7", "0", "x", "9" * 30, "1;2", "%00"])
async def test_an_unknown_incident_is_a_kind_404(office: Office, name: str) -> None:
    async with office.signed_in(Role.REVIEWER) as browser:
        answer = await browser.get(f"/review/incidents/{name}")
        assert answer.status_code == 404
        assert "Siden findes ikke" in answer.text


async def test_a_reviewer_invites_and_the_code_is_shown_once(office: Office) -> None:
    async with office.signed_in(Role.REVIEWER) as browser:
        page = (await browser.get("/review/people")).text
        form = {"csrf": token_in(page), "role": "employer", "name": "Mette", "company": "Bageriet"}
        shown = await browser.post("/review/invitations", data=form)
        assert shown.headers["cache-control"] == "no-store"
        code = shown.text.split("http://127.0.0.1:8080/i/")[1].split('"')[0]
        assert f"https://t.me/hv_bot?start={code}" in shown.text
        assert '<svg xmlns="http://www.w3.org/2000/svg"' in shown.text
        assert "style=" not in shown.text
        assert code not in (await browser.get("/review/people")).text
    async with office.desk.database.read() as session:
        [invitation] = await open_invitations(session, office.now)
    assert (invitation.name, invitation.role) == ("Mette", Role.EMPLOYER)


async def test_an_invitation_without_name_or_company_is_explained(office: Office) -> None:
    async with office.signed_in(Role.REVIEWER) as browser:
        token = token_in((await browser.get("/review/people")).text)
        for form, words in (
            ({"name": " ", "company": "B", "role": "employer"}, "Skriv navnet på den"),
            (
                {"name": EVIL, "company": "", "role": "employer"},
                "inviteres altid til en virksomhed",
            ),
        ):
            answer = await browser.post("/review/invitations", data={"csrf": token, **form})
            assert answer.status_code == 400
            assert words in answer.text
            assert "<script>alert" not in answer.text


async def test_a_reviewer_adds_a_placement(office: Office) -> None:
    await office.person(Role.EMPLOYER, "Mette", EVIL)
    async with office.signed_in(Role.REVIEWER) as browser:
        page = (await browser.get("/review/people")).text
        assert "<script>alert" not in page
        token = token_in(page)
        for company, status in (("1", 303), ("99", 404), ("x", 404), ("9" * 30, 404), ("", 404)):
            form = {"csrf": token, "company_id": company}
            assert (await browser.post("/review/placements", data=form)).status_code == status
    async with office.desk.database.read() as session:
        assert len(await placements_of(session, [1])) == 1


async def test_a_specialist_sees_people_but_changes_nothing(office: Office) -> None:
    await office.person(Role.EMPLOYER, "Mette", "Bageriet")
    async with office.signed_in(Role.SPECIALIST) as browser:
        page = (await browser.get("/review/people")).text
        assert "Bageriet" in page
        assert "/review/invitations" not in page
        form = {"csrf": token_in(page), "name": "X", "company": "Y", "company_id": "1"}
        for path in ("/review/invitations", "/review/placements"):
            assert (await browser.post(path, data=form)).status_code == 403
    async with office.desk.database.read() as session:
        assert await open_invitations(session, office.now) == []
        assert await placements_of(session, [1]) == []


async def test_review_forms_need_their_token(office: Office) -> None:
    async with office.signed_in(Role.REVIEWER) as browser:
        token = token_in((await browser.get("/review/people")).text)
        form = {"name": "X", "company": "Y", "company_id": "1"}
        for path in ("/review/invitations", "/review/placements", "/logout"):
            assert (await browser.post(path, data=form)).status_code == 403
            cross = {"Sec-Fetch-Site": "cross-site"}
            answer = await browser.post(path, data={"csrf": token, **form}, headers=cross)
            assert answer.status_code == 403
    async with office.desk.database.read() as session:
        assert await open_invitations(session, office.now) == []


def test_sessions_last_as_long_as_promised() -> None:
    assert timedelta(minutes=30) == signin.REVIEW_IDLE
    assert timedelta(hours=10) == signin.REVIEW_LONGEST


async def test_companies_with_their_people_come_a_page_at_a_time(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(review, "COMPANY_PAGE", 2)
    for name in ("Bageriet", "Havnen", "Solbo"):
        await office.person(Role.EMPLOYER, f"Leder i {name}", name)
    async with office.signed_in(Role.REVIEWER) as browser:
        first = (await browser.get("/review/people")).text
        assert "Leder i Havnen" in first
        assert "Leder i Solbo" not in first
        [address] = re.findall(r'rel="next" href="([^"]+)"', first)
        last = (await browser.get(address.replace("&amp;", "&"))).text
        assert "Leder i Solbo" in last
        assert "Leder i Havnen" not in last
        named = (await browser.get("/review/people?name=hav")).text
        assert "Leder i Havnen" in named
        assert "Leder i Bageriet" not in named
