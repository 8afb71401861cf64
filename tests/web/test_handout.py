"""The handout on the people page."""

import re

import pytest

from domain.people import Role
from tests.web.office import Office, token_in


async def test_reviewers_download_the_plain_handout_in_both_languages(office: Office) -> None:
    async with office.signed_in(Role.REVIEWER) as browser:
        page = await browser.get("/review/people")
        assert "/review/handout?lang=da" in page.text
        for lang in ("da", "en", "nonsense"):
            answer = await browser.get("/review/handout", params={"lang": lang})
            assert answer.headers["content-type"] == "application/pdf"
            assert answer.headers["cache-control"] == "no-store"
            assert answer.content.startswith(b"%PDF-1.7")


@pytest.mark.parametrize("role", [Role.SPECIALIST])
async def test_others_do_not(office: Office, role: Role) -> None:
    async with office.signed_in(role) as browser:
        page = await browser.get("/review/people")
        assert "/review/handout" not in page.text
        assert (await browser.get("/review/handout")).status_code == 403
    async with office.browser() as stranger:
        assert (await stranger.get("/review/handout")).status_code in (401, 403)


async def test_a_fresh_invitation_comes_with_its_own_sheet(office: Office) -> None:
    async with office.signed_in(Role.REVIEWER) as browser:
        csrf = token_in((await browser.get("/review/people")).text)
        form = {"csrf": csrf, "role": "employer", "name": "Mette", "company": "Bageriet"}
        page = (await browser.post("/review/invitations", data=form)).text
        found = re.search(r'name="code" value="([\w-]{22})"', page)
        assert found
        form = {"csrf": csrf, "code": found[1], "lang": "da"}
        answer = await browser.post("/review/handout", data=form)
        assert answer.content.startswith(b"%PDF-1.7")
        no = await browser.post("/review/handout", data=form | {"csrf": "x"})
        assert no.status_code == 403
        form = {"csrf": csrf, "role": "specialist", "name": "Anna"}
        page = (await browser.post("/review/invitations", data=form)).text
        assert 'name="code"' not in page
