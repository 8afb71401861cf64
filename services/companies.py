"""The companies: what the jobcenter knows of each, and a search for one that fits."""

from dataclasses import asdict, dataclass
from datetime import datetime

from domain.errors import HotlineError, NotFound
from knowledge.stems import stems
from models.companies import Company, company_named, list_companies, springboards
from models.database import Session
from models.people import Person
from models.placements import running_at
from services.audit import note_act
from services.signin import reviewers_only, staff_only

PAGE = 50
LONGEST_DRIVE = 300  # minutes


class NameTaken(HotlineError):
    """Another company has this name."""

    key = "error-company-name"


class WrongDrive(HotlineError):
    """Minutes that nobody drives."""

    key = "error-company-drive"


@dataclass(frozen=True)
class About:
    """What is known of a company."""

    name: str
    address: str = ""
    ask_for: str = ""
    parking: str = ""
    travel_minutes: int | None = None
    springboard: bool = False
    offers: str = ""


@dataclass(frozen=True)
class Listed:
    """A company in a list, and how many placements run there."""

    company: Company
    running: int


async def companies_page(
    session: Session, by: Person | None, after: str = "", name: str = ""
) -> tuple[list[Listed], str]:
    """A page of companies for the staff, and behind which name the next begins."""
    staff_only(by)
    found = await list_companies(session, after, PAGE + 1, name=name)
    shown = found[:PAGE]
    running = await running_at(session, [company.id or 0 for company in shown])
    rows = [Listed(company, running.get(company.id or 0, 0)) for company in shown]
    return rows, shown[-1].name if len(found) > PAGE else ""


async def find_match(session: Session, by: Person | None, words: str) -> list[Listed]:
    """The springboard companies whose offers have most in common with these words; without words,
    all of them. Of equals, the one with fewer placements stands first."""
    staff_only(by)
    found = await springboards(session)
    wanted = set(stems(words))
    fits = {
        company.id: len(wanted & set(stems(f"{company.name} {company.address} {company.offers}")))
        for company in found
    }
    running = await running_at(session, [company.id or 0 for company in found])
    listed = [
        Listed(company, running.get(company.id or 0, 0))
        for company in found
        if fits[company.id] or not wanted
    ]
    return sorted(listed, key=lambda one: (-fits[one.company.id], one.running, one.company.name))


async def find_company(session: Session, by: Person | None, company_id: int) -> Company:
    """One company, for the staff."""
    staff_only(by)
    company = await session.get(Company, company_id)
    if company is None:
        raise NotFound()
    return company


async def change_company(
    session: Session, now: datetime, by: Person, company_id: int, about: About
) -> Company:
    """Write down what is known of a company. Raises NameTaken or WrongDrive."""
    reviewers_only(by)
    company = await find_company(session, by, company_id)
    other = await company_named(session, about.name)
    if not about.name or (other and other.id != company_id):
        raise NameTaken()
    if about.travel_minutes is not None and not 0 <= about.travel_minutes <= LONGEST_DRIVE:
        raise WrongDrive()
    for field, value in asdict(about).items():
        setattr(company, field, value)
    session.add(company)
    note_act(session, now, by, "changed company", f"company {company_id}")
    return company
