from datetime import UTC, date, datetime, time, timedelta

import pytest

from domain.people import Role
from domain.working_time import Span, instant
from models.calendars import busy_times
from models.people import person_named
from services import busy
from tests.line import Line

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)

EVENTS = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Somebody else//EN
BEGIN:VTIMEZONE
TZID:Romance Standard Time
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE
{events}
END:VCALENDAR
"""


def calendar(*events: str) -> bytes:
    blocks = [f"BEGIN:VEVENT\n{event.strip()}\nEND:VEVENT" for event in events]
    return EVENTS.format(events="\n".join(blocks)).replace("\n", "\r\n").encode()


def danish(day: date, hour: int, minute: int = 0) -> datetime:
    return instant(day, time(hour, minute))


DAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("event", "spans"),
    [
        (
            "UID:a\nDTSTART:20261124T080000Z\nDTEND:20261124T090000Z",
            [Span(danish(DAY, 9), danish(DAY, 10))],
        ),
        (
            "UID:b\nDTSTART;TZID=Romance Standard Time:20261124T100000\n"
            "DTEND;TZID=Romance Standard Time:20261124T113000",
            [Span(danish(DAY, 10), danish(DAY, 11, 30))],
        ),
        (
            "UID:c\nDTSTART:20261124T100000\nDURATION:PT45M",
            [Span(danish(DAY, 10), danish(DAY, 10, 45))],
        ),
        (
            "UID:d\nDTSTART;VALUE=DATE:20261124\nDTEND;VALUE=DATE:20261125",
            [Span(danish(DAY, 0), danish(date(2026, 11, 25), 0))],
        ),
        ("UID:e\nDTSTART:20261124T080000Z\nDTEND:20261124T090000Z\nTRANSP:TRANSPARENT", []),
        ("UID:f\nDTSTART:20261124T080000Z\nDTEND:20261124T090000Z\nSTATUS:CANCELLED", []),
        (
            "UID:g\nDTSTART:20261124T080000Z\nDTEND:20261124T090000Z\n"
            "X-MICROSOFT-CDO-BUSYSTATUS:FREE",
            [],
        ),
        ("UID:h@hv-linjen\nDTSTART:20261124T080000Z\nDTEND:20261124T090000Z", []),
        ("UID:i\nDTSTART:20200101T080000Z\nDTEND:20200101T090000Z", []),
        (
            "UID:j\nDTSTART;TZID=Romance Standard Time:20260105T140000\n"
            "DTEND;TZID=Romance Standard Time:20260105T150000\n"
            "RRULE:FREQ=WEEKLY;BYDAY=TU;UNTIL=20261208T235959Z\n"
            "EXDATE;TZID=Romance Standard Time:20261201T140000",
            [Span(danish(day, 14), danish(day, 15)) for day in (DAY, date(2026, 12, 8))],
        ),
    ],
)
def test_what_a_published_calendar_takes(event: str, spans: list[Span]) -> None:
    assert busy.busy_spans(calendar(event), NOW) == spans


def test_a_weekly_meeting_keeps_its_hour_over_the_end_of_summer_time() -> None:
    event = (
        "UID:k\nDTSTART;TZID=Romance Standard Time:20261019T090000\n"
        "DTEND;TZID=Romance Standard Time:20261019T100000\nRRULE:FREQ=WEEKLY;COUNT=3"
    )
    found = busy.busy_spans(calendar(event), datetime(2026, 10, 18, tzinfo=UTC))
    assert [span.starts for span in found] == [
        danish(date(2026, 10, day), 9) for day in (19, 26)
    ] + [danish(date(2026, 11, 2), 9)]
    assert found[0].starts.hour == 7
    assert found[1].starts.hour == 8


def test_free_busy_lists_count_too_and_touching_spans_are_one() -> None:
    data = (
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VFREEBUSY\r\nUID:x\r\n"
        "DTSTAMP:20261101T000000Z\r\nFREEBUSY;FBTYPE=BUSY:20261124T080000Z/20261124T090000Z,"
        "20261124T090000Z/PT1H\r\nFREEBUSY;FBTYPE=FREE:20261124T110000Z/PT1H\r\n"
        "END:VFREEBUSY\r\nEND:VCALENDAR\r\n"
    )
    assert busy.busy_spans(data.encode(), NOW) == [Span(danish(DAY, 9), danish(DAY, 11))]


@pytest.mark.parametrize("data", [b"", b"<html>log in</html>", b"BEGIN:VEVENT\r\nEND:VEVENT\r\n"])
def test_what_is_no_calendar_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        busy.busy_spans(data, NOW)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "calendar",
        "ftp://x.dk/a.ics",
        "http://x.dk/a.ics",
        "https://",
        "https://x y.dk",
        "https://[",
    ],
)
async def test_an_address_that_is_none_is_refused(line: Line, address: str) -> None:
    await line.joins(Role.SPECIALIST, "Anna")
    async with line.database.write() as session:
        anna = await person_named(session, "Anna")
        assert anna
        with pytest.raises(busy.AddressUnclear):
            await busy.add_calendar(session, line.now, anna, address)


async def test_a_failing_calendar_keeps_what_is_known_and_is_reported_once(line: Line) -> None:
    someone = await line.joins(Role.SPECIALIST, "Anna")
    span = Span(danish(DAY, 9), danish(DAY, 10))
    async with line.database.write() as session:
        anna = await person_named(session, "Anna")
        assert anna
        kept = await busy.add_calendar(session, line.now, anna, "webcal://x.dk/a.ics")
        assert kept.url == "https://x.dk/a.ics"
        await busy.has_read(session, line.now, kept, [span])
        await busy.has_failed(session, line.now, kept, "answer 500")
        for minutes in (30, 59):
            later = line.now + timedelta(minutes=minutes)
            await busy.has_failed(session, later, kept, "answer 500")
    assert await someone.answers() == []
    async with line.database.write() as session:
        for minutes in (61, 80):
            later = line.now + timedelta(minutes=minutes)
            await busy.has_failed(session, later, kept, "answer 500")
        await session.flush()
        found = await busy_times(session, [anna.id or 0], NOW, NOW + timedelta(days=9))
        assert [(row.starts_at, row.ends_at) for row in found] == [(span.starts, span.ends)]
    [told] = await someone.answers()
    assert told.text.startswith("Din kalender hos x.dk kan ikke læses lige nu.")
    async with line.database.write() as session:
        await busy.has_read(session, line.now, kept, None)
    [again] = await someone.answers()
    assert again.text == "Din kalender hos x.dk bliver læst igen."


async def test_nobody_removes_the_calendar_of_another(line: Line) -> None:
    await line.joins(Role.SPECIALIST, "Anna")
    await line.joins(Role.SPECIALIST, "Jonas")
    async with line.database.write() as session:
        anna, jonas = await person_named(session, "Anna"), await person_named(session, "Jonas")
        assert anna
        assert jonas
        kept = await busy.add_calendar(session, line.now, anna, "https://x.dk/a.ics")
        with pytest.raises(busy.CalendarGone):
            await busy.remove_calendar(session, line.now, jonas, kept.id or 0)
        for number in range(busy.MOST - 1):
            await busy.add_calendar(session, line.now, anna, f"https://x.dk/{number}.ics")
        with pytest.raises(busy.TooManyCalendars):
            await busy.add_calendar(session, line.now, anna, "https://x.dk/z.ics")
