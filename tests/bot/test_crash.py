"""The short form of `make crash`."""

from pathlib import Path

from bench.crash import crash


def test_nothing_is_lost_or_doubled_when_the_program_is_killed(tmp_path: Path) -> None:
    figures = crash(tmp_path, kills=8, updates=200, seed=1)
    assert figures.broken() == []
    assert figures.updates >= 200
    assert figures.incidents > 20
