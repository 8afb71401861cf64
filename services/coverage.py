"""Tells the leaders of days on which nobody would answer: when duty changes, and every Friday."""

from collections.abc import Sequence
from datetime import date, datetime

from domain.messages import Button, Message, Param, Priority, Ref, column
from domain.office import Office
from domain.working_time import danish_day
from models.database import Session
from models.errands import is_done, mark_errand
from models.people import leaders
from models.program import read_fact, write_fact
from services.duty import gaps
from services.messages import tell

KNOWN = "coverage-gaps"
"""The fact that holds the days the leaders have heard of."""

FRIDAY = 4
NAMED = 10
"""Days that are named in one message."""


async def look_ahead(session: Session, now: datetime, office: Office) -> None:
    """Tell of days that are newly uncovered. Call after every change of duty, and daily."""
    found = await gaps(session, now, office)
    known = await known_gaps(session)
    await write_fact(session, KNOWN, " ".join(day.isoformat() for day in found))
    new = [day for day in found if day not in known]
    if new:
        await _tell(session, now, "coverage-new-gaps", new)


async def known_gaps(session: Session) -> list[date]:
    """The uncovered days as they were last seen."""
    return [date.fromisoformat(day) for day in (await read_fact(session, KNOWN)).split()]


async def look_ahead_today(session: Session, now: datetime, office: Office) -> None:
    """Once a day: what the moving window has brought. On Fridays all gaps are told again."""
    today = danish_day(now)
    key = f"coverage/{today}"
    if await is_done(session, key):
        return
    await mark_errand(session, key, now)
    await look_ahead(session, now, office)
    if today.weekday() == FRIDAY and (found := await gaps(session, now, office)):
        await _tell(session, now, "coverage-friday", found)


async def _tell(session: Session, now: datetime, key: str, days: Sequence[date]) -> None:
    message = Message(
        key,
        {"count": len(days), "days": day_list(days)},
        column(Button("button-duty", "duty")),
        priority=Priority.REMINDER,
    )
    for leader in await leaders(session):
        await tell(session, now, leader, message)


def day_list(days: Sequence[date]) -> Param:
    """The first of these days, to be put into words when the message is sent."""
    return Ref("days:" + ",".join(day.isoformat() for day in days[:NAMED]))
