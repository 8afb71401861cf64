"""The tables and every query. Importing this package makes all tables known."""

from models import guides, inbox, incidents, outbox, people, printouts, program, sheets, signin, web

__all__ = [
    "guides",
    "inbox",
    "incidents",
    "outbox",
    "people",
    "printouts",
    "program",
    "sheets",
    "signin",
    "web",
]
