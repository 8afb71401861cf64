"""A hotline's escalations without doors: people, a clock, and what each of them was told when."""

import asyncio
import shutil
from collections.abc import Sequence
from datetime import datetime, time, timedelta
from pathlib import Path

from sqlalchemy import event, text
from sqlmodel import col, select

from domain.errors import HotlineError
from domain.escalation import Standing, decide
from domain.incidents import Happening, Outcome, Status
from domain.office import Office
from domain.people import Role
from domain.triage import Level
from models.database import Database
from models.duty import Absence, WorkingHours
from models.escalations import EscalationStep, ids, next_due, pending_step
from models.incidents import Incident
from models.migrate import migrate
from models.outbox import OutboxRow
from models.people import Chat, Person
from services import escalations, incidents, sweeping, taking
from services.roster import staff_now

ANNA, JONAS, BENTE, METTE = 1, 2, 3, 4
OFFICE = Office()


def template(folder: Path, now: datetime) -> Path:
    """An empty database in today's shape, to be copied."""
    path = folder / "template.db"
    migrate(f"sqlite+aiosqlite:///{path}", now)
    return path


class World:
    """Anna works in the mornings, Jonas in the afternoons, and both around noon; Bente leads."""

    def __init__(self, path: Path, now: datetime) -> None:
        self.database = Database(f"sqlite+aiosqlite:///{path}")
        event.listen(self.database.engine.sync_engine, "connect", _fast)
        self.now = now
        self.people: dict[int, Person] = {}

    @classmethod
    async def begin(cls, made: Path, path: Path, now: datetime) -> "World":
        await asyncio.to_thread(shutil.copy, made, path)
        world = cls(path, now)
        people = (
            (ANNA, Role.SPECIALIST, "Anna", (8, 13)),
            (JONAS, Role.SPECIALIST, "Jonas", (11, 16)),
            (BENTE, Role.REVIEWER, "Bente", (8, 16)),
            (METTE, Role.EMPLOYER, "Mette", None),
        )
        async with world.database.write() as session:
            for number, role, name, _hours in people:
                session.add(Person(id=number, role=role, name=name, created_at=now))
            await session.flush()
            for number, _role, _name, hours in people:
                session.add(Chat(key=f"web:{number}", person_id=number, seen_at=now))
                for day in range(5) if hours else ():
                    starts, ends = (time(hour) for hour in hours or ())
                    span = {"starts": starts, "ends": ends}
                    session.add(WorkingHours(person_id=number, weekday=day, **span))
        async with world.database.read() as session:
            world.people = {number: await session.get_one(Person, number) for number, *_ in people}
        return world

    async def ask(self, level: Level) -> int:
        async with self.database.write() as session:
            mette = self.people[METTE]
            incident = await incidents.log_incident(session, self.now, mette, "x", level=level)
            await escalations.ask_specialist(session, self.now, mette, incident, OFFICE)
            return incident.id or 0

    async def take(self, person_id: int, incident_id: int) -> bool:
        return await self._try(taking.acknowledge, person_id, incident_id, OFFICE)

    async def pass_on(self, person_id: int, incident_id: int) -> bool:
        return await self._try(taking.pass_on, person_id, incident_id, OFFICE)

    async def _try(self, act, person_id: int, *rest) -> bool:  # type: ignore[no-untyped-def]
        try:
            async with self.database.write() as session:
                await act(session, self.now, self.people[person_id], *rest)
        except HotlineError:
            return False
        return True

    async def speak(self, person_id: int, incident_id: int) -> None:
        async with self.database.write() as session:
            incident = await session.get_one(Incident, incident_id)
            if incident.owner_id == person_id:
                by = self.people[person_id]
                incidents.note(session, self.now, incident, Happening.MESSAGE, by, "hej")

    async def close(self, person_id: int, incident_id: int) -> bool:
        return await self._try(incidents.close_case, person_id, incident_id, Outcome.SOLVED, "")

    async def away(self, person_id: int, hours: float) -> None:
        async with self.database.write() as session:
            session.add(
                Absence(
                    person_id=person_id,
                    starts_at=self.now,
                    ends_at=self.now + timedelta(hours=hours),
                    created_at=self.now,
                )
            )
            await session.flush()
            await sweeping.duty_changed(session, self.now, OFFICE)

    async def due(self) -> datetime | None:
        async with self.database.read() as session:
            return await next_due(session)

    async def sweep(self) -> None:
        """Do what is due by now, as the ticks do."""
        done = sweeping.LIMIT
        while done == sweeping.LIMIT:
            async with self.database.write() as session:
                done = await sweeping.sweep(session, self.now, OFFICE)

    async def open(self) -> Sequence[Incident]:
        async with self.database.read() as session:
            wanted = select(Incident).where(col(Incident.status) != Status.CLOSED)
            return (await session.exec(wanted)).all()

    async def told_after(self, row: int) -> Sequence[tuple[OutboxRow, Level | None]]:
        """What was said to the staff since this row, with the level of its case."""
        async with self.database.read() as session:
            wanted = (
                select(OutboxRow, Incident.level)
                .join(Incident, isouter=True)
                .where(col(OutboxRow.id) > row, OutboxRow.chat_key != f"web:{METTE}")
            )
            return (await session.exec(wanted.order_by(col(OutboxRow.id)))).all()

    async def reaches(self, incident: Incident) -> bool:
        """Whether the case's next step, done when it is due, tells somebody."""
        async with self.database.read() as session:
            step = await pending_step(session, incident.id or 0)
            assert step is not None, incident.reference
            assert step.due_at == incident.next_action_at
            staff = await staff_now(session, step.due_at, OFFICE)
        standing = Standing(
            incident.level, step.step, ids(step.before), ids(step.passed), step.repeats
        )
        return bool(decide(OFFICE.escalation, staff.roster, standing).told)

    async def works(self, person_id: int, at: datetime) -> bool:
        async with self.database.read() as session:
            staff = await staff_now(session, at, OFFICE)
        colleague = staff.colleague(person_id)
        return colleague is not None and staff.roster.works(colleague)

    async def steps(self) -> Sequence[EscalationStep]:
        async with self.database.read() as session:
            return (await session.exec(select(EscalationStep))).all()

    async def sql(self, statement: str) -> None:
        async with self.database.write() as session:
            await session.exec(text(statement))  # type: ignore[call-overload]

    async def end(self) -> None:
        await self.database.close()


def _fast(connection, _entry) -> None:  # type: ignore[no-untyped-def]
    cursor = connection.cursor()
    cursor.execute("PRAGMA synchronous=OFF")
    cursor.close()
