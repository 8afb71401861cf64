"""The few numbers of a week that reviewers hear of."""

from datetime import datetime

from sqlmodel import col, func, select

from domain.followups import FollowUpStatus
from domain.incidents import Status
from domain.promises import PromiseState
from domain.triage import Level
from domain.visits import VisitStatus
from domain.working_time import Span
from models.database import Session, inline
from models.followups import FollowUp
from models.incidents import Incident
from models.visits import Promise, Visit


async def new_cases(session: Session, span: Span) -> tuple[int, int]:
    """Cases of this span, and how many of them hurried."""
    wanted = (
        select(Incident.level, func.count())
        .where(
            col(Incident.created_at) >= span.starts,
            col(Incident.created_at) < span.ends,
            col(Incident.drill).is_(False),
        )
        .group_by(col(Incident.level))
    )
    counts = {Level(level): count for level, count in await session.exec(wanted)}
    return sum(counts.values()), sum(counts.values()) - counts.get(Level.NORMAL, 0)


async def unclosed_cases(session: Session) -> tuple[int, int]:
    """Cases that wait for a specialist, and those that one has taken."""
    waiting = select(func.count()).where(
        col(Incident.status) == Status.OPEN, col(Incident.wants_specialist)
    )
    taken = select(func.count()).where(col(Incident.status) == Status.TAKEN)
    return (await session.exec(waiting)).one(), (await session.exec(taken)).one()


async def promises(session: Session, span: Span) -> tuple[int, int, int]:
    """Visits that were promised in this span: how many, how many of them on time or on a later day
    that the employer chose, and how many are still open."""
    wanted = (
        select(Promise.state, func.count())
        .where(col(Promise.asked_at) >= span.starts, col(Promise.asked_at) < span.ends)
        .group_by(col(Promise.state))
    )
    counts = {PromiseState(state): count for state, count in await session.exec(wanted)}
    kept = counts.get(PromiseState.KEPT, 0) + counts.get(PromiseState.CHOSEN_LATER, 0)
    return sum(counts.values()), kept, counts.get(PromiseState.OPEN, 0)


async def waiting_tasks(session: Session) -> int:
    """Follow-ups that wait for a specialist."""
    wanted = select(func.count()).where(col(FollowUp.status) == inline(FollowUpStatus.TASK))
    return (await session.exec(wanted)).one()


async def booked_visits(session: Session, since: datetime, until: datetime) -> int:
    """Visits that are still to come in this span."""
    wanted = select(func.count()).where(
        col(Visit.starts_at) >= since,
        col(Visit.starts_at) < until,
        col(Visit.status) == VisitStatus.BOOKED,
    )
    return (await session.exec(wanted)).one()
