"""What a report counts, straight from the rows."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlmodel import and_, col, func, select

from domain.followups import Answer
from domain.incidents import Happening
from domain.people import Role
from domain.placements import PlacementStatus
from domain.promises import PromiseState
from domain.visits import VisitKind, VisitStatus
from domain.working_time import Span
from models.companies import Company
from models.database import Session
from models.followups import FollowUp
from models.guides import GuideView, OpenQuestion
from models.incidents import Incident, IncidentEvent
from models.people import Person
from models.placements import Placement
from models.sheets import Sheet
from models.visits import Promise, Visit


def _in(column: Any, span: Span) -> Any:
    return and_(col(column) >= span.starts, col(column) < span.ends)


def _case_in(span: Span) -> Any:
    """Cases of this span; a drill is no case."""
    return and_(_in(Incident.created_at, span), col(Incident.drill).is_(False))


async def all_placements(session: Session) -> Sequence[Placement]:
    """Every placement that has begun; a person's steps may reach back to before the period."""
    wanted = select(Placement).where(col(Placement.status) != PlacementStatus.PLANNED)
    return (await session.exec(wanted)).all()


async def springboards(session: Session) -> set[int]:
    """The companies that like to take on more people."""
    found = await session.exec(select(Company.id).where(col(Company.springboard)))
    return {company_id for company_id in found if company_id is not None}


async def asking_companies(session: Session, span: Span) -> set[int]:
    """The companies from which somebody opened a case or a guide."""
    cases = select(Incident.company_id).where(_case_in(span)).distinct()
    views = (
        select(Person.company_id)
        .join(GuideView, col(GuideView.person_id) == Person.id)
        .where(_in(GuideView.shown_at, span), Person.role == Role.EMPLOYER)
        .distinct()
    )
    found = {*(await session.exec(cases)).all(), *(await session.exec(views)).all()}
    return {company_id for company_id in found if company_id is not None}


async def count_cases(session: Session, span: Span, column: Any) -> dict[str, int]:
    """Cases of this span by a column."""
    wanted = select(column, func.count()).where(_case_in(span)).group_by(column)
    return {str(value): count for value, count in await session.exec(wanted)}


async def asked_and_taken(
    session: Session, span: Span
) -> Sequence[tuple[datetime, datetime | None]]:
    """When a specialist was first asked for in each case of this span, and when one took it."""
    wanted = (
        select(func.min(IncidentEvent.at), Incident.taken_at)
        .join(Incident, col(IncidentEvent.incident_id) == Incident.id)
        .where(_case_in(span), IncidentEvent.kind == Happening.ASKED_SPECIALIST)
        .group_by(col(Incident.id))
    )
    return (await session.exec(wanted)).all()


async def count_learned(session: Session, span: Span) -> int:
    """Cases of this span that ended with a line on what was learned."""
    wanted = select(func.count()).where(_case_in(span), Incident.learned != "")
    return (await session.exec(wanted)).one()


async def count_promises(session: Session, span: Span) -> dict[PromiseState, int]:
    """Visits promised in this span, by what became of the promise."""
    wanted = select(Promise.state, func.count()).where(_in(Promise.asked_at, span))
    found = await session.exec(wanted.group_by(col(Promise.state)))
    return {PromiseState(state): count for state, count in found}


async def count_visits(session: Session, span: Span) -> dict[VisitKind, int]:
    """Visits held in this span, by how the two met."""
    wanted = select(Visit.kind, func.count()).where(
        _in(Visit.starts_at, span), Visit.status == VisitStatus.HELD
    )
    found = await session.exec(wanted.group_by(col(Visit.kind)))
    return {VisitKind(kind): count for kind, count in found}


async def count_answers(session: Session, span: Span) -> dict[Answer, int]:
    """Follow-ups that employers answered in this span, by answer."""
    wanted = select(FollowUp.answer, func.count()).where(
        _in(FollowUp.over_at, span), col(FollowUp.answer).is_not(None)
    )
    found = await session.exec(wanted.group_by(col(FollowUp.answer)))
    return {Answer(answer): count for answer, count in found if answer}


async def count_views(session: Session, span: Span) -> tuple[int, int, int]:
    """Guides that employers opened in this span: all, those they said something about, and those
    that helped."""
    wanted = (
        select(GuideView.helped, func.count())
        .join(Person, col(GuideView.person_id) == Person.id)
        .where(_in(GuideView.shown_at, span), Person.role == Role.EMPLOYER)
        .group_by(col(GuideView.helped))
    )
    counts = dict((await session.exec(wanted)).all())
    helped = counts.get(True, 0)
    return sum(counts.values()), helped + counts.get(False, 0), helped


async def count_examples(session: Session, span: Span) -> int:
    """Questions without a guide that a specialist dealt with in this span."""
    wanted = select(func.count()).where(_in(OpenQuestion.settled_at, span))
    return (await session.exec(wanted)).one()


async def count_cards(session: Session, span: Span, form_id: str) -> int:
    """Sheets of this form begun in this span."""
    wanted = select(func.count()).where(_in(Sheet.created_at, span), Sheet.form_id == form_id)
    return (await session.exec(wanted)).one()
