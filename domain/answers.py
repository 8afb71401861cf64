"""Reads what somebody wrote as the answer to a question; says kindly what is wrong with it."""

import re
from datetime import date, timedelta

from domain.errors import HotlineError
from domain.forms import Kind, Question, Value
from domain.people import LANGUAGES

_NUMBER = re.compile(r"[-+−]?\d+(?:[.,]\d+)?")
_TIME = re.compile(r"(?<!\d)(?<!\d[.:])([01]?\d|2[0-4])(?:[.:]?([0-5]\d))?(?!\d)")
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
_DAY = re.compile(r"(?<!\d)(\d{1,2})\s*[./-]\s*(\d{1,2})(?:\s*[./-]\s*(\d{4}|\d{2}))?(?!\d)")
_BULLET = re.compile(r"^\s*(?:[-*•·–☐]|\d{1,2}[.):](?!\d))\s*")
_BARE = re.compile(r"^\s*(\d{1,2})\s+(?=\D)")
_NUMBERED = re.compile(r"(?:(?<=\s)|^)(\d)[.)]?\s+(?=\S)")
_COMMA = re.compile(r",\s+(?![^()]*\))")


class AnswerRefused(HotlineError):
    """The answer cannot be used; `key` names the sentence that says what is expected."""

    def __init__(self, key: str, **params: str) -> None:
        self.key = key
        super().__init__(key, **params)


def read_answer(question: Question, text: str, today: date) -> Value:
    """The answer in the form it is kept in. Raises AnswerRefused and changes nothing."""
    plain = " ".join(text.split())
    if not plain:
        raise AnswerRefused("answer-empty")
    match question.kind:
        case Kind.TEXT:
            return _fitting(plain, question.longest)
        case Kind.STEPS:
            return read_lines(question, text)
        case Kind.NUMBER | Kind.SCALE:
            return _number(question, plain)
        case Kind.CHOICE:
            return _choice(question, plain)
        case Kind.DATE:
            return _date(question, plain, today)
        case Kind.TIME:
            return _time(plain)
        case Kind.PHOTO:
            raise AnswerRefused("answer-photo")


def read_lines(question: Question, text: str, have: tuple[str, ...] = ()) -> tuple[str, ...]:
    """A list of steps: the lines there are already, and those written now, without their marks."""
    written = [line for line in text.splitlines() if line.strip()]
    if len(written) == 1:
        written = _split(written[0], question.commas)
    bare = [int(mark[1]) if (mark := _BARE.match(line)) else 0 for line in written]
    if len(written) > 1 and bare == list(range(len(have) + 1, len(have) + len(written) + 1)):
        written = [_BARE.sub("", line) for line in written]
    lines = [" ".join(_BULLET.sub("", line).split()) for line in written]
    lines = [line for line in lines if line]
    if not lines:
        raise AnswerRefused("answer-empty")
    for line in lines:
        _fitting(line, question.longest)
    if len(have) + len(lines) > question.most:
        count = str(len(have) + len(lines))
        raise AnswerRefused("answer-too-many", most=str(question.most), count=count)
    return (*have, *lines)


def _split(line: str, commas: bool) -> list[str]:
    """One line that holds several: with commas in between, or `1 … 2 … 3 …`."""
    if commas and _COMMA.search(line):
        return _COMMA.split(line.rstrip(". "))
    marks = list(_NUMBERED.finditer(line))
    numbers = [int(mark[1]) for mark in marks]
    if len(marks) > 1 and marks[0].start() == 0 and numbers == list(range(1, len(marks) + 1)):
        ends = [mark.start() for mark in marks[1:]] + [len(line)]
        return [line[m.end() : end].strip() for m, end in zip(marks, ends, strict=True)]
    return [line]


def _fitting(text: str, longest: int) -> str:
    if len(text) > longest:
        raise AnswerRefused("answer-too-long", length=str(len(text)), limit=str(longest))
    return text


def _number(question: Question, text: str) -> int | float:
    found = _NUMBER.findall(text)
    low, high = question.lowest, question.highest
    limits = {"lowest": _plain(low), "highest": _plain(high)}
    key = "answer-number" if low is None or high is None else "answer-number-between"
    if len(found) != 1 or len(found[0]) > 12:
        raise AnswerRefused(key, **limits)
    number = float(found[0].replace(",", ".").replace("−", "-"))
    if (low is not None and number < low) or (high is not None and number > high):
        raise AnswerRefused(key, **limits)
    if question.kind is Kind.SCALE and number != int(number):
        raise AnswerRefused(key, **limits)
    return int(number) if number == int(number) else number


def _plain(number: float | None) -> str:
    return "" if number is None else f"{number:g}"


def _choice(question: Question, text: str) -> str:
    wanted = text.casefold().rstrip(".!")
    for place, choice in enumerate(question.choices):
        labels = {question.words[lang].choices[place].casefold() for lang in LANGUAGES}
        if wanted in labels | {choice, str(place + 1)}:
            return choice
    raise AnswerRefused("answer-choice")


def _time(text: str) -> str:
    found = _TIME.findall(text)
    if len(found) != 1 or int(found[0][0] + (found[0][1] or "00")) > 2400:
        raise AnswerRefused("answer-time")
    hour, minute = int(found[0][0]) % 24, int(found[0][1] or 0)
    return f"{hour:02}:{minute:02}"


def _date(question: Question, text: str, today: date) -> str:
    day = _read_date(text, today, question.past)
    if day is None:
        raise AnswerRefused("answer-date")
    if day < today and not question.past:
        raise AnswerRefused("answer-date-past")
    if abs(day - today) > timedelta(days=365 * 20):
        raise AnswerRefused("answer-date")
    return day.isoformat()


def _read_date(text: str, today: date, past: bool) -> date | None:
    """`24.11.2026`, `24/11`, `2026-11-24`; without a year the next one, if it must lie ahead."""
    iso, short = _ISO.search(text), _DAY.search(text)
    try:
        if iso:
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
        if not short:
            return None
        year = int(short[3]) if short[3] else today.year
        found = date(year + 2000 if year < 100 else year, int(short[2]), int(short[1]))
        if not short[3] and not past and found < today - timedelta(days=60):
            return found.replace(year=today.year + 1)
        return found
    except ValueError:
        return None
