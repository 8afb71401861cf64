"""Absences: sick today, days off, back again. Colleagues and leaders hear what they must know."""

from collections.abc import Sequence
from datetime import datetime

from domain.duty import rest_of_day
from domain.errors import HotlineError, NotFound
from domain.messages import Button, Message, column
from domain.people import Role
from domain.working_time import Span
from models.database import Session
from models.duty import Absence, Reason, absences_of
from models.people import Person, leaders, people_in_role
from services.messages import tell
from services.rota import Duty, changed, find_specialist

MOST_DAYS = 400


class AbsenceGone(NotFound):
    """No such absence, or it is over."""

    key = "error-absence-gone"


class TooLong(HotlineError):
    """An absence of more than a year is a matter for the reviewers: the account is closed."""

    key = "error-absence-too-long"


async def report_sick(session: Session, duty: Duty) -> Absence:
    """Sick from now until midnight. The colleagues and the leaders hear of it at once."""
    person = await find_specialist(session, duty.by, duty.by.id or 0)
    current = await current_absence(session, duty.now, person)
    if current:
        return current
    absence = await add_absence(session, duty, person, rest_of_day(duty.now), Reason.SICK)
    message = Message(
        "colleague-away", {"name": person.name}, column(Button("button-duty", "duty"))
    )
    for other in await _others(session, person):
        await tell(session, duty.now, other, message)
    return absence


async def back_again(session: Session, duty: Duty) -> bool:
    """On duty again from now on. False if there was no absence."""
    absence = await current_absence(session, duty.now, duty.by)
    if absence is None:
        return False
    absence.ends_at = duty.now
    session.add(absence)
    await changed(session, duty, duty.by, "ended absence")
    message = Message("colleague-back", {"name": duty.by.name})
    for other in await _others(session, duty.by):
        await tell(session, duty.now, other, message)
    return True


async def add_absence(
    session: Session, duty: Duty, person: Person, span: Span, reason: Reason = Reason.OTHER
) -> Absence:
    """Away for this span. Raises TooLong."""
    if (span.ends - span.starts).days > MOST_DAYS:
        raise TooLong()
    await find_specialist(session, duty.by, person.id or 0)
    absence = Absence(
        person_id=person.id or 0,
        starts_at=span.starts,
        ends_at=span.ends,
        reason=reason,
        created_at=duty.now,
    )
    session.add(absence)
    await changed(session, duty, person, "added absence")
    return absence


async def remove_absence(session: Session, duty: Duty, absence_id: int) -> Absence:
    """The absence does not take place. One that has begun ends now. Raises AbsenceGone."""
    absence = await session.get(Absence, absence_id)
    if absence is None or absence.ends_at <= duty.now:
        raise AbsenceGone()
    person = await find_specialist(session, duty.by, absence.person_id)
    if absence.starts_at < duty.now:
        absence.ends_at = duty.now
        session.add(absence)
    else:
        await session.delete(absence)
    await changed(session, duty, person, "removed absence")
    return absence


async def current_absence(session: Session, now: datetime, person: Person) -> Absence | None:
    """The absence in which somebody is at this instant."""
    found = await absences_of(session, [person.id or 0], now)
    return next((absence for absence in found if absence.starts_at <= now), None)


async def coming_absences(session: Session, now: datetime, person: Person) -> Sequence[Absence]:
    """Their absences now and later."""
    return await absences_of(session, [person.id or 0], now)


async def _others(session: Session, person: Person) -> list[Person]:
    """The other specialists and the leaders."""
    staff = [*await people_in_role(session, Role.SPECIALIST), *await leaders(session)]
    return [
        other
        for number, other in enumerate(staff)
        if other.id != person.id and other not in staff[:number]
    ]
