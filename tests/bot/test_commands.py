"""Whatever is wrong at the start is said in one line on stderr, with exit code 2."""

import asyncio
import json
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from bench.telegram_side import ROOT, TOKEN, fake_telegram, hotline_environment
from bot import commands
from bot.clock import Clock
from models.database import Database
from services import people
from services.signin import open_chat
from tests.conftest import CACHE


@dataclass
class Ended:
    """How a command ended."""

    code: int
    out: str
    err: str

    def refused(self, *parts: str) -> None:
        """With one line that holds these parts."""
        assert self.code == 2, self
        [line] = self.err.splitlines()
        assert line.startswith("hotline: ")
        for part in parts:
            assert part in line


Hotline = Callable[..., Ended]


@pytest.fixture
def hotline(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Hotline:
    """Call the command as its entry point does, with these words and settings."""

    def call(*words: str, **settings: str) -> Ended:
        given = {"HOTLINE_DATA_DIR": str(folder), "HOTLINE_PORT": "0", **settings}
        with monkeypatch.context() as patch:
            for name, value in given.items():
                patch.setenv(name, value)
            patch.setattr(sys, "argv", ["hotline", *words])
            patch.setattr(commands, "log_to_stderr", lambda _level: None)
            with pytest.raises(SystemExit) as ended:
                commands.main()
        return Ended(ended.value.code, *capsys.readouterr())  # type: ignore[arg-type]

    return call


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "cache").symlink_to(CACHE.resolve())
    return tmp_path


def test_a_token_that_telegram_does_not_know(folder: Path) -> None:
    with fake_telegram() as server:
        server.control("rules", {"unknown_token": True})
        done = subprocess.run(
            [sys.executable, "-m", "bot", "run"],
            cwd=ROOT,
            env=hotline_environment(folder, server.address),
            capture_output=True,
            text=True,
            timeout=60,
        )
    Ended(done.returncode, done.stdout, done.stderr).refused("TELEGRAM_BOT_TOKEN")
    assert TOKEN not in done.stderr


def test_a_port_that_is_taken(hotline: Hotline) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        hotline("run", HOTLINE_PORT=port).refused("HOTLINE_PORT", port)


def test_a_folder_that_cannot_be_written(hotline: Hotline, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    hotline("run", HOTLINE_DATA_DIR=str(file)).refused("HOTLINE_DATA_DIR")
    below = str(file / "below")
    invite = hotline("invite", "reviewer", "--name", "Bente", HOTLINE_DATA_DIR=below)
    invite.refused("HOTLINE_DATA_DIR")


def test_a_file_that_is_no_database(hotline: Hotline, tmp_path: Path) -> None:
    letter = tmp_path / "letter.db"
    letter.write_text("Dear all, this is no database but a letter. " * 100)
    url = f"sqlite+aiosqlite:///{letter}"
    hotline("run", HOTLINE_DATABASE_URL=url).refused("HOTLINE_DATABASE_URL", "not a database")


def test_a_database_of_a_newer_version(hotline: Hotline, tmp_path: Path) -> None:
    future = tmp_path / "future.db"
    with sqlite3.connect(future) as database:
        database.execute("create table alembic_version (version_num text)")
        database.execute("insert into alembic_version values ('9999')")
    url = f"sqlite+aiosqlite:///{future}"
    invite = hotline("invite", "reviewer", "--name", "Bente", HOTLINE_DATABASE_URL=url)
    invite.refused("HOTLINE_DATABASE_URL", "newer")


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (["dance"], "dance"),
        (["run", "--fast"], "--fast"),
        (["invite", "king", "--name", "Bo"], "king"),
        (["invite", "employer"], "name"),
        (["invite", "employer", "--name", "Bo"], "--company"),
        (["login-link", "Nobody"], "Nobody"),
    ],
)
def test_words_that_mean_nothing_here(hotline: Hotline, words: list[str], part: str) -> None:
    hotline(*words).refused(part)


def test_a_wrong_setting(hotline: Hotline) -> None:
    hotline("run", HOTLINE_PORT="x").refused("HOTLINE_PORT")


def test_an_employer_gets_no_login_link(hotline: Hotline, folder: Path) -> None:
    invited = hotline("invite", "employer", "--name", "Bo", "--company", "Kløver", "--json")
    asyncio.run(_join(folder, json.loads(invited.out)["code"]))
    hotline("login-link", "Bo").refused("Bo", "employer")


async def _join(folder: Path, code: str) -> None:
    database = Database(f"sqlite+aiosqlite:///{folder / 'practice.db'}")
    async with database.write() as session:
        _token, chat = await open_chat(session, Clock().now())
        await people.join(session, Clock().now(), chat, code)
    await database.close()


def test_an_invitation_is_printed_once_with_its_links(hotline: Hotline, folder: Path) -> None:
    done = hotline("invite", "reviewer", "--name", "Bente", HOTLINE_BASE_URL="https://hv.example")
    assert done.code == 0
    found = dict(line.split(": ", 1) for line in done.out.splitlines())
    assert found["web_link"] == f"https://hv.example/i/{found['code']}"
    assert len(found["code"]) >= 22  # 128 bits
    for path in folder.glob("practice.db*"):
        assert found["code"].encode() not in path.read_bytes()
