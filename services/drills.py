"""A drill: a marked test case that nobody waits for, to measure how soon somebody answers."""

from datetime import datetime

import locales
from domain.incidents import Happening, Outcome, Status
from domain.messages import Message, Param
from domain.office import Office
from domain.triage import Level
from models.database import Session
from models.escalations import drop_pending
from models.incidents import Incident
from models.people import Person
from services.escalations import begin
from services.incidents import log_incident, note
from services.messages import tell
from services.roster import staff_now


async def raise_drill(
    session: Session, now: datetime, by: Person, level: Level, office: Office
) -> Incident:
    """Raise a test case in the leader's name, and call the specialists to it."""
    happened = locales.say(by.language, "drill-happened", {})
    incident = await log_incident(session, now, by, happened, level=level)
    incident.drill = incident.wants_specialist = True
    incident.company_id = incident.placement_id = None
    incident.asked_at = now
    note(session, now, incident, Happening.ASKED_SPECIALIST, by)
    await begin(session, now, incident, await staff_now(session, now, office), office)
    return incident


async def end_drill(session: Session, now: datetime, incident: Incident, by: Person | None) -> None:
    """Somebody has answered, or the drill is called off: it is closed, and its leader hears it."""
    assert incident.id is not None
    incident.status, incident.outcome, incident.closed_at = Status.CLOSED, Outcome.OTHER, now
    incident.next_action_at = None
    session.add(incident)
    await drop_pending(session, incident.id)
    note(session, now, incident, Happening.CLOSED, by)
    if by is None or incident.asked_at is None:
        return
    minutes = round((now - incident.asked_at).total_seconds() / 60)
    params: dict[str, Param] = {
        "reference": incident.reference,
        "name": by.name,
        "minutes": minutes,
    }
    leader = await session.get_one(Person, incident.reporter_id)
    await tell(session, now, leader, Message("drill-over", params), incident_id=incident.id)
