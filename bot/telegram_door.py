"""The Telegram door: fetches raw updates, stores them, and only then acknowledges them; sends."""

import asyncio
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import structlog
from telegram import Bot, BotCommand, BotCommandScopeChat, InlineKeyboardMarkup
from telegram.constants import ParseMode
from telegram.error import (
    BadRequest,
    Conflict,
    Forbidden,
    InvalidToken,
    RetryAfter,
    TelegramError,
)

from bot.health import Health
from bot.stepping import whole
from bot.transport import Aiohttp
from domain.errors import DeliveryError
from domain.messages import split_text
from domain.people import Channel
from models.database import Database
from models.program import BOT_USERNAME, write_fact
from services.inbox import receive, update_id

POLL_SECONDS = 20

UNREADABLE_PAUSE = 1.0
"""Seconds after updates without a number, which are given again until a later one has one."""

UPDATES = ["message", "edited_message", "callback_query", "my_chat_member"]
CAPTION_LIMIT = 1024
"""Characters under a file (Bot API, sendDocument)."""

_NO_PREVIEW = {"is_disabled": True}

Keyboard = list[list[dict[str, str]]]

log = structlog.get_logger()


class RawBot(Bot):
    """A bot that also fetches updates unparsed, so that one bad update cannot stop the others."""

    async def fetch(self, offset: int | None) -> list[Any]:
        """Raw updates from `offset` on; waits up to POLL_SECONDS for the first. The offset is the
        acknowledgement: Telegram forgets everything below it."""
        asked = {
            "offset": offset,
            "timeout": POLL_SECONDS,
            "limit": 100,
            "allowed_updates": UPDATES,
        }
        wanted = {name: value for name, value in asked.items() if value is not None}
        updates = await self._post("getUpdates", wanted, read_timeout=POLL_SECONDS + 5)
        if not isinstance(updates, list):
            raise TelegramError("no list of updates")
        return updates

    async def call(self, method: str, **params: Any) -> Any:
        """One plain call of the Bot API: parameters and result stay JSON."""
        return await self.request.post(f"{self.base_url}/{method}", params)  # type: ignore[arg-type]


class TelegramDoor:
    """One bot's connection to the Bot API."""

    def __init__(
        self,
        token: str,
        api_url: str,
        database: Database,
        now: Callable[[], datetime],
        health: Health,
    ) -> None:
        self.bot = RawBot(
            token,
            base_url=f"{api_url}/bot",
            base_file_url=f"{api_url}/file/bot",
            request=Aiohttp(),
            get_updates_request=Aiohttp(connections=1),
        )
        self.database = database
        self.now = now
        self.health = health
        self._connected = False

    async def connect(self) -> bool:
        """Say hello. False if Telegram cannot be reached; raises InvalidToken for a wrong token."""
        try:
            await self.bot.initialize()
        except InvalidToken:
            raise
        except TelegramError:
            return False
        async with self.database.write() as session:
            await write_fact(session, BOT_USERNAME, self.bot.username)
        self._connected = True
        return True

    @property
    def username(self) -> str:
        """The bot's name in links, once Telegram has told it."""
        return self.bot.username if self._connected else ""

    async def poll(self, received: Callable[[], None]) -> None:
        """Fetch for ever. Starts without an offset: Telegram's ids restart after a quiet week."""
        offset: int | None = None
        pause = 1.0
        while True:
            try:
                offset = await self._fetch(offset, received)
            except Conflict:
                log.error("another program fetches this bot's updates")
                await asyncio.sleep(5)
            except Exception as error:  # noqa: BLE001 - whatever it is, fetching goes on
                log.warning("updates not fetched", error=type(error).__name__)
                await asyncio.sleep(pause)
                pause = min(pause * 2, 30)
            else:
                pause = 1.0
                self.health.beat("telegram")

    async def _fetch(self, offset: int | None, received: Callable[[], None]) -> int | None:
        """Fetch and store once; returns the next offset. When nothing waits there is none: all is
        acknowledged, and Telegram may begin with other ids."""
        updates = await self.bot.fetch(offset)
        if not updates:
            return None
        await whole(self._store(updates))
        received()
        ids = [number for update in updates if (number := update_id(update))]
        if ids:
            return max(ids) + 1
        await asyncio.sleep(UNREADABLE_PAUSE)  # nothing in it can be acknowledged
        return offset + 1 if offset else None

    async def _store(self, updates: list[Any]) -> None:
        async with self.database.write() as session:
            await receive(session, self.now(), Channel.TELEGRAM, updates)

    async def send(
        self,
        chat_id: int,
        text: str,
        buttons: Keyboard,
        file: Path | str | None,
        name: str = "",
        kind: str = "document",
    ) -> int:
        """Send one message, a file of this kind under this name, and return its id.

        Raises DeliveryError.
        """
        try:
            return await self._send(chat_id, text, buttons, file, name, kind)
        except RetryAfter as error:
            seconds = error.retry_after
            wait = seconds if isinstance(seconds, int | float) else seconds.total_seconds()
            raise DeliveryError("told to wait", retry_after=float(wait)) from error
        except Forbidden as error:
            raise DeliveryError("blocked", permanent=True) from error
        except BadRequest as error:
            gone = "chat not found" in error.message.lower()
            reason = "blocked" if gone else f"refused: {error.message}"[:200]
            raise DeliveryError(reason, permanent=True) from error
        except TelegramError as error:
            raise DeliveryError(type(error).__name__) from error

    async def _send(
        self,
        chat_id: int,
        text: str,
        buttons: Keyboard,
        file: Path | str | None,
        name: str,
        kind: str,
    ) -> int:
        keyboard = [
            [
                {
                    "text": b["text"],
                    **({"url": b["url"]} if "url" in b else {"callback_data": b["data"]}),
                }
                for b in row
            ]
            for row in buttons
        ]
        if file is not None and kind != "video_note" and len(text) <= CAPTION_LIMIT:
            return await self._file(chat_id, file, name, kind, text, keyboard)
        if file is not None:
            await self._file(chat_id, file, name, kind, "", None)
        *earlier, last = split_text(text)
        for part in earlier:
            await self._text(chat_id, part, None)
        return await self._text(chat_id, last, keyboard)

    async def _file(
        self,
        chat_id: int,
        file: Path | str,
        name: str,
        kind: str,
        caption: str,
        keyboard: Any,
    ) -> int:
        """A file that Telegram keeps already can only be sent as what it is."""
        send = {
            "photo": self.bot.send_photo,
            "voice": self.bot.send_voice,
            "video": self.bot.send_video,
            "video_note": self.bot.send_video_note,
            "animation": self.bot.send_animation,
            "audio": self.bot.send_audio,
        }.get(kind, self.bot.send_document)
        words: dict[str, Any] = {}
        if caption:
            words = {"caption": caption, "parse_mode": ParseMode.HTML}
        if keyboard:
            words["reply_markup"] = InlineKeyboardMarkup.de_json(
                {"inline_keyboard": keyboard}, self.bot
            )
        sent = await send(  # type: ignore[operator]
            chat_id, file, filename=name or None, read_timeout=60, write_timeout=60, **words
        )
        return int(sent.message_id)

    async def _text(self, chat_id: int, text: str, keyboard: Keyboard | None) -> int:
        params: dict[str, Any] = {"chat_id": chat_id, "text": text, "parse_mode": ParseMode.HTML}
        if keyboard:
            params["reply_markup"] = {"inline_keyboard": keyboard}
        sent = await self.bot.call("sendMessage", link_preview_options=_NO_PREVIEW, **params)
        return int(sent["message_id"])

    async def settle(self, chat_id: int, query_id: str, message_id: int | None) -> None:
        """End a button's waiting (`query_id`, if one waits) and take the spent buttons away.

        Best effort: a press lives for 150 seconds only; buttons that stay are answered kindly."""
        try:
            if query_id:
                await self.bot.call("answerCallbackQuery", callback_query_id=query_id)
            if message_id:
                await self.bot.call(
                    "editMessageReplyMarkup", chat_id=chat_id, message_id=message_id
                )
        except TelegramError as error:
            log.info("press not settled", error=type(error).__name__)

    async def set_commands(self, chat_id: int, commands: list[tuple[str, str]]) -> None:
        """What this chat shows after a slash. Best effort."""
        try:
            await self.bot.set_my_commands(
                [BotCommand(name, text) for name, text in commands],
                scope=BotCommandScopeChat(chat_id),
            )
        except TelegramError as error:
            log.info("commands not set", error=type(error).__name__)

    async def download(self, file_id: str, target: Path) -> None:
        """Fetch a file that Telegram keeps. Raises DeliveryError."""
        try:
            file = await self.bot.get_file(file_id)
            await file.download_to_drive(target)
        except BadRequest as error:
            raise DeliveryError("file is gone", permanent=True) from error
        except TelegramError as error:
            raise DeliveryError(type(error).__name__) from error

    async def close(self) -> None:
        """Close the connections."""
        await self.bot.shutdown()
