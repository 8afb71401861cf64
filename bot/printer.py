"""Makes what is wanted on paper: looks at new photos, prints, and queues what is ready to be sent.

Between the two transactions of a job nothing is locked: fetching and printing happen outside. What
is interrupted is wanted still, and its files are written over under the same names.
"""

import asyncio
import os
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from secrets import token_urlsafe

import structlog

from bot.health import Health
from bot.telegram_door import TelegramDoor
from domain.errors import DeliveryError, HotlineError
from models.database import Database
from models.printouts import SheetPhoto, new_photos
from models.web import StoredFile
from services import photos, printing, printouts
from services.printouts import Job

AT_ONCE = 8
"""Jobs taken per round."""

GATHERS = 0.3
"""Seconds between being woken, which every commit does, and looking for work."""

log = structlog.get_logger()


class Printer:
    """The only one who prints."""

    def __init__(
        self,
        database: Database,
        now: Callable[[], datetime],
        files: Path,
        overlay: Path | None,
        health: Health,
        committed: Callable[[], None],
        telegram: TelegramDoor | None,
    ) -> None:
        self.database = database
        self.now = now
        self.files = files
        self.overlay = overlay
        self.health = health
        self.committed = committed
        self.telegram = telegram
        self.wake = asyncio.Event()

    async def run(self) -> None:
        """Print for ever."""
        while True:
            self.health.beat("printer")
            if await self.step():
                continue
            with suppress(TimeoutError):
                await asyncio.wait_for(self.wake.wait(), timeout=5)
                await asyncio.sleep(GATHERS)
            self.wake.clear()

    async def step(self) -> int:
        """One round. Returns how many photos and printouts were dealt with."""
        async with self.database.read() as session:
            now = self.now()
            new = await new_photos(session, now, AT_ONCE)
            files = [await session.get_one(StoredFile, photo.file_id) for photo in new]
            jobs = await printouts.next_jobs(session, now, AT_ONCE)
        for photo, file in zip(new, files, strict=True):
            await self._look_at(photo, file)
        for job in jobs:
            await self._print(job)
        if jobs or new:
            self.committed()
        return len(jobs) + len(new)

    async def _look_at(self, photo: SheetPhoto, file: StoredFile) -> None:
        assert photo.id is not None
        path = self.files / file.id
        smaller = None
        try:
            await self._fetch(file, path)
            kind, small = await asyncio.to_thread(printing.prepare, path)
            if small:
                smaller = self._small_copy(file, len(small))
                await asyncio.to_thread(_write, self.files / smaller.id, small)
        except (HotlineError, DeliveryError, OSError) as error:
            permanent = not isinstance(error, DeliveryError) or error.permanent
            log.info("photo not ready", photo_id=photo.id, error=type(error).__name__)
            async with self.database.write() as session:
                await photos.photo_refused(session, self.now(), photo.id, final=permanent)
            return
        async with self.database.write() as session:
            await photos.photo_ready(session, self.now(), photo.id, kind, smaller)

    async def _fetch(self, file: StoredFile, path: Path) -> None:
        """A photo that Telegram keeps is brought here, whole or not at all."""
        if not file.telegram_file_id or await asyncio.to_thread(path.exists):
            return
        if self.telegram is None:
            raise DeliveryError("no telegram door", permanent=True)
        part = path.with_name(f"{path.name}.part")
        await self.telegram.download(file.telegram_file_id, part)
        await asyncio.to_thread(part.replace, path)

    def _small_copy(self, file: StoredFile, size: int) -> StoredFile:
        return StoredFile(
            id=token_urlsafe(16),
            chat_key=file.chat_key,
            name=f"{Path(file.name).stem}.png",
            media_type="image/png",
            size=size,
            created_at=self.now(),
        )

    async def _print(self, job: Job) -> None:
        printout = job.printout
        assert printout.id is not None
        try:
            made = await asyncio.to_thread(self._make, job)
        except Exception as error:  # noqa: BLE001 - one sheet must not stop the others
            log.warning("not printed", printout_id=printout.id, error=type(error).__name__)
            async with self.database.write() as session:
                await printouts.not_made(session, self.now(), printout.id, error)
            return
        async with self.database.write() as session:
            await printouts.made(session, self.now(), printout.id, len(made.pdf), len(made.picture))

    def _make(self, job: Job) -> printing.Made:
        printout = job.printout
        source = printing.template(printout.template, self.overlay)
        paper: printing.Paper = "a5" if printout.paper == "a5" else "a4"
        made = printing.make(printouts.with_pictures(job), source, paper, self.files)
        _write(self.files / printout.pdf_id, made.pdf)
        _write(self.files / printout.picture_id, made.picture)
        return made


def _write(path: Path, content: bytes) -> None:
    """To the disk, and sure that it is there before a row says so."""
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
