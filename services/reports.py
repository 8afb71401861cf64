"""Gathers the figures of a period for the jobcenter's evaluation."""

import asyncio
from collections.abc import Sequence
from datetime import datetime

from domain.office import Office
from domain.periods import Period, year
from domain.reports import Figures, Placed, citizens, climbed, companies, outcomes, parts_of
from domain.satisfaction import QUESTIONS, Marks, marks_shown
from domain.working_time import WorkingTime, danish_day
from models import reports
from models.database import Session
from models.incidents import Incident
from models.placements import Placement
from models.satisfaction import marks_in
from services.duty import office_time

CARD = "task-card"


async def figures(session: Session, office: Office, period: Period) -> Figures:
    """The figures of a period as the database has them."""
    span = period.span
    placements = [_placed(placement) for placement in await reports.all_placements(session)]
    involved = companies(placements, period)
    views, rated, helped = await reports.count_views(session, span)
    asked = await reports.asked_and_taken(session, span)
    working = await office_time(session, span.starts, office)
    return Figures(
        types=citizens(placements, period),
        climbed=climbed(placements, period),
        outcomes=outcomes(placements, period),
        answered=await reports.count_answers(session, span),
        satisfaction=await _satisfaction(session, period),
        companies=len(involved),
        companies_asking=len(involved & await reports.asking_companies(session, span)),
        springboards=len(involved & await reports.springboards(session)),
        categories=await reports.count_cases(session, span, Incident.category),
        levels=await reports.count_cases(session, span, Incident.level),
        parts={
            part.first.isoformat(): sum(
                (await reports.count_cases(session, part.span, Incident.level)).values()
            )
            for part in parts_of(period)
        },
        asked=len(asked),
        waits=await asyncio.to_thread(_waits, working, asked),
        promises=await reports.count_promises(session, span),
        visits=await reports.count_visits(session, span),
        views=views,
        rated=rated,
        helped=helped,
        learned=await reports.count_learned(session, span),
        examples=await reports.count_examples(session, span),
        cards=await reports.count_cards(session, span, CARD),
    )


def _waits(working: WorkingTime, asked: Sequence[tuple[datetime, datetime | None]]) -> list[float]:
    """Working minutes until each case was taken. With many cases that takes seconds: chats go on
    meanwhile when a thread does it."""
    return [working.minutes_between(at, taken) for at, taken in asked if taken]


async def _satisfaction(session: Session, period: Period) -> dict[str, Marks]:
    """Marks have no time but their year, so only a whole year has any."""
    if period != year(period.first.year):
        return {}
    rows = await marks_in(session, str(period.first.year))
    return {
        f"{occasion}-{question}": marks_shown(
            [(r.crowd, r.mark) for r in rows if (r.occasion, r.question) == (occasion, question)]
        )
        for occasion, questions in QUESTIONS.items()
        for question in questions
    }


def _placed(placement: Placement) -> Placed:
    assert placement.id is not None
    return Placed(
        placement.id,
        placement.type,
        placement.company_id,
        placement.starts_on or danish_day(placement.created_at),
        danish_day(placement.ended_at) if placement.ended_at else None,
        placement.follows_id,
        placement.outcome,
    )
