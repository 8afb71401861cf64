"""Fills in the templates, with every sentence in the reader's language."""

import html
from collections.abc import Mapping
from datetime import datetime
from functools import partial
from pathlib import Path

import jinja2
from starlette.requests import Request
from starlette.responses import HTMLResponse

import locales
from domain.messages import Param, Ref
from domain.people import Language
from web.browser import desk_of

TEMPLATES = Path(__file__).parent / "templates"

_environment = jinja2.Environment(
    loader=jinja2.FileSystemLoader(TEMPLATES),
    autoescape=True,
    undefined=jinja2.StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def sentence(
    request: Request, language: Language, key: str, params: Mapping[str, Param] | None = None
) -> str:
    """A sentence as plain text: the template escapes it for where it stands."""
    return html.unescape(desk_of(request).phrases.say(language, key, params))


def plain(request: Request, language: Language, text: Param) -> str:
    """A parameter in words, as plain text."""
    if isinstance(text, Ref):
        return html.unescape(desk_of(request).phrases.text(language, text))
    return str(text)


def page(
    request: Request,
    template: str,
    language: Language,
    *,
    status: int = 200,
    headers: Mapping[str, str] | None = None,
    **context: object,
) -> HTMLResponse:
    """A page. Never cached, because it may show what people wrote.

    The referrer stays within our own pages. With `no-referrer`, browsers would send forms with
    `Origin: null`, and those without Sec-Fetch-Site could then not prove where a form came from.
    """
    desk = desk_of(request)

    def say(key: str, **params: Param) -> str:
        return sentence(request, language, key, params)

    def english(key: str, **params: Param) -> str:
        return sentence(request, "en", key, params)

    def stamp(at: datetime) -> str:
        return locales.stamp(language, at)

    content = _environment.get_template(template).render(
        t=say,
        english=english,
        language=language,
        stamp=stamp,
        moment=partial(locales.moment, language),
        amount=partial(locales.number, language),
        short_day=partial(locales.short_day, language),
        organisation=desk.phrases.organisation["organisation"],
        phone=desk.phrases.organisation["phone"],
        practice=desk.practice is not None,
        provider=desk.provider is not None,
        **context,
    )
    extra = {"Cache-Control": "no-store", "Referrer-Policy": "same-origin"}
    return HTMLResponse(content, status, {**extra, **(headers or {})})
