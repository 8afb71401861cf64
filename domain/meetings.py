"""Meetings at which the staff and the employees look back: which sheets there are, which period
each is about, and which learned notes may stand on it."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import islice

from domain.incidents import Category
from domain.masking import names_hint
from domain.periods import Period, month
from domain.placements import SPEAKABLE

MOST_NOTES = 5

_REFERENCE = re.compile(rf"\b(?:P-[{SPEAKABLE}]{{4}}|H-\d{{4}}-\d+)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


class Sheet(StrEnum):
    """The mini-team's agenda, and the network meeting's invitation and notes."""

    AGENDA = "agenda"
    INVITATION = "invitation"
    NOTES = "notes"

    @property
    def months(self) -> int:
        """How often its meeting is held, and how far it looks back."""
        return 6 if self is Sheet.AGENDA else 3


@dataclass(frozen=True)
class Learned:
    """What was learned in one case."""

    incident_id: int
    category: Category
    text: str


def looks_back(sheet: Sheet, on: date) -> Period:
    """The last whole half year or quarter that was over on this day."""
    first = (on.month - 1) // sheet.months * sheet.months + 1
    last_month = 12 * on.year + first - 2
    first_month = last_month - sheet.months + 1
    return Period(month(_name(first_month)).first, month(_name(last_month)).last)


def _name(number: int) -> str:
    return f"{number // 12}-{number % 12 + 1:02}"


def is_nameless(text: str, people: Iterable[str], companies: Iterable[str]) -> bool:
    """Whether a note names no case or placement, none of these people and companies, and nobody in
    full. A first name that nobody here has is not seen: somebody reads the sheet before it is
    printed."""
    if _REFERENCE.search(text) or names_hint(text):
        return False
    names = {word for name in people for word in _WORD.findall(name) if word[0].isupper()}
    possessive = {name + "s" for name in names}
    if not (names | possessive).isdisjoint(_WORD.findall(text)):
        return False
    small = text.casefold()
    return not any(company.casefold() in small for company in companies if company)


def choose(
    notes: Sequence[Learned], most: Sequence[Category], may_stand: Callable[[str], bool]
) -> list[Learned]:
    """Five of these notes, which come newest first: the newest of each category, beginning with the
    categories that came most; then the newest of the rest. The same text only once. No more texts
    are asked about than it takes."""
    once: dict[str, Learned] = {}
    for note in notes:
        once.setdefault(note.text.casefold(), note)
    newest: dict[Category, Learned] = {}
    for note in once.values():
        if note.category not in newest and may_stand(note.text):
            newest[note.category] = note
    order = dict.fromkeys([*most, *newest])
    first = [newest[category] for category in order if category in newest][:MOST_NOTES]
    rest = (note for note in once.values() if note not in first and may_stand(note.text))
    return [*first, *islice(rest, MOST_NOTES - len(first))]
