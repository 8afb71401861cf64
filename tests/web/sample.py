"""A small office in which every page has something to show. Names and companies are invented."""

from datetime import date, timedelta

from domain.forms import Kind
from domain.people import Role
from domain.placements import Details
from domain.triage import Level
from domain.visits import VisitStatus
from knowledge.forms import load_forms
from knowledge.library import FOLDER
from knowledge.plain import load_plain
from knowledge.plans import our_plans
from models.database import Session
from models.incidents import Incident
from models.people import Person
from models.placements import Placement
from models.visits import Visit
from services import approval, escalations, guides, incidents, people, placements, sheets, taking
from services.plans import make_plans
from tests.web.office import Office

COMPANY = "Bageriet på Hjørnet (opdigtet)"
OTHER = "Nordvestjyllands Grøntsagspakkeri og Frugtlager A/S (opdigtet)"
HAPPENED = "Han gik før tid, og ingen ved hvorhen"
STEPS = ["Hent vognen ved porten", "Sæt ny mælk bagerst"]
MARKS = {"motivation": 4, "identity": 2}


async def furnish(office: Office) -> dict[str, str]:
    """Fill it; returns what stands in the addresses of single pages: `id` of a case and of its
    company, `reference` of a placement; `card` and `evaluation`, the employee's links."""
    words = load_plain(FOLDER)
    office.desk.phrases.forms = load_forms(FOLDER, words)
    mette = await office.person(Role.EMPLOYER, "Mette Øgaard", COMPANY)
    ole = await office.person(Role.EMPLOYER, "Ole", OTHER)
    anna = await office.person(Role.SPECIALIST, "Anna")
    async with office.desk.database.write() as session:
        placement = await _placement(session, office, mette)
        await _progress(session, office, anna, placement)
        case = await _case(session, office, mette, anna)
        session.add(_visit(office, case, placement, anna))
        await incidents.log_incident(session, office.now, ole, "Et skema", level=Level.NORMAL)
        guides.show_guide(session, office.now, mette, "breaks")
        await people.invite(session, office.now, Role.EMPLOYER, "Ida", COMPANY)
        links = {
            name: await _link(session, office, mette, placement, form)
            for name, form in (("card", "task-card"), ("evaluation", "evaluation"))
        }
    async with office.desk.database.write() as session:
        await make_plans(session, office.now, office.desk.office, our_plans())
    assert case.id == mette.company_id == 1
    return {**links, "id": "1", "reference": placement.reference}


async def _placement(session: Session, office: Office, employer: Person) -> Placement:
    starts_on = date(2026, 11, 24)
    return await placements.add_placement(
        session, office.now, employer.company_id or 0, Details(starts_on=starts_on)
    )


async def _progress(session: Session, office: Office, by: Person, of: Placement) -> None:
    form = office.desk.phrases.forms["progress"]
    sheet = await sheets.start_sheet(
        session, office.now, by, form, company_id=of.company_id, placement_id=of.id
    )
    filled = await sheets.load(session, sheet, form)
    for name, mark in MARKS.items():
        question = form.question(name)
        assert question is not None
        words = load_plain(FOLDER)
        await sheets.save_answer(session, office.now, by, filled, question, mark, 0, words)


async def _link(session: Session, office: Office, by: Person, about: Placement, name: str) -> str:
    """A sheet that the employer has filled in, for the employee to read."""
    form, words = office.desk.phrases.forms[name], load_plain(FOLDER)
    sheet = await sheets.start_sheet(session, office.now, by, form, placement_id=about.id)
    filled = await sheets.load(session, sheet, form)
    for question in form.questions:
        if not question.citizen:
            answer = STEPS if question.kind is Kind.STEPS else STEPS[0]
            await sheets.save_answer(session, office.now, by, filled, question, answer, 0, words)
    return await approval.make_link(
        session, office.now, by, await sheets.load(session, sheet, form)
    )


async def _case(session: Session, office: Office, reporter: Person, taker: Person) -> Incident:
    case = await incidents.log_incident(session, office.now, reporter, HAPPENED, level=Level.URGENT)
    await escalations.ask_specialist(session, office.now, reporter, case, office.desk.office)
    await taking.acknowledge(session, office.now, taker, case.id or 0, office.desk.office)
    return case


def _visit(office: Office, case: Incident, placement: Placement, by: Person) -> Visit:
    starts = office.now + timedelta(days=1)
    return Visit(
        uid="sample",
        status=VisitStatus.BOOKED,
        starts_at=starts,
        ends_at=starts + timedelta(hours=1),
        specialist_id=by.id or 0,
        employer_id=case.reporter_id,
        company_id=case.company_id,
        placement_id=placement.id,
        incident_id=case.id,
        created_at=office.now,
        changed_at=office.now,
    )
