"""Everything about one visit on one page, for the staff."""

from dataclasses import dataclass
from datetime import datetime

from domain.visits import VisitStatus
from models.companies import Company
from models.database import Session, fetch
from models.incidents import Incident
from models.people import Person
from models.placements import Placement
from models.visits import Promise, Visit
from services.audit import note_reading
from services.signin import staff_only
from services.visit_notices import specialists_of
from services.visit_times import find_visit


@dataclass(frozen=True)
class VisitPage:
    """A visit with who is in it and what it is about. `ahead`: it can still be changed."""

    visit: Visit
    employer: Person
    specialists: list[Person]
    company: Company | None
    placement: Placement | None
    case: Incident | None
    promise: Promise | None
    ahead: bool


async def view_visit(session: Session, now: datetime, by: Person, visit_id: int) -> VisitPage:
    """One visit. That it was read is written down. Raises NotAllowed, VisitNotFound."""
    staff_only(by)
    visit = await find_visit(session, by, visit_id)
    await note_reading(session, now, by, f"visit {visit_id}")
    people = await fetch(session, Person, (visit.employer_id, *specialists_of(visit)))
    return VisitPage(
        visit,
        people[visit.employer_id],
        [people[one] for one in specialists_of(visit)],
        await session.get(Company, visit.company_id) if visit.company_id else None,
        await session.get(Placement, visit.placement_id) if visit.placement_id else None,
        await session.get(Incident, visit.incident_id) if visit.incident_id else None,
        await session.get(Promise, visit.promise_id) if visit.promise_id else None,
        visit.status is VisitStatus.BOOKED and visit.starts_at > now,
    )
