"""Signing in with the municipality's own accounts, at a real provider on this machine."""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from oidc_provider_mock import run_server_in_thread

from domain.people import Role
from models.people import Person
from tests.web.office import ADDRESS, Office, token_in
from web.provider import Provider

RETURN = f"{ADDRESS}/signin/answer"


@pytest.fixture(scope="module")
def issuer(module_monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    module_monkeypatch.setenv("AUTHLIB_INSECURE_TRANSPORT", "1")
    with run_server_in_thread(require_nonce=True) as server:
        yield f"http://localhost:{server.server_port}"


@pytest.fixture(scope="module")
def module_monkeypatch() -> Iterator[pytest.MonkeyPatch]:
    with pytest.MonkeyPatch.context() as patch:
        yield patch


@pytest.fixture
def town(office: Office, issuer: str) -> Office:
    """The office with the provider, in the provider's own time."""
    office.clock[0] = datetime.now(UTC)
    provider = Provider(issuer, "hv-linjen", "secret", RETURN)
    return Office(replace(office.desk, provider=provider), office.clock)


async def employee(town: Office, email: str | None, role: Role = Role.REVIEWER) -> Person:
    person = await town.person(role, "Bente")
    async with town.desk.database.write() as session:
        stored = await session.get_one(Person, person.id)
        stored.email = email
    return person


async def stored(town: Office, person: Person) -> Person:
    async with town.desk.database.read() as session:
        return await session.get_one(Person, person.id)


async def goes_there(browser: httpx.AsyncClient) -> str:
    answer = await browser.get("/signin/ask")
    assert answer.status_code == 303
    return answer.headers["location"]


async def comes_back(address: str, subject: str, **claims: Any) -> str:
    """Sign in at the provider and return the path and query the browser is sent back to."""
    async with httpx.AsyncClient() as outside:
        if claims:
            root = "{0.scheme}://{0.netloc}".format(urlsplit(address))
            (await outside.put(f"{root}/users/{subject}", json=claims)).raise_for_status()
        answer = await outside.post(address, data={"sub": subject})
    assert answer.status_code == 302, answer.text
    back = answer.headers["location"]
    assert back.startswith(RETURN)
    return back.removeprefix(ADDRESS)


async def test_a_work_account_signs_in_and_is_bound_at_its_first_use(town: Office) -> None:
    person = await employee(town, "bente@kommune.dk")
    async with town.browser() as browser:
        assert 'href="/signin/ask"' in (await browser.get("/review")).text
        there = await goes_there(browser)
        asked = parse_qs(urlsplit(there).query)
        assert asked["code_challenge_method"] == ["S256"]
        assert asked["scope"] == ["openid email"]
        back = await comes_back(there, "account-1", email="Bente@Kommune.dk", email_verified=True)
        answer = await browser.get(back)
        assert (answer.status_code, answer.headers["location"]) == (303, "/review")
        assert "asked" not in browser.cookies
        assert (await browser.get("/review")).status_code == 200
    assert (await stored(town, person)).subject == "account-1"
    async with town.browser() as browser:
        back = await comes_back(await goes_there(browser), "account-1", email="new@kommune.dk")
        assert (await browser.get(back)).status_code == 303


async def test_an_answer_is_good_once(town: Office) -> None:
    await employee(town, "bente@kommune.dk")
    async with town.browser() as browser:
        there = await goes_there(browser)
        cookie = browser.cookies["asked"]
        back = await comes_back(there, "account-1", email="bente@kommune.dk")
        assert (await browser.get(back)).status_code == 303
        assert (await browser.get(back)).status_code == 403
        browser.cookies.set("asked", cookie)
        assert (await browser.get(back)).status_code == 403


@pytest.mark.parametrize(
    ("email", "claims"),
    [
        ("bente@kommune.dk", {"email": "other@kommune.dk"}),
        ("bente@kommune.dk", {"email": "bente@kommune.dk", "email_verified": False}),
        ("bente@kommune.dk", {"name": "bente@kommune.dk"}),
        (None, {"email": ""}),
    ],
)
async def test_nobody_is_let_in_whom_no_reviewer_has_written_down(
    town: Office, email: str | None, claims: dict[str, Any]
) -> None:
    person = await employee(town, email)
    async with town.browser() as browser:
        back = await comes_back(await goes_there(browser), "account-2", **claims)
        answer = await browser.get(back)
        assert answer.status_code == 403
        assert "Din konto hører ikke til nogen her endnu" in answer.text
        assert "review" not in browser.cookies
    assert (await stored(town, person)).subject is None


async def test_another_account_with_the_same_address_is_not_the_same_person(town: Office) -> None:
    person = await employee(town, "bente@kommune.dk")
    async with town.browser() as browser:
        await browser.get(
            await comes_back(await goes_there(browser), "account-1", email="bente@kommune.dk")
        )
    async with town.browser() as browser:
        back = await comes_back(await goes_there(browser), "account-3", email="bente@kommune.dk")
        assert (await browser.get(back)).status_code == 403
    assert (await stored(town, person)).subject == "account-1"


async def test_employers_and_people_who_left_are_not_let_in(town: Office) -> None:
    await employee(town, "mette@firma.dk", Role.EMPLOYER)
    gone = await employee(town, "gone@kommune.dk")
    async with town.desk.database.write() as session:
        (await session.get_one(Person, gone.id)).active = False
    for subject, email in (("account-4", "mette@firma.dk"), ("account-5", "gone@kommune.dk")):
        async with town.browser() as browser:
            back = await comes_back(await goes_there(browser), subject, email=email)
            assert (await browser.get(back)).status_code == 403


async def test_an_answer_to_another_question_is_refused(town: Office) -> None:
    await employee(town, "bente@kommune.dk")
    async with town.browser() as mine, town.browser() as theirs:
        back = await comes_back(await goes_there(mine), "account-1", email="bente@kommune.dk")
        await goes_there(theirs)
        assert (await theirs.get(back)).status_code == 403  # another browser's state
        theirs.cookies.clear()
        assert (await theirs.get(back)).status_code == 403  # no question at all
        state, nonce, verifier = mine.cookies["asked"].split(".")
        for parts in ((state, "x" * len(nonce), verifier), (state, nonce)):
            code = await comes_back(await _same(mine, state), "account-1")
            mine.cookies.set("asked", ".".join(parts), domain="127.0.0.1", path="/")
            assert (await mine.get(code)).status_code == 403
        assert "review" not in mine.cookies


async def _same(browser: httpx.AsyncClient, state: str) -> str:
    """A new question, told with the state of an old one."""
    there = await goes_there(browser)
    new = parse_qs(urlsplit(there).query)["state"][0]
    return there.replace(new, state)


async def test_changing_ones_mind_and_an_error_are_told_kindly(town: Office) -> None:
    async with town.browser() as browser:
        there = await goes_there(browser)
        state = parse_qs(urlsplit(there).query)["state"][0]
        answer = await browser.get(f"/signin/answer?error=access_denied&state={state}")
        assert answer.status_code == 403
        assert "Du blev ikke logget ind" in answer.text
        answer = await browser.get(f"/signin/answer?code=nonsense&state={state}")
        assert answer.status_code == 403


async def test_another_issuer_in_the_answer_is_refused(town: Office) -> None:
    await employee(town, "bente@kommune.dk")
    async with town.browser() as browser:
        back = await comes_back(await goes_there(browser), "account-1", email="bente@kommune.dk")
        assert (await browser.get(f"{back}&iss=https://evil.example")).status_code == 403


async def test_a_provider_that_is_silent_or_another_is_told_kindly(town: Office) -> None:
    assert town.desk.provider
    for issuer in (
        "http://127.0.0.1:9",
        f"{town.desk.provider.issuer}/",
    ):
        other = Office(
            replace(town.desk, provider=replace(town.desk.provider, issuer=issuer)), town.clock
        )
        async with other.browser() as browser:
            answer = await browser.get("/signin/ask")
            assert answer.status_code == 502
            assert "Kommunens login svarer ikke lige nu" in answer.text


async def test_without_a_provider_there_is_no_such_way_in(office: Office) -> None:
    async with office.browser() as browser:
        assert (await browser.get("/signin/ask")).status_code == 404
        assert (await browser.get("/signin/answer")).status_code == 404
        assert "/signin/ask" not in (await browser.get("/signin")).text


async def test_a_reviewer_writes_down_which_account_a_colleague_has(town: Office) -> None:
    colleague = await employee(town, None, Role.SPECIALIST)
    async with town.signed_in(Role.REVIEWER) as browser:
        token = token_in((await browser.get("/review/sessions")).text)

        async def writes(email: str) -> httpx.Response:
            data = {"csrf": token, "person": str(colleague.id), "email": email}
            return await browser.post("/review/sessions/email", data=data)

        assert (await writes(" Anna@Kommune.DK ")).status_code == 303
        assert (await stored(town, colleague)).email == "anna@kommune.dk"
        answer = await writes("anna at work")
        assert answer.status_code == 400
        assert "anna at work" in answer.text
        await employee(town, "taken@kommune.dk")
        assert "hører allerede til en anden" in (await writes("taken@kommune.dk")).text
        async with town.desk.database.write() as session:
            (await session.get_one(Person, colleague.id)).subject = "account-9"
        assert (await writes("anna.new@kommune.dk")).status_code == 303
        assert (await stored(town, colleague)).subject is None
        assert (await writes("")).status_code == 303
        assert (await stored(town, colleague)).email is None


async def test_a_specialist_may_not(town: Office) -> None:
    async with town.signed_in(Role.SPECIALIST) as browser:
        token = token_in((await browser.get("/review/sessions")).text)
        data = {"csrf": token, "person": "1", "email": "me@kommune.dk"}
        assert (await browser.post("/review/sessions/email", data=data)).status_code == 403


def test_nothing_is_used_that_is_going_away() -> None:
    found = subprocess.run(
        [sys.executable, "-W", "error", "-c", "import web.provider"], capture_output=True
    )
    assert found.stderr == b""
