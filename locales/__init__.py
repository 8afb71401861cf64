"""Every sentence the program says, in Fluent files: a folder per language, a file per feature."""

import html
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from functools import cache
from pathlib import Path

from babel.dates import format_date, format_datetime, get_day_names
from babel.lists import format_list
from babel.numbers import format_decimal
from fluent.runtime import FluentBundle, FluentResource, resolver

from domain.people import LANGUAGES, Language
from domain.working_time import DENMARK, Span

FOLDER = Path(__file__).parent

resolver.MAX_PART_LENGTH = 100_000
"""Characters that fill one blank. Fluent refuses more than 2,500, to be safe from translators; what
people write is longer, and would not be delivered."""

_LOCALES: Mapping[Language, str] = {"da": "da_DK", "en": "en_GB"}
_MOMENT: Mapping[Language, str] = {"da": "EEEE d. MMMM 'kl.' HH.mm", "en": "EEEE d MMMM 'at' HH:mm"}


@cache
def bundle(language: Language) -> FluentBundle:
    """All sentences of one language."""
    loaded = FluentBundle([_LOCALES[language].replace("_", "-")], use_isolating=False)
    for path in sorted((FOLDER / language).glob("*.ftl")):
        loaded.add_resource(FluentResource(path.read_text(encoding="utf-8")))
    return loaded


def has(key: str) -> bool:
    """Whether every language has this sentence."""
    return all(bundle(language).has_message(key) for language in LANGUAGES)


def say(language: Language, key: str, params: Mapping[str, object]) -> str:
    """The sentence with its parameters filled in. Raises KeyError for an unknown key,
    ValueError where a parameter is missing."""
    loaded = bundle(language)
    message = loaded.get_message(key)
    if message.value is None:
        raise KeyError(key)
    text, problems = loaded.format_pattern(message.value, dict(params))
    if problems:
        raise ValueError(f"{key} ({language}): {problems[0]}")
    return str(text)


def escape(text: str) -> str:
    """Text from people, made safe inside our markup (Telegram's HTML style)."""
    return html.escape(text, quote=False)


def moment(language: Language, at: datetime) -> str:
    """`tirsdag d. 24. november kl. 08.15`, in Danish time."""
    return format_datetime(at, _MOMENT[language], tzinfo=DENMARK, locale=_LOCALES[language])


def short_moment(language: Language, at: datetime) -> str:
    """`tirs. 24. nov. kl. 08.15`, in Danish time: for a button."""
    pattern = "EEE d. MMM 'kl.' HH.mm" if language == "da" else "EEE d MMM HH:mm"
    return format_datetime(at, pattern, tzinfo=DENMARK, locale=_LOCALES[language])


def named_day(language: Language, on: date) -> str:
    """`tirsdag 24. november`."""
    pattern = "EEEE d. MMMM" if language == "da" else "EEEE d MMMM"
    return format_date(on, pattern, locale=_LOCALES[language])


def brief_day(language: Language, on: date) -> str:
    """`tirs. 24. nov.`: above a column."""
    pattern = "EEE d. MMM" if language == "da" else "EEE d MMM"
    return format_date(on, pattern, locale=_LOCALES[language])


def clock(language: Language, at: datetime) -> str:
    """`08.15`, in Danish time."""
    return at.astimezone(DENMARK).strftime("%H.%M" if language == "da" else "%H:%M")


def stamp(language: Language, at: datetime) -> str:
    """A short date and time for lists: `24.11.2026 08.15`, in Danish time."""
    local = at.astimezone(DENMARK)
    return local.strftime("%d.%m.%Y %H.%M" if language == "da" else "%d/%m/%Y %H:%M")


def day(language: Language, at: datetime) -> str:
    """`24. november 2026`, in Danish time."""
    return format_date(at.astimezone(DENMARK), "long", locale=_LOCALES[language])


def month_name(language: Language, on: date) -> str:
    """`november 2026`."""
    return format_date(on, "MMMM y", locale=_LOCALES[language])


def days(language: Language, on: Sequence[date]) -> str:
    """`onsdag d. 23. december, torsdag d. 24. december`."""
    pattern = "EEEE 'd.' d. MMMM" if language == "da" else "EEEE d MMMM"
    return ", ".join(format_date(day, pattern, locale=_LOCALES[language]) for day in on)


def clock_span(language: Language, starts: time, ends: time) -> str:
    """`20-7.30`, or in English `20:00-07:30`."""
    if language == "da":
        return "-".join(f"{at.hour}.{at.minute:02d}".removesuffix(".00") for at in (starts, ends))
    return f"{starts:%H:%M}-{ends:%H:%M}"


def spans(language: Language, worked: Sequence[Span]) -> str:
    """The spans of a day: `8-12, 12.30-15.30`."""
    local = [(s.starts.astimezone(DENMARK), s.ends.astimezone(DENMARK)) for s in worked]
    return ", ".join(clock_span(language, starts.time(), ends.time()) for starts, ends in local)


def span(language: Language, starts: datetime, ends: datetime) -> str:
    """For a list: `24.12 - 02.01`; with the clock where these are no whole days."""
    first, last = starts.astimezone(DENMARK), ends.astimezone(DENMARK)
    mark = "%d.%m" if language == "da" else "%d/%m"
    clock_mark = mark + (" %H.%M" if language == "da" else " %H:%M")
    whole = not any((first.hour, first.minute, last.hour, last.minute))
    if whole:
        last -= timedelta(days=1)
        parts = [first.strftime(mark), last.strftime(mark)]
    else:
        parts = [first.strftime(clock_mark), last.strftime(clock_mark)]
    return " - ".join(dict.fromkeys(parts))


def weekday(language: Language, number: int) -> str:
    """The name of a weekday; Monday is 0."""
    return str(get_day_names("wide", locale=_LOCALES[language])[number])


def listed(language: Language, names: Sequence[str]) -> str:
    """`Anna og Jonas`."""
    return format_list(list(names), locale=_LOCALES[language]) if names else ""


def whole_day(language: Language, on: date) -> str:
    """`tirsdag d. 24. november 2026`."""
    pattern = "EEEE 'd.' d. MMMM y" if language == "da" else "EEEE d MMMM y"
    return format_date(on, pattern, locale=_LOCALES[language])


def short_day(language: Language, on: date) -> str:
    """`24.11.2026`, for tables."""
    return format_date(on, "d.M.y" if language == "da" else "d/M/y", locale=_LOCALES[language])


def number(language: Language, value: float) -> str:
    """`1.234,5` or `−2`, as the language writes numbers."""
    return format_decimal(value, locale=_LOCALES[language]).replace("-", "−")
