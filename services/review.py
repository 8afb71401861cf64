"""What the review pages show, and the writing down of who saw it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from domain.errors import NotFound
from domain.incidents import spoken_reference
from domain.people import Role
from models.companies import Company, company_names, list_companies
from models.database import Session
from models.incidents import Incident, IncidentEvent, came_with, incident_by_reference, timeline
from models.logbook import reviewed_cases
from models.pages import Page, Place
from models.people import Invitation, Person, open_invitations, people_in_role
from models.people import people_at as _people_at
from models.placements import Placement, placements_of
from models.visits import Visit, visits_of_case
from models.web import AuditEntry, StoredFile, access_page, readers_of
from services.audit import note_act, note_reading
from services.incidents import find_case
from services.reviewing import linked_to
from services.signin import reviewers_only, staff_only

MOST_READERS = 50
ACCESS_PAGE = 100
COMPANY_PAGE = 25
MOST_NAMES = 200


@dataclass(frozen=True)
class CasePage:
    """One case with everything that has happened in it."""

    incident: Incident
    reporter: Person
    owner: Person | None
    company: Company | None
    placement: Placement | None
    events: Sequence[tuple[IncidentEvent, str | None]]
    links: Sequence[Incident]
    visits: Sequence[Visit]
    seen_by: Sequence[tuple[AuditEntry, str | None]]
    reviewed: bool


@dataclass(frozen=True)
class CompanyRow:
    """A company with its people, placements and invitations nobody has used yet."""

    company: Company
    people: Sequence[Person]
    placements: Sequence[Placement]
    waiting: Sequence[Invitation]


@dataclass(frozen=True)
class PeoplePage:
    """Everybody who belongs: a page of companies, and the staff. `names` are companies to choose
    from; `following` is behind which name the next page begins, or empty."""

    companies: Sequence[CompanyRow]
    following: str
    names: Sequence[str]
    staff: Sequence[Person]
    waiting_staff: Sequence[Invitation]


async def view_case(
    session: Session, now: datetime, by: Person | None, incident_id: int
) -> CasePage:
    """One case for the staff. That it was opened is written down, so this needs a write session."""
    person = staff_only(by)
    incident = await find_case(session, person, incident_id)
    await note_reading(session, now, person, incident.reference)
    await session.flush()
    events = await timeline(session, incident_id)
    named = [spoken_reference(text, now.year) for text in linked_to(events)]
    links = [await incident_by_reference(session, *name) for name in named if name]
    return CasePage(
        incident,
        await session.get_one(Person, incident.reporter_id),
        await session.get(Person, incident.owner_id) if incident.owner_id else None,
        await session.get(Company, incident.company_id) if incident.company_id else None,
        await session.get(Placement, incident.placement_id) if incident.placement_id else None,
        events,
        [link for link in links if link],
        await visits_of_case(session, incident_id),
        await readers_of(session, incident.reference, MOST_READERS),
        incident_id in await reviewed_cases(session, [incident_id]),
    )


async def access_log(
    session: Session, by: Person | None, person_id: int | None, subject: str, place: Place | None
) -> Page[tuple[AuditEntry, str | None]]:
    """A page of who saw and changed what, for reviewers."""
    reviewers_only(by)
    return await access_page(session, person_id, subject, place, ACCESS_PAGE)


async def people_page(
    session: Session, now: datetime, by: Person | None, *, after: str = "", name: str = ""
) -> PeoplePage:
    """Companies by name, and the staff, for the staff. `name`: whose names hold it."""
    staff_only(by)
    found = await list_companies(session, after, COMPANY_PAGE + 1, name=name)
    known = found[:COMPANY_PAGE]
    ids = [company.id for company in known if company.id is not None]
    people = await _people_at(session, ids)
    placements = await placements_of(session, ids)
    waiting = await open_invitations(session, now)
    return PeoplePage(
        [
            CompanyRow(
                company,
                [person for person in people if person.company_id == company.id],
                [placement for placement in placements if placement.company_id == company.id],
                [invitation for invitation in waiting if invitation.company_id == company.id],
            )
            for company in known
        ],
        known[-1].name if len(found) > COMPANY_PAGE else "",
        await company_names(session, MOST_NAMES),
        await people_in_role(session, Role.SPECIALIST, Role.REVIEWER),
        [invitation for invitation in waiting if invitation.role.is_staff],
    )


async def case_file(
    session: Session, now: datetime, by: Person | None, incident_id: int, file_id: str
) -> StoredFile:
    """A file that was sent in a case, for the staff. That it was opened is written down, so this
    needs a write session. Raises NotFound."""
    person = staff_only(by)
    incident = await find_case(session, person, incident_id)
    file = await session.get(StoredFile, file_id)
    if file is None or not await came_with(session, incident_id, file_id):
        raise NotFound()
    note_act(session, now, person, "opened file", incident.reference)
    return file
