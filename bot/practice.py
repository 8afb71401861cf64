"""Practice mode: invented people, a clock that can be moved, and a button that starts over."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

from bot.clock import Clock
from domain.office import Office
from domain.people import Role
from models.database import Database, Session
from models.people import Chat, Person, people_in_role
from models.program import delete_everything, read_fact, write_fact
from services import people, placements
from services.duty import office_time
from services.signin import open_chat
from web.desk import Phone, Practice

MODE = "mode"
AHEAD = "practice-ahead-seconds"
SETTLED_IN = timedelta(hours=1)
"""How long the office has been open when practice begins outside its hours."""

_COMPANY = "Bageriet Kløver (opdigtet)"
_CAST = (
    ("employer", "Mette (bageri)", Role.EMPLOYER),
    ("specialist", "Anna", Role.SPECIALIST),
    ("colleague", "Jonas", Role.SPECIALIST),
)
_REVIEWER = "Bente"


class RealData(Exception):
    """The database holds real cases: practice must not touch it."""


async def set_up(database: Database, clock: Clock, office: Office) -> None:
    """Fill an empty database with the invented people, and set the clock to where it was.

    Raises RealData for a database that was not made for practice.
    """
    async with database.write() as session:
        mode = await read_fact(session, MODE)
        if not mode and await people_in_role(session, *Role):
            raise RealData()
        if not mode:
            await _invent(session, clock, office)
        clock.ahead = timedelta(seconds=int(await read_fact(session, AHEAD) or 0))


async def _invent(session: Session, clock: Clock, office: Office) -> None:
    await _open(session, clock, office)
    now = clock.now()
    await write_fact(session, MODE, "practice")
    company = await people.ensure_company(session, now, _COMPANY)
    await placements.add_placement(session, now, company.id or 0)
    for slug, name, role in _CAST:
        code = await people.invite(
            session, now, role, name, _COMPANY if role is Role.EMPLOYER else ""
        )
        _token, chat = await open_chat(session, now)
        person = await people.join(session, now, chat, code)
        people.consent(session, now, person)
        await write_fact(session, f"phone-{slug}", chat.key)
    session.add(Person(role=Role.REVIEWER, name=_REVIEWER, created_at=now, consented_at=now))


async def _open(session: Session, clock: Clock, office: Office) -> None:
    """Practice begins while the office is open, so that somebody is there to answer."""
    now = clock.now()
    opens = (await office_time(session, now, office)).next_start(now)
    if opens and opens > now:
        clock.ahead += opens + SETTLED_IN - now
    await write_fact(session, AHEAD, str(int(clock.ahead.total_seconds())))


def practice(
    database: Database, clock: Clock, office: Office, moved: Callable[[], Awaitable[None]]
) -> Practice:
    """What the practice board may do. `moved` is called when the clock or the data has changed."""

    async def phones() -> list[Phone]:
        async with database.read() as session:
            return [await _phone(session, slug, role) for slug, _name, role in _CAST]

    async def reviewer_id() -> int:
        async with database.read() as session:
            return (await people_in_role(session, Role.REVIEWER))[0].id or 0

    async def move_clock(minutes: int) -> None:
        clock.ahead += timedelta(minutes=minutes)
        async with database.write() as session:
            await write_fact(session, AHEAD, str(int(clock.ahead.total_seconds())))
        await moved()

    async def start_over() -> None:
        clock.ahead = timedelta()
        async with database.write() as session:
            await delete_everything(session)
            await _invent(session, clock, office)
        await moved()

    return Practice(phones, reviewer_id, move_clock, start_over)


async def _phone(session: Session, slug: str, role: Role) -> Phone:
    key = await read_fact(session, f"phone-{slug}")
    chat = await session.get_one(Chat, key)
    person = await session.get_one(Person, chat.person_id)
    return Phone(slug, person.name, role, key)
