"""Puts a message into words: the receiver's language, the organisation's own name and phone."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import locales
from domain.forms import Form, Wording
from domain.messages import Button, Param, Ref, Rows
from domain.people import Language
from knowledge.guides import Guide, long, short
from knowledge.situations import Situations


@dataclass
class Phrases:
    """What sentences are filled from: the guides' texts and facts about the organisation
    (`organisation`, `body`, `phone`, … as in the settings). Guides, situations and
    forms are replaced when the knowledge is read anew."""

    guides: Mapping[str, Guide]
    situations: Situations
    organisation: Mapping[str, str]
    forms: Mapping[str, Form] = field(default_factory=dict)

    def say(self, language: Language, key: str, params: Mapping[str, Param] | None = None) -> str:
        """The sentence in Telegram's HTML; what people wrote is escaped."""
        filled = {name: self._fill(language, value) for name, value in (params or {}).items()}
        return locales.say(language, key, {**self.organisation, **filled})

    def label(self, language: Language, button: Button) -> str:
        """The text on a button: plain, without markup."""
        if ":" in button.key:
            return self.text(language, Ref(button.key))
        filled = {
            name: str(value) if not isinstance(value, Ref) else self.text(language, value)
            for name, value in button.params.items()
        }
        return locales.say(language, button.key, {**self.organisation, **filled})

    def text(self, language: Language, ref: Ref) -> str:
        """What a reference stands for: a part of a guide, a situation, or another sentence."""
        kind, _, name = ref.key.partition(":")
        match kind:
            case "guide-title":
                return self.guides[name].title(language)
            case "guide-short":
                return short(self.guides[name], language)
            case "guide-long":
                return long(self.guides[name], language)
            case "see":
                return self.situations.see[name][language]
            case "when":
                return self.situations.when[name][language]
            case "form-title":
                return self.forms[name].words[language].title
            case "form-intro":
                return locales.escape(self.forms[name].words[language].intro)
            case "ask" | "help" | "example" | "label" | "choice":
                return self._question(language, kind, name)
            case _:
                return self.say(language, ref.key)

    def _question(self, language: Language, kind: str, name: str) -> str:
        """A part of a question: `FORM/QUESTION`, or `FORM/QUESTION/NUMBER` for a choice."""
        form_id, question_id, *number = name.split("/")
        question = self.forms[form_id].question(question_id)
        if question is None:
            raise KeyError(name)
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
            case datetime():
                return locales.moment(language, value)
            case str():
                return locales.escape(value)
            case _:
                return value


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
        case Ref(key):
            return {"ref": key}
        case datetime():
            return {"at": value.isoformat()}
        case Mapping():
            return dict(value)
    raise TypeError(type(value).__name__)


def _decode(value: Any) -> Param:
    match value:
        case {"ref": key}:
            return Ref(key)
        case {"at": at}:
            return datetime.fromisoformat(at)
    return value  # type: ignore[no-any-return]
