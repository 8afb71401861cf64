"""Notes in a case that only the staff see: the employer never does."""

from datetime import datetime

from domain.errors import NotAllowed
from domain.incidents import Happening
from domain.messages import Button, Message, Priority, column
from models.database import Session
from models.incidents import Incident
from models.people import Person
from models.readers import readers_of
from services.incidents import find_case, note
from services.messages import tell


async def write_note(
    session: Session, now: datetime, by: Person, incident_id: int, text: str
) -> Incident:
    """Add a note; whoever has the case and those who read along are told. Raises NotAllowed for an
    employer."""
    if not by.role.is_staff:
        raise NotAllowed()
    incident = await find_case(session, by, incident_id)
    note(session, now, incident, Happening.NOTE, by, text)
    owner = await session.get(Person, incident.owner_id) if incident.owner_id else None
    concerned = {person.id: person for person in await readers_of(session, incident_id)}
    if owner:
        concerned[owner.id] = owner
    for person in concerned.values():
        if person.id != by.id and person.role.is_staff:
            await tell(session, now, person, _message(incident, by, text), incident_id=incident.id)
    return incident


def _message(incident: Incident, by: Person, text: str) -> Message:
    return Message(
        "note-written",
        {"reference": incident.reference, "name": by.name, "text": text},
        column(Button("button-view", f"view:{incident.id}")),
        priority=Priority.REMINDER,
    )
