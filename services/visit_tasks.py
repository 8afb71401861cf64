"""What follows from a visit: the employer is asked how it goes, and each task comes back on its
day."""

from datetime import date, datetime, timedelta

from domain.dates import parse_day
from domain.followups import Source, To, due_at
from domain.office import Office
from domain.working_time import danish_day
from models.database import Session
from models.followups import add_follow_ups, plan_of
from models.visits import Visit
from services.duty import office_time
from services.plans import plan_for_visit

WITHOUT_DATE = timedelta(days=7)
LONGEST_DATE = 3
"""Words at the end of a line that may be its date."""

ITEM = "agreed"


async def follow_up_visit(session: Session, now: datetime, office: Office, visit: Visit) -> None:
    """Plan the questions after a visit, and hand each task to the specialist when it is due."""
    assert visit.id is not None
    await plan_for_visit(
        session,
        now,
        visit.id,
        danish_day(visit.starts_at),
        placement_id=visit.placement_id,
        company_id=visit.company_id,
        receiver_id=visit.employer_id,
    )
    await session.flush()
    plan = await plan_of(session, Source.VISIT, visit.id)
    assert plan is not None
    duty = await office_time(session, now, office)
    rows = []
    for number, line in enumerate(filter(None, map(str.strip, visit.tasks.splitlines())), 1):
        due = due_at(due_day(line, danish_day(now)), duty)
        rows.append(
            {
                "plan_id": plan.id,
                "item": ITEM,
                "number": number,
                "planned_for": due,
                "due_at": due,
                "next_action_at": due,
                "to": To.SPECIALIST,
                "by_hand": True,
                "question": line[:500],
            }
        )
    await add_follow_ups(session, rows)


def due_day(line: str, today: date) -> date:
    """The day at the end of a task, as people write it: `Sæt tavlen op 1/12`; else in a week."""
    words = line.rstrip(".").split()
    for count in range(LONGEST_DATE, 0, -1):
        try:
            return parse_day(" ".join(words[-count:]), today)
        except ValueError:
            continue
    return today + WITHOUT_DATE
