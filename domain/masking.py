"""Takes CPR numbers out of a text before anything else sees it.

Modulus 11 is not used: since 2007 numbers without a valid check digit are issued (cpr.dk,
"Personnumre uden kontrolciffer"). Six digits that can be a date and four more are a CPR number;
in doubt it is masked, unless the word before says that the number is something else.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

MASK = "[CPR fjernet]"

_DASH = "\\-\u2010\u2011\u2012\u2013\u2014\u2015\u2212_"
_DAY = "(?:0[1-9]|[12]\\d|3[01]|6[1-9]|[78]\\d|9[01])"  # 61-91: replacement numbers
_MONTH = "(?:0[1-9]|1[0-2])"
_INSIDE = f"[ .,/{_DASH}]?"
_BETWEEN = f"[ \\t\\n]{{0,3}}[./:{_DASH}]?[ \\t\\n]{{0,3}}"
_NUMBER = re.compile(
    rf"(?<!\d)(?<!\d[.,/{_DASH}])"
    rf"{_DAY}{_INSIDE}{_MONTH}{_INSIDE}(?:(?:18|19|20)\d\d{_BETWEEN}|\d\d{_BETWEEN})\d{{4}}"
    rf"(?!\d)(?![.,/{_DASH}]\d)"
)
_LAST_FOUR = re.compile(
    r"\b(?:cpr|personn|pers\.?\s?n|pnr|sidste (?:fire|4)|last (?:four|4))[^\d\n]{0,25}?"
    r"(?<!\d)(\d{4})(?!\d)",
    re.IGNORECASE,
)
_AFTER_WORD = re.compile(
    rf"\b(?:cpr|personn|pnr)\D{{0,12}}?(\d[\d .,/{_DASH}]{{7,15}}\d)(?!\d)", re.IGNORECASE
)
_OTHER = re.compile(
    r"(?:ordre|order|faktura|invoice|konto|account|reg|ean|cvr|p-?nr|p-?nummer|produktionsenhed|pakke|"
    r"parcel|sporing|tracking|vare|serie|serial|sag|kunde|customer|medlem|iban|kort|bon|ref)"
    r"[\w.\-]{0,14}[ :#.]{0,3}$",
    re.IGNORECASE,
)
_INVISIBLE = {"\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad"}
_TECHNICAL = {"file_id", "file_unique_id", "data", "id", "chat_instance"}


@dataclass(frozen=True)
class Masked:
    """The text without CPR numbers, and how many were taken out."""

    text: str
    found: int


def mask(text: str) -> Masked:
    """The text with every CPR number replaced. Takes time in proportion to its length."""
    plain, places = _plain(text)
    spans = sorted(_spans(plain))
    parts: list[str] = []
    end = 0
    found = 0
    for first, last in spans:
        if places[first] < end:
            continue
        parts += [text[end : places[first]], MASK]
        end, found = places[last - 1] + 1, found + 1
    return Masked("".join([*parts, text[end:]]) if found else text, found)


def _spans(plain: str) -> set[tuple[int, int]]:
    spans = set()
    for match in _NUMBER.finditer(plain):
        before = plain[max(0, match.start() - 30) : match.start()]
        if not _OTHER.search(before) or re.search(r"cpr|personn", before, re.IGNORECASE):
            spans.add(match.span())
    for match in _LAST_FOUR.finditer(plain):
        spans.add(match.span(1))
    for match in _AFTER_WORD.finditer(plain):
        if sum(letter.isdigit() for letter in match[1]) == 10:
            spans.add(match.span(1))
    return spans


def _plain(text: str) -> tuple[str, list[int]]:
    """ASCII digits and plain blanks, no invisible letters; with each one's place in the text."""
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        if letter in _INVISIBLE:
            continue
        if not letter.isascii():
            if letter.isdecimal():
                letter = str(unicodedata.decimal(letter))
            elif letter.isspace():
                letter = " "
        letters.append(letter)
        places.append(place)
    return "".join(letters), places


def mask_payload(value: Any) -> tuple[Any, int]:
    """The same JSON with every text in it masked, and how many CPR numbers were found. What stands
    under a technical id stays as it is."""
    if isinstance(value, str):
        masked = mask(value)
        return masked.text, masked.found
    if isinstance(value, list):
        items = [mask_payload(item) for item in value]
        return [item for item, _found in items], sum(found for _item, found in items)
    if isinstance(value, Mapping):
        pairs = {
            key: (inner, 0) if key in _TECHNICAL else mask_payload(inner)
            for key, inner in value.items()
        }
        return {key: item for key, (item, _f) in pairs.items()}, sum(f for _i, f in pairs.values())
    return value, 0
