"""Says who is on duty, and when somebody will be."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from domain.duty import coverage_gaps
from domain.office import Office
from domain.people import Role
from domain.working_time import ONE_DAY, Span, Weekly, WorkingTime, danish_day
from knowledge.holidays import public_holidays
from models.database import Session
from models.duty import absences_of, closing_days, extra_duty_of, hours_of
from models.people import Person, people_in_role

LOOK_AHEAD = 28
"""Days for which the leaders hear of gaps."""

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


@dataclass(frozen=True)
class Outlook:
    """The honest truth about who is there: those on duty now, or else who comes next and when."""

    on: list[Person]
    next_person: Person | None
    next_at: datetime | None


@dataclass(frozen=True)
class DutyDay:
    """One day: whether the office is open, and what each specialist works."""

    day: date
    open: bool
    spans: dict[int, list[Span]]

    @property
    def uncovered(self) -> bool:
        """Whether the office is open and nobody is there."""
        return self.open and not any(self.spans.values())


async def specialist_times(
    session: Session, now: datetime, office: Office
) -> tuple[Sequence[Person], dict[int, WorkingTime]]:
    """All specialists in the order they joined, and when each works."""
    people = await people_in_role(session, Role.SPECIALIST)
    return people, await working_times(session, now, office, people)


async def specialists_on_duty(session: Session, now: datetime, office: Office) -> list[Person]:
    """The specialists who work at this instant, in the order they joined."""
    people, times = await specialist_times(session, now, office)
    return [person for person in people if times[person.id or 0].is_working(now)]


async def outlook(session: Session, now: datetime, office: Office) -> Outlook:
    """Who is on duty now, and who comes next."""
    people, times = await specialist_times(session, now, office)
    on = [person for person in people if times[person.id or 0].is_working(now)]
    starts = [
        (begins, person.id or 0, person)
        for person in people
        if person not in on and (begins := times[person.id or 0].next_start(now))
    ]
    at, _, person = min(starts, default=(None, 0, None))
    return Outlook(on, person, at)


async def duty_days(
    session: Session, now: datetime, office: Office, first: date, days: int
) -> tuple[Sequence[Person], list[DutyDay]]:
    """What each specialist works on the days from `first` on."""
    people, times = await specialist_times(session, now, office)
    open_hours = await office_time(session, now, office)
    every = (first + number * ONE_DAY for number in range(days))
    return people, [
        DutyDay(
            day,
            bool(open_hours.on(day)),
            {person_id: working.on(day) for person_id, working in times.items()},
        )
        for day in every
    ]


async def gaps(session: Session, now: datetime, office: Office) -> list[date]:
    """The coming days that the office is open and no specialist works."""
    _people, times = await specialist_times(session, now, office)
    open_hours = await office_time(session, now, office)
    return coverage_gaps(open_hours, times.values(), danish_day(now), LOOK_AHEAD)
