"""The calendar feed: by its own rules, and as programs read it that nobody here wrote."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import icalendar
import pytest

from domain.people import Role
from domain.visits import VisitKind, VisitStatus
from models.calendars import calendars_of
from models.people import Person
from models.visits import Visit
from services import calendars
from tests.web.office import Office, token_in
from tests.web.server import Server

SUMMER = datetime(2026, 10, 23, 8, 0, tzinfo=UTC)  # Friday, 10.00 in Danish summer time
WINTER = datetime(2026, 10, 26, 9, 0, tzinfo=UTC)  # Monday, 10.00 in Danish winter time

outside = pytest.mark.skipif(
    not (shutil.which("khal") and shutil.which("vdirsyncer")),
    reason="khal and vdirsyncer are not here: their reading of the feed is left out",
)


async def book(office: Office, starts: datetime, specialist: Person, **more: object) -> Visit:
    employer = await office.person(Role.EMPLOYER, "Mette", "Bageriet (opdigtet)")
    visit = Visit(
        uid=f"{starts:%Y%m%d}@hv-linjen",
        starts_at=starts,
        ends_at=starts + timedelta(hours=1),
        specialist_id=specialist.id or 0,
        employer_id=employer.id or 0,
        company_id=employer.company_id,
        address="Storegade 1, 8000 Aarhus C",
        ask_for="Mette",
        created_at=office.now,
        changed_at=office.now,
        **more,
    )
    async with office.desk.database.write() as session:
        session.add(visit)
    return visit


async def change(office: Office, visit: Visit, **columns: object) -> None:
    office.passes(minutes=1)
    async with office.desk.database.write() as session:
        stored = await session.get_one(Visit, visit.id)
        for name, value in columns.items():
            setattr(stored, name, value)
        stored.sequence += 1
        stored.changed_at = office.now
        session.add(stored)


async def secret_of(office: Office, person: Person) -> str:
    async with office.desk.database.write() as session:
        return await calendars.open_feed(session, office.now, person)


async def test_the_feed_is_a_whole_calendar_with_danish_time(office: Office) -> None:
    anna = await office.person(Role.SPECIALIST, "Anna")
    await book(office, SUMMER, anna)
    await book(office, WINTER, anna, kind=VisitKind.PHONE)
    secret = await secret_of(office, anna)
    async with office.browser() as browser:
        answer = await browser.get(f"/calendar/{secret}.ics")
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    read = icalendar.Calendar.from_ical(answer.content)
    assert read["METHOD"] == "PUBLISH"
    [zone] = list(read.walk("VTIMEZONE"))
    assert zone["TZID"] == "Europe/Copenhagen"
    visit, call = read.walk("VEVENT")
    assert visit["DTSTART"].params["TZID"] == "Europe/Copenhagen"
    assert [event.start.astimezone(UTC) for event in (visit, call)] == [SUMMER, WINTER]
    assert [event.start.hour for event in (visit, call)] == [10, 10]
    assert visit["SUMMARY"] == "Besøg: Bageriet (opdigtet)"
    assert visit["LOCATION"] == "Storegade 1, 8000 Aarhus C"
    assert call["SUMMARY"] == "Opkald: Bageriet (opdigtet)"
    assert "LOCATION" not in call
    alarms = [alarm["TRIGGER"].dt for alarm in visit.walk("VALARM")]
    assert alarms == [timedelta(days=-1), timedelta(hours=-2)]
    for line in answer.content.split(b"\r\n"):
        assert len(line) <= 75, line  # RFC 5545, 3.1


async def test_a_calendar_that_has_it_all_is_told_so(office: Office) -> None:
    anna = await office.person(Role.SPECIALIST, "Anna")
    visit = await book(office, WINTER, anna)
    address = f"/calendar/{await secret_of(office, anna)}.ics"
    async with office.browser() as browser:
        etag = (await browser.get(address)).headers["etag"]
        again = await browser.get(address, headers={"If-None-Match": etag})
        assert (again.status_code, again.content) == (304, b"")
        await change(office, visit, starts_at=WINTER + timedelta(hours=2))
        moved = await browser.get(address, headers={"If-None-Match": etag})
    assert moved.status_code == 200


async def test_a_wrong_a_renewed_and_a_closed_link_show_nothing(office: Office) -> None:
    anna = await office.person(Role.SPECIALIST, "Anna")
    await book(office, WINTER, anna)
    first = await secret_of(office, anna)
    second = await secret_of(office, anna)
    async with office.browser() as browser:
        for secret in (first, "x", "0" * 22, "../review"):
            answer = await browser.get(f"/calendar/{secret}.ics")
            assert answer.status_code == 404, secret
            assert b"Bageriet" not in answer.content
        assert (await browser.get(f"/calendar/{second}.ics")).status_code == 200
        async with office.desk.database.write() as session:
            await calendars.close_feed(session, office.now, anna)
        assert (await browser.get(f"/calendar/{second}.ics")).status_code == 404
        third = await secret_of(office, anna)
        async with office.desk.database.write() as session:
            left = await session.get_one(Person, anna.id)
            left.active = False
            session.add(left)
        assert (await browser.get(f"/calendar/{third}.ics")).status_code == 404


async def test_only_ones_own_visits_are_in_the_feed(office: Office) -> None:
    anna = await office.person(Role.SPECIALIST, "Anna")
    jonas = await office.person(Role.SPECIALIST, "Jonas")
    await book(office, WINTER, jonas)
    await book(office, SUMMER, jonas, companion_id=anna.id)
    async with office.browser() as browser:
        answer = await browser.get(f"/calendar/{await secret_of(office, anna)}.ics")
    uids = [event["UID"] for event in icalendar.Calendar.from_ical(answer.content).walk("VEVENT")]
    assert uids == [f"{SUMMER:%Y%m%d}@hv-linjen"]


async def test_the_page_gives_a_link_once_and_takes_addresses(office: Office) -> None:
    async with office.signed_in(Role.SPECIALIST) as browser:
        page = (await browser.get("/review/calendar")).text

        async def send(form: str, **fields: str) -> str:
            sent = {"csrf": token_in(page), **fields}
            answer = await browser.post(f"/review/calendar/{form}", data=sent)
            return answer.text or (await browser.get("/review/calendar")).text

        shown = await send("link")
        found = re.search(r"/calendar/[\w-]{22}\.ics", shown)
        assert found
        assert (await browser.get(found[0])).status_code == 200
        assert found[0] not in (await browser.get("/review/calendar")).text
        await send("end")
        assert (await browser.get(found[0])).status_code == 404
        refused = await send("add", address="kalender")
        assert "Det er ikke en kalenderadresse" in refused
        kept = await send("add", address="https://outlook.example/anna.ics")
        assert "outlook.example" in kept
        assert "outlook.example" not in await send("remove", calendar="1")
    async with office.signed_in(Role.REVIEWER) as browser:
        assert (await browser.get("/review/calendar")).status_code == 403
    async with office.desk.database.read() as session:
        assert await calendars_of(session, 1) == []


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    (tmp_path / "server").mkdir()
    opened = Server(tmp_path / "server")
    yield opened
    opened.close()


@outside
def test_real_programs_see_a_visit_booked_moved_and_gone(server: Server, tmp_path: Path) -> None:
    office = server.office
    anna = server.run(office.person(Role.SPECIALIST, "Anna"))
    visit = server.run(book(office, WINTER, anna))
    server.run(book(office, SUMMER, anna))
    home = Reader(tmp_path, f"{server.address}/calendar/{server.run(secret_of(office, anna))}.ics")

    assert home.reads() == [
        "2026-10-23 10:00-11:00 Besøg: Bageriet (opdigtet) @ Storegade 1, 8000 Aarhus C",
        "2026-10-26 10:00-11:00 Besøg: Bageriet (opdigtet) @ Storegade 1, 8000 Aarhus C",
    ]
    later = WINTER + timedelta(hours=3)
    moved = {"starts_at": later, "ends_at": later + timedelta(hours=1)}
    server.run(change(office, visit, **moved))
    assert home.reads()[1:] == [
        "2026-10-26 13:00-14:00 Besøg: Bageriet (opdigtet) @ Storegade 1, 8000 Aarhus C"
    ]
    server.run(change(office, visit, status=VisitStatus.CANCELLED))
    assert len(home.reads()) == 1


@outside
async def test_a_file_from_the_chat_is_one_entry_that_is_updated(
    office: Office, tmp_path: Path
) -> None:
    anna = await office.person(Role.SPECIALIST, "Anna")
    visit = await book(office, WINTER, anna)
    home = Reader(tmp_path, "")
    for starts in (WINTER, WINTER + timedelta(days=1)):
        await change(office, visit, starts_at=starts, ends_at=starts + timedelta(hours=1))
        async with office.desk.database.read() as session:
            stored = await session.get_one(Visit, visit.id)
            entry = await calendars.entry_of(session, stored, anna)
        home.imports(calendars.calendar_of([entry], "PUBLISH", "da"))
    assert home.shows() == [
        "2026-10-27 10:00-11:00 Besøg: Bageriet (opdigtet) @ Storegade 1, 8000 Aarhus C"
    ]


class Reader:
    """A home folder with vdirsyncer, which fetches the feed, and khal, which shows it."""

    def __init__(self, folder: Path, feed: str) -> None:
        self.folder = folder
        self.events = folder / "events"
        self.events.mkdir()
        (folder / "vdirsyncer.conf").write_text(
            f'[general]\nstatus_path = "{folder / "status"}"\n'
            '[pair visits]\na = "feed"\nb = "files"\ncollections = null\n'
            'conflict_resolution = "a wins"\n'
            f'[storage feed]\ntype = "http"\nurl = "{feed}"\n'
            f'[storage files]\ntype = "filesystem"\npath = "{self.events}"\nfileext = ".ics"\n'
        )
        (folder / "khal.conf").write_text(
            f"[calendars]\n[[visits]]\npath = {self.events}\n"
            f"[sqlite]\npath = {folder / 'khal.db'}\n"
            "[locale]\nlocal_timezone = Europe/Copenhagen\ndefault_timezone = Europe/Copenhagen\n"
            "timeformat = %H:%M\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\n"
            "datetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n"
            "[default]\ndefault_calendar = visits\n"
        )

    def reads(self) -> list[str]:
        """Fetch the feed and return what the calendar shows."""
        self._run("vdirsyncer", "--config", "vdirsyncer.conf", "discover")
        self._run("vdirsyncer", "--config", "vdirsyncer.conf", "sync")
        return self.shows()

    def shows(self) -> list[str]:
        shown = self._run(
            *("khal", "--config", "khal.conf", "list", "--day-format", ""),
            *("--format", "{start-date} {start-time}-{end-time} {title} @ {location}"),
            *("2026-10-01", "60d"),
        )
        return [line for line in shown.splitlines() if line.strip()]

    def imports(self, data: bytes) -> None:
        (self.folder / "visit.ics").write_bytes(data)
        self._run("khal", "--config", "khal.conf", "import", "--batch", "visit.ics")

    def _run(self, *command: str) -> str:
        done = subprocess.run(
            command,
            cwd=self.folder,
            env=os.environ | {"HOME": str(self.folder), "LC_ALL": "C.UTF-8"},
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout
