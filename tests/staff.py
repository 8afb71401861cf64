"""The staff of a hotline under test: when they work, are away, and what they were told."""

from datetime import date, datetime, time

from sqlmodel import select

from domain.people import Role
from domain.triage import Level
from domain.working_time import instant
from models.duty import Absence, WorkingHours
from models.incidents import Incident
from models.people import person_named
from services import escalations, incidents, sweeping
from services.messages import tell
from tests.line import Line, Someone

GOOD_FRIDAY = date(2027, 3, 26)


async def works(line: Line, name: str, *spans: tuple[int, int, int]) -> None:
    """These are the weekly hours: weekday, from, until."""
    async with line.database.write() as session:
        person = await person_named(session, name)
        assert person
        for weekday, starts, ends in spans:
            hours = WorkingHours(
                person_id=person.id or 0, weekday=weekday, starts=time(starts), ends=time(ends)
            )
            session.add(hours)


async def is_away(line: Line, name: str, starts: datetime, ends: datetime) -> None:
    """On leave or ill, and whatever that changes."""
    async with line.database.write() as session:
        person = await person_named(session, name)
        assert person
        absence = Absence(
            person_id=person.id or 0, starts_at=starts, ends_at=ends, created_at=line.now
        )
        session.add(absence)
        await session.flush()
        await sweeping.duty_changed(session, line.now, line.settings.office)
    await line.works()


async def asks(line: Line, employer: str, level: Level, text: str = "Hun går hjem") -> Incident:
    """An employer logs a case and wants somebody; what is answered goes out as the service says."""
    async with line.database.write() as session:
        person = await person_named(session, employer)
        assert person
        incident = await incidents.log_incident(session, line.now, person, text, level=level)
        called = await escalations.ask_specialist(
            session, line.now, person, incident, line.settings.office
        )
        await tell(session, line.now, person, called.message)
    await line.works()
    return incident


async def stored(line: Line, incident: Incident) -> Incident:
    """The case as it stands now."""
    async with line.database.read() as session:
        wanted = select(Incident).where(Incident.id == incident.id)
        return (await session.exec(wanted)).one()


async def crew(line: Line, *, leader: bool = True) -> tuple[Someone, Someone, Someone, Someone]:
    """Anna, Jonas, Bente who leads, and Mette at the bakery; nobody has anything unread."""
    anna = await line.joins(Role.SPECIALIST, "Anna")
    jonas = await line.joins(Role.SPECIALIST, "Jonas")
    bente = await line.joins(Role.REVIEWER, "Bente") if leader else anna
    mette = await line.joins(Role.EMPLOYER, "Mette", "Bageriet")
    return anna, jonas, bente, mette


def move(line: Line, day: date, hour: int, minute: int = 0) -> None:
    """Set the clock to a Danish wall-clock time, without doing what is due."""
    line.clock[0] = instant(day, time(hour, minute))


async def texts(someone: Someone) -> list[str]:
    """What is new, as text."""
    return [seen.text for seen in await someone.looks()]
