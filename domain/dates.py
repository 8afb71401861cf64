"""Days as people write them."""

import re
from datetime import date

_NUMBERS = re.compile(r"(\d{1,2})[-./ ](\d{1,2})(?:[-./ ](\d{4}|\d{2}))?\.?")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")


def parse_day(text: str, today: date | None = None) -> date | None:
    """`24-11-2026`, `24.11.2026`, `24/11 26` or `2026-11-24`; nothing for what is no day.

    With `today`, the year may be left out: then it is the next such day.
    """
    text = text.strip()
    if found := _ISO.fullmatch(text):
        return _date(int(found[1]), int(found[2]), int(found[3]))
    found = _NUMBERS.fullmatch(text)
    if not found:
        return None
    day, month, year = int(found[1]), int(found[2]), found[3]
    if year:
        return _date(int(year) + (2000 if len(year) == 2 else 0), month, day)
    if today is None:
        return None
    coming = _date(today.year, month, day)
    return coming if coming and coming >= today else _date(today.year + 1, month, day)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
