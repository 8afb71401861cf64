"""What stands on the paper: the content of a printout, put together from a sheet's answers."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

import locales
from domain.forms import Answers, Form, Kind, Question, Value, asked, missing
from domain.people import Language
from domain.plain import first_name

PLACE = re.compile(r"^(?P<thing>[^()]+?)\s*\((?P<place>[^()]+)\)\.?$")
CLOCK = re.compile(r"(?<!\d)([01]?\d|2[0-3])[.:]([0-5]\d)(?!\d)")
FILE_NAME = re.compile(r"[^\w-]+")

Content = dict[str, Any]
Photos = Mapping[tuple[str, int], int | str]
"""(question, step) -> the photo that belongs there; step 0 is the question itself."""


def shown(question: Question, value: Value, language: Language) -> str:
    """An answer as it is read: `tirsdag den 24. november 2026`, `08.15`, a choice's label."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        return "\n".join(value)
    if question.kind is Kind.CHOICE and value in question.choices:
        return question.words[language].choices[question.choices.index(str(value))]
    if question.kind is Kind.DATE:
        try:
            return locales.whole_day(language, date.fromisoformat(str(value)))
        except ValueError:
            return str(value)
    if question.kind is Kind.TIME and language == "da":
        return str(value).replace(":", ".")
    if isinstance(value, float):
        return f"{value:g}".replace(".", "," if language == "da" else ".")
    return str(value).replace("-", "−") if isinstance(value, int) else str(value)


def build(
    form: Form,
    answers: Answers,
    language: Language,
    now: datetime,
    *,
    version: int,
    asks: str = "",
    photos: Photos | None = None,
    approved_with: str = "",
    approved_at: datetime | None = None,
    former: Sequence[tuple[str, str]] = (),
    company: str = "",
    typed_by: str = "",
) -> Content:
    """Everything on the paper, in words. `asks`: whom to agree with on what is not known yet.

    `former` are answers to questions that the form no longer has, each with its old heading.
    """

    def say(key: str, **params: object) -> str:
        return locales.say(language, key, params)

    def put(question: Question) -> Content:
        return _slot(question, answers.get(question.id), language, photos or {}, unknown)

    unknown = say("card-agreed-with", name=first_name(asks)) if asks else say("card-agreed-later")
    lacking = [question.words[language].label for question in missing(form, answers)]
    unread = say("card-unread") if form.belongs_to_citizen and not approved_at else ""
    title = answers.get(form.questions[0].id) if form.template == "task-card" else None
    day = locales.day(language, now)
    return {
        "lang": language,
        "title": str(title or form.words[language].title).rstrip("."),
        "form": form.words[language].title,
        "slots": [
            put(question) | {"about": _about(question, answers)}
            for question in asked(form, answers)
        ],
        "former": [{"label": label, "text": text} for label, text in former],
        "draft": say("card-draft") if lacking or unread else "",
        "missing": say("card-missing", what=", ".join(lacking)) if lacking else unread,
        "photo": say("card-photo"),
        "foot": say("card-foot", version=version, day=day),
        "approved": say("card-approved", name=approved_with, day=locales.day(language, approved_at))
        if approved_at
        else "",
        "name": approved_with if approved_at else "",
        "company": company,
        "typed": say("card-typed-by", name=typed_by) if typed_by else "",
        "owner": say("card-owner", name=approved_with) if approved_at else "",
        "has-been": say("card-has-been"),
        "sign-workplace": say("card-sign-workplace"),
        "sign-date": say("card-sign-date"),
        "agree": say("card-agree"),
        "date": say("card-date"),
    }


def _slot(
    question: Question, value: Value, language: Language, photos: Photos, unknown: str
) -> Content:
    words = question.words[language]
    lines = value if isinstance(value, tuple) else ()
    known = value not in (None, "", ())
    slot: Content = {
        "id": question.id,
        "icon": question.icon,
        "label": words.label,
        "ask": words.ask,
        "citizen": question.citizen,
        "known": known,
        "text": shown(question, value, language) if known and not lines else "",
        "lines": [
            {**_thing(line, question), "photo": photos.get((question.id, step), "")}
            for step, line in enumerate(lines, start=1)
        ],
        "photo": photos.get((question.id, 0), ""),
    }
    if not known:
        slot["text"] = unknown
    if question.kind is Kind.SCALE:
        slot["scale"] = [int(question.lowest or 0), int(question.highest or 0)]
        slot["value"] = value if known else ""
    return slot


def _about(question: Question, answers: Answers) -> str:
    """The goal that a mark is about."""
    answer = answers.get(question.about)
    return answer if question.kind is Kind.SCALE and isinstance(answer, str) else ""


def _thing(line: str, question: Question) -> Content:
    found = PLACE.match(line) if question.commas else None
    return (
        {"text": found["thing"], "place": found["place"]} if found else {"text": line, "place": ""}
    )


def clock_of(text: str) -> str:
    """The first time of day in a text, as `08:15`; nothing if there is none."""
    found = CLOCK.search(text)
    return f"{int(found[1]):02}:{found[2]}" if found else ""


def day_plan(cards: Sequence[Content], language: Language, now: datetime) -> Content:
    """Several cards as one list by time; those without a time come last."""
    rows = [_plan_row(card) for card in cards]
    rows.sort(key=lambda row: (row["at"] or "99", row["title"]))
    for row in rows:
        row["at"] = row["at"].replace(":", ".") if language == "da" else row["at"]
    return {
        "lang": language,
        "title": locales.say(language, "plan-title", {}),
        "form": "",
        "rows": rows,
        "foot": locales.day(language, now),
    }


def _plan_row(card: Content) -> Content:
    slots = {slot["id"]: slot for slot in card["slots"]}

    def text(slot_id: str) -> str:
        slot = slots.get(slot_id)
        return str(slot["text"]) if slot and slot["known"] else ""

    labels = {key: slot["label"] for key, slot in slots.items()}
    return {
        "at": clock_of(text("start")),
        "title": card["title"],
        "facts": [
            {"label": labels[key], "text": text(key), "icon": slots[key]["icon"]}
            for key in ("start", "duration", "place", "help", "afterwards")
            if text(key)
        ],
    }


def file_name(content: Content, paper: str, version: int) -> str:
    """A name for the file, without its ending: `fyld-mælkehylden-op-v2`."""
    plain = FILE_NAME.sub("-", content["title"].casefold()).strip("-")[:50].strip("-")
    size = "" if paper == "a4" else f"-{paper}"
    return f"{plain or 'sheet'}{size}-v{version}" if version else f"{plain}{size}"
