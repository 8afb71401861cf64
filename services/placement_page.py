"""Everything about one placement on one page: its steps, its plan, and what has happened."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from domain.errors import NotFound
from domain.followups import ALIVE, FollowUpStatus
from domain.messages import Param, Ref
from models.companies import Company
from models.database import Session, fetch
from models.followups import FollowUp, FollowUpPlan, follow_ups_of
from models.incidents import incidents_of
from models.people import Person, people_at
from models.placements import Placement, placement_by_reference
from models.sheets import sheets_around
from models.visits import visits_around
from services import placements
from services.audit import note_reading
from services.follow_up_notices import About
from services.signin import staff_only


@dataclass(frozen=True)
class Happened:
    """One line of the timeline: when, what kind, what it says, and where it leads."""

    at: datetime
    kind: str
    text: Param
    path: str = ""
    words: str = ""


@dataclass(frozen=True)
class PlacementPage:
    """A placement with all that belongs to it."""

    placement: Placement
    company: Company
    people: dict[int, Person]
    colleagues: Sequence[Person]
    steps: list[Placement]
    ahead: list[tuple[FollowUp, Param]]
    """Follow-ups that are planned, asked or a task, with their questions."""
    happened: list[Happened]


async def view_placement(
    session: Session, now: datetime, by: Person | None, reference: str
) -> PlacementPage:
    """One placement for the staff. That it was read is written down."""
    person = staff_only(by)
    placement = await placement_by_reference(session, reference)
    if placement is None or placement.id is None:
        raise NotFound()
    await note_reading(session, now, person, reference)
    rows = await follow_ups_of(session, placement.id)
    plans = await fetch(session, FollowUpPlan, (row.plan_id for row in rows))
    texts = {row.id: About(plans[row.plan_id].plan, "", "").text_of(row) for row in rows}
    ids = (
        placement.specialist_id,
        placement.consultant_id,
        placement.contact_id,
        placement.mentor_id,
    )
    return PlacementPage(
        placement,
        await session.get_one(Company, placement.company_id),
        await fetch(session, Person, ids),
        await people_at(session, [placement.company_id]),
        await placements.staircase(session, placement),
        [(row, texts[row.id]) for row in rows if row.status in ALIVE],
        await _timeline(session, placement.id, rows, texts),
    )


async def _timeline(
    session: Session,
    placement_id: int,
    rows: Sequence[FollowUp],
    texts: dict[int | None, Param],
) -> list[Happened]:
    """Cases, visits, sheets and answers, the newest first."""
    found = [
        Happened(
            one.created_at,
            "happened-incident",
            one.reference,
            f"/review/incidents/{one.id}",
            one.happened,
        )
        for one in await incidents_of(session, placement_id)
    ]
    found += [
        Happened(
            one.starts_at,
            "happened-visit",
            Ref(f"term-visit-status-{one.status}"),
            f"/review/visits/{one.id}",
            one.agreed,
        )
        for one in await visits_around(session, placement_id)
    ]
    found += [
        Happened(one.created_at, "happened-sheet", Ref(f"form-title:{one.form_id}"))
        for one in await sheets_around(session, placement_id)
    ]
    found += [
        Happened(row.over_at, _kind(row), texts[row.id], "", row.words)
        for row in rows
        if row.over_at and row.status in (FollowUpStatus.ANSWERED, FollowUpStatus.DONE)
    ]
    return sorted(found, key=lambda one: one.at, reverse=True)


def _kind(row: FollowUp) -> str:
    if row.status == FollowUpStatus.DONE:
        return "happened-task-done"
    return f"happened-answer-{row.answer}"
