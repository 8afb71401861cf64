"""The lists of follow-ups for the staff: what waits for whom."""

from dataclasses import dataclass
from datetime import datetime

from domain.followups import FollowUpStatus
from domain.messages import Param
from models.companies import Company
from models.database import Session, fetch
from models.followups import FollowUp, coming_follow_ups, open_follow_ups
from models.people import Person
from models.placements import Placement
from services.follow_up_notices import About
from services.signin import staff_only

VIEWS = ("tasks", "unanswered", "coming")
"""Tasks for a specialist, questions without an answer, and what falls due soon."""

SHOWN = 200


@dataclass(frozen=True)
class Line:
    """One follow-up with what it is about."""

    row: FollowUp
    text: Param
    placement: Placement | None
    company: Company | None
    receiver: Person | None
    owner: Person | None


async def follow_up_list(
    session: Session,
    by: Person | None,
    view: str,
    *,
    until: datetime,
    mine: bool = False,
) -> list[Line]:
    """One of the VIEWS, the earliest first. `mine`: of placements that this person looks after, and
    tasks that are theirs."""
    person = staff_only(by)
    care = person.id if mine else None
    if view == "coming":
        found = await coming_follow_ups(session, until, SHOWN, care)
    else:
        status = FollowUpStatus.TASK if view == "tasks" else FollowUpStatus.ASKED
        found = await open_follow_ups(session, status, SHOWN, care)
    placed = await fetch(session, Placement, (plan.placement_id for _row, plan in found))
    firms = await fetch(session, Company, (plan.company_id for _row, plan in found))
    ids = {person_id for row, _plan in found for person_id in (row.receiver_id, row.owner_id)}
    people = await fetch(session, Person, ids)
    return [
        Line(
            row,
            About(plan.plan, "", "").text_of(row),
            placed.get(plan.placement_id or 0),
            firms.get(plan.company_id or 0),
            people.get(row.receiver_id or 0),
            people.get(row.owner_id or 0),
        )
        for row, plan in found
    ]
