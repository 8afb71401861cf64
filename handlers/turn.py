"""What a handler is given for one update: who writes, where the talk stands, and how to answer."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from telegram import Update
from telegram.ext import Application, CallbackContext, ExtBot

from domain.messages import SET_COMMANDS, Button, Message, Param, Rows
from domain.office import Office
from domain.people import Language
from knowledge.library import Library
from models.database import Session
from models.incidents import Incident
from models.people import Chat, Person, go
from services.messages import queue


@dataclass(frozen=True)
class Links:
    """Addresses that answers may point to."""

    base_url: str


class Turn(CallbackContext[ExtBot[None], dict[Any, Any], dict[Any, Any], dict[Any, Any]]):
    """The context of one update. Handlers read it, call one service, and answer with `say`."""

    def __init__(
        self,
        application: Application[Any, Any, Any, Any, Any, Any],
        *,
        session: Session,
        now: datetime,
        chat: Chat,
        person: Person | None,
        library: Library,
        links: Links,
        office: Office,
        masked: int,
    ) -> None:
        super().__init__(application)
        self.session = session
        self.now = now
        self.chat = chat
        self._person = person
        self.library = library
        self.links = links
        self.office = office
        self.masked = masked
        self.press: Press | None = None

    @property
    def person(self) -> Person:
        """Who writes. Handlers behind the door may rely on it."""
        assert self._person is not None
        return self._person

    @property
    def known(self) -> Person | None:
        """Who writes, if they have been let in."""
        return self._person if self._person and self._person.active else None

    @property
    def language(self) -> Language:
        """The language of the answers."""
        return self._person.language if self._person else self.chat.language

    def say(self, key: str, buttons: Rows = (), **params: Param) -> None:
        """Queue an answer to this chat."""
        self.send(Message(key, params, buttons))

    def say_in(self, case: Incident, key: str, buttons: Rows = (), **params: Param) -> None:
        """Queue an answer about this case, which names it: what answers it belongs to the case."""
        named = {"reference": case.reference, **params}
        self.send(Message(key, named, buttons), about=case.id)

    def send(self, message: Message, *, about: int | None = None) -> None:
        """Queue a message to this chat. The first answer to a button press also ends its waiting
        and takes spent buttons away."""
        press = None
        if message.key != SET_COMMANDS:
            press, self.press = self.press, None
        queue(
            self.session,
            self.now,
            self.chat.key,
            message,
            incident_id=about,
            answers=press.query_id if press else "",
            settles=press.spent if press else None,
        )

    def go(self, flow: str, step: str = "", **answers: str | int) -> None:
        """Remember where the conversation stands now, with what has been answered."""
        go(self.session, self.chat, flow, step, answers)

    @property
    def answers(self) -> dict[str, Any]:
        """What has been answered in the conversation so far."""
        stored: dict[str, Any] = json.loads(self.chat.answers)
        return stored

    def joined(self, person: Person) -> None:
        """The writer has just been let in."""
        self._person = person


@dataclass(frozen=True)
class Press:
    """A button press that waits for its first answer."""

    query_id: str
    spent: int | None
    """The message whose buttons are spent with it."""


def pressed(update: Update) -> list[str]:
    """The parts of a pressed button's data, at least two: `take:42` → `["take", "42"]`."""
    assert update.callback_query is not None
    name, _, rest = (update.callback_query.data or "").partition(":")
    return [name, *rest.split(":")]


def pressed_id(update: Update) -> int:
    """The row a button is about; 0, which no row has, for a made-up one."""
    number = pressed(update)[1]
    return int(number) if number.isdecimal() and len(number) < 19 else 0  # SQLite: 64 bits


def written(update: Update) -> str:
    """The text of the message, without surrounding blanks."""
    message = update.effective_message
    return (message.text or message.caption or "").strip() if message else ""


MENU = Button("button-menu", "menu")
