"""Writes down who of the staff saw or changed what, in the transaction of the act itself."""

from datetime import datetime, timedelta

from models.database import Session
from models.people import Person
from models.web import AuditEntry, noted_since

ONE_READING = timedelta(minutes=30)
"""An open page that renews itself within this time is one reading, not many."""


def note_act(session: Session, now: datetime, by: Person | None, action: str, subject: str) -> None:
    """One line in the access log; `by` is nobody for the terminal on the server."""
    session.add(AuditEntry(at=now, person_id=by.id if by else None, action=action, subject=subject))


async def note_reading(session: Session, now: datetime, by: Person, subject: str) -> None:
    """That somebody of the staff looked at something: once for as long as they look."""
    assert by.id is not None
    if not await noted_since(session, by.id, "read", subject, now - ONE_READING):
        note_act(session, now, by, "read", subject)
