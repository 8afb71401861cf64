"""What every `hotline` command shares: the command itself, its settings, and how it refuses."""

from pathlib import Path
from typing import NoReturn

import typer

from bot.clock import Clock
from bot.settings import Settings, SettingsError, load_settings
from domain.people import LANGUAGES, Language
from models.database import Database
from models.migrate import CannotOpen, migrate

app = typer.Typer(
    help="HV-linjen: a chat hotline for workplaces.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)


def fail(line: str) -> NoReturn:
    """One line on what is wrong, exit code 2."""
    typer.echo(f"hotline: {' '.join(line.split())}", err=True)
    raise typer.Exit(2)


def settings_or_fail() -> Settings:
    """The settings, or one line that names the wrong one."""
    try:
        return load_settings()
    except SettingsError as error:
        fail(str(error))


def chosen_language(lang: str) -> Language:
    """The language asked for, or one line on which there are."""
    known = next((code for code in LANGUAGES if code == lang), None)
    return known or fail(f"--lang: expected {' or '.join(LANGUAGES)}, not {lang}")


def open_database(settings: Settings) -> Database:
    """The database in today's shape, or one line on the folder that cannot be written."""
    try:
        settings.data_dir.mkdir(parents=True, exist_ok=True)
        migrate(settings.database, Clock().now())
    except OSError as error:
        fail_to_write(settings.data_dir, "HOTLINE_DATA_DIR", error)
    except CannotOpen as error:
        fail(f"HOTLINE_DATABASE_URL: {error}")
    return Database(settings.database)


def fail_to_write(folder: Path, name: str, error: OSError) -> NoReturn:
    """One line on a place that cannot be written."""
    fail(f"{name}: cannot write in {folder}: {error.strerror or error}")
