"""A Bot API server of our own, with Telegram's true offset semantics: what is below the offset of a
`getUpdates` is forgotten, everything else is given again. It lives outside the program, so it
survives when the program is killed. Run it as `python -m tests.fake_telegram PORT`.

Controls for tests: POST /control/push (a JSON list of updates), POST /control/rules (JSON, see
`Rules`), GET /control/state, POST /control/forget.
"""

import asyncio
import json
import sys
import time
from contextlib import suppress
from dataclasses import dataclass, field
from email import message_from_bytes
from typing import Any
from urllib.parse import parse_qsl

Answer = tuple[int, dict[str, Any]]


@dataclass
class Rules:
    """How the server misbehaves: chats that blocked the bot, chats told to wait (seconds), how many
    of the next requests fail with 502, and whether the token is wrong."""

    blocked: list[int] = field(default_factory=list)
    wait: dict[str, float] = field(default_factory=dict)
    broken: int = 0
    unknown_token: bool = False


class FakeTelegram:
    """One bot's server: waiting updates, and everything that was sent."""

    def __init__(self, keep: bool = True) -> None:
        self.waiting: list[tuple[int, Any]] = []
        self.sent: list[dict[str, Any]] = []
        self.keep = keep
        self.count = 0
        self.polls = 0
        self.rules = Rules()
        self.next_update = 1
        self.next_message = 1_000_000
        self.arrived = asyncio.Event()

    def push(self, updates: list[Any]) -> None:
        """Updates as they are: one that is out of shape has its number on this side only."""
        for update in updates:
            if isinstance(update, dict):
                update.setdefault("update_id", self.next_update)
                if type(update["update_id"]) is int:
                    self.next_update = max(self.next_update, update["update_id"])
            self.waiting.append((self.next_update, update))
            self.next_update += 1
        self.arrived.set()

    async def call(self, method: str, params: dict[str, str]) -> Answer:
        if self.rules.unknown_token:
            return 401, {"ok": False, "error_code": 401, "description": "Unauthorized"}
        if method == "getUpdates":
            return await self._updates(params)
        if self.rules.broken > 0:
            self.rules.broken -= 1
            return 502, {"ok": False, "error_code": 502, "description": "Bad Gateway"}
        if method == "getMe":
            me = {"id": 42, "is_bot": True, "first_name": "HV-linjen", "username": "hv_test_bot"}
            return 200, {"ok": True, "result": me}
        return self._send(method, params)

    async def _updates(self, params: dict[str, str]) -> Answer:
        self.polls += 1
        offset = int(params.get("offset", 0))
        if offset > 0:
            self.waiting = [(number, u) for number, u in self.waiting if number >= offset]
        if not self.waiting:
            self.arrived.clear()
            with suppress(TimeoutError):
                await asyncio.wait_for(self.arrived.wait(), float(params.get("timeout", 0)))
        limit = int(params.get("limit", 100))
        given = [update for number, update in self.waiting if number >= offset]
        return 200, {"ok": True, "result": given[:limit]}

    def _send(self, method: str, params: dict[str, str]) -> Answer:
        chat = int(params.get("chat_id", 0))
        if chat in self.rules.blocked:
            text = "Forbidden: bot was blocked by the user"
            return 403, {"ok": False, "error_code": 403, "description": text}
        if wait := self.rules.wait.pop(str(chat), 0):
            parameters = {"retry_after": wait}
            text = f"Too Many Requests: retry after {wait}"
            body = {"ok": False, "error_code": 429, "description": text, "parameters": parameters}
            return 429, body
        self.next_message += 1
        self.count += 1
        if self.keep:
            note = {"method": method, "at": time.monotonic(), "message_id": self.next_message}
            self.sent.append(note | params)
        if method in ("answerCallbackQuery", "setMyCommands", "editMessageReplyMarkup"):
            return 200, {"ok": True, "result": True}
        message = {
            "message_id": self.next_message,
            "date": 1,
            "chat": {"id": chat, "type": "private", "first_name": "-"},
            "text": params.get("text", ""),
        }
        return 200, {"ok": True, "result": message}

    def control(self, what: str, body: bytes) -> dict[str, Any]:
        match what:
            case "push":
                self.push(json.loads(body))
            case "rules":
                self.rules = Rules(**json.loads(body))
            case "forget":
                self.sent.clear()
        return {
            "waiting": len(self.waiting),
            "count": self.count,
            "polls": self.polls,
            "sent": self.sent if what == "state" else [],
        }


class Connection(asyncio.Protocol):
    """Just enough HTTP/1.1 to be fast: keep-alive, Content-Length and chunked requests."""

    def __init__(self, telegram: FakeTelegram) -> None:
        self.telegram = telegram
        self.buffer = b""
        self.tasks: set[asyncio.Future[None]] = set()
        self.transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = transport  # type: ignore[assignment]

    def data_received(self, data: bytes) -> None:
        self.buffer += data
        while self.buffer and (request := self._next()) is not None:
            task = asyncio.ensure_future(self._serve(*request))
            self.tasks.add(task)
            task.add_done_callback(self.tasks.discard)

    def _next(self) -> tuple[str, str, bytes] | None:
        head, found, rest = self.buffer.partition(b"\r\n\r\n")
        if not found:
            return None
        lines = head.decode().split("\r\n")
        pairs = (line.split(": ", 1) for line in lines[1:])
        headers = {name.lower(): value for name, value in pairs}
        if headers.get("transfer-encoding") == "chunked":
            body, rest_after = _chunks(rest)
            if rest_after is None:
                return None
            self.buffer = rest_after
        else:
            length = int(headers.get("content-length", 0))
            if len(rest) < length:
                return None
            body, self.buffer = rest[:length], rest[length:]
        return lines[0].split(" ")[1], headers.get("content-type", ""), body

    async def _serve(self, path: str, content_type: str, body: bytes) -> None:
        *_, last = path.split("?")[0].split("/")
        if path.startswith("/control/"):
            status, answer = 200, self.telegram.control(last, body)
        else:
            status, answer = await self.telegram.call(last, _params(path, content_type, body))
        content = json.dumps(answer).encode()
        kind = "Content-Type: application/json"
        head = f"HTTP/1.1 {status} X\r\n{kind}\r\nContent-Length: {len(content)}\r\n\r\n"
        if self.transport and not self.transport.is_closing():
            self.transport.write(head.encode() + content)


def _chunks(data: bytes) -> tuple[bytes, bytes | None]:
    body = b""
    while True:
        line, found, rest = data.partition(b"\r\n")
        if not found:
            return b"", None
        size = int(line, 16)
        if len(rest) < size + 2:
            return b"", None
        body, data = body + rest[:size], rest[size + 2 :]
        if size == 0:
            return body, data


def _params(path: str, content_type: str, body: bytes) -> dict[str, str]:
    if content_type.startswith("multipart/"):
        message = message_from_bytes(b"Content-Type: " + content_type.encode() + b"\r\n\r\n" + body)
        parts = message.get_payload()
        assert isinstance(parts, list)
        return {
            str(part.get_param("name", header="content-disposition")): _part(part) for part in parts
        }
    if content_type.startswith("application/json"):
        params = json.loads(body or b"{}").items()
        return {
            key: value if isinstance(value, str) else json.dumps(value) for key, value in params
        }
    query = path.partition("?")[2]
    return dict(parse_qsl(body.decode() or query, keep_blank_values=True))


def _part(part: Any) -> str:
    content = part.get_payload(decode=True)
    return f"<{len(content)} bytes>" if part.get_filename() else content.decode()


async def serve(telegram: FakeTelegram, port: int = 0) -> tuple[asyncio.Server, str]:
    """Start on loopback and return the server with its address."""
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: Connection(telegram), "127.0.0.1", port)
    host, found = server.sockets[0].getsockname()[:2]
    return server, f"http://{host}:{found}"


async def main(port: int, keep: bool) -> None:
    server, address = await serve(FakeTelegram(keep), port)
    print(address, flush=True)
    async with server:
        await server.serve_forever()


if __name__ == "__main__":
    try:
        import uvloop

        uvloop.install()
    except ImportError:
        pass
    asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else 0, "--forget" not in sys.argv))
