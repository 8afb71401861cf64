"""How much memory and time a long list of cases takes as a spreadsheet.

python -m bench.years --cases 1000000 data/large.db
python -m bench.exports data/large.db --from 2026-07-01 --to 2026-09-30 --form xlsx
"""

import argparse
import asyncio
import resource
import time
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.rows import NOW
from domain.periods import parse_period
from models.database import Database, Session
from models.exports import Wanted
from models.migrate import migrate
from services.exports import Exporter, write_workbook
from services.phrases import Phrases
from services.spreadsheets import csv_parts
from tests.web.office import FACTS

LIST = "incidents"


def megabytes() -> float:
    """The most memory that this process has had so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


async def write(session: Session, exporter: Exporter, wanted: Wanted, path: Path) -> None:
    if path.suffix == ".xlsx":
        await write_workbook(session, exporter, [LIST], wanted, path)
        return
    rows = exporter.rows(session, LIST, wanted)
    with path.open("w", encoding="utf-8") as file:
        async for part in csv_parts(exporter.table(LIST), rows, semicolons=True):
            file.write(part)


async def measure(path: Path, first: str, last: str, form: str) -> None:
    migrate(f"sqlite+aiosqlite:///{path}", NOW)
    database = Database(f"sqlite+aiosqlite:///{path}")
    exporter = Exporter(Phrases({}, None, FACTS), "da", free=True)  # type: ignore[arg-type]
    day = parse_period(first, first).span
    span = parse_period(first, last).span
    with TemporaryDirectory() as folder:
        async with database.read() as session:
            target = Path(folder) / f"list.{form}"
            await write(session, exporter, Wanted(day.starts, day.ends), target)
            rest, began = megabytes(), time.process_time()
            await write(session, exporter, Wanted(span.starts, span.ends), target)
        size = target.stat().st_size / 1e6
    days = (date.fromisoformat(last) - date.fromisoformat(first)).days + 1
    print(
        f"{form}, {days} days: {size:.0f} MB of file, {time.process_time() - began:.0f} s,"
        f" {megabytes() - rest:.0f} MB of memory above {rest:.0f}"
    )
    await database.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", type=Path)
    parser.add_argument("--from", dest="first", default="2026-07-01")
    parser.add_argument("--to", dest="last", default="2026-09-30")
    parser.add_argument("--form", choices=("csv", "xlsx"), default="xlsx")
    asked = parser.parse_args()
    asyncio.run(measure(asked.path, asked.first, asked.last, asked.form))


if __name__ == "__main__":
    main()
