"""Whom the staff can plan a visit to: those who were promised one, and everybody by company."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from domain.incidents import spoken_reference
from domain.placements import PlacementStatus, is_reference
from domain.working_time import danish_day
from models.companies import Company, find_companies
from models.database import Session, fetch
from models.incidents import Incident, incident_by_reference, open_cases_at
from models.people import Person, employers, person_named
from models.placements import Placement, placement_by_reference, placements_of
from models.visits import Promise, unbooked_promises
from services.signin import staff_only

PEOPLE = 60
"""Employers on the page; a part of a name finds the others."""

PROMISED = 20


@dataclass
class Firm:
    """A company, whom one can visit there, and what the visit can be about."""

    company: Company
    people: list[Person] = field(default_factory=list)
    placements: list[Placement] = field(default_factory=list)
    cases: list[Incident] = field(default_factory=list)


@dataclass(frozen=True)
class Choice:
    """What can be chosen: promises that have no visit yet with for whom and about what, then the
    companies by name. `more`: there are others."""

    promised: Sequence[tuple[Promise, Person, Company | None, Incident | None]]
    firms: Sequence[Firm]
    more: bool


async def whom(session: Session, now: datetime, by: Person, text: str) -> Choice:
    """Everybody; or who belongs to this company (a part of its name), placement, case or name."""
    staff_only(by)
    ids = await _meant(session, now, text) if text else None
    found = await employers(session, PEOPLE + 1, ids)
    firms: dict[int, Firm] = {}
    for person, company in found[:PEOPLE]:
        firms.setdefault(company.id or 0, Firm(company)).people.append(person)
    for placement in await placements_of(session, firms):
        if placement.status is not PlacementStatus.ENDED:
            firms[placement.company_id].placements.append(placement)
    for case in await open_cases_at(session, firms):
        firms[case.company_id or 0].cases.append(case)
    promised = [] if text else await _promised(session)
    return Choice(promised, list(firms.values()), len(found) > PEOPLE)


async def _meant(session: Session, now: datetime, text: str) -> Sequence[int]:
    """The companies that these words may mean."""
    if is_reference(text.upper()):
        placement = await placement_by_reference(session, text.upper())
        return [placement.company_id] if placement else []
    if spoken := spoken_reference(text, danish_day(now).year):
        case = await incident_by_reference(session, *spoken)
        if case and case.company_id:
            return [case.company_id]
    if found := await find_companies(session, text, PEOPLE):
        return found
    person = await person_named(session, text)
    return [person.company_id] if person and person.company_id else []


async def _promised(
    session: Session,
) -> list[tuple[Promise, Person, Company | None, Incident | None]]:
    rows = await unbooked_promises(session, PROMISED)
    people = await fetch(session, Person, (promise.person_id for promise, _company in rows))
    cases = await fetch(session, Incident, (promise.incident_id for promise, _company in rows))
    return [
        (promise, people[promise.person_id], company, cases.get(promise.incident_id or 0))
        for promise, company in rows
    ]
