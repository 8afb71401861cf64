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
        index = found or search.newest(self._cache)
        if index is None:
            check_knowledge(self._overlay)
            index = search.load(FOLDER, self._cache, self._overlay)
        return open_library(index, self._overlay)

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
        """The texts at once; the search when it has learnt, which takes up to a minute."""
        try:
            self._put(await asyncio.to_thread(self._with, self.library.index))
            complaint = await self._learn()
            self._put(await asyncio.to_thread(self._learnt, complaint))
        except (KnowledgeError, OSError, subprocess.SubprocessError) as error:
            log.error("knowledge not read", reason=str(error))
            self._not_before = time.monotonic() + TRY_AGAIN
            if str(error) != self._problem:
                self._problem = str(error)
                await self.broken(self._problem)
            return
        self._read, self._problem = stamp, ""
        log.info("knowledge read")

    def _put(self, library: Library) -> None:
        self.library = library
        self.reread(library)

    def _with(self, index: search.Index) -> Library:
        """The knowledge as it stands now, with this search."""
        return open_library(index, self._overlay)

    async def _learn(self) -> str:
        """Fit the search in a process of its own, which ends with the program; its complaints."""
        command = search.fit_command(FOLDER, self._cache, self._overlay)
        process = await asyncio.create_subprocess_exec(
            *command, cwd=search.PROJECT, stderr=asyncio.subprocess.PIPE
        )
        try:
            _out, complaints = await process.communicate()
        finally:
            if process.returncode is None:
                process.kill()
        return complaints.decode(errors="replace")

    def _learnt(self, complaint: str) -> Library:
        index = search.fitted(FOLDER, self._cache, self._overlay, complaint)
        return open_library(index, self._overlay)

    def _files_stamp(self) -> Stamp:
        roots = (FOLDER, self._overlay)
        files = sorted(path for root in roots for path in root.rglob("*.[mt]*") if path.is_file())
        return tuple((str(path), path.stat().st_mtime_ns) for path in files)
