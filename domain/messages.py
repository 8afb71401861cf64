"""What the hotline says, before it is put into words: a key, its parameters, buttons, a priority.

The words are chosen when the message is sent, in the receiver's language.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import IntEnum

TEXT_LIMIT = 4096
"""Characters in one Telegram message (Bot API, sendMessage)."""

CALLBACK_LIMIT = 64
"""Bytes in a button's `callback_data` (Bot API, InlineKeyboardButton)."""

SET_COMMANDS = "set-commands"
"""The key of a message that nobody reads: it sets what Telegram shows after a slash."""


class Priority(IntEnum):
    """The order in which waiting messages leave: the lowest number first."""

    EMERGENCY = 0
    ESCALATION = 1
    REPLY = 2
    REMINDER = 3
    BULK = 4


@dataclass(frozen=True)
class Ref:
    """A parameter that is itself a text: a Fluent key, or `guide-title:ID`, `guide-short:ID`, …"""

    key: str
    params: Mapping[str, "Param"] = field(default_factory=dict)


@dataclass(frozen=True)
class NearDay:
    """A day so near that its weekday says more than its year: `tirsdag 24. november`."""

    on: date


Param = str | int | datetime | date | Ref | NearDay | tuple[Ref, ...]
"""What a text is filled with; several references stand on a line each."""


@dataclass(frozen=True)
class Button:
    """One button under a message: pressed (`data`) or a link (`url`)."""

    key: str
    data: str = ""
    url: str = ""
    params: Mapping[str, Param] = field(default_factory=dict)


Rows = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True)
class Message:
    """One message to one chat."""

    key: str
    params: Mapping[str, Param] = field(default_factory=dict)
    buttons: Rows = ()
    priority: Priority = Priority.REPLY
    document: str = ""
    """The id of a stored file that goes along, or nothing."""


def column(*buttons: Button) -> Rows:
    """Buttons under each other, one a row: the easiest to hit with a thumb."""
    return tuple((button,) for button in buttons)


def split_text(text: str, limit: int = TEXT_LIMIT) -> list[str]:
    """Cut a long text at line ends into parts of at most `limit` characters.

    Our markup never spans lines, so no tag is cut; a single longer line is cut hard.
    """
    parts: list[str] = []
    current = ""
    for line in text.split("\n"):
        while len(line) > limit:
            if current:
                parts.append(current)
                current = ""
            parts.append(line[:limit])
            line = line[limit:]
        grown = f"{current}\n{line}" if current else line
        if len(grown) > limit:
            parts.append(current)
            current = line
        else:
            current = grown
    if current or not parts:
        parts.append(current)
    return parts
