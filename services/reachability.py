"""Tests whether the staff see what arrives, and tells the leaders when somebody does not."""

from datetime import datetime, timedelta

from domain.messages import Button, Message, Priority, column
from domain.office import Office
from domain.people import Role
from domain.working_time import WorkingTime
from models.database import Session
from models.escalations import ids, latest_telling, waiting_steps
from models.people import Person, chat_of, chats_of, leaders
from models.reachability import Reachability, due_tests
from services.duty import working_times
from services.escalations import hurry
from services.messages import tell

EVERY = timedelta(days=7)
ANSWER_WITHIN = 450
"""Working minutes: about a day at work."""

LIMIT = 50


async def ask_to_answer(session: Session, now: datetime, person: Person, office: Office) -> None:
    """Ask a specialist to press a button: when they join, and every week."""
    if person.role is not Role.SPECIALIST:
        return
    row = await session.get(Reachability, person.id)
    row = row or Reachability(person_id=person.id or 0, due_at=now)
    await _ask(session, now, row, person, await _hours(session, now, person, office))


async def seen(session: Session, now: datetime, person: Person, office: Office) -> None:
    """The button was pressed: the next test is in a week, at work."""
    row = await session.get(Reachability, person.id)
    if row:
        row.answered_at, row.reported_at = now, None
        row.due_at = _at_work(await _hours(session, now, person, office), now + EVERY)
        session.add(row)


async def sweep(session: Session, now: datetime, office: Office) -> int:
    """Ask whose week has gone by; tell the leaders of those who have not answered."""
    due = await due_tests(session, now, LIMIT)
    for row, person in due:
        hours = await _hours(session, now, person, office)
        chat = await chat_of(session, person.id or 0)
        written = chat is not None and row.asked_at is not None and chat.seen_at > row.asked_at
        if row.unanswered and not written and row.reported_at is None:
            await lost(session, now, person)
            row.due_at = _at_work(hours, now + timedelta(days=1))
        elif hours.is_working(now):
            await _ask(session, now, row, person, hours)
        else:
            row.due_at = _at_work(hours, now + timedelta(minutes=1))
        session.add(row)
    return len(due)


async def _ask(
    session: Session, now: datetime, row: Reachability, person: Person, hours: WorkingTime
) -> None:
    row.asked_at = now
    row.due_at = hours.after(now, ANSWER_WITHIN) or now + EVERY
    session.add(row)
    button = Button("button-i-see-it", "seen")
    message = Message("door-test", {"name": person.name}, column(button), Priority.REMINDER)
    await tell(session, now, person, message)


async def lost(session: Session, now: datetime, person: Person) -> None:
    """Nothing reaches this member of the staff: the leaders hear it once, escalations pass them
    by from now on, and what waited for them moves on at once."""
    if not person.role.is_staff:
        return
    row = await session.get(Reachability, person.id)
    row = row or Reachability(person_id=person.id or 0, due_at=now + EVERY)
    if row.reported_at is None:
        message = Message("colleague-unreachable", {"name": person.name}, (), Priority.ESCALATION)
        for leader in await leaders(session):
            if leader.id != person.id:
                await tell(session, now, leader, message)
    row.reported_at = row.reported_at or now
    session.add(row)
    await _move_on(session, now, person)


async def door_closed(session: Session, now: datetime, person: Person) -> None:
    """A chat was closed to us: is there another?"""
    best = await chat_of(session, person.id or 0)
    if best is None or not best.reachable:
        await lost(session, now, person)


async def _move_on(session: Session, now: datetime, person: Person) -> None:
    """Cases whose last step told only people who cannot be reached are due now."""
    for incident, step in await waiting_steps(session):
        latest = await latest_telling(session, incident.id or 0)
        told = set(ids(latest.told)) if latest else set()
        if person.id in told:
            others = await chats_of(session, told - {person.id} - set(ids(step.passed)))
            if not any(chat.reachable for chat in others.values()):
                hurry(session, incident, step, now)


async def _hours(session: Session, now: datetime, person: Person, office: Office) -> WorkingTime:
    return (await working_times(session, now, office, [person]))[person.id or 0]


def _at_work(hours: WorkingTime, at: datetime) -> datetime:
    return hours.next_start(at) or at
