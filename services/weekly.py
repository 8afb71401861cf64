"""What reviewers hear without asking: each week in a few numbers, and in January that the yearly
report can be made. Each is told once, in duty hours; late is better than never."""

from datetime import datetime, time, timedelta

from domain.messages import Button, Message, Param, Priority, column
from domain.office import Office
from domain.people import Role
from domain.periods import year
from domain.working_time import Span, danish_day, instant
from models import weekly
from models.database import Session
from models.errands import is_done, mark_errand
from models.people import Person, people_in_role
from services.duty import office_time
from services.messages import tell

WEEK = timedelta(days=7)
JANUARY = 1


async def tell_due(session: Session, now: datetime, office: Office, base_url: str) -> int:
    """Tell every reviewer what has not been told yet; return how many messages that were."""
    if not (await office_time(session, now, office)).is_working(now):
        return 0
    reviewers = await people_in_role(session, Role.REVIEWER)
    told = [await _tell_week(session, now, person, base_url) for person in reviewers]
    if danish_day(now).month == JANUARY:
        told += [await _remind(session, now, person, base_url) for person in reviewers]
    return sum(told)


async def _tell_week(session: Session, now: datetime, person: Person, base_url: str) -> bool:
    """The week before, and how things stand."""
    today = danish_day(now)
    number = today.isocalendar()
    key = f"week/{person.id}/{number.year}-W{number.week:02}"
    if await is_done(session, key) or danish_day(person.created_at) >= today:
        return False
    monday = instant(today - timedelta(days=today.weekday()), time.min)
    next_monday = instant(today + timedelta(days=7 - today.weekday()), time.min)
    message = Message(
        "digest-week",
        await _week(session, now, Span(monday - WEEK, monday), next_monday),
        column(Button("button-open-review", url=f"{base_url}/review")),
        priority=Priority.BULK,
    )
    await mark_errand(session, key, now)
    return await tell(session, now, person, message)


async def _week(
    session: Session, now: datetime, span: Span, next_monday: datetime
) -> dict[str, Param]:
    new, hurried = await weekly.new_cases(session, span)
    waiting, taken = await weekly.unclosed_cases(session)
    promised, kept, still_open = await weekly.promises(session, span)
    return {
        "week": danish_day(span.starts).isocalendar().week,
        "new": new,
        "hurried": hurried,
        "waiting": waiting,
        "taken": taken,
        "promised": promised,
        "kept": kept,
        "open": still_open,
        "tasks": await weekly.waiting_tasks(session),
        "visits": await weekly.booked_visits(session, now, next_monday),
    }


async def _remind(session: Session, now: datetime, person: Person, base_url: str) -> bool:
    """The report of last year can be made."""
    last = year(danish_day(now).year - 1)
    key = f"report/{person.id}/{last.first.year}"
    if await is_done(session, key) or danish_day(person.created_at) > last.last:
        return False
    link = f"{base_url}/review/reports?from={last.first}&to={last.last}"
    message = Message(
        "digest-report",
        {"year": str(last.first.year), "link": link},
        column(Button("button-open-report", url=link)),
        priority=Priority.BULK,
    )
    await mark_errand(session, key, now)
    return await tell(session, now, person, message)
