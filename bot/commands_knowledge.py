"""The commands about the knowledge: learn, ask, evaluate and check it."""

import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from bot.clock import Clock
from bot.settings import Settings
from bot.terminal import app, chosen_language, fail, fail_to_write, settings_or_fail
from domain.masking import mask
from domain.triage import triage
from knowledge import search
from knowledge.errors import KnowledgeError
from knowledge.guides import Language
from knowledge.index import Answer
from knowledge.library import FOLDER, Library, open_library
from services.checking import examine
from services.guides import Reading, read_message

FROM_INPUT = "-"


@app.command()
def learn() -> None:
    """Fit the search to the knowledge and keep it, so that the hotline starts at once."""
    settings = settings_or_fail()
    started = time.monotonic()
    if _is_learnt(settings):
        typer.echo("The search knows today's knowledge already.")
        return
    index = _index(settings)
    seconds = time.monotonic() - started
    typer.echo(f"The search has learnt {len(index.classes) - 1} guides in {seconds:.0f} s.")


@app.command()
def ask(
    text: Annotated[str, typer.Argument(help="A message, or - for one message per line of input")],
    lang: Annotated[str, typer.Option(help="da or en, where the text does not tell")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON, one line each")] = False,
) -> None:
    """Show which guides a message gets, how urgent it sounds, and what is masked in it."""
    language = chosen_language(lang) if lang else None
    library = _library(settings_or_fail())
    for message in _input_lines() if text == FROM_INPUT else iter([text]):
        reading = read_message(library, message, language)
        typer.echo(_as_json(reading) if as_json else _as_text(reading, library))
        sys.stdout.flush()


def _input_lines() -> Iterator[str]:
    """Lines end at a line feed only; bytes that are not UTF-8 do not stop the reading."""
    for line in sys.stdin.buffer:
        yield line.decode("utf-8", "replace").rstrip("\r\n")


def _as_json(reading: Reading) -> str:
    found = {
        "guides": [
            {"id": suggestion.guide_id, "confidence": round(suggestion.confidence, 4)}
            for suggestion in reading.suggestions
        ],
        "level": reading.level,
        "masked": reading.masked,
        "offers": reading.offers,
    }
    return json.dumps(found, ensure_ascii=False).encode("utf-8", "replace").decode()


def _as_text(reading: Reading, library: Library) -> str:
    lines = [f"level: {reading.level}", f"masked: {reading.masked}", f"offers: {reading.offers}"]
    for number, suggestion in enumerate(reading.suggestions, start=1):
        title = library.guides[suggestion.guide_id].title(reading.language)
        shown = "" if number <= reading.offers else " (not shown)"
        lines.append(f"{number}. {suggestion.confidence:.2f} {suggestion.guide_id}: {title}{shown}")
    return "\n".join(lines).encode("utf-8", "replace").decode()


@app.command()
def evaluate(
    file: Annotated[Path, typer.Argument(help="Labelled messages, one JSON object per line")],
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON")] = False,
) -> None:
    """Measure search, triage and masking on labelled messages, with BM25 beside it."""
    from knowledge import evaluation  # carries BM25 and scipy, which nothing else needs

    library = _library(settings_or_fail())

    def ask(text: str, language: Language) -> Answer:
        reading = read_message(library, text, language)
        return Answer(reading.suggestions, reading.offers, reading.language)

    try:
        report = evaluation.evaluate(
            file,
            ask,
            lambda text: triage(text, library.alarm).level,
            lambda text: mask(text).text,
            library.guides,
        )
    except KnowledgeError as error:
        fail(str(error))
    except OSError as error:
        fail(f"{file}: cannot be read: {error.strerror or error}")
    except UnicodeDecodeError:
        fail(f"{file}: cannot be read as UTF-8")
    typer.echo(evaluation.as_json(report) if as_json else evaluation.render(report))


@app.command()
def check() -> None:
    """Check the guides, the sentences and this machine; exit 1 if something must be mended."""
    settings = settings_or_fail()
    found = examine(settings.overlay, settings.facts, Clock().now().date())
    for line in found.warnings:
        typer.echo(f"warning: {line}")
    for line in found.faults:
        typer.echo(line)
    typer.echo(f"{len(found.faults)} to mend, {len(found.warnings)} to know.")
    if found.faults:
        raise typer.Exit(1)


def _library(settings: Settings) -> Library:
    """The knowledge with its search; fitted first where it has not been."""
    try:
        return open_library(_index(settings), settings.overlay)
    except KnowledgeError as error:
        fail(str(error))


def _index(settings: Settings) -> search.Index:
    if not _is_learnt(settings):
        typer.echo("Learning from the examples; this takes up to a minute …", err=True)
    try:
        return search.load(FOLDER, settings.data_dir / "cache", settings.overlay)
    except KnowledgeError as error:
        fail(str(error))
    except OSError as error:
        fail_to_write(settings.data_dir, "HOTLINE_DATA_DIR", error)


def _is_learnt(settings: Settings) -> bool:
    cache = settings.data_dir / "cache"
    return search.cached(FOLDER, cache, settings.overlay) is not None
