"""The forms: one TOML file each in `forms/`, which specialists edit, read into `domain.forms`.

A municipality's own folder lays over ours file by file, as with the guides. Whatever is wrong with
a file is said in one line that names the file, the key and what is expected.
"""

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from domain.forms import Condition, Form, FormWords, Kind, Question, Value, Wording
from domain.people import LANGUAGES, Language, Role
from domain.plain import KINDS, WordList
from knowledge.errors import KnowledgeError

TEMPLATES = ("task-card", "sheet", "week-plan", "certificate", "evaluation")
CHARTS = ("", "radar", "curve", "stairs")
ICONS = ("", "goal", "place", "start", "time", "things", "steps", "done", "help", "next", "if")
LABEL_LIMIT = 40  # characters: a heading on paper and on a button
LONGEST = 2000  # characters of an answer

_NAME = re.compile(r"^[a-z0-9]+(?:-[a-z0-9]+)*\.toml$")
_ID = re.compile(r"^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$")
_FORM_KEYS = {
    "version", "template", "roles", "wall", "placement", "chart", "question", *LANGUAGES,
}  # fmt: skip
_QUESTION_KEYS = {
    "id", "number", "kind", "required", "when", "choices", "lowest", "highest", "longest", "most",
    "commas", "past", "photos", "vague", "first-names", "icon", "about", "carry", "by",
    "lines-from", *LANGUAGES,
}  # fmt: skip
_WORDING_KEYS = {"label", "ask", "reader", "help", "example", "choices"}


class _Table:
    """One table of a file, which says where it stands when something in it is wrong."""

    def __init__(self, name: str, place: str, data: object, known: set[str]) -> None:
        self.name, self.place = name, place
        if not isinstance(data, dict):
            raise KnowledgeError(name, place, "expected a table")
        self.data: dict[str, Any] = data
        for key in data:
            if key not in known:
                self.wrong(key, f"is not known; expected one of {', '.join(sorted(known))}")

    def wrong(self, key: str, expected: str) -> None:
        """Say what is wrong with this key."""
        raise KnowledgeError(self.name, f"{self.place}.{key}" if self.place else key, expected)

    def line(self, key: str, *, needed: bool = True, longest: int = 400) -> str:
        """One line of text."""
        value = self.data.get(key, None if needed else "")
        if not isinstance(value, str) or "\n" in value or (needed and not value.strip()):
            self.wrong(key, "expected one line of text in quotes")
        elif len(value) > longest:
            self.wrong(key, f"expected at most {longest} characters, it has {len(value)}")
        return str(value).strip()

    def flag(self, key: str, default: bool) -> bool:
        """True or false."""
        value = self.data.get(key, default)
        if not isinstance(value, bool):
            self.wrong(key, "expected true or false")
        return bool(value)

    def whole(self, key: str, default: int, lowest: int, highest: int) -> int:
        """A whole number."""
        value = self.data.get(key, default)
        if not isinstance(value, int) or isinstance(value, bool) or not lowest <= value <= highest:
            self.wrong(key, f"expected a whole number from {lowest} to {highest}")
        return int(value)

    def limit(self, key: str) -> float | None:
        """A number, or nothing."""
        value = self.data.get(key)
        if value is not None and (not isinstance(value, int | float) or isinstance(value, bool)):
            self.wrong(key, "expected a number")
        return value

    def words(self, key: str) -> tuple[str, ...]:
        """A list of words; empty where it is left out."""
        value = self.data.get(key, [])
        if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
            self.wrong(key, 'expected a list of words such as ["yes", "no"]')
        return tuple(value)

    def one_of(self, key: str, allowed: tuple[str, ...], default: str | None = None) -> str:
        """One of a few words."""
        value = self.data.get(key, default)
        if value not in allowed:
            self.wrong(key, f"expected one of {', '.join(filter(None, allowed))}")
        return str(value)


def load_forms(folder: Path, words: WordList, overlay: Path | None = None) -> dict[str, Form]:
    """All forms of a knowledge folder by id, with a municipality's folder over it.

    Raises KnowledgeError on the first file that cannot be used.
    """
    files: dict[str, Path] = {}
    for root in (folder, overlay):
        for path in sorted((root / "forms").glob("*.toml")) if root else ():
            if not _NAME.match(path.name):
                raise KnowledgeError(path.name, "file name", "expected such as task-card.toml")
            files[path.name] = path
    return {name.removesuffix(".toml"): read_form(path, words) for name, path in files.items()}


def read_form(path: Path, words: WordList) -> Form:
    """One form from its file. Raises KnowledgeError."""
    try:
        text = path.read_text(encoding="utf-8-sig")
        data = tomllib.loads(text)
    except (OSError, UnicodeDecodeError) as error:
        raise KnowledgeError(path.name, "file", f"cannot be read as UTF-8: {error}") from None
    except tomllib.TOMLDecodeError as error:
        raise KnowledgeError(path.name, "TOML", str(error)) from None
    _check_never(path.name, data, words)
    table = _Table(path.name, "", data, _FORM_KEYS)
    entries = data.get("question")
    if not isinstance(entries, list) or not entries:
        raise KnowledgeError(path.name, "question", "expected at least one [[question]]")
    roles = tuple(Role(role) for role in table.words("roles") if role in set(Role))
    if len(roles) != len(data.get("roles", [])) or not roles:
        table.wrong("roles", f"expected some of {', '.join(Role)}")
    questions: list[Question] = []
    for place, entry in enumerate(entries, start=1):
        questions.append(_question(path.name, place, entry, questions))
    return Form(
        id=path.name.removesuffix(".toml"),
        version=table.whole("version", 0, 1, 10_000),
        template=table.one_of("template", TEMPLATES, "sheet"),
        words={language: _form_words(path.name, data, language) for language in LANGUAGES},
        questions=tuple(questions),
        roles=roles,
        wall=table.flag("wall", False),
        placement=table.flag("placement", False),
        chart=table.one_of("chart", CHARTS, ""),
    )


def _check_never(name: str, data: object, words: WordList) -> None:
    text = str(data)
    for language in LANGUAGES:
        for word in words.never[language]:
            if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.IGNORECASE):
                raise KnowledgeError(name, word, "must not stand in a form; ask for the purpose")


def _form_words(name: str, data: Mapping[str, Any], language: Language) -> FormWords:
    table = _Table(name, language, data.get(language), {"title", "intro", "drawn"})
    return FormWords(
        table.line("title", longest=LABEL_LIMIT),
        table.line("intro", longest=600),
        table.line("drawn", needed=False, longest=200),
    )


def _question(name: str, place: int, data: object, earlier: list[Question]) -> Question:
    known = data.get("id") if isinstance(data, dict) else None
    table = _Table(name, f"question {known or place}", data, _QUESTION_KEYS)
    question_id = table.line("id", longest=24)
    if not _ID.match(question_id) or any(question_id == other.id for other in earlier):
        table.wrong("id", "expected a word of its own such as start-time, each only once")
    kind = Kind(table.one_of("kind", tuple(Kind), "text"))
    lowest, highest = table.limit("lowest"), table.limit("highest")
    steps = highest - lowest if lowest is not None and highest is not None else 0
    if kind is Kind.SCALE and not 1 <= steps <= 10:
        table.wrong("lowest", "expected lowest and highest for a scale, at most 10 apart")
    choices = table.words("choices")
    if (kind is Kind.CHOICE) != (len(choices) > 1):
        table.wrong("choices", "expected at least two for kind choice, and none for others")
    last = earlier[-1].number if earlier else 0
    vague = table.words("vague")
    for word in vague:
        if word not in KINDS:
            table.wrong("vague", f"expected some of {', '.join(KINDS)}")
    return Question(
        id=question_id,
        number=table.whole("number", last + 1, max(last, 1), 99),
        kind=kind,
        words={lang: _wording(table, lang, kind, len(choices)) for lang in LANGUAGES},
        required=table.flag("required", False),
        condition=_condition(table, earlier),
        choices=choices,
        lowest=lowest,
        highest=highest,
        longest=table.whole("longest", 400, 1, LONGEST),
        most=table.whole("most", 8, 1, 20),
        commas=table.flag("commas", False),
        past=table.flag("past", True),
        photos=table.whole("photos", 0, 0, 8),
        vague=vague,
        first_names=table.flag("first-names", False),
        icon=table.one_of("icon", ICONS, ""),
        about=_earlier(table, "about", earlier),
        carry=table.flag("carry", False),
        citizen=table.one_of("by", ("citizen",), "") == "citizen" if "by" in table.data else False,
        lines_from=_lists(table, earlier),
    )


def _earlier(table: _Table, key: str, earlier: list[Question]) -> str:
    found = table.line(key, needed=False, longest=24)
    if found and not any(found == other.id for other in earlier):
        table.wrong(key, "expected the id of an earlier question")
    return found


def _lists(table: _Table, earlier: list[Question]) -> tuple[str, ...]:
    lists = {other.id for other in earlier if other.kind is Kind.STEPS}
    found = table.words("lines-from")
    if not set(found) <= lists:
        table.wrong("lines-from", "expected ids of earlier questions of kind steps")
    return found


def _wording(table: _Table, language: Language, kind: Kind, choices: int) -> Wording:
    place = f"{table.place}.{language}"
    words = _Table(table.name, place, table.data.get(language), _WORDING_KEYS)
    labels = words.words("choices")
    if len(labels) != choices:
        words.wrong("choices", f"expected {choices} labels, one for each choice")
    typed = kind in (Kind.TEXT, Kind.STEPS)
    return Wording(
        label=words.line("label", longest=LABEL_LIMIT),
        ask=words.line("ask"),
        reader=words.line("reader", needed=False),
        help=words.line("help", needed=typed),
        example=words.line("example", needed=typed),
        choices=labels,
    )


def _condition(table: _Table, earlier: list[Question]) -> Condition | None:
    data = table.data.get("when")
    if data is None:
        return None
    when = _Table(table.name, f"{table.place}.when", data, {"question", "is"})
    if "is" not in when.data:
        return Condition(_earlier(when, "question", earlier))
    on = next((other for other in earlier if other.id == data.get("question")), None)
    values = data.get("is")
    if on is None:
        when.wrong("question", "expected the id of an earlier question")
    if not isinstance(values, list) or not values:
        when.wrong("is", 'expected a list of answers such as ["yes"]')
    allowed: tuple[Value, ...] = on.choices if on and on.kind is Kind.CHOICE else tuple(values)
    if any(value not in allowed for value in values):
        when.wrong("is", f"expected some of {', '.join(map(str, allowed))}")
    return Condition(data["question"], tuple(values))
