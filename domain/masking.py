"""CPR numbers out of everything the hotline stores, logs or shows (facts part 5.2).

There is no modulus 11 test: since 2007 valid numbers fail it (cpr.dk). What looks like a number of
the form day, month, year, four digits is removed when the date can exist; ten digits in doubt are
removed too, unless the word before says that they are an order, an account or the like.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

JSON = dict[str, "JSON"] | list["JSON"] | str | int | float | bool | None

REMOVED = "[CPR fjernet]"
TECHNICAL = frozenset({"file_id", "file_unique_id", "data", "id"})
"""Keys whose strings are ids of Telegram's or our own: changing them would break the update."""

_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_BETWEEN = r"\s{0,3}[-./_]?\s{0,3}"
_NUMBER = re.compile(
    rf"""(?<!\d)
    (?P<day>\d\d) (?P<first>{_BETWEEN})
    (?P<month>\d\d) (?P<second>{_BETWEEN})
    (?P<year>(?:18|19|20)?\d\d) (?P<gap>\s{{0,4}}[-./_:,]?\s{{0,4}})
    (?P<last>\d{{4}}|\d\d\s\d\d) (?!\d)""",
    re.VERBOSE,
)
_SPACED = re.compile(r"(?<!\d)(?:\d\s){9}\d(?!\s?\d)")
_LOOSE = re.compile(
    rf"(?<!\d)\d{{1,2}}\s?[-./]\s?\d{{1,2}}\s?[-./]\s?(?:19|20)?\d\d{_BETWEEN}\d{{4}}(?!\d)"
)
_CPR_WORD = r"(?:cpr|personnumm?er|person\s?nr|p\s?nr|pnr|personal\s(?:id|number))"
_SAYS_CPR = re.compile(_CPR_WORD)
_AFTER_CPR = re.compile(
    rf"{_CPR_WORD}[a-zæøå]*[^a-zæøå0-9]{{0,4}}(?:[a-zæøå]{{1,9}}[^a-zæøå0-9]{{1,3}}){{0,3}}$"
)
_LAST_FOUR = re.compile(
    rf"""(?:\b{_CPR_WORD}[a-zæøå]{{0,4}}|\b(?:de\s)?sidste\s(?:fire|4)|\blast\s(?:four|4))
    (?:[\s.:=,-]{{1,3}}(?:nr|no|nummer|nummeret|number|er|is|are|på|in|i|of|med|with|slutter|ender
      |ends|ending|de|the|sidste|last|fire|four|4|cifre|ciffer|tal|digits|hans|hendes|his|her|hos
      |cpr|cprnr|cprnummer|cprnummeret|personnummer|personnummeret)){{0,8}}
    [\s.:=,-]{{0,3}}(?<!\d)(?P<last>\d{{4}})(?![\s.,:-]{{0,2}}\d)""",
    re.VERBOSE,
)
_OTHER_WORD = re.compile(
    r"""(?:ordre|bestilling|faktura|konto|kto|reg|ean|gln|cvr|se|p[-.]\s?n|produktionsenhed|spor
    |pakke|forsendelse|kunde|vare|serie|stel|police|medlem|lager|batch|lot|parti|rekvisition|bilag
    |tilbud|iban|kort|betaling|fi|giro|tlf|telefon|mobil|fax|imei|isbn|periode|ref|order|invoice
    |account|track|parcel|customer|item|serial|phone|part|shipment|po|gtin|stregkode|barcode)
    [a-zæøå]*[-.]?\s?(?:(?:nr|nummer|nummeret|no|number|id)\b)?\W{0,3}
    (?:(?:er|is|hedder|på|med)\s)?\W{0,2}(?:\d{2,5}[\s-]{1,2})?$""",
    re.VERBOSE,
)
_LETTER = re.compile(r"[a-zæøå]")
_COUNTRY_CODE = re.compile(r"(?:\+|\b00)\d{1,3}[\s(-]{0,2}$")

_NAME = r"[A-ZÆØÅ][a-zæøåéèöäü]{1,20}(?:-[A-ZÆØÅ][a-zæøåéèöäü]{1,20})?"
_FULL_NAME = rf"(?P<name>{_NAME}(?:[ ][A-ZÆØÅ]\.)?(?:[ ]{_NAME}){{1,3}})"
_NAMED = re.compile(
    rf"""\b(?:[Hh]edder|[Nn]avn(?:et)?|[Kk]aldes|[Nn]amed?|[Cc]alled
    |(?:[Vv]ores|[Mm]in|[Ee]n|[Dd]en|[Oo]ur|[Mm]y|[Tt]he)?\s*
    (?:[Pp]raktikant|[Mm]edarbejder|[Ll]ærling|[Ee]lev|[Ff]leksjobber|[Aa]nsatte?|[Kk]ollega
    |[Tt]rainee|[Ii]ntern|[Ee]mployee|[Aa]pprentice)(?:e?n)?s?)
    (?:\s+(?:er|is|hedder|kaldes|called|named|navn[ ]er|name[ ]is))?[\s:,]{{1,3}}{_FULL_NAME}""",
    re.VERBOSE,
)
_SURNAMED = re.compile(rf"(?<=[a-zæøå,] ){_NAME} (?:{_NAME} )?[A-ZÆØÅ][a-zæøå]+sen\b")
_WRITER = re.compile(
    r"(?:jeg hedder|mit navn er|my name is|hilsen|mvh|vh|regards)\W*$", re.IGNORECASE
)
_NOT_A_PERSON = re.compile(
    r"""\b(?:kommune|jobcent(?:er|ret|re)|job|region|skole|vej|gade|plads|torv|allé|park|center|by
    |aps|hotel|café|cafe|bageri|kro|køkken|lager|butik|afdeling|hospital|sygehus|kirke|hus|gård
    |university|council|street|road|school|company|bakery|ltd|denmark|danmark|jylland|sjælland|fyn
    |københavn|aarhus|odense|aalborg|monday|tuesday|wednesday|thursday|friday|saturday|sunday
    |january|february|march|april|may|june|july|august|september|october|november|december)\b
    |(?:skolen|vej|gade|center|kommune|huset|gården|butikken|jylland)\b""",
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True)
class Masked:
    """A text without CPR numbers, and how many were removed."""

    text: str
    found: int


def mask(text: str) -> Masked:
    """Replace every CPR number with `[CPR fjernet]`. Masking a masked text changes nothing."""
    plain, places = _plain(text)
    if sum(map(plain.count, "0123456789")) < 4:
        return Masked(text, 0)
    says_cpr = _SAYS_CPR.search(plain) is not None
    spans = [m.span() for m in _NUMBER.finditer(plain) if _is_cpr(m, plain, says_cpr)]
    spans += [m.span() for m in _SPACED.finditer(plain) if _date_exists(_only_digits(m[0]))]
    if says_cpr:
        spans += [m.span() for m in _LOOSE.finditer(plain) if _follows_cpr(plain, m.start())]
    spans += [m.span("last") for m in _LAST_FOUR.finditer(plain)]
    return _without(text, [(places[s], places[e - 1] + 1) for s, e in _apart(sorted(spans))])


def mask_payload(value: JSON) -> tuple[JSON, int]:
    """Mask every string of a decoded JSON value, except under technical keys; count the numbers."""
    if isinstance(value, str):
        masked = mask(value)
        return masked.text, masked.found
    if isinstance(value, list):
        pairs = [mask_payload(item) for item in value]
        return [item for item, _ in pairs], sum(found for _, found in pairs)
    if isinstance(value, dict):
        kept = {k: _entry(k, item) for k, item in value.items()}
        return {k: item for k, (item, _) in kept.items()}, sum(found for _, found in kept.values())
    return value, 0


def names_hint(text: str) -> bool:
    """Whether the text seems to hold an employee's full name. A hint for a warning, not a block.

    Two capitalised words after "hedder", "navn", "vores praktikant" or the like, or with a surname
    in -sen inside a sentence; not the writer's own name, not places or companies.
    """
    named = [(m["name"], m.start("name")) for m in _NAMED.finditer(text)]
    surnamed = [(m[0], m.start()) for m in _SURNAMED.finditer(text)]
    return any(
        not _NOT_A_PERSON.search(name) and not _WRITER.search(text[max(0, start - 30) : start])
        for name, start in named + surnamed
    )


def _entry(key: str, value: JSON) -> tuple[JSON, int]:
    if key in TECHNICAL and isinstance(value, str):
        return value, 0
    return mask_payload(value)


def _plain(text: str) -> tuple[str, Sequence[int]]:
    """The text with ASCII digits, hyphens and blanks, and each sign's place in the original."""
    if text.isascii():
        return text.lower(), range(len(text))
    signs = [_plain_sign(sign) for sign in text]
    return "".join(signs), [place for place, sign in enumerate(signs) if sign]


@lru_cache(maxsize=1024)
def _plain_sign(sign: str) -> str:
    """One sign for one; nothing for a sign without width."""
    if sign.isascii():
        return sign.lower()
    if sign.isdecimal():
        return str(unicodedata.decimal(sign))
    category = unicodedata.category(sign)
    if category == "Pd" or sign in "\u2212\u00af\u02d7":
        return "-"
    if category in {"Zs", "Zl", "Zp"}:
        return " "
    if category in {"Cf", "Mn", "Me"}:
        return ""
    if sign in "\uff0e\u00b7\u2022\u3002\u2024":
        return "."
    if sign in "\uff0f\u2044\u2215":
        return "/"
    small = sign.lower()
    return small if len(small) == 1 else "x"


def _is_cpr(match: re.Match[str], plain: str, says_cpr: bool) -> bool:
    """Whether ten or twelve digits in the right pattern are a CPR number in this place."""
    start = match.start()
    if says_cpr and _follows_cpr(plain, start):
        return True
    if not _date_exists(match["day"] + match["month"] + match["year"][-2:]):
        return False
    if _is_date_and_time(match) or _is_list_of_pairs(match):
        return False
    before = plain[max(0, start - 40) : start]
    if _COUNTRY_CODE.search(before):
        return False
    if "-" in match["gap"] or "/" in match["gap"] or not _LETTER.search(before):
        return True
    return not _OTHER_WORD.search(before)


def _is_date_and_time(match: re.Match[str]) -> bool:
    """`01.02.2025 0800`, `01.02.2025 - 2026`: a date written out, then an hour or a year."""
    if len(match["year"]) == 2 or not match["first"].strip():
        return False
    last = match["last"]
    is_hour = not match["gap"].strip() and last[:2] < "24" and last[2:] < "60"
    return is_hour or last[:2] in {"19", "20"}


def _is_list_of_pairs(match: re.Match[str]) -> bool:
    """The last four digits may stand in pairs only when the whole number does."""
    in_pairs = any(sign.isspace() for sign in match["last"])
    return in_pairs and not all(match[part].isspace() for part in ("first", "second", "gap"))


def _date_exists(digits: str) -> bool:
    """Whether the first six digits are a possible day, month and year.

    61-91 as day belong to replacement numbers, which add 60 (uncertain; facts 5.2 no. 5).
    """
    day, month, year = int(digits[:2]), int(digits[2:4]), int(digits[4:6])
    day -= 60 if day > 60 else 0
    if not 1 <= month <= 12 or not 1 <= day <= _DAYS[month - 1]:
        return False
    return (day, month) != (29, 2) or year % 4 == 0


def _follows_cpr(plain: str, start: int) -> bool:
    return _AFTER_CPR.search(plain[max(0, start - 40) : start]) is not None


def _only_digits(text: str) -> str:
    return "".join(sign for sign in text if sign.isdecimal())


def _apart(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans that do not overlap; the first of two wins."""
    kept: list[tuple[int, int]] = []
    for start, end in spans:
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


def _without(text: str, spans: list[tuple[int, int]]) -> Masked:
    pieces: list[str] = []
    place = 0
    for start, end in spans:
        pieces += [text[place:start], REMOVED]
        place = end
    return Masked("".join([*pieces, text[place:]]), len(spans))
