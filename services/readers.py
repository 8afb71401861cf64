"""Lets a second member of the staff read along in a case. They get every line and own nothing."""

from collections.abc import Sequence
from datetime import datetime

from domain.errors import AlreadyClosed, NotAllowed, NotFound
from domain.incidents import Happening, Status
from domain.messages import Button, Message, column
from domain.people import Role
from models.database import Session
from models.incidents import Incident
from models.people import Person, people_in_role
from models.readers import begin_reading, end_reading, readers_of
from services.incidents import find_case, note
from services.messages import tell


async def let_read(
    session: Session, now: datetime, by: Person, incident_id: int, person_id: int
) -> tuple[Incident, Person]:
    """From now on this member of the staff gets every line of the case; they and its owner hear of
    it. Raises NotAllowed for an employer, and for anybody but the owner who lets another read."""
    if not by.role.is_staff:
        raise NotAllowed()
    incident = await find_case(session, by, incident_id)
    if incident.status is Status.CLOSED:
        raise AlreadyClosed(reference=incident.reference)
    if by.id not in (person_id, incident.owner_id):
        raise NotAllowed()
    reader = await session.get(Person, person_id)
    if reader is None or not reader.active or not reader.role.is_staff:
        raise NotFound()
    if person_id != incident.owner_id and await begin_reading(session, incident_id, person_id, now):
        note(session, now, incident, Happening.READS, reader)
        await _tell_the_other(session, now, by, incident, reader)
    return incident, reader


async def _tell_the_other(
    session: Session, now: datetime, by: Person, incident: Incident, reader: Person
) -> None:
    """The owner lets somebody read: they hear it; somebody begins to read: the owner hears it."""
    params = {"reference": incident.reference, "name": by.name}
    view = Button("button-view", f"view:{incident.id}")
    if by.id != reader.id:
        stop = Button("button-read-no-more", f"unread:{incident.id}")
        message = Message("you-read-along", params, column(view, stop))
        await tell(session, now, reader, message, incident_id=incident.id)
    elif incident.owner_id:
        owner = await session.get_one(Person, incident.owner_id)
        await tell(session, now, owner, Message("reads-along", params), incident_id=incident.id)


async def stop_reading(session: Session, now: datetime, by: Person, incident_id: int) -> Incident:
    """No more lines of this case for this person."""
    incident = await find_case(session, by, incident_id)
    if await end_reading(session, incident_id, by.id or 0):
        note(session, now, incident, Happening.READS_NO_MORE, by)
    return incident


async def possible_readers(session: Session, incident: Incident) -> Sequence[Person]:
    """The specialists who neither have the case nor read along already."""
    reading = {person.id for person in await readers_of(session, incident.id or 0)}
    everybody = await people_in_role(session, Role.SPECIALIST)
    return [one for one in everybody if one.id != incident.owner_id and one.id not in reading]
