"""Who somebody is: the roles and the languages of the hotline."""

from enum import StrEnum
from typing import Literal


class Role(StrEnum):
    """What a person may do. A citizen has no account: only paper and a private link."""

    EMPLOYER = "employer"
    SPECIALIST = "specialist"
    REVIEWER = "reviewer"

    @property
    def is_staff(self) -> bool:
        """Specialists and reviewers work for the jobcenter."""
        return self is not Role.EMPLOYER


Language = Literal["da", "en"]
"""The languages every sentence exists in."""

LANGUAGES: tuple[Language, ...] = ("da", "en")


class Channel(StrEnum):
    """The two doors."""

    TELEGRAM = "telegram"
    WEB = "web"
