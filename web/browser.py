"""What a request brings along: its cookies, and proof that it was sent from our own page."""

import hashlib
import hmac
import secrets
from datetime import timedelta
from typing import Literal
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import Response

from domain.browsers import browser_name
from web.desk import Desk

Kind = Literal["chat", "review", "practice", "asked"]

BIGGEST_ID = 2**63 - 1
"""The largest row id that SQLite knows."""


def desk_of(request: Request) -> Desk:
    """Everything a page may use."""
    desk: Desk = request.app.state.desk
    return desk


def is_https(desk: Desk) -> bool:
    """Whether people reach us encrypted."""
    return desk.base_url.startswith("https:")


def cookie_name(desk: Desk, kind: Kind) -> str:
    """With `__Host-`, a browser takes the cookie from this very host only, and only encrypted."""
    return f"__Host-{kind}" if is_https(desk) else kind


def read_cookie(request: Request, kind: Kind) -> str:
    """The cookie's value, or nothing."""
    return request.cookies.get(cookie_name(desk_of(request), kind), "")


def set_cookie(
    response: Response, desk: Desk, kind: Kind, value: str, longest: timedelta | None = None
) -> None:
    """Give the browser a cookie; without `longest` it goes when the browser is closed."""
    response.set_cookie(
        cookie_name(desk, kind),
        value,
        max_age=int(longest.total_seconds()) if longest else None,
        path="/",
        secure=is_https(desk),
        httponly=True,
        samesite="lax",
    )


def drop_cookie(response: Response, desk: Desk, kind: Kind) -> None:
    """Take the cookie away."""
    response.delete_cookie(
        cookie_name(desk, kind), path="/", secure=is_https(desk), httponly=True, samesite="lax"
    )


def browser_of(request: Request) -> str:
    """What the browser is, in two words."""
    return browser_name(request.headers.get("user-agent", ""))


def csrf_token(secret: str) -> str:
    """What a page must send back to show that it is ours; made from the browser's own cookie."""
    return hmac.new(secret.encode(), b"hv-linjen csrf", hashlib.sha256).hexdigest()


def is_token(secret: str, sent: str) -> bool:
    """Whether this is the token that belongs to the cookie."""
    return bool(secret) and secrets.compare_digest(csrf_token(secret).encode(), sent.encode())


def is_same_origin(request: Request) -> bool:
    """Whether the browser says that our own page sent this.

    Sec-Fetch-Site decides where it is sent; else Origin must name us, by our public address or by
    the one the browser used.
    """
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        return site == "same-origin"
    public = urlsplit(desk_of(request).base_url)
    own = {(public.scheme, public.netloc), (request.url.scheme, request.headers.get("host", ""))}
    try:
        sent = urlsplit(request.headers.get("origin", ""))
    except ValueError:
        return False
    return bool(sent.netloc) and (sent.scheme, sent.netloc) in own


def whole_number(text: str | None) -> int:
    """A row id from an address; 0 for anything that cannot be one."""
    if text is None or not text.isascii() or not text.isdigit() or len(text) > 19:
        return 0
    number = int(text)
    return number if number <= BIGGEST_ID else 0
