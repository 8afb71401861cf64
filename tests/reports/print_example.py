"""Prints the report of the invented year again: `python -m tests.reports.print_example`."""

import asyncio
import subprocess
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from sqlmodel import SQLModel

from domain.office import Office
from domain.people import Language
from domain.periods import year
from models.database import Database
from services.phrases import Phrases
from services.report_print import print_report
from services.report_words import Report, Writer
from services.reports import figures
from tests.reports.invent import invent
from tests.web.office import FACTS

EXAMPLES = Path(__file__).parent.parent.parent / "docs" / "examples"
MADE = datetime(2027, 1, 5, 8, 0, tzinfo=UTC)
PHRASES = Phrases({}, None, FACTS | {"organisation": "Eksempel Kommune (opdigtede tal)"})  # type: ignore[arg-type]


async def write(folder: Path, language: Language) -> Report:
    """The report of the second invented year."""
    database = Database(f"sqlite+aiosqlite:///{folder / 'invented.db'}")
    async with database.engine.begin() as connection:
        await connection.run_sync(SQLModel.metadata.create_all)
    await invent(database)
    async with database.read() as session:
        now = await figures(session, Office(), year(2026))
        before = await figures(session, Office(), year(2025))
    await database.close()
    return Writer(PHRASES, language, year(2026), now, before).report()


def main() -> None:
    """The PDF in both languages, and the first page as a picture."""
    for language, name in (("da", "report"), ("en", "report-en")):
        with tempfile.TemporaryDirectory() as folder:
            report = asyncio.run(write(Path(folder), language))
        pdf = EXAMPLES / f"{name}.pdf"
        pdf.write_bytes(print_report(PHRASES, language, report, MADE))
        if language == "da":
            subprocess.run(
                [
                    "pdftoppm",
                    "-png",
                    "-r",
                    "80",
                    "-f",
                    "1",
                    "-l",
                    "1",
                    "-singlefile",
                    pdf,
                    pdf.with_suffix(""),
                ],
                check=True,
            )


if __name__ == "__main__":
    main()
