"""Days as people write them: `i morgen`, `fredag`, `24.12`, `24. december`, `24.12-2.1`."""

import re
from datetime import date, timedelta

_NAMED = {"i dag": 0, "idag": 0, "today": 0, "i morgen": 1, "imorgen": 1, "tomorrow": 1}
WEEKDAYS = (
    ("mandag", "monday"),
    ("tirsdag", "tuesday"),
    ("onsdag", "wednesday"),
    ("torsdag", "thursday"),
    ("fredag", "friday"),
    ("lørdag", "saturday"),
    ("søndag", "sunday"),
)
WEEKDAY = {name: number for number, names in enumerate(WEEKDAYS) for name in names}
"""The names of the weekdays in both languages; Monday is 0."""

_MONTHS = ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"]
_MONTH = {name: number for number, name in enumerate(_MONTHS, 1)} | {"may": 5, "oct": 10}
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_NUMBERS = re.compile(r"(\d{1,2})\s*[./-]\s*(\d{1,2})(?:\s*[./-]\s*(\d{4}|\d{2}))?\.?")
_WORDS = re.compile(r"(?:den\s+|d\.\s*)?(\d{1,2})\.?\s*([a-zæøå]{3,})\.?(?:\s+(\d{4}))?")
_BETWEEN = re.compile(r"\s+(?:til|to|og med|until)\s+|\s*[–—]\s*|(?<=[\w.])\s*-\s*(?=[\w])")


def parse_day(text: str, today: date) -> date:
    """One day from `today` on; a date without a year is the next one. Raises ValueError."""
    words = " ".join(text.lower().strip(" .,!").split())
    if words in _NAMED:
        return today + timedelta(days=_NAMED[words])
    name = words.removeprefix("på ").removeprefix("on ")
    if name in WEEKDAY:
        return today + timedelta(days=(WEEKDAY[name] - today.weekday()) % 7)
    if found := _ISO.fullmatch(words):
        return date(*map(int, found.groups()))
    if found := _NUMBERS.fullmatch(words):
        day, month, year = found.groups()
        return _dated(int(day), int(month), year, today)
    if (found := _WORDS.fullmatch(words)) and found[2][:3] in _MONTH:
        return _dated(int(found[1]), _MONTH[found[2][:3]], found[3], today)
    raise ValueError(words)


def full_day(text: str) -> date:
    """A day with its year, as it stands in a list: `24-11-2026`, `24.11.2026`, `2026-11-24`.
    Raises ValueError."""
    words = text.strip()
    if found := _ISO.fullmatch(words):
        return date(*map(int, found.groups()))
    if (found := _NUMBERS.fullmatch(words)) and found[3]:
        return _dated(int(found[1]), int(found[2]), found[3], date.min)
    raise ValueError(words)


def _dated(day: int, month: int, year: str | None, today: date) -> date:
    if year:
        return date(int(year) + (2000 if len(year) == 2 else 0), month, day)
    this_year = date(today.year, month, day)
    return this_year if this_year >= today else date(today.year + 1, month, day)


def parse_days(text: str, today: date) -> tuple[date, date]:
    """The first and the last day of a day or a span of days. Raises ValueError."""
    words = text.strip()
    cuts = [(cut.start(), cut.end()) for cut in _BETWEEN.finditer(words)]
    for before, after in [(len(words), None), *cuts]:
        try:
            first = parse_day(words[:before], today)
            last = first if after is None else parse_day(words[after:], first)
        except ValueError:
            continue
        if first <= last:
            return first, last
    raise ValueError(text)
