"""Writes down who of the staff saw or changed what, in the transaction of the act itself."""

from datetime import datetime

from models.database import Session
from models.people import Person
from models.web import AuditEntry


def note_act(session: Session, now: datetime, by: Person | None, action: str, subject: str) -> None:
    """One line in the access log; `by` is nobody for the terminal on the server."""
    session.add(AuditEntry(at=now, person_id=by.id if by else None, action=action, subject=subject))
