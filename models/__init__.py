"""The tables and every query. Importing this package makes all tables known."""

from models import guides, inbox, incidents, outbox, people, program, web

__all__ = ["guides", "inbox", "incidents", "outbox", "people", "program", "web"]
