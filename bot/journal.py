"""Remembers what has left in the moments before the database does.

A message is marked as sent in a batch, shortly after it has left. If the program is killed in
between, this file tells which messages must not be sent again. A line is written without waiting
for the disk: it survives the death of the program, and after a power loss a repeat is harmless.
"""

import os
from pathlib import Path


class Journal:
    """Ids of outbox rows that left since the last time they were marked as sent."""

    def __init__(self, path: Path) -> None:
        self._file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
        self._path = path
        self._lines = 0

    def left(self, outbox_id: int) -> None:
        """This message has left."""
        os.write(self._file, b"%d\n" % outbox_id)
        self._lines += 1

    def read(self) -> list[int]:
        """The ids written before; a line cut short by the end is left out."""
        lines = self._path.read_bytes().split(b"\n")[:-1]
        return [int(line) for line in lines if line.isdigit()]

    def clear(self, *, at_least: int = 0) -> None:
        """Everything in it is marked as sent: begin anew, once it holds so many lines."""
        if self._lines >= at_least:
            os.ftruncate(self._file, 0)
            self._lines = 0

    def close(self) -> None:
        """Give the file back."""
        os.close(self._file)
