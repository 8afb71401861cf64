"""Somebody as the municipality's own sign-in knows them."""

import re
from dataclasses import dataclass

EMAIL_LIMIT = 254
"""Characters in an address that mail can be sent to (RFC 5321)."""

_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


@dataclass(frozen=True)
class Identity:
    """`subject` never changes for an account; `email` is empty where it is missing or said to be
    unverified."""

    subject: str
    email: str = ""


def as_email(text: str) -> str | None:
    """A work e-mail as it is stored and compared; nothing for what cannot be one."""
    email = text.strip().casefold()
    return email if len(email) <= EMAIL_LIMIT and _EMAIL.fullmatch(email) else None
