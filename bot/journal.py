"""Remembers what has left in the moments before the database does.

A message is marked as sent in a batch, shortly after it has left. If the program is killed in
between, this file tells which messages must not be sent again. A line is written without waiting
for the disk: it survives the death of the program, and after a power loss a repeat is harmless.
"""

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path


class Journal:
    """Outbox rows that left since the last time they were marked as sent, each with the id that
    the message has in its door."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file = _open(path)
        self.lines = 0
        """How many were written since it began anew."""

    def left(self, outbox_id: int, message_id: int) -> None:
        """This message has left. On a full disk it is not remembered: to say it twice is better
        than to stop."""
        with suppress(OSError):
            os.write(self._file, _line(outbox_id, message_id))
        self.lines += 1

    def read(self) -> dict[int, int]:
        """What was written: outbox id → message id. A line that was cut short is left out."""
        lines = [line.split() for line in self._path.read_bytes().split(b"\n")]
        pairs = [line for line in lines if len(line) == 2 and all(map(bytes.isdigit, line))]
        return {int(outbox_id): int(message_id) for outbox_id, message_id in pairs}

    def begin_anew(self, keep: Mapping[int, int]) -> None:
        """Everything but `keep` is marked as sent: forget it. A crash leaves the old or the new."""
        fresh = self._path.with_suffix(".new")
        fresh.write_bytes(b"".join(_line(*pair) for pair in keep.items()))
        os.close(self._file)
        os.replace(fresh, self._path)
        self._file = _open(self._path)
        self.lines = len(keep)

    def close(self) -> None:
        """Give the file back."""
        os.close(self._file)


def _open(path: Path) -> int:
    return os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)


def _line(outbox_id: int, message_id: int) -> bytes:
    return b"\n%d %d\n" % (outbox_id, message_id)  # begins a line too: one before may be cut short
