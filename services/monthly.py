"""The file of each month: all lists without what people wrote, for reviewers to fetch."""

import asyncio
import os
from collections.abc import Sequence
from datetime import datetime, time, timedelta
from pathlib import Path

from domain.messages import Button, Message, Priority, column
from domain.people import Role
from domain.periods import month, month_of, next_month
from domain.working_time import danish_day, instant
from models.database import Database, Session
from models.errands import is_done, mark_errand
from models.exports import Wanted
from models.people import people_in_role
from models.program import read_fact, write_fact
from services.exports import LISTS, Exporter, write_workbook
from services.messages import tell
from services.phrases import Phrases

NEXT = "monthly-file-next"
"""The fact that says which month's file is to be written next."""
AT = time(6)
"""When on the first day of the next month, on the Danish wall clock."""
KEEP = timedelta(days=400)
PREFIX = "hv-linjen-"


async def begin(session: Session, now: datetime) -> None:
    """The first file is that of the month in which the hotline began."""
    if not await read_fact(session, NEXT):
        await write_fact(session, NEXT, month_of(danish_day(now)))


async def due_month(session: Session, now: datetime) -> str:
    """The month whose file is due by now, or nothing. After a pause, each missed one in turn."""
    name = await read_fact(session, NEXT)
    if not name:
        return ""
    first_after = month(next_month(name)).first
    return name if now >= instant(first_after, AT) else ""


async def write_month(
    database: Database, phrases: Phrases, folder: Path, now: datetime, base_url: str
) -> bool:
    """Write the file that is due, then tell the reviewers, once. False if none is due.

    The file is there before the transaction that says so: after a crash it is written again.
    """
    async with database.read() as session:
        name = await due_month(session, now)
        if not name:
            return False
        await _write(session, phrases, folder, name)
    _forget_old(folder, now)
    async with database.write() as session:
        key = f"monthly-file/{name}"
        if not await is_done(session, key):
            await mark_errand(session, key, now)
            await _tell(session, now, name, base_url)
        await write_fact(session, NEXT, next_month(name))
    return True


async def _write(session: Session, phrases: Phrases, folder: Path, name: str) -> None:
    await asyncio.to_thread(folder.mkdir, exist_ok=True)
    path, span = path_of(folder, name), month(name).span
    half = path.with_suffix(".half")
    exporter = Exporter(phrases, "da")
    await write_workbook(session, exporter, list(LISTS), Wanted(span.starts, span.ends), half)
    await asyncio.to_thread(_put, half, path)


async def _tell(session: Session, now: datetime, name: str, base_url: str) -> None:
    link = f"{base_url}/review/exports/{name}"
    message = Message(
        "monthly-file-ready",
        {"month": name, "link": link},
        column(Button("button-fetch-file", url=link)),
        priority=Priority.BULK,
    )
    for reviewer in await people_in_role(session, Role.REVIEWER):
        await tell(session, now, reviewer, message)


def _put(half: Path, path: Path) -> None:
    """The whole file or none."""
    with half.open("rb") as file:
        os.fsync(file.fileno())
    half.replace(path)


def path_of(folder: Path, name: str) -> Path:
    """Where the file of this month lies."""
    return folder / f"{PREFIX}{name}.xlsx"


def files(folder: Path) -> Sequence[str]:
    """The months there is a file of, the newest first."""
    found = (path.stem.removeprefix(PREFIX) for path in folder.glob(f"{PREFIX}*.xlsx"))
    return sorted(found, reverse=True)


def _forget_old(folder: Path, now: datetime) -> None:
    oldest = danish_day(now - KEEP)
    for name in files(folder):
        if month(name).last < oldest:
            path_of(folder, name).unlink()
