"""The day's two summaries: each specialist's morning, and what is still open for the leaders."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

import locales
from domain.followups import FollowUpStatus
from domain.messages import Button, Message, Priority, column
from domain.office import Office
from domain.people import Role
from domain.working_time import ONE_DAY, WorkingTime, danish_day, instant
from models.companies import Company
from models.database import Session
from models.errands import is_done, mark_errand
from models.followups import open_follow_ups
from models.incidents import Incident, open_incidents
from models.people import Person, leaders, people_in_role
from models.visits import Visit, visits_between
from services.duty import office_time, working_times
from services.messages import tell

MORNING = timedelta(hours=2)
"""How long after the beginning of somebody's day its summary is still of use."""

MOST = 100
"""Tasks that are counted."""

NAMED = 8
"""Cases that a summary names; the rest is a number."""


@dataclass(frozen=True)
class _Day:
    """What a specialist's day begins with; visits as `10.30 Bageriet`."""

    mine: Sequence[Incident]
    waiting: Sequence[Incident]
    visits: Sequence[str]
    tasks: int


async def morning_digests(session: Session, now: datetime, office: Office) -> None:
    """To each specialist who is at work: what today holds. Once a day; nothing where nothing
    waits."""
    today = danish_day(now)
    due = [
        person
        for person in await people_in_role(session, Role.SPECIALIST)
        if not await is_done(session, f"morning/{person.id}/{today}")
    ]
    if not due:
        return
    times = await working_times(session, now, office, due)
    at_work = [person for person in due if _is_morning(times[person.id or 0], now)]
    cases = await open_incidents(session) if at_work else []
    for person in at_work:
        await mark_errand(session, f"morning/{person.id}/{today}", now)
        day = await _day_of(session, now, person, cases)
        if day.mine or day.waiting or day.visits or day.tasks:
            await tell(session, now, person, _morning(person, day))


async def _day_of(
    session: Session, now: datetime, person: Person, cases: Sequence[Incident]
) -> _Day:
    ends = instant(danish_day(now) + ONE_DAY, time.min)
    found = await visits_between(session, now, ends, [person.id or 0])
    tasks = await open_follow_ups(session, FollowUpStatus.TASK, MOST, person.id)
    return _Day(
        [case for case in cases if case.owner_id == person.id],
        [case for case in cases if case.owner_id is None],
        [await _visit(session, person, visit) for visit in found],
        len(tasks),
    )


async def _visit(session: Session, person: Person, visit: Visit) -> str:
    company = await session.get(Company, visit.company_id) if visit.company_id else None
    employer = await session.get_one(Person, visit.employer_id)
    whom = company.name if company else employer.name
    return f"{locales.clock(person.language, visit.starts_at)} {whom}"


def _is_morning(working: WorkingTime, now: datetime) -> bool:
    spans = working.on(danish_day(now))
    return bool(spans) and spans[0].starts <= now < spans[0].starts + MORNING


def _morning(person: Person, day: _Day) -> Message:
    return Message(
        "digest-morning",
        {
            "name": person.name,
            "mine": len(day.mine),
            "mine_list": _named(day.mine),
            "waiting": len(day.waiting),
            "waiting_list": _named(day.waiting),
            "visits": len(day.visits),
            "visit_list": ", ".join(day.visits),
            "tasks": day.tasks,
        },
        column(
            Button("button-cases", "cases"),
            Button("button-visits", "visits"),
            Button("button-follow-ups", "followups"),
            Button("button-duty", "duty"),
        ),
        priority=Priority.REMINDER,
    )


async def evening_digest(session: Session, now: datetime, office: Office) -> None:
    """To the leaders, when the office has closed for the day: what is still open."""
    today = danish_day(now)
    key = f"evening/{today}"
    if await is_done(session, key):
        return
    if not _is_over(await office_time(session, now, office), now):
        return
    await mark_errand(session, key, now)
    cases = await open_incidents(session)
    if not cases:
        return
    waiting = [case for case in cases if case.owner_id is None]
    taken = [case for case in cases if case.owner_id is not None]
    message = Message(
        "digest-evening",
        {
            "waiting": len(waiting),
            "waiting_list": _named(waiting),
            "taken": len(taken),
            "taken_list": _named(taken),
        },
        column(Button("button-review", "review")),
        priority=Priority.REMINDER,
    )
    for leader in await leaders(session):
        await tell(session, now, leader, message)


def _is_over(office: WorkingTime, now: datetime) -> bool:
    spans = office.on(danish_day(now))
    return bool(spans) and now >= spans[-1].ends


def _named(cases: Sequence[Incident]) -> str:
    more = ["…"] if len(cases) > NAMED else []
    return ", ".join([*(case.reference for case in cases[:NAMED]), *more])
