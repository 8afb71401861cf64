"""Reads published calendars of specialists: what they take cannot be booked for visits. Only when
somebody is busy is kept, never what for."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from domain.errors import HotlineError, NotAllowed, NotFound
from domain.messages import Button, Message, Priority, column
from domain.people import Role
from domain.working_time import DENMARK, Span, instant, join
from models.calendars import BusyCalendar, calendars_of, replace_busy_times
from models.database import Session
from models.people import Person
from services.audit import note_act
from services.messages import tell

if TYPE_CHECKING:  # slow to import: the first calendar brings it in
    import icalendar

EVERY = timedelta(minutes=15)
AHEAD = timedelta(days=60)
REPORT_AFTER = timedelta(hours=1)
"""How long a calendar may fail before its owner hears of it: servers have short breaks."""

MOST = 3
OWN_UID = "@hv-linjen"
"""Our own visits, back from somebody's calendar, take no time twice."""


class AddressUnclear(HotlineError):
    """Not the https address of a published calendar."""

    key = "error-calendar-address"


class TooManyCalendars(HotlineError):
    """A person has at most three."""

    key = "error-too-many-calendars"


class CalendarGone(NotFound):
    """No such calendar, or not this person's."""

    key = "error-calendar-gone"


async def add_calendar(session: Session, now: datetime, by: Person, address: str) -> BusyCalendar:
    """From now on this calendar takes time. Raises AddressUnclear, TooManyCalendars."""
    if by.role is not Role.SPECIALIST:
        raise NotAllowed()
    url = _checked(address)
    known = await calendars_of(session, by.id or 0)
    if len(known) >= MOST:
        raise TooManyCalendars()
    calendar = BusyCalendar(person_id=by.id or 0, url=url, created_at=now, next_read_at=now)
    session.add(calendar)
    note_act(session, now, by, "added calendar", f"person {by.id}")
    await session.flush()
    return calendar


def _checked(address: str) -> str:
    """The address as we fetch it: `webcal` is https by another name."""
    url = address.strip().replace("webcal://", "https://", 1)
    try:
        parts = urlsplit(url)
        hostname = parts.hostname
    except ValueError:
        raise AddressUnclear() from None
    if parts.scheme != "https" or not hostname or " " in url or len(url) > 1000:
        raise AddressUnclear()
    return url


async def remove_calendar(session: Session, now: datetime, by: Person, calendar_id: int) -> None:
    """The calendar is no longer read, and what it took is free again. Raises CalendarGone."""
    calendar = await session.get(BusyCalendar, calendar_id)
    if calendar is None or calendar.person_id != by.id:
        raise CalendarGone()
    await replace_busy_times(session, calendar, [])
    await session.delete(calendar)
    note_act(session, now, by, "removed calendar", f"person {by.id}")


async def has_read(
    session: Session,
    now: datetime,
    calendar: BusyCalendar,
    spans: Sequence[Span] | None,
    *,
    etag: str = "",
    modified: str = "",
) -> None:
    """A calendar was read. `spans`: what it takes; None where nothing has changed."""
    if spans is not None:
        await replace_busy_times(session, calendar, spans)
        calendar.etag, calendar.modified = etag, modified
    if calendar.reported_at:
        await _tell(session, now, calendar, "calendar-works-again")
    calendar.read_at, calendar.next_read_at = now, now + EVERY
    calendar.failing_since = calendar.reported_at = None
    calendar.failure = ""
    session.add(calendar)


async def has_failed(session: Session, now: datetime, calendar: BusyCalendar, why: str) -> None:
    """A calendar could not be read: what is known of it stays. After an hour its owner hears."""
    calendar.failing_since = calendar.failing_since or now
    calendar.failure, calendar.next_read_at = why, now + EVERY
    if calendar.reported_at is None and now - calendar.failing_since >= REPORT_AFTER:
        calendar.reported_at = now
        await _tell(session, now, calendar, "calendar-fails")
    session.add(calendar)


async def _tell(session: Session, now: datetime, calendar: BusyCalendar, key: str) -> None:
    person = await session.get_one(Person, calendar.person_id)
    message = Message(
        key,
        {"host": urlsplit(calendar.url).hostname or ""},
        column(Button("button-calendar", "calendar")),
        priority=Priority.REMINDER,
    )
    await tell(session, now, person, message)


def busy_spans(data: bytes, now: datetime) -> list[Span]:
    """When a calendar says that its owner is busy, from yesterday on for two months: events with
    their repetitions, and free-busy lists. Raises ValueError for what is no calendar."""
    import icalendar
    import recurring_ical_events

    since, until = now - timedelta(days=1), now + AHEAD
    calendars = icalendar.Calendar.from_ical(data, multiple=True)
    if not calendars:
        raise ValueError("empty")
    spans = []
    for calendar in calendars:
        if calendar.name != "VCALENDAR":
            raise ValueError(calendar.name)
        query = recurring_ical_events.of(calendar, skip_bad_series=True)
        spans += [_span(event) for event in query.between(since, until) if _takes_time(event)]
        spans += _free_busy(calendar)
    within = [s for s in spans if s.starts < until and s.ends > since]
    return join(within)


def _takes_time(event: "icalendar.Event") -> bool:
    """Not what is cancelled, shown as free, or ours."""
    return not (
        str(event.get("status", "")).upper() == "CANCELLED"
        or str(event.get("transp", "")).upper() == "TRANSPARENT"
        or str(event.get("x-microsoft-cdo-busystatus", "")).upper() == "FREE"
        or str(event.get("uid", "")).endswith(OWN_UID)
    )


def _span(event: "icalendar.Event") -> Span:
    return Span(_instant(event.start), _instant(event.end))


def _instant(at: date | datetime) -> datetime:
    """Whole days and times without a zone are Danish."""
    if not isinstance(at, datetime):
        return instant(at, time.min)
    local = at.replace(tzinfo=DENMARK) if at.tzinfo is None else at
    return local.astimezone(instant(date(2026, 1, 1), time.min).tzinfo)


def _free_busy(calendar: "icalendar.Calendar") -> list[Span]:
    spans = []
    for part in calendar.walk("VFREEBUSY"):
        found = part.get("freebusy", [])
        for period in found if isinstance(found, list) else [found]:
            if str(period.params.get("FBTYPE", "BUSY")).upper() != "FREE":
                spans.append(Span(_instant(period.start), _instant(period.end)))
    return spans
