"""Which parts of the program are alive: each says so itself, and silence is noticed."""

import time

SILENCE = 30.0
"""Seconds after which a part that has said nothing counts as dead."""


class Health:
    """The last sign of life of each part that should run, and what a part has found wrong."""

    def __init__(self) -> None:
        self._beats: dict[str, float | None] = {}
        self._problems: dict[str, str] = {}

    def expect(self, part: str) -> None:
        """This part should run; until its first beat it is not ready."""
        self._beats.setdefault(part, None)

    def beat(self, part: str, rests: float = 0.0) -> None:
        """The part is alive, and will now say nothing for so many seconds."""
        self._beats[part] = time.monotonic() + rests

    def report(self, part: str, problem: str) -> None:
        """The part runs and has found this; nothing: all is well."""
        self._problems[part] = problem

    def silent(self) -> list[str]:
        """The parts that do not run."""
        oldest = time.monotonic() - SILENCE
        return [part for part, beat in self._beats.items() if beat is None or beat < oldest]

    def trouble(self) -> str:
        """The first part that does not run, or what a part has found wrong, or nothing."""
        problems = (f"{part}: {found}" for part, found in self._problems.items() if found)
        return next(iter(self.silent()), "") or next(problems, "")
