"""Says who is on duty, and when somebody will be."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from domain.office import Office
from domain.people import Role
from domain.working_time import Span, Weekly, WorkingTime
from knowledge.holidays import public_holidays
from models.database import Session
from models.duty import absences_of, closing_days, extra_duty_of, hours_of
from models.people import Person, people_in_role

LOOK_BACK = timedelta(days=7)
"""Absences that ended earlier than this no longer change anything."""


async def closed_days(session: Session, now: datetime, office: Office) -> frozenset[date]:
    """Holidays, the office's own yearly days and closing days, from last year to the year after
    next."""
    years = range(now.year - 1, now.year + 3)
    closed = {day for year in years for day in public_holidays(year)}
    closed |= {date(year, *month_day) for year in years for month_day in office.closed_yearly}
    return frozenset(closed | {closing.day for closing in await closing_days(session)})


async def office_time(session: Session, now: datetime, office: Office) -> WorkingTime:
    """When the office is open."""
    return WorkingTime(office.hours, await closed_days(session, now, office))


async def working_times(
    session: Session, now: datetime, office: Office, people: Sequence[Person]
) -> dict[int, WorkingTime]:
    """When these people work, by person id. Who has no hours of their own has the office's."""
    ids = [person.id for person in people if person.id is not None]
    closed = await closed_days(session, now, office)
    hours = await hours_of(session, ids)
    away = await absences_of(session, ids, now - LOOK_BACK)
    extra = await extra_duty_of(session, ids, now - LOOK_BACK)
    return {
        person_id: WorkingTime(
            tuple(
                Weekly(row.weekday, row.starts, row.ends)
                for row in hours
                if row.person_id == person_id
            )
            or office.hours,
            closed,
            tuple(Span(row.starts_at, row.ends_at) for row in away if row.person_id == person_id),
            tuple(Span(row.starts_at, row.ends_at) for row in extra if row.person_id == person_id),
        )
        for person_id in ids
    }


async def specialists_on_duty(session: Session, now: datetime, office: Office) -> list[Person]:
    """The specialists who work at this instant, in the order they joined."""
    people = await people_in_role(session, Role.SPECIALIST)
    times = await working_times(session, now, office, people)
    return [person for person in people if times[person.id or 0].is_working(now)]
