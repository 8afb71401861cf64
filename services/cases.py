"""What people see of cases in the chat: their list, and one case with what was said last."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from domain.errors import NotFound
from domain.incidents import SAID, Category, Happening, Status
from domain.people import Role
from domain.triage import SEVERITY
from models.companies import Company
from models.database import Session
from models.incidents import (
    Incident,
    IncidentEvent,
    incident_by_reference,
    last_events,
    owned_cases,
    reported_cases,
    waiting_cases,
)
from models.people import Person
from models.placements import Placement
from models.readers import read_cases, readers_of
from services.audit import note_reading
from services.incidents import find_case, note

PAGE = 8
MOST = 200
"""Cases of a kind in a specialist's list. More than these wait nowhere."""

LINES = 5


class Part(StrEnum):
    """What a case is to whoever lists it."""

    MINE = "mine"
    WAITS = "waits"
    READ = "read"
    REPORTED = "reported"


@dataclass(frozen=True)
class Listed:
    """One case in a list."""

    incident: Incident
    part: Part
    company: Company | None
    owner: Person | None
    last: tuple[IncidentEvent, str | None] | None


@dataclass(frozen=True)
class CaseList:
    """One page of a list; `count` cases in all, where they are counted."""

    rows: Sequence[Listed]
    page: int
    more: bool
    count: int | None


@dataclass(frozen=True)
class CaseView:
    """One case as the chat shows it."""

    incident: Incident
    reporter: Person
    owner: Person | None
    company: Company | None
    placement: Placement | None
    readers: Sequence[Person]
    lines: Sequence[tuple[IncidentEvent, str | None]]


async def list_cases(session: Session, by: Person, page: int = 0) -> CaseList:
    """A specialist's cases, those that wait and those that are read along, the most urgent first;
    or the cases an employer has reported, the newest first."""
    if by.role is Role.EMPLOYER:
        found = await reported_cases(session, by.id or 0, page * PAGE, PAGE + 1)
        rows = [(incident, Part.REPORTED) for incident in found]
        shown, count = rows[:PAGE], None
    else:
        rows = await _of_specialist(session, by.id or 0)
        shown, count = rows[page * PAGE : page * PAGE + PAGE], len(rows)
        rows = rows[page * PAGE :]
    listed = [await _listed(session, incident, part) for incident, part in shown]
    return CaseList(listed, page, len(rows) > PAGE, count)


async def _of_specialist(session: Session, person_id: int) -> list[tuple[Incident, Part]]:
    parts = (
        (Part.MINE, await owned_cases(session, person_id, MOST)),
        (Part.WAITS, await waiting_cases(session, MOST)),
        (Part.READ, await read_cases(session, person_id, MOST)),
    )
    rows: list[tuple[Incident, Part]] = []
    for part, found in parts:
        urgent_first = sorted(found, key=lambda incident: (-SEVERITY[incident.level], incident.id))
        known = {incident.id for incident, _part in rows}
        rows += [(incident, part) for incident in urgent_first if incident.id not in known]
    return rows


async def _listed(session: Session, incident: Incident, part: Part) -> Listed:
    last = []
    if part is Part.REPORTED and incident.id is not None:
        last = list(await last_events(session, incident.id, SAID, 1))
    return Listed(
        incident,
        part,
        await session.get(Company, incident.company_id) if incident.company_id else None,
        await session.get(Person, incident.owner_id) if incident.owner_id else None,
        last[0] if last else None,
    )


async def view_case(session: Session, now: datetime, by: Person, incident_id: int) -> CaseView:
    """One case with what was said last; the staff also see their notes, and their looking is
    written down. Raises NotFound for what is not this person's to see."""
    incident = await find_case(session, by, incident_id)
    kinds: tuple[Happening, ...] = SAID
    if by.role.is_staff:
        kinds = (*SAID, Happening.NOTE)
        await note_reading(session, now, by, incident.reference)
    return CaseView(
        incident,
        await session.get_one(Person, incident.reporter_id),
        await session.get(Person, incident.owner_id) if incident.owner_id else None,
        await session.get(Company, incident.company_id) if incident.company_id else None,
        await session.get(Placement, incident.placement_id) if incident.placement_id else None,
        await readers_of(session, incident_id),
        await last_events(session, incident_id, kinds, LINES),
    )


async def case_named(session: Session, by: Person, reference: tuple[int, int]) -> Incident:
    """The case with this year and number. Raises NotFound for what is not this person's to see."""
    incident = await incident_by_reference(session, *reference)
    if incident is None or incident.id is None:
        raise NotFound()
    return await find_case(session, by, incident.id)


async def set_category(
    session: Session, now: datetime, by: Person, incident_id: int, category: Category
) -> Incident:
    """What the case is about, as its reporter or one of the staff corrects it, while it is open."""
    incident = await find_case(session, by, incident_id)
    if incident.status is not Status.CLOSED and incident.category is not category:
        incident.category = category
        session.add(incident)
        note(session, now, incident, Happening.CATEGORY, by, category)
    return incident
