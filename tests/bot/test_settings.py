"""A setting that cannot be used is named in one line."""

from pathlib import Path

import pytest

from bot.settings import Settings, SettingsError, load_settings

TOKEN = "123456:" + "x" * 30


@pytest.fixture(autouse=True)
def _no_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)  # no .env here


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TELEGRAM_BOT_TOKEN", "secret-that-is-no-token"),
        ("HOTLINE_TELEGRAM_API_URL", "ftp://example"),
        ("HOTLINE_TELEGRAM_PACE", "fast"),
        ("HOTLINE_PRACTICE", "maybe"),
        ("HOTLINE_DATABASE_URL", "postgresql://example/hotline"),
        ("HOTLINE_KNOWLEDGE_DIR", "no-such-folder"),
        ("HOTLINE_PORT", "http"),
        ("HOTLINE_PORT", "70000"),
        ("HOTLINE_BASE_URL", "hotline.example"),
        ("HOTLINE_REGION", "fyn"),
        ("HOTLINE_LOG_LEVEL", "LOUD"),
        ("HOTLINE_ESCALATION_URGENT", "duty 10, other soon"),
        ("HOTLINE_ESCALATION_NORMAL", "duty 60, other 60"),
        ("HOTLINE_HOST", "0.0.0.0"),
    ],
)
def test_each_wrong_value_is_refused_by_name(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError) as raised:
        load_settings()
    line = str(raised.value)
    assert line.startswith(f"{name}: ")
    assert "\n" not in line
    assert "secret" not in line


def test_without_a_token_it_practises_on_this_machine_with_a_database_of_its_own() -> None:
    settings = load_settings()
    assert settings.practice_mode
    assert settings.database == "sqlite+aiosqlite:///data/practice.db"


def test_with_a_token_it_is_live(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", TOKEN)
    monkeypatch.setenv("HOTLINE_HOST", "0.0.0.0")
    settings = load_settings()
    assert not settings.practice_mode
    assert settings.database == "sqlite+aiosqlite:///data/hotline.db"


def test_an_address_needs_no_slash_at_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOTLINE_BASE_URL", "https://hotline.example/")
    assert load_settings().public_url == "https://hotline.example"


def test_a_setting_cannot_be_changed_later() -> None:
    with pytest.raises(ValueError, match="frozen"):
        Settings(_env_file=None).port = 1  # type: ignore[misc]
