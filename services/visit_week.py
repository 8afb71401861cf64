"""The week of all specialists: who works when, and who visits whom."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

import locales
from domain.errors import NotAllowed
from domain.office import Office
from domain.people import Language, Role
from domain.visits import VisitKind, VisitStatus
from domain.working_time import ONE_DAY, Span, danish_day, instant
from models.calendars import busy_times
from models.companies import Company
from models.database import Session
from models.people import Person, people_in_role
from models.visits import Visit, visits_between
from services.duty import working_times
from services.visit_notices import specialists_of


@dataclass(frozen=True)
class Planned:
    """One visit in the week."""

    visit_id: int
    starts: datetime
    ends: datetime
    kind: VisitKind
    status: VisitStatus
    people: tuple[int, ...]
    company: str


@dataclass(frozen=True)
class Column:
    """One specialist's week: when they work, and what another calendar takes."""

    person_id: int
    name: str
    works: tuple[Span, ...]
    busy: tuple[Span, ...]


@dataclass(frozen=True)
class Week:
    """Seven days from a Monday on, each specialist in a column."""

    monday: date
    columns: tuple[Column, ...]
    visits: tuple[Planned, ...]

    def days(self) -> Sequence[date]:
        """Monday to Friday, and the weekend where something happens on it."""
        used = {danish_day(planned.starts) for planned in self.visits}
        week = [self.monday + number * ONE_DAY for number in range(7)]
        return [day for day in week if day.weekday() < 5 or day in used]


async def week_of(
    session: Session, now: datetime, office: Office, by: Person, monday: date
) -> Week:
    """The week that begins on this Monday. Raises NotAllowed for an employer."""
    if not by.role.is_staff:
        raise NotAllowed()
    since, until = instant(monday, time.min), instant(monday + timedelta(days=7), time.min)
    people = await people_in_role(session, Role.SPECIALIST)
    times = await working_times(session, now, office, people)
    ids = [person.id or 0 for person in people]
    busy = await busy_times(session, ids, since, until)
    columns = tuple(
        Column(
            person.id or 0,
            person.name,
            tuple(times[person.id or 0].spans_from(since, 7)),
            tuple(Span(row.starts_at, row.ends_at) for row in busy if row.person_id == person.id),
        )
        for person in people
    )
    planned = [await _planned(session, v) for v in await visits_between(session, since, until)]
    return Week(monday, columns, tuple(planned))


async def _planned(session: Session, visit: Visit) -> Planned:
    company = await session.get(Company, visit.company_id) if visit.company_id else None
    return Planned(
        visit.id or 0,
        visit.starts_at,
        visit.ends_at,
        visit.kind,
        visit.status,
        tuple(specialists_of(visit)),
        company.name if company else "",
    )


def lines(week: Week, language: Language) -> str:
    """The week as text: a line for each day, and one for each visit."""
    names = {column.person_id: column.name for column in week.columns}
    said = []
    for day in week.days():
        visits = [planned for planned in week.visits if danish_day(planned.starts) == day]
        if visits:
            said += ["", locales.named_day(language, day)]
        said += [_line(planned, names, language) for planned in visits]
    return "\n".join(said).strip()


def _line(planned: Planned, names: dict[int, str], language: Language) -> str:
    starts, ends = (locales.clock(language, at) for at in (planned.starts, planned.ends))
    who = " + ".join(names.get(person, "") for person in planned.people)
    kind = locales.say(language, f"visit-kind-{planned.kind}", {})
    mark = ""
    if planned.status is not VisitStatus.BOOKED:
        mark = " · " + locales.say(language, f"visit-status-{planned.status}", {})
    return f"{starts}–{ends}  {who} · {planned.company} · {kind}{mark}"
