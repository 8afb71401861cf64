"""The web chat: its page, its lines, and what is typed and pressed in it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any, TypeVar

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from domain.errors import HotlineError, NotFound
from domain.messages import CALLBACK_LIMIT, TEXT_LIMIT
from models.database import Session
from models.people import Chat
from models.web import lines_after
from services import signin, webchat
from services.files import LARGEST
from web import feeds, uploads
from web.browser import (
    BIGGEST_ID,
    csrf_token,
    desk_of,
    is_same_origin,
    is_token,
    read_cookie,
    whole_number,
)
from web.errors import NoChat, StalePage
from web.pages import page
from web.protection import CLOSED_POLICY, PHONE_POLICY

T = TypeVar("T")


class TextTooLong(HotlineError):
    """More than one message can hold."""

    key = "web-too-long"


class NotUnderstood(HotlineError):
    """A request that our own page never sends."""

    key = "web-error-400"


@dataclass(frozen=True)
class Caller:
    """Which chat a request speaks for, the secret behind its CSRF token, and its address."""

    key: str
    secret: str
    base: str


def chat_routes(prefix: str = "") -> list[Route]:
    """The chat's routes; under a prefix, they are those of a phone on the practice board."""
    return [
        Route(f"{prefix}/chat", show_page),
        Route(f"{prefix}/chat/feed", feed),
        Route(f"{prefix}/chat/lines", lines),
        Route(f"{prefix}/chat/send", send, methods=["POST"]),
        Route(f"{prefix}/chat/press", press, methods=["POST"]),
        Route(f"{prefix}/chat/file", take_file, methods=["POST"]),
        Route(f"{prefix}/chat/file/{{id}}", give_file),
    ]


async def chat_of_request(request: Request) -> Caller:
    """The chat: of the practice phone in the address, or of the browser's cookie. Raises NoChat."""
    desk = desk_of(request)
    slug = request.path_params.get("slug")
    if slug is None:
        token = read_cookie(request, "chat")
        async with desk.database.read() as session:
            key = await signin.chat_key(session, desk.now(), token)
        caller = Caller(key, token, "/chat")
    elif desk.practice:
        phones = await desk.practice.phones()
        key = next((phone.chat_key for phone in phones if phone.slug == slug), "")
        if not key:
            raise NotFound()
        caller = Caller(key, read_cookie(request, "practice"), f"/practice/{slug}/chat")
    else:
        raise NotFound()
    async with desk.database.read() as session:
        chat = await session.get(Chat, caller.key)
    if chat is None:
        raise NoChat()
    request.state.language = chat.language
    return caller


async def sender_of_request(request: Request) -> Caller:
    """The chat of a request that changes something: it must come from our own page."""
    caller = await chat_of_request(request)
    if not is_same_origin(request) or not is_token(
        caller.secret, request.headers.get("x-csrf", "")
    ):
        raise StalePage()
    return caller


@asynccontextmanager
async def speaking(request: Request, caller: Caller) -> AsyncIterator[tuple[Session, Chat]]:
    """One write transaction in which the chat says something; then everybody it concerns wakes."""
    desk = desk_of(request)
    async with desk.database.write() as session:
        chat = await session.get(Chat, caller.key)
        if chat is None:
            raise NoChat()
        await signin.touch(session, desk.now(), read_cookie(request, "chat"))
        yield session, chat
    desk.received()
    desk.feed.changed(caller.key)


async def show_page(request: Request) -> Response:
    """The conversation."""
    caller = await chat_of_request(request)
    on_board = "slug" in request.path_params
    return page(
        request,
        "chat.html",
        request.state.language,
        headers={"Content-Security-Policy": PHONE_POLICY if on_board else CLOSED_POLICY},
        csrf=csrf_token(caller.secret),
        base=caller.base,
        on_board=on_board,
        text_limit=TEXT_LIMIT,
        file_limit=LARGEST,
        accept=uploads.ACCEPT,
    )


async def feed(request: Request) -> Response:
    """The live stream, from the line after the last one the browser has."""
    caller = await chat_of_request(request)
    seen = request.headers.get("last-event-id") or request.query_params.get("after")
    streams = request.app.state.streams
    desk, after = desk_of(request), whole_number(seen)
    on_board = "slug" in request.path_params

    async def allowed(session: Session) -> bool:
        known = await signin.chat_key(session, desk.now(), caller.secret)
        return on_board or known == caller.key

    return feeds.stream(feeds.chat_events(desk, streams, caller.key, after, allowed))


async def lines(request: Request) -> Response:
    """The next lines at once: for a page that has just been opened, and where streams fail."""
    caller = await chat_of_request(request)
    after = whole_number(request.query_params.get("after"))
    async with desk_of(request).database.read() as session:
        found = await lines_after(session, caller.key, after, feeds.BATCH)
    return JSONResponse(
        {"lines": [feeds.as_json(line) for line in found], "more": len(found) == feeds.BATCH},
        headers={"Cache-Control": "no-store"},
    )


async def send(request: Request) -> Response:
    """A text was written."""
    caller = await sender_of_request(request)
    text = _clean(await _asked(request, "text", str))
    if len(text) > TEXT_LIMIT:
        raise TextTooLong(limit=str(TEXT_LIMIT), length=str(len(text)))
    if text:
        async with speaking(request, caller) as (session, chat):
            await webchat.type_text(session, desk_of(request).now(), chat, text)
    return JSONResponse({"ok": True})


async def press(request: Request) -> Response:
    """A button was pressed."""
    caller = await sender_of_request(request)
    outbox = await _asked(request, "outbox", int)
    data = _clean(await _asked(request, "data", str))
    if not 0 < outbox <= BIGGEST_ID or not 0 < len(data.encode()) <= CALLBACK_LIMIT:
        raise NotUnderstood()
    async with speaking(request, caller) as (session, chat):
        await webchat.press(session, desk_of(request).now(), chat, outbox, data)
    return JSONResponse({"ok": True})


async def take_file(request: Request) -> Response:
    """A file was sent."""
    caller = await sender_of_request(request)
    desk = desk_of(request)
    file = await uploads.store(request, caller.key)
    async with speaking(request, caller) as (session, chat):
        await webchat.send_file(session, desk.now(), chat, file)
    return JSONResponse({"ok": True})


async def give_file(request: Request) -> Response:
    """A file of this chat."""
    caller = await chat_of_request(request)
    return await uploads.give(request, caller.key, request.path_params["id"])


async def _asked(request: Request, name: str, kind: type[T]) -> T:
    """One value of the JSON that was sent. Raises NotUnderstood."""
    try:
        sent: Any = await request.json()
    except (ValueError, RecursionError):
        raise NotUnderstood() from None
    value = sent.get(name) if isinstance(sent, dict) else None
    if not isinstance(value, kind) or isinstance(value, bool):
        raise NotUnderstood()
    return value


def _clean(text: str) -> str:
    """Without what no database takes: halves of surrogate pairs, and NUL."""
    return text.encode("utf-8", "replace").decode().replace("\0", "").strip()
