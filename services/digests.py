"""The day's two summaries: each specialist's morning, and what is still open for the leaders."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from domain.messages import Button, Message, Priority, column
from domain.office import Office
from domain.people import Role
from domain.working_time import WorkingTime, danish_day
from models.database import Session
from models.errands import is_done, mark_errand
from models.incidents import Incident, open_incidents
from models.people import Person, leaders, people_in_role
from services.duty import office_time, working_times
from services.messages import tell

MORNING = timedelta(hours=2)
"""How long after the beginning of somebody's day its summary is still of use."""

NAMED = 8
"""Cases that a summary names; the rest is a number."""


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
        mine = [case for case in cases if case.owner_id == person.id]
        waiting = [case for case in cases if case.owner_id is None]
        if mine or waiting:
            await tell(session, now, person, _morning(person, mine, waiting))


def _is_morning(working: WorkingTime, now: datetime) -> bool:
    spans = working.on(danish_day(now))
    return bool(spans) and spans[0].starts <= now < spans[0].starts + MORNING


def _morning(person: Person, mine: Sequence[Incident], waiting: Sequence[Incident]) -> Message:
    return Message(
        "digest-morning",
        {
            "name": person.name,
            "mine": len(mine),
            "mine_list": _named(mine),
            "waiting": len(waiting),
            "waiting_list": _named(waiting),
        },
        column(Button("button-cases", "cases"), Button("button-duty", "duty")),
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
