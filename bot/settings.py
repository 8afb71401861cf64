"""Every setting, read from the environment or `.env` and checked before anything starts."""

from pathlib import Path
from typing import Literal
from urllib.parse import urlparse

from pydantic import AliasChoices, Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from domain.escalation import Policy, parse_steps
from domain.office import Office, parse_days
from domain.visits import VisitRules, parse_lunch
from domain.working_time import parse_hours

LOOPBACK = ("127.0.0.1", "localhost", "::1")


class SettingsError(Exception):
    """A setting cannot be used; the message is one line that names it."""


class Settings(BaseSettings):
    """The names in the environment are these with the prefix `HOTLINE_`, in capital letters;
    only the bot's token has a name of its own. See `.env.example`."""

    model_config = SettingsConfigDict(
        env_prefix="HOTLINE_", env_file=".env", extra="ignore", frozen=True
    )

    telegram_bot_token: str = Field(
        "",
        validation_alias=AliasChoices("TELEGRAM_BOT_TOKEN", "telegram_bot_token"),
        pattern=r"^(\d+:[A-Za-z0-9_-]{20,})?$",
    )
    telegram_api_url: str = "https://api.telegram.org"
    telegram_pace: Literal["telegram", "off"] = "telegram"
    practice: Literal["auto", "on", "off"] = "auto"
    data_dir: Path = Path("data")
    database_url: str = ""
    knowledge_dir: Path | None = None
    host: str = "127.0.0.1"
    port: int = Field(8080, ge=0, le=65535)
    base_url: str = ""
    organisation: str = "Eksempel Kommune"
    body: str = "jobcentret"
    phone: str = "87 00 00 00"
    hours: str = "mandag-torsdag 8-15.30, fredag 8-14"
    closed_yearly: str = "1.5, 5.6, 24.12, 31.12"
    visit_days: int = Field(1, ge=1, le=10)
    visit_minutes: int = Field(60, ge=15, le=240)
    visit_call_minutes: int = Field(30, ge=15, le=120)
    visit_travel_minutes: int = Field(20, ge=0, le=180)
    visit_lunch: str = "12-12.30"
    escalation_emergency: str = "duty+other+leader+phone 2"
    escalation_urgent: str = "duty 10, other 10, duty+other+leader 10, duty+other+leader+phone 30"
    escalation_normal: str = "duty 60, other 60, duty+other+leader 60, duty+other+leader+phone 120"
    region: Literal["midtjylland", "hovedstaden", "syddanmark", "nordjylland", "sjaelland"] = (
        "midtjylland"
    )
    oidc_issuer: str = ""
    oidc_client_id: str = ""
    oidc_client_secret: str = ""
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"

    @field_validator("telegram_api_url", "base_url")
    @classmethod
    def _is_web_address(cls, value: str) -> str:
        if value and urlparse(value).scheme not in ("http", "https"):
            raise ValueError("expected an address that begins with http:// or https://")
        return value.rstrip("/")

    @field_validator("oidc_issuer")
    @classmethod
    def _is_private(cls, value: str) -> str:
        address = urlparse(value)
        if value and address.scheme != "https" and address.hostname not in LOOPBACK:
            raise ValueError("expected an address that begins with https://")
        return value

    @field_validator("organisation", "body", "phone", "hours")
    @classmethod
    def _is_plain(cls, value: str) -> str:
        if "<" in value or ">" in value:
            raise ValueError("expected plain text without < and >")
        return value

    @field_validator("hours")
    @classmethod
    def _are_hours(cls, value: str) -> str:
        parse_hours(value)
        return value

    @field_validator("escalation_emergency", "escalation_urgent", "escalation_normal")
    @classmethod
    def _are_steps(cls, value: str) -> str:
        parse_steps(value)
        return value

    @field_validator("closed_yearly")
    @classmethod
    def _are_days(cls, value: str) -> str:
        parse_days(value)
        return value

    @field_validator("visit_lunch")
    @classmethod
    def _is_lunch(cls, value: str) -> str:
        parse_lunch(value)
        return value

    @field_validator("database_url")
    @classmethod
    def _is_known_database(cls, value: str) -> str:
        if value and not value.startswith("sqlite+aiosqlite:///"):
            raise ValueError("expected sqlite+aiosqlite:///PATH")
        return value

    @field_validator("knowledge_dir")
    @classmethod
    def _is_folder(cls, value: Path | None) -> Path | None:
        if value is not None and not value.is_dir():
            raise ValueError("expected a folder that exists")
        return value

    @property
    def practice_mode(self) -> bool:
        """Invented people and a movable clock: without a bot token, or where it is asked for."""
        return self.practice == "on" or (self.practice == "auto" and not self.telegram_bot_token)

    @property
    def database(self) -> str:
        """The database's address; practice has a file of its own, so it never meets real data."""
        name = "practice" if self.practice_mode else "hotline"
        return self.database_url or f"sqlite+aiosqlite:///{self.data_dir / name}.db"

    @property
    def overlay(self) -> Path:
        """The folder laid over our knowledge, where specialists' examples are added too; practice
        has one of its own."""
        own = "practice-knowledge" if self.practice_mode else "knowledge"
        return self.knowledge_dir or self.data_dir / own

    @property
    def may_teach(self) -> bool:
        """Whether examples may be written: practice leaves a municipality's own folder alone."""
        return not (self.practice_mode and self.knowledge_dir)

    @property
    def public_url(self) -> str:
        """Where people reach the web pages."""
        return self.base_url or f"http://{self.host}:{self.port}"

    @property
    def office(self) -> Office:
        """What the jobcenter has decided: when it is open, how it escalates, how it visits."""
        policy = Policy(
            parse_steps(self.escalation_emergency),
            parse_steps(self.escalation_urgent),
            parse_steps(self.escalation_normal),
        )
        visits = VisitRules(
            days=self.visit_days,
            lunch=parse_lunch(self.visit_lunch),
            travel=self.visit_travel_minutes,
            visit=self.visit_minutes,
            call=self.visit_call_minutes,
        )
        return Office(parse_hours(self.hours), parse_days(self.closed_yearly), policy, visits)

    @property
    def facts(self) -> dict[str, str]:
        """What every sentence may use about the organisation."""
        return {
            "organisation": self.organisation,
            "body": self.body,
            "phone": self.phone,
            "hours": self.hours,
            "region": self.region,
        }


def load_settings() -> Settings:
    """The settings. Raises SettingsError with one line that names the first wrong one."""
    try:
        settings = Settings()
    except ValidationError as error:
        first = error.errors()[0]
        field = str(first["loc"][0])
        name = field if field.isupper() else f"HOTLINE_{field.upper()}"
        if field == "telegram_bot_token":
            name = "TELEGRAM_BOT_TOKEN"
        hint = _HINTS.get(name, first["msg"].removeprefix("Value error, "))
        raise SettingsError(f"{name}: {hint}") from None
    for name in ("oidc_client_id", "oidc_client_secret", "base_url"):
        if settings.oidc_issuer and not getattr(settings, name):
            raise SettingsError(f"HOTLINE_{name.upper()}: needed where HOTLINE_OIDC_ISSUER is set")
    if settings.practice_mode and settings.host not in LOOPBACK:
        raise SettingsError(
            "HOTLINE_HOST: practice mode has no locks, so it runs on 127.0.0.1 only; "
            "set TELEGRAM_BOT_TOKEN or HOTLINE_PRACTICE=off to open the line to others"
        )
    return settings


_HINTS = {
    "TELEGRAM_BOT_TOKEN": "expected the token from @BotFather, such as 123456789:AAE-…",
    "HOTLINE_PORT": "expected a number from 0 to 65535",
}
