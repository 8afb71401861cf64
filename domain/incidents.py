"""Rules about incidents: references and states."""

import re
from enum import StrEnum


class Status(StrEnum):
    """Where a case stands."""

    OPEN = "open"
    TAKEN = "taken"
    CLOSED = "closed"


class Category(StrEnum):
    """What a case is about: proposed from the guide that fits, corrected by people."""

    OVERLOAD = "overload"
    WITHDRAWN = "withdrawn"
    TASKS = "tasks"
    SURROUNDINGS = "surroundings"
    PEOPLE = "people"
    COMMUNICATION = "communication"
    ATTENDANCE = "attendance"
    AGREEMENTS = "agreements"
    SAFETY = "safety"
    OTHER = "other"


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
    REOPENED = "reopened"
    MESSAGE = "message"
    FILE = "file"
    PLACE = "place"
    EDITED = "edited"
    UNDELIVERED = "undelivered"
    NOTE = "note"
    READS = "reads"
    READS_NO_MORE = "reads-no-more"
    CATEGORY = "category"
    REVIEWED = "reviewed"
    NOT_REVIEWED = "not-reviewed"
    QUESTION = "question"
    ANSWER = "answer"
    LINKED = "linked"
    UNLINKED = "unlinked"
    REDACTED = "redacted"
    NOT_URGENT = "not-urgent"
    VISIT_BOOKED = "visit-booked"
    VISIT_CANCELLED = "visit-cancelled"
    VISIT_HELD = "visit-held"


SAID = (Happening.MESSAGE, Happening.FILE, Happening.PLACE, Happening.EDITED)
"""What the two sides of a case have said to each other."""

WORDS = (*SAID, Happening.CALLED)
"""What counts as a word from one side of a case to the other."""

MOVEMENTS = (
    *(*WORDS, Happening.NOTE),
    *(Happening.TAKEN, Happening.HANDED_OVER, Happening.STILL_WORKING),
)
"""What shows that a case is not lying still."""


def reference(year: int, number: int) -> str:
    """`H-2026-0042`: what everybody calls the case, in the chat, on the phone and in the log."""
    return f"H-{year}-{number:04d}"


_SPOKEN = re.compile(
    r"""(?=[a-z]) (?:(?:sag(?:en)?|case)\s*(?:nr\.?|no\.?|nummer|number|\#)?\s*)?
    (?:h\s*-?\s*)? (?:(20\d\d)\s*[-/ ]\s*)? 0*(\d{1,6})""",
    re.IGNORECASE | re.VERBOSE,
)
_NAMED = re.compile(r"\bH-(20\d\d)-(\d{4,6})\b")


def spoken_reference(text: str, year: int) -> tuple[int, int] | None:
    """Year and number of the case that a text names and does nothing else: `H-2026-0042`,
    `h-2026-42`, `sag 42` (of this `year`)."""
    found = _SPOKEN.fullmatch(text.strip())
    return (int(found[1] or year), int(found[2])) if found else None


def first_reference(text: str) -> tuple[int, int] | None:
    """Year and number of the first case named in the first line of a text of ours."""
    found = _NAMED.search(text.partition("\n")[0])
    return (int(found[1]), int(found[2])) if found else None
