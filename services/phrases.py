"""Puts a message into words: the receiver's language, the organisation's own name and phone."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

import locales
from domain.followups import Compare, Plans
from domain.forms import Form, Wording
from domain.messages import Button, NearDay, Param, Ref, Rows
from domain.people import Language
from knowledge.guides import Guide, long, short
from knowledge.handout import Lines, our_handout
from knowledge.helplines import Helpline, Helplines, our_helplines
from knowledge.library import Library
from knowledge.plans import our_plans
from knowledge.situations import Situations


@dataclass
class Phrases:
    """What sentences are filled from: the guides' texts and facts about the organisation
    (`organisation`, `body`, `phone`, `region`, … as in the settings). What comes from the
    knowledge is replaced when that is read anew."""

    guides: Mapping[str, Guide]
    situations: Situations
    organisation: Mapping[str, str]
    helplines: Helplines = field(default_factory=our_helplines)
    autism: Lines = field(default_factory=our_handout)
    forms: Mapping[str, Form] = field(default_factory=dict)
    plans: Plans = field(default_factory=our_plans)

    @classmethod
    def of(cls, library: Library, organisation: Mapping[str, str]) -> "Phrases":
        """With all texts of the library."""
        phrases = cls(library.guides, library.situations, organisation)
        phrases.use(library)
        return phrases

    def use(self, library: Library) -> None:
        """From now on with the texts of this library."""
        self.guides, self.situations = library.guides, library.situations
        self.forms, self.plans = library.forms, library.plans
        self.helplines, self.autism = library.helplines, library.autism

    def say(self, language: Language, key: str, params: Mapping[str, Param] | None = None) -> str:
        """The sentence in Telegram's HTML; what people wrote is escaped."""
        filled = {name: self._fill(language, value) for name, value in (params or {}).items()}
        return locales.say(language, key, {**self.facts(language), **filled})

    def facts(self, language: Language) -> dict[str, object]:
        """What every sentence may use."""
        doctor = self.helplines.doctor(self.organisation.get("region", ""), language)
        return {**self.organisation, "doctor": doctor}

    def label(self, language: Language, button: Button) -> str:
        """The text on a button: plain, without markup."""
        if ":" in button.key:
            return self.text(language, Ref(button.key))
        filled = {name: self._plain(language, value) for name, value in button.params.items()}
        return locales.say(language, button.key, {**self.facts(language), **filled})

    def text(self, language: Language, ref: Ref) -> str:
        """What a reference stands for: a part of a guide, a situation, or another sentence."""
        kind, _, name = ref.key.partition(":")
        match kind:
            case "guide-title" | "guide-short" | "guide-long":
                return self._guide(language, kind, name)
            case "see":
                return self.situations.see[name][language]
            case "when":
                return self.situations.when[name][language]
            case "days":
                return locales.days(language, [date.fromisoformat(day) for day in name.split(",")])
            case "form-title":
                form = self.forms.get(name)
                return form.words[language].title if form else name
            case "form-intro":
                form = self.forms.get(name)
                return locales.escape(form.words[language].intro) if form else ""
            case "follow-up":
                plan_id, item_id = name.split("/")
                item = self.plans[plan_id].item(item_id)
                return locales.escape(item.ask[language]) if item else self.say(language, kind)
            case "follow-up-tap":
                plan_id, item_id, answer = name.split("/")
                item = self.plans[plan_id].item(item_id)
                compare = item.compare if item else Compare.BEFORE
                return self.say(language, f"button-{compare}-{answer}")
            case "ask" | "help" | "example" | "label" | "choice":
                return self._question(language, kind, name)
            case "stamp":
                return locales.stamp(language, datetime.fromisoformat(name))
            case _:
                return self.say(language, ref.key, ref.params)

    def _guide(self, language: Language, kind: str, guide_id: str) -> str:
        """A part of a guide, with the numbers to call where there are any. A guide may have been
        hidden since the message was queued."""
        guide = self.guides.get(guide_id)
        if guide is None:
            gone = "guide-gone-title" if kind == "guide-title" else "guide-gone"
            return self.say(language, gone, {"id": guide_id})
        if kind == "guide-title":
            return guide.title(language)
        text = short(guide, language) if kind == "guide-short" else long(guide, language)
        numbers = self.numbers(language, guide_id)
        return "\n".join([text, "", *numbers]) if numbers else text

    def numbers(self, language: Language, guide_id: str) -> list[str]:
        """The heading and a line for each number that stands under a guide."""
        region = self.organisation.get("region", "")
        found = self.helplines.under(guide_id, region)
        title = [self.say(language, "helplines-title")] if found else []
        return title + [self._number(language, line) for line in found]

    def _number(self, language: Language, line: Helpline) -> str:
        key = "helpline" if line.number else "helpline-without-number"
        params = {
            "name": line.name[language],
            "number": line.number,
            "when": line.when[language],
        }
        return self.say(language, key, params)

    def _question(self, language: Language, kind: str, name: str) -> str:
        """A part of a question: `FORM/QUESTION`, or `FORM/QUESTION/NUMBER` for a choice. The form
        may have changed since the message was queued."""
        form_id, question_id, *number = name.split("/")
        form = self.forms.get(form_id)
        question = form.question(question_id) if form else None
        if question is None:
            return question_id
        words: Wording = question.words[language]
        if kind == "choice":
            return words.choices[int(number[0])]
        if kind == "label":
            return words.label
        parts = {"ask": words.ask, "help": words.help, "example": words.example}
        return locales.escape(parts[kind])

    def _fill(self, language: Language, value: Param) -> object:
        match value:
            case Ref():
                return self.text(language, value)
            case tuple():
                return "\n".join(self.text(language, ref) for ref in value)
            case datetime():
                return locales.moment(language, value)
            case date():
                return locales.whole_day(language, value)
            case NearDay(on):
                return locales.named_day(language, on)
            case str():
                return locales.escape(value)
            case _:
                return value

    def _plain(self, language: Language, value: Param) -> object:
        """As it stands on a button: short, and without markup."""
        match value:
            case datetime():
                return locales.short_moment(language, value)
            case str() | int():
                return str(value)
            case _:
                return self._fill(language, value)


def to_json(params: Mapping[str, Param]) -> str:
    """Parameters as stored in the outbox."""
    return json.dumps(params, default=_encode, ensure_ascii=False)


def from_json(stored: str) -> dict[str, Param]:
    """The parameters back from the outbox."""
    return {name: _decode(value) for name, value in json.loads(stored).items()}


def buttons_to_json(rows: Rows) -> str:
    """A keyboard as stored in the outbox."""
    return json.dumps(
        [
            [{"key": b.key, "data": b.data, "url": b.url, "params": b.params} for b in row]
            for row in rows
        ],
        default=_encode,
        ensure_ascii=False,
    )


def buttons_from_json(stored: str) -> Rows:
    """The keyboard back from the outbox."""
    return tuple(
        tuple(
            Button(b["key"], b["data"], b["url"], {k: _decode(v) for k, v in b["params"].items()})
            for b in row
        )
        for row in json.loads(stored)
    )


def _encode(value: object) -> Any:
    match value:
        case Ref(key, params):
            return {"ref": key} | ({"params": params} if params else {})
        case datetime():
            return {"at": value.isoformat()}
        case date():
            return {"on": value.isoformat()}
        case NearDay(on):
            return {"near": on.isoformat()}
        case Mapping():
            return dict(value)
    raise TypeError(type(value).__name__)


def _decode(value: Any) -> Param:
    match value:
        case {"ref": _}:
            return _ref(value)
        case list():
            return tuple(map(_ref, value))
        case {"at": at}:
            return datetime.fromisoformat(at)
        case {"on": on}:
            return date.fromisoformat(on)
        case {"near": on}:
            return NearDay(date.fromisoformat(on))
    return value  # type: ignore[no-any-return]


def _ref(stored: Any) -> Ref:
    params = stored.get("params", {})
    return Ref(stored["ref"], {name: _decode(value) for name, value in params.items()})
