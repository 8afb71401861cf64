"""Prints what was promised, just before it is sent: a PDF takes up to 300 ms, so it is made in a
thread and outside every transaction. What a `kill -9` interrupts is made again."""

import asyncio
import os
from pathlib import Path

from domain.errors import DeliveryError
from models.web import StoredFile
from services import calendars, week_picture
from services.leaflets import Leaflet, from_recipe, make
from services.phrases import Phrases


class Press:
    """Makes files by their recipes."""

    def __init__(self, phrases: Phrases, files: Path, link: str) -> None:
        self.phrases = phrases
        self.files = files
        self.link = link

    async def make(self, file: StoredFile) -> None:
        """Put the file into the data folder. Raises DeliveryError if there is nothing to print."""
        target = self.files / file.id
        if file.recipe.startswith(calendars.RECIPE):
            content = file.recipe.removeprefix(calendars.RECIPE).encode()
            await asyncio.to_thread(_write, content, target)
            return
        if file.recipe.startswith(week_picture.RECIPE):
            picture = await asyncio.to_thread(week_picture.png, file.recipe)
            await asyncio.to_thread(_write, picture, target)
            return
        leaflet = from_recipe(self.phrases, file.recipe, self.link)
        if leaflet is None:
            raise DeliveryError("the guide is gone", permanent=True)
        await asyncio.to_thread(_print, leaflet, target)


def _print(leaflet: Leaflet, target: Path) -> None:
    _write(make(leaflet), target)


def _write(content: bytes, target: Path) -> None:
    """The whole file or none: a half one would be sent as it is."""
    half = target.with_suffix(".half")
    with half.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    half.replace(target)
