"""What all tests share: the knowledge, read once, and a hotline on a real temporary database."""

import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import structlog

from bot.settings import Settings
from knowledge import search
from knowledge.library import FOLDER, Library, open_library
from tests.line import Line, open_line

CACHE = Path(os.environ.get("HOTLINE_DATA_DIR", "data")) / "cache"


@pytest.fixture(scope="session")
def library() -> Library:
    """The real knowledge; fitted once and then read from the cache."""
    return open_library(search.load(FOLDER, CACHE))


@pytest.fixture(autouse=True)
def _log_without_values() -> None:
    """As the program does; to draw every value takes a minute where one is large. For each test
    anew, because some of them say where the log goes."""
    plain = structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)
    structlog.configure(processors=[structlog.processors.add_log_level, plain])


@pytest.fixture(autouse=True)
def no_settings_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests do not see the developer's own settings."""
    for name in list(os.environ):
        if name.startswith("HOTLINE_") or name == "TELEGRAM_BOT_TOKEN":
            monkeypatch.delenv(name)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """A live hotline in a folder of its own, with an invented token."""
    return Settings(
        _env_file=None,
        telegram_bot_token="123456:" + "x" * 30,
        telegram_api_url="http://127.0.0.1:9",
        data_dir=tmp_path,
        base_url="http://127.0.0.1:8080",
    )


@pytest.fixture
async def line(settings: Settings, library: Library) -> AsyncIterator[Line]:
    """A hotline whose steps and clock the test moves."""
    opened = await open_line(settings, library)
    yield opened
    await opened.close()
