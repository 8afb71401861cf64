"""The tables and every query. Importing this package makes all tables known."""

from models import (
    companies,
    duty,
    guides,
    inbox,
    incidents,
    outbox,
    people,
    placements,
    printouts,
    program,
    sheets,
    web,
)

__all__ = [
    "companies",
    "duty",
    "guides",
    "inbox",
    "incidents",
    "outbox",
    "people",
    "placements",
    "printouts",
    "program",
    "sheets",
    "web",
]
