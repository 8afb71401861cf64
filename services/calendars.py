"""Visits as calendar entries (RFC 5545): a file that goes along with a message, and a feed that a
specialist subscribes to under a secret link."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import locales
from domain.errors import NotAllowed
from domain.people import Language, Role
from domain.visits import VisitKind, VisitStatus
from domain.working_time import DENMARK
from models.calendars import (
    CalendarFeed,
    feed_of,
    feed_with,
    revoke_feeds,
)
from models.companies import Company
from models.database import Session
from models.people import Chat, Person
from models.visits import Visit, visits_between
from models.web import StoredFile
from services.audit import note_act
from services.codes import hash_code, new_code

if TYPE_CHECKING:  # slow to import: the first calendar brings it in
    from icalendar import Event

RECIPE = "ics:"
"""A file whose recipe begins so is the rest of the recipe."""

MEDIA_TYPE = "text/calendar"
NAME = "hv-linjen.ics"
FEED_BACK, FEED_AHEAD = timedelta(days=60), timedelta(days=400)
READ_EVERY = timedelta(hours=1)
"""How exactly we remember when a feed was last fetched."""

ALARMS = (timedelta(days=-1), timedelta(hours=-2))
ORGANISER = "mailto:noreply@hv-linjen.invalid"
"""A visit's organiser must be named; answers go through the hotline, so nobody reads this."""


@dataclass(frozen=True)
class Entry:
    """One visit as one reader's calendar shows it."""

    visit: Visit
    summary: str
    description: str
    gone: bool = False

    @property
    def cancelled(self) -> bool:
        """Whether it leaves this reader's calendar: cancelled, or moved to somebody else."""
        return self.gone or self.visit.status is VisitStatus.CANCELLED


async def entry_of(session: Session, visit: Visit, reader: Person) -> Entry:
    """The visit in words for this reader: the employer sees who comes, the staff where to go."""
    company = await session.get(Company, visit.company_id) if visit.company_id else None
    employer = await session.get_one(Person, visit.employer_id)
    ids = [one for one in (visit.specialist_id, visit.companion_id) if one]
    people = [(await session.get_one(Person, one)).name for one in ids]
    said = {
        "kind": str(visit.kind),
        "company": company.name if company else employer.name,
        "who": locales.listed(reader.language, people),
        "ask_for": visit.ask_for or employer.name,
        "parking": visit.parking or "–",
    }
    role = "staff" if reader.role.is_staff else "employer"
    return Entry(
        visit,
        locales.say(reader.language, f"calendar-summary-{role}", said),
        locales.say(reader.language, f"calendar-description-{role}", said),
    )


def calendar_of(entries: Sequence[Entry], method: str, language: Language) -> bytes:
    """A calendar with these entries. `method`: PUBLISH for what takes place, CANCEL for one that
    does not any more (RFC 5546)."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//HV-linjen//hv-linjen//DA")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", method)
    calendar.add("x-wr-calname", locales.say(language, "calendar-name", {}))
    calendar.add("x-wr-timezone", DENMARK.key)
    calendar.add("refresh-interval", timedelta(minutes=15), parameters={"value": "DURATION"})
    calendar.add("x-published-ttl", "PT15M")
    for entry in entries:
        calendar.add_component(_event(entry))
    calendar.add_missing_timezones()
    made: bytes = calendar.to_ical()
    return made


def _event(entry: Entry) -> "Event":
    from icalendar import Alarm, Event, vCalAddress

    visit, event = entry.visit, Event()
    cancelled = entry.cancelled
    event.add("uid", visit.uid)
    event.add("sequence", visit.sequence)
    event.add("dtstamp", visit.changed_at)
    event.add("last-modified", visit.changed_at)
    event.add("created", visit.created_at)
    event.add("dtstart", visit.starts_at.astimezone(DENMARK))
    event.add("dtend", visit.ends_at.astimezone(DENMARK))
    event.add("summary", entry.summary)
    event.add("description", entry.description)
    event.add("status", "CANCELLED" if cancelled else "CONFIRMED")
    event.add("organizer", vCalAddress(ORGANISER), parameters={"CN": "HV-linjen"})
    if visit.kind is VisitKind.WORKPLACE and visit.address:
        event.add("location", visit.address)
    for before in () if cancelled else ALARMS:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", entry.summary)
        alarm.add("trigger", before)
        event.add_component(alarm)
    return event


async def enclose(
    session: Session,
    now: datetime,
    visit: Visit,
    reader: Person,
    chat: Chat,
    *,
    gone: bool = False,
) -> str:
    """A calendar file of the visit as it stands now, to go along to this chat; its file's id.
    `gone`: the visit is somebody else's now."""
    entry = replace(await entry_of(session, visit, reader), gone=gone)
    made = calendar_of([entry], "CANCEL" if entry.cancelled else "PUBLISH", reader.language)
    file = StoredFile(
        id=secrets.token_urlsafe(16),
        chat_key=chat.key,
        name=NAME,
        media_type=MEDIA_TYPE,
        size=len(made),
        created_at=now,
        recipe=RECIPE + made.decode(),
    )
    session.add(file)
    return file.id


async def open_feed(session: Session, now: datetime, by: Person) -> str:
    """A new secret for the link to one's own visits, shown only now; older links stop working."""
    _specialist(by)
    await revoke_feeds(session, by.id or 0, now)
    secret = new_code()
    feed = CalendarFeed(person_id=by.id or 0, secret_hash=hash_code(secret), created_at=now)
    session.add(feed)
    note_act(session, now, by, "opened calendar feed", f"person {by.id}")
    return secret


async def close_feed(session: Session, now: datetime, by: Person) -> bool:
    """The link stops working. False if there was none."""
    _specialist(by)
    note_act(session, now, by, "closed calendar feed", f"person {by.id}")
    return await revoke_feeds(session, by.id or 0, now)


async def current_feed(session: Session, by: Person) -> CalendarFeed | None:
    """The link that works now, without its secret."""
    return await feed_of(session, by.id or 0)


async def read_feed(session: Session, now: datetime, secret: str) -> bytes | None:
    """Somebody's visits under their secret; nothing for a wrong or revoked one, or for somebody who
    has left."""
    feed = await feed_with(session, hash_code(secret))
    person = await session.get(Person, feed.person_id) if feed else None
    if feed is None or person is None or not person.active:
        return None
    found = await visits_between(session, now - FEED_BACK, now + FEED_AHEAD, [feed.person_id])
    entries = [await entry_of(session, visit, person) for visit in found]
    if feed.read_at is None or now - feed.read_at > READ_EVERY:
        feed.read_at = now
        session.add(feed)
    return calendar_of(entries, "PUBLISH", person.language)


def _specialist(by: Person) -> None:
    if by.role is not Role.SPECIALIST:
        raise NotAllowed()
