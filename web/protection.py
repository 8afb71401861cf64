"""What guards every answer and every request: security headers, sizes, and in practice the host."""

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from services.files import LARGEST

BODY_LIMIT = 256 * 1024
"""Bytes in a form or a message: 4,096 characters, however they are encoded, and room to say no."""
FILE_LIMIT = LARGEST + 64 * 1024
"""Bytes in an upload: the largest file and what multipart adds."""

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; "
)
CLOSED_POLICY = _POLICY + "frame-ancestors 'none'"
PHONE_POLICY = _POLICY + "frame-ancestors 'self'"
"""For the phones on the practice board."""
BOARD_POLICY = CLOSED_POLICY + "; frame-src 'self'"

HEADERS = {
    "Content-Security-Policy": CLOSED_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "DENY",
}
TWO_YEARS = "max-age=63072000; includeSubDomains"

_LOOPBACK = {"localhost", "127.0.0.1", "[::1]"}


class SecurityHeaders:
    """Sets the headers on every answer; one that a page has set itself stays."""

    def __init__(self, app: ASGIApp, https: bool) -> None:
        self.app = app
        self.https = https

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with the headers."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                self._add(MutableHeaders(scope=message))
            await send(message)

        await self.app(scope, receive, guarded)

    def _add(self, headers: MutableHeaders) -> None:
        for name, value in HEADERS.items():
            headers.setdefault(name, value)
        if headers["Content-Security-Policy"] == PHONE_POLICY:
            headers["X-Frame-Options"] = "SAMEORIGIN"
        if self.https:
            headers["Strict-Transport-Security"] = TWO_YEARS


class BodyLimit:
    """Refuses bodies that are too large: at once by their announced size, else while they come."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on a request that reads no more than its limit."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        large = scope["path"].endswith(("/chat/file", "/review/import"))
        limit = FILE_LIMIT if large else BODY_LIMIT
        announced = Headers(scope=scope).get("content-length", "0")
        read = int(announced) if announced.isdigit() else 0

        async def limited() -> Message:
            nonlocal read
            if read > limit:
                raise HTTPException(413)
            message = await receive()
            if not announced.isdigit() or announced == "0":
                read += len(message.get("body", b""))
            return message

        await self.app(scope, limited, send)


class LoopbackOnly:
    """In practice there are no locks, so only this very machine is let in: a foreign name in the
    Host header would be a page elsewhere that points its name here (DNS rebinding)."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what was asked of a loopback name."""
        if scope["type"] == "http" and _host(Request(scope)) not in _LOOPBACK:
            await PlainTextResponse("practice runs on localhost only", 421)(scope, receive, send)
            return
        await self.app(scope, receive, send)


def _host(request: Request) -> str:
    host = request.headers.get("host", "").lower()
    name, _, port = host.rpartition(":")
    return name if port.isdigit() else host
