"""Realistic updates in Telegram's shape: whole conversations of employers and specialists."""

import itertools
from typing import Any

QUESTIONS = (
    "han går helt i stå når vi har travlt ved kassen",
    "hun holder sig for ørerne i køkkenet",
    "hvordan forklarer jeg en ny opgave så den sidder",
    "han spørger om det samme hele dagen",
    "vi flytter lageret på mandag, hvad gør vi med ham",
)
_numbers = itertools.count(1)


def message(chat: int, text: str) -> dict[str, Any]:
    content: dict[str, Any] = {"text": text}
    if text.startswith("/"):
        length = len(text.split()[0])
        content["entities"] = [{"type": "bot_command", "offset": 0, "length": length}]
    return {
        "message": {
            "message_id": next(_numbers),
            "date": 1_790_000_000,
            "chat": {"id": chat, "type": "private", "first_name": "A"},
            "from": {"id": chat, "is_bot": False, "first_name": "A", "language_code": "da"},
            **content,
        }
    }


def press(chat: int, data: str) -> dict[str, Any]:
    number = next(_numbers)
    return {
        "callback_query": {
            "id": str(number),
            "from": {"id": chat, "is_bot": False, "first_name": "A", "language_code": "da"},
            "chat_instance": "1",
            "data": data,
            "message": {
                "message_id": number,
                "date": 1_790_000_000,
                "chat": {"id": chat, "type": "private", "first_name": "A"},
                "text": "…",
            },
        }
    }


def joining(chat: int, code: str) -> list[dict[str, Any]]:
    """Come in, accept, choose a language."""
    return [message(chat, f"/start {code}"), press(chat, "accept"), press(chat, "lang:da")]


def conversation(chat: int, number: int) -> list[dict[str, Any]]:
    """One employer's visit: a question that is answered, the long guide, then an incident."""
    question = QUESTIONS[number % len(QUESTIONS)]
    return [
        message(chat, "/menu"),
        message(chat, question),
        press(chat, "long:clear-communication"),
        press(chat, "helped:clear-communication"),
        press(chat, "incident"),
        message(chat, f"Min medarbejder gik hjem midt i vagten, gang nummer {number}"),
        message(chat, "Jeg har skrevet en sms og talt med mentoren"),
        press(chat, "level:normal"),
        press(chat, "menu"),
        press(chat, "guides"),
        press(chat, "see:stuck"),
        message(chat, "/help"),
    ]
