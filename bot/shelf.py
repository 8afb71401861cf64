"""Keeps the knowledge at hand: from the cache at start, and read anew when its files change."""

import asyncio
import subprocess
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

import structlog

from knowledge import search
from knowledge.errors import KnowledgeError
from knowledge.library import FOLDER, Library, check_knowledge, open_library

EVERY = 30
"""Seconds between two looks at whether the knowledge has changed."""

TRY_AGAIN = 600
"""Seconds until a change that could not be used is tried again, unless it is changed before."""

Stamp = tuple[tuple[str, int], ...]

log = structlog.get_logger()


async def _nobody(_problem: str) -> None:
    """Until the program says who is to be told."""


class Shelf:
    """The library that answers now. A new one is fitted beside it and takes its place."""

    def __init__(self, cache: Path, overlay: Path) -> None:
        self._cache = cache
        self._overlay = overlay
        self.reread: Callable[[Library], None] = lambda _library: None
        self.broken: Callable[[str], Awaitable[None]] = _nobody
        self._seen = self._files_stamp()
        found = search.cached(FOLDER, cache, overlay)
        self._read = self._seen if found else ()
        self.library = self._open(found)
        self._problem = ""
        self._not_before = 0.0

    def _open(self, found: search.Index | None) -> Library:
        """With the last index that fits; or, the first time, after learning. A folder that cannot
        be used is refused before anything is learnt from it."""
        check_knowledge(self._overlay)
        index = found or search.newest(self._cache)
        return open_library(index or self._fit(), self._overlay)

    async def watch(self) -> None:
        """Look for changes for ever. Knowledge that cannot be used leaves the old in its place."""
        while True:
            await self.look()
            await asyncio.sleep(EVERY)

    async def look(self) -> None:
        """Read what has changed, once it is left alone: files are often edited in a row."""
        stamp = await asyncio.to_thread(self._files_stamp)
        if stamp != self._seen:
            self._seen, self._not_before = stamp, 0.0
        elif stamp != self._read and time.monotonic() >= self._not_before:
            await self._change(stamp)

    async def _change(self, stamp: Stamp) -> None:
        try:
            library = await asyncio.to_thread(self._learn)
        except (KnowledgeError, OSError, subprocess.SubprocessError) as error:
            log.error("knowledge not read", reason=str(error))
            self._not_before = time.monotonic() + TRY_AGAIN
            if str(error) != self._problem:
                self._problem = str(error)
                await self.broken(self._problem)
            return
        self.library = library
        self.reread(library)
        self._read, self._problem = stamp, ""
        log.info("knowledge read")

    def _learn(self) -> Library:
        """What can be found wrong at once comes before the fit, which takes up to a minute."""
        check_knowledge(self._overlay)
        return open_library(self._fit(), self._overlay)

    def _fit(self) -> search.Index:
        return search.load(FOLDER, self._cache, self._overlay)

    def _files_stamp(self) -> Stamp:
        roots = (FOLDER, self._overlay)
        files = sorted(path for root in roots for path in root.rglob("*.[mt]*") if path.is_file())
        return tuple((str(path), path.stat().st_mtime_ns) for path in files)
