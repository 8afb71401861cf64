"""A drill: a marked test case that nobody waits for, to measure how soon somebody answers."""

from dataclasses import asdict, dataclass
from datetime import datetime

import locales
from domain.incidents import Happening, Outcome, Status
from domain.messages import Message, Param
from domain.office import Office
from domain.triage import Level
from models.database import Session
from models.escalations import drop_pending, told_people
from models.incidents import Incident
from models.outbox import first_sent
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


async def call_off(session: Session, now: datetime, incident_id: int) -> None:
    """Nobody has answered: the drill is over. Whoever answers in this moment was in time."""
    incident = await session.get_one(Incident, incident_id)
    if incident.status is Status.OPEN:
        await end_drill(session, now, incident, None)


@dataclass(frozen=True)
class DrillReport:
    """What a drill has measured, in seconds from its beginning; nothing where it did not come."""

    reference: str
    level: Level
    told: int
    sent_seconds: float | None
    taken_seconds: float | None
    taken_by: str

    def as_dict(self) -> dict[str, str | int | float | None]:
        """For programs."""
        return asdict(self)

    def as_text(self) -> str:
        """For people, in the words of the command line."""
        lines = [f"drill: {self.reference} ({self.level})", f"told: {self.told}"]
        for name, seconds in (("sent", self.sent_seconds), ("taken", self.taken_seconds)):
            lines.append(f"{name}: " + ("no" if seconds is None else f"after {seconds:.1f} s"))
        return "\n".join([*lines, *([f"by: {self.taken_by}"] if self.taken_by else [])])


async def report(session: Session, incident_id: int) -> DrillReport:
    """What has been measured so far."""
    incident = await session.get_one(Incident, incident_id)
    began = incident.asked_at or incident.created_at
    owner = await session.get(Person, incident.owner_id) if incident.owner_id else None
    sent = await first_sent(session, incident_id)
    taken = incident.taken_at
    return DrillReport(
        incident.reference,
        incident.level,
        len(await told_people(session, incident_id)),
        (sent - began).total_seconds() if sent else None,
        (taken - began).total_seconds() if taken else None,
        owner.name if owner else "",
    )
