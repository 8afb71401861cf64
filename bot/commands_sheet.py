"""`hotline sheet`: prints a sheet from a file of answers, without a chat."""

import json
import tomllib
from dataclasses import dataclass
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Annotated, Any

import typer

from bot.clock import Clock
from bot.terminal import app, fail, settings_or_fail
from domain.answers import AnswerRefused, read_answer
from domain.forms import Form, Value, asked
from domain.people import LANGUAGES, Language
from domain.plain import WordList
from knowledge.errors import KnowledgeError
from knowledge.forms import load_forms
from knowledge.library import FOLDER
from knowledge.plain import load_plain
from services import cards, printing
from services.sheets import checked

KEYS = {
    "language", "version", "date", "asks", "approved-with", "company", "typed-by", "answers",
    "photos",
}  # fmt: skip


@dataclass(frozen=True)
class SheetFile:
    """What a file of answers holds: see docs/sheets.md."""

    language: Language
    version: int
    on: datetime
    asks: str
    approved_with: str
    company: str
    typed_by: str
    answers: dict[str, Value]
    photos: dict[tuple[str, int], str]


class SheetFileError(ValueError):
    """A file of answers cannot be used; the message is one line that names the key."""


@app.command()
def sheet(
    form: Annotated[str, typer.Argument(metavar="FORM", help="A form, such as task-card")],
    answers: Annotated[Path, typer.Option(help="The answers, as TOML or JSON")],
    out: Annotated[Path, typer.Option(help="The PDF to write")],
    png: Annotated[Path | None, typer.Option(help="The picture for a phone to write")] = None,
    paper: Annotated[str, typer.Option(help="a4 or a5")] = "a4",
) -> None:
    """Print a sheet from a file of answers, without a chat."""
    settings = settings_or_fail()
    try:
        print_file(form, answers, out, png, paper, settings.overlay)
    except printing.TooLongForPage as error:
        fail(f"{answers.name}: too long for one page; shorten '{error.params['label']}'")
    except printing.PictureRefused:
        fail(f"{answers.name}: photos: expected JPG, PNG, GIF or WebP")
    except (SheetFileError, KnowledgeError) as error:
        fail(str(error))
    except OSError as error:
        fail(f"{error.filename}: {error.strerror}")
    typer.echo(str(out))


def print_file(
    form_id: str,
    answers: Path,
    out: Path,
    png: Path | None = None,
    paper: str = "a4",
    overlay: Path | None = None,
) -> None:
    """Write PDF and picture. Raises SheetFileError, KnowledgeError, TooLongForPage, OSError."""
    words = load_plain(FOLDER, overlay)
    forms = load_forms(FOLDER, words, overlay)
    if form_id not in forms:
        raise SheetFileError(f"FORM: there is no {form_id}; there are {', '.join(sorted(forms))}")
    if paper not in ("a4", "a5"):
        raise SheetFileError(f"--paper: expected a4 or a5, not {paper}")
    form = forms[form_id]
    found = read_file(answers, form)
    kept = _checked(answers.name, form, found.answers, words)
    content = cards.build(
        form,
        kept,
        found.language,
        found.on,
        version=found.version,
        asks=found.asks,
        photos=found.photos,
        approved_with=found.approved_with,
        approved_at=found.on if found.approved_with else None,
        company=found.company,
        typed_by=found.typed_by,
    )
    _put_pictures(content, answers.parent)
    source = printing.template(form.template, overlay)
    made = printing.make(content, source, "a5" if paper == "a5" else "a4", answers.parent)
    out.write_bytes(made.pdf)
    if png:
        png.write_bytes(made.picture)


def _checked(name: str, form: Form, answers: dict[str, Value], words: WordList) -> dict[str, Value]:
    """The answers with first names only; no health words where everybody reads it."""
    kept: dict[str, Value] = {}
    for key, value in answers.items():
        question = form.question(key)
        assert question is not None
        try:
            kept[key] = checked(form, question, value, words)
        except AnswerRefused as refused:
            raise SheetFileError(f"{name}: answers.{key}: {refused.key} {refused.params}") from None
    return kept


def _put_pictures(content: cards.Content, folder: Path) -> None:
    lines = [line for slot in content["slots"] for line in slot["lines"]]
    for part in [*content["slots"], *lines]:
        if part["photo"]:
            with (folder / part["photo"]).open("rb") as file:
                kind = printing.picture_kind(file.read(16))
            part["photo"] = {"file": f"/{part['photo']}", "format": kind}


def read_file(path: Path, form: Form) -> SheetFile:
    """The answers of a file, checked as in the chat. Raises SheetFileError."""
    try:
        text = path.read_text(encoding="utf-8")
        data: dict[str, Any] = json.loads(text) if path.suffix == ".json" else tomllib.loads(text)
    except (ValueError, UnicodeDecodeError) as error:
        raise SheetFileError(f"{path.name}: {error}") from None
    for key in data:
        if key not in KEYS:
            raise SheetFileError(f"{path.name}: {key}: expected one of {', '.join(sorted(KEYS))}")
    language = next((known for known in LANGUAGES if known == data.get("language", "da")), None)
    if language is None:
        raise SheetFileError(f"{path.name}: language: expected da or en")
    now = Clock().now()
    on = data.get("date")
    return SheetFile(
        language,
        int(data.get("version", 1)),
        datetime.combine(on, time(12), UTC) if on else now,
        str(data.get("asks", "")),
        str(data.get("approved-with", "")),
        str(data.get("company", "")),
        str(data.get("typed-by", "")),
        _answers(path.name, form, data.get("answers", {}), now),
        _photos(path.name, data.get("photos", {})),
    )


def _answers(name: str, form: Form, data: object, now: datetime) -> dict[str, Value]:
    if not isinstance(data, dict):
        raise SheetFileError(f"{name}: answers: expected a table")
    answers: dict[str, Value] = {}
    for key, value in data.items():
        question = form.question(key)
        if question is None:
            known = ", ".join(known.id for known in form.questions)
            raise SheetFileError(f"{name}: answers.{key}: expected one of {known}")
        text = "\n".join(map(str, value)) if isinstance(value, list) else str(value)
        try:
            answers[key] = read_answer(question, text, now.date())
        except AnswerRefused as refused:
            raise SheetFileError(f"{name}: answers.{key}: {refused.key} {refused.params}") from None
    shown = {question.id for question in asked(form, answers)}
    return {key: value for key, value in answers.items() if key in shown}


def _photos(name: str, data: object) -> dict[tuple[str, int], str]:
    """`place = "place.png"`, `"steps.2" = "shelf.jpg"`."""
    if not isinstance(data, dict):
        raise SheetFileError(f"{name}: photos: expected a table")
    found = {}
    for key, file in data.items():
        question, _, step = key.partition(".")
        if not isinstance(file, str) or (step and not step.isdigit()):
            raise SheetFileError(f'{name}: photos.{key}: expected such as "steps.2" = "shelf.jpg"')
        found[question, int(step or 0)] = file
    return found
