"""What holds for every answer: headers, kind errors, nothing cached, nothing inline."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from starlette.routing import Route

from locales import bundle
from tests.web.office import Office
from web.app import STATIC
from web.pages import TEMPLATES

EVERYWHERE = (
    "content-security-policy",
    "x-content-type-options",
    "referrer-policy",
    "permissions-policy",
    "x-frame-options",
)
LOCALES = Path(__file__).parents[2] / "locales"


@pytest.mark.parametrize(
    "path",
    ["/", "/chat", "/review", "/i/x", "/login/x", "/nothing", "/healthz", "/static/style.css"],
)
async def test_every_answer_carries_the_security_headers(office: Office, path: str) -> None:
    async with office.browser() as browser:
        answer = await browser.get(path)
        for name in EVERYWHERE:
            assert answer.headers[name]
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy


async def test_pages_are_not_cached_and_static_files_are_checked(office: Office) -> None:
    async with office.browser() as browser:
        assert (await browser.get("/")).headers["cache-control"] == "no-store"
        style = await browser.get("/static/style.css")
        assert style.headers["cache-control"] == "no-cache"
        headers = {"If-None-Match": style.headers["etag"]}
        assert (await browser.get("/static/style.css", headers=headers)).status_code == 304
        assert (await browser.get("/static/../app.py")).status_code == 404


async def test_health(office: Office) -> None:
    async with office.browser() as browser:
        assert (await browser.get("/healthz")).text == "ok"
        assert (await browser.get("/readyz")).status_code == 200
    office.desk = replace(office.desk, trouble=lambda: "worker")
    async with office.browser() as browser:
        answer = await browser.get("/readyz")
        assert (answer.status_code, answer.text) == (503, "worker")


async def test_errors_are_kind_in_both_languages(office: Office) -> None:
    async with office.browser() as browser:
        missing = await browser.get("/nothing")
        assert missing.status_code == 404
        assert "Siden findes ikke" in missing.text
        assert "This page" in missing.text or "The page does not exist" in missing.text
        assert '<a href="/">Til forsiden</a>' in missing.text
        wrong = await browser.get("/logout")
        assert wrong.status_code == 405
        assert wrong.headers["allow"] == "POST"


async def test_what_nobody_expected_is_a_kind_page_without_a_trace(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    async def breaks(_request: object) -> None:
        raise RuntimeError("hemmelig besked")

    app = office.app()
    app.router.routes.insert(0, Route("/breaks", breaks))
    import httpx

    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(app), base_url="http://127.0.0.1"
    ) as browser:
        answer = await browser.get("/breaks")
    assert answer.status_code == 500
    assert "Det er vores fejl" in answer.text
    assert "hemmelig" not in answer.text
    assert answer.headers["content-security-policy"]
    logged = capsys.readouterr().out
    assert "RuntimeError" in logged
    assert "hemmelig" not in logged


def test_no_template_has_inline_style_or_script_or_a_sentence_of_its_own() -> None:
    for path in TEMPLATES.glob("*.html"):
        text = path.read_text()
        assert not re.search(r"\sstyle=|\son[a-z]+=|<style|javascript:", text), path.name
        for script in re.findall(r"<script[^>]*>(.*?)</script>", text, re.S):
            assert script == "", path.name
        text = re.sub(r"{% block (body|on_\w+) %}.*", "", text)
        bare = re.sub(r"{#.*?#}|{%.*?%}|{{.*?}}|<[^>]+>", " ", text, flags=re.S)
        words = [word for word in re.findall(r"[A-Za-zÆØÅæøå]{3,}", bare) if word != "doctype"]
        assert words == [], path.name


def test_no_script_writes_markup() -> None:
    for path in STATIC.glob("*.js"):
        assert not re.search(
            r"innerHTML|outerHTML|insertAdjacent|document\.write|eval\(", path.read_text()
        )


def test_every_sentence_that_pages_use_exists_in_both_languages() -> None:
    used: set[str] = set()
    for path in [*TEMPLATES.glob("*.html"), *TEMPLATES.parent.glob("*.py")]:
        text = path.read_text()
        used |= set(re.findall(r"(?<![\w-])(?:web|error)-[a-z0-9-]*[a-z0-9](?=[\"'])", text))
    for language in ("da", "en"):
        assert [key for key in sorted(used) if not bundle(language).has_message(key)] == []


def test_both_languages_have_the_same_sentences() -> None:
    def keys(language: str) -> list[str]:
        text = (LOCALES / language / "web.ftl").read_text()
        return re.findall(r"^(web-[a-z0-9-]+) =", text, re.M)

    assert keys("da") == keys("en")
