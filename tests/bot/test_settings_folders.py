"""Where specialists' examples go: never from practice into real knowledge."""

from pathlib import Path

import pytest

from bot.settings import Settings

TOKEN = "123456:" + "x" * 30


@pytest.mark.parametrize(
    ("token", "own", "folder", "may_teach"),
    [
        (TOKEN, None, "knowledge", True),
        ("", None, "practice-knowledge", True),
        (TOKEN, "own", "own", True),
        ("", "own", "own", False),
    ],
)
def test_the_folder_that_learns(
    tmp_path: Path, token: str, own: str | None, folder: str, may_teach: bool
) -> None:
    (tmp_path / "own").mkdir()
    settings = Settings(
        _env_file=None,
        telegram_bot_token=token,
        data_dir=tmp_path,
        knowledge_dir=tmp_path / own if own else None,
    )
    assert settings.overlay == tmp_path / folder
    assert settings.may_teach is may_teach
