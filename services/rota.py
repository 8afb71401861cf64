"""Who works when, as it is decided: weekly hours, days all are closed, who leads, quiet hours."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from domain.errors import NotAllowed, NotFound
from domain.office import Office
from domain.people import Role
from domain.working_time import Weekly
from models.database import Session
from models.duty import ClosingDay, WorkingHours, replace_hours
from models.people import Person, people_in_role
from services.audit import note_act
from services.coverage import look_ahead
from services.sweeping import duty_changed


@dataclass(frozen=True)
class Duty:
    """What a change of duty needs: when, the rules of the office, and who does it."""

    now: datetime
    office: Office
    by: Person


def may_change(by: Person, person: Person) -> bool:
    """Specialists change their own duty; reviewers that of every specialist."""
    own = by.id == person.id or by.role is Role.REVIEWER
    return own and person.role is Role.SPECIALIST


async def find_specialist(session: Session, by: Person, person_id: int) -> Person:
    """The specialist, if `by` may change their duty. Raises NotAllowed, NotFound."""
    person = await session.get(Person, person_id)
    if not by.role.is_staff or (person is not None and not may_change(by, person)):
        raise NotAllowed()
    if person is None or not person.active:
        raise NotFound()
    return person


async def set_hours(session: Session, duty: Duty, person: Person, hours: Sequence[Weekly]) -> None:
    """These are the weekly hours from now on; none at all means the office's own."""
    await find_specialist(session, duty.by, person.id or 0)
    rows = [
        WorkingHours(
            person_id=person.id or 0, weekday=row.weekday, starts=row.starts, ends=row.ends
        )
        for row in hours
    ]
    await replace_hours(session, person.id or 0, rows)
    await changed(session, duty, person, "set hours")


async def close_day(session: Session, duty: Duty, day: date, name: str) -> None:
    """The jobcenter is closed on this day. Raises NotAllowed for all but reviewers."""
    _reviewer(duty.by)
    await session.merge(ClosingDay(day=day, name=name))
    await changed(session, duty, duty.by, "closed a day")


async def open_day(session: Session, duty: Duty, day: date) -> None:
    """The day is not closed after all. Raises NotFound, NotAllowed."""
    _reviewer(duty.by)
    closing = await session.get(ClosingDay, day)
    if closing is None:
        raise NotFound()
    await session.delete(closing)
    await changed(session, duty, duty.by, "opened a day")


async def appoint(session: Session, duty: Duty, person_id: int, *, leads: bool) -> Person:
    """Who answers for the hotline. Raises NotFound, NotAllowed."""
    _reviewer(duty.by)
    person = await session.get(Person, person_id)
    if person is None or not person.role.is_staff:
        raise NotFound()
    person.leads = leads
    session.add(person)
    note_act(
        session,
        duty.now,
        duty.by,
        "appointed leader" if leads else "dismissed leader",
        f"person {person.id}",
    )
    return person


async def staff(session: Session, by: Person) -> Sequence[Person]:
    """Everybody who can lead. Raises NotAllowed for those who are not staff themselves."""
    if not by.role.is_staff:
        raise NotAllowed()
    return await people_in_role(session, Role.SPECIALIST, Role.REVIEWER)


def keep_quiet(session: Session, by: Person, start: time | None, end: time | None) -> None:
    """Between these times only what is urgent reaches the person; None: at all times."""
    by.quiet_from, by.quiet_until = start, end
    session.add(by)


def _reviewer(by: Person) -> None:
    if by.role is not Role.REVIEWER:
        raise NotAllowed()


async def changed(session: Session, duty: Duty, person: Person, action: str) -> None:
    """Write down who changed duty, give free what somebody who is away owes an answer, and look
    whether a day has lost its last specialist."""
    await session.flush()
    note_act(session, duty.now, duty.by, action, f"person {person.id}")
    await duty_changed(session, duty.now, duty.office)
    await look_ahead(session, duty.now, duty.office)
