"""Keeps the knowledge at hand: from the cache at start, and read anew when its files change."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import structlog

from knowledge import search
from knowledge.errors import KnowledgeError
from knowledge.library import FOLDER, Library, open_library

EVERY = 30
"""Seconds between two looks at whether the knowledge has changed."""

log = structlog.get_logger()


class Shelf:
    """The library that answers now. A new one is fitted beside it and takes its place."""

    def __init__(self, cache: Path, overlay: Path | None) -> None:
        self._cache = cache
        self._overlay = overlay
        self.library = self._open()
        self.reread: Callable[[Library], None] = lambda _library: None
        self._stamp = self._files_stamp()

    def _open(self) -> Library:
        """From the cache; or with the last index that fits; or, the first time, after learning."""
        index = search.cached(FOLDER, self._cache, self._overlay) or search.newest(self._cache)
        return open_library(index or search.load(FOLDER, self._cache, self._overlay), self._overlay)

    async def watch(self) -> None:
        """Look for changes for ever. Knowledge that cannot be used leaves the old in its place."""
        while True:
            try:
                await self._refresh()
            except KnowledgeError as error:
                log.error("knowledge not read", reason=str(error))
            await asyncio.sleep(EVERY)

    async def _refresh(self) -> None:
        stamp = self._files_stamp()
        fresh = search.cached(FOLDER, self._cache, self._overlay) is not None
        if stamp == self._stamp and fresh:
            return
        index = await asyncio.to_thread(search.load, FOLDER, self._cache, self._overlay)
        self.library = open_library(index, self._overlay)
        self.reread(self.library)
        self._stamp = stamp
        log.info("knowledge read")

    def _files_stamp(self) -> tuple[tuple[str, int], ...]:
        roots = [FOLDER, *([self._overlay] if self._overlay else [])]
        files = sorted(path for root in roots for path in root.rglob("*.[mt]*") if path.is_file())
        return tuple((str(path), path.stat().st_mtime_ns) for path in files)
