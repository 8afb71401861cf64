"""Rules about incidents: references and states."""

from enum import StrEnum


class Status(StrEnum):
    """Where a case stands."""

    OPEN = "open"
    TAKEN = "taken"
    CLOSED = "closed"


class Outcome(StrEnum):
    """How a case ended."""

    SOLVED = "solved"
    AGREED = "agreed"
    OTHER = "other"


class Happening(StrEnum):
    """The kinds of entry in a case's timeline."""

    LOGGED = "logged"
    GUIDE = "guide"
    ASKED_SPECIALIST = "asked-specialist"
    TOLD = "told"
    REMINDED = "reminded"
    TAKEN = "taken"
    PASSED = "passed"
    CAME_BACK = "came-back"
    OFFERED = "offered"
    HANDED_OVER = "handed-over"
    DECLINED = "declined"
    CALLED = "called"
    ASKED_OWNER = "asked-owner"
    STILL_WORKING = "still-working"
    CLOSED = "closed"
    MESSAGE = "message"
    FILE = "file"
    NOT_URGENT = "not-urgent"

WORDS = (Happening.MESSAGE, Happening.FILE, Happening.CALLED)
"""What counts as a word from one side of a case to the other."""

MOVEMENTS = (*WORDS, Happening.TAKEN, Happening.HANDED_OVER, Happening.STILL_WORKING)
"""What shows that a case is not lying still."""


def reference(year: int, number: int) -> str:
    """`H-2026-0042`: what everybody calls the case, in the chat, on the phone and in the log."""
    return f"H-{year}-{number:04d}"
