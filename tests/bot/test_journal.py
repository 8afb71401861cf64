"""The journal tells what left before a crash, and only that."""

from pathlib import Path

import pytest

from bot.journal import Journal


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "sent.journal"


def test_what_left_is_there_after_a_crash(path: Path) -> None:
    journal = Journal(path)
    journal.left(7, 1001)
    journal.left(8, 0)
    assert Journal(path).read() == {7: 1001, 8: 0}


@pytest.mark.parametrize("torn", ["12", "\n12", "\n12 ", "\nx 5\n", "\n1 2 3\n", "\0\0\0"])
def test_a_torn_line_names_no_message_and_spoils_no_other(path: Path, torn: str) -> None:
    journal = Journal(path)
    with path.open("a") as file:
        file.write(torn)
    journal.left(34, 56)
    assert journal.read() == {34: 56}


def test_it_begins_anew_with_what_is_not_marked_yet(path: Path) -> None:
    journal = Journal(path)
    for number in range(5):
        journal.left(number, 100 + number)
    journal.begin_anew({4: 104})
    journal.left(5, 105)
    assert journal.lines == 2
    assert Journal(path).read() == {4: 104, 5: 105}


def test_a_full_disk_does_not_stop_the_sending(path: Path) -> None:
    journal = Journal(path)
    journal.close()
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("no /dev/full here")
    Journal(full).left(1, 2)
