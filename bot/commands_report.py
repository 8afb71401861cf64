"""The command that makes the report of a period."""

import asyncio
from pathlib import Path
from typing import Annotated

import typer

from bot.clock import Clock
from bot.commands_print import words
from bot.settings import Settings
from bot.terminal import (
    app,
    chosen_language,
    fail,
    fail_to_write,
    open_database,
    settings_or_fail,
)
from domain.people import Language
from domain.periods import Period, WrongPeriod, parse_period
from services.phrases import Phrases
from services.report_print import print_report
from services.report_words import Report, Writer
from services.reports import figures


@app.command()
def report(
    first: Annotated[str, typer.Option("--from", help="First day, such as 2026-01-01")],
    last: Annotated[str, typer.Option("--to", help="Last day, such as 2026-12-31")],
    out: Annotated[Path, typer.Option(help="The PDF to write")],
    lang: Annotated[str, typer.Option(help="da or en")] = "da",
) -> None:
    """Make the report of a period, compared with the one before."""
    settings, language = settings_or_fail(), chosen_language(lang)
    try:
        period = parse_period(first, last)
    except WrongPeriod:
        fail("--from, --to: expected two days such as 2026-01-01, the first before the last")
    phrases, now = words(settings), Clock().now()
    made = asyncio.run(_report(settings, phrases, language, period))
    try:
        out.write_bytes(print_report(phrases, language, made, now))
    except OSError as error:
        fail_to_write(out, "--out", error)
    typer.echo(str(out))


async def _report(
    settings: Settings, phrases: Phrases, language: Language, period: Period
) -> Report:
    database = open_database(settings)
    try:
        async with database.read() as session:
            now = await figures(session, settings.office, period)
            before = await figures(session, settings.office, period.before)
    finally:
        await database.close()
    return Writer(phrases, language, period, now, before).report()
