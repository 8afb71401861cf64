"""Rules about incidents: references, states, and when somebody must be reminded."""

from datetime import datetime, timedelta
from enum import StrEnum

from domain.triage import Level


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
    REMINDED = "reminded"
    TAKEN = "taken"
    CLOSED = "closed"
    REOPENED = "reopened"
    MESSAGE = "message"
    FILE = "file"
    NOT_URGENT = "not-urgent"


REMIND_AFTER = {
    Level.EMERGENCY: timedelta(minutes=2),
    Level.URGENT: timedelta(minutes=10),
    Level.NORMAL: timedelta(minutes=60),
}
"""How long a case that nobody has taken waits before the specialists are told again."""


def reference(year: int, number: int) -> str:
    """`H-2026-0042`: what everybody calls the case, in the chat, on the phone and in the log."""
    return f"H-{year}-{number:04d}"


def next_reminder(level: Level, now: datetime) -> datetime:
    """When an untaken case is due again, counted from `now`."""
    return now + REMIND_AFTER[level]
