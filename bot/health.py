"""Which parts of the program are alive: each says so itself, and silence is noticed."""

import time

SILENCE = 30.0
"""Seconds after which a part that has said nothing counts as dead."""


class Health:
    """The last sign of life of each part that should run."""

    def __init__(self) -> None:
        self._beats: dict[str, float | None] = {}

    def expect(self, part: str) -> None:
        """This part should run; until its first beat it is not ready."""
        self._beats.setdefault(part, None)

    def beat(self, part: str) -> None:
        """The part is alive."""
        self._beats[part] = time.monotonic()

    def trouble(self) -> str:
        """The first part that does not run, or nothing."""
        oldest = time.monotonic() - SILENCE
        silent = (part for part, beat in self._beats.items() if beat is None or beat < oldest)
        return next(silent, "")
