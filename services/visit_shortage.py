"""Nothing is free inside a promise: the leader hears it at once, with what could give."""

from datetime import datetime, time

from domain.messages import Button, Message, NearDay, Param, Priority, column
from domain.office import Office
from domain.people import Role
from domain.visits import How, Slot, VisitKind, half_hour
from domain.working_time import ONE_DAY, instant
from models.companies import Company
from models.database import Session
from models.duty import absences_of
from models.people import Person, leaders, people_in_role
from models.visits import Promise, Visit, visits_between
from services.visit_notices import tell_each
from services.visit_offers import minute_of, slot_buttons
from services.visit_times import Plan, diaries_of, find_times, wish_for


async def tell_of_shortage(
    session: Session, now: datetime, office: Office, plan: Plan, promise: Promise
) -> None:
    """In the same second: the leader and the specialists hear that nothing is free, and what could
    give."""
    promise.short_since = now
    session.add(promise)
    ways = await ways_out(session, now, office, plan, promise)
    message = Message(
        "visit-shortage",
        {
            "company": plan.company.name if plan.company else plan.employer.name,
            "latest": NearDay(promise.latest_day),
            "case": plan.case.reference if plan.case else "",
            "has_case": int(plan.case is not None),
            "ways": len(ways),
        },
        column(*ways, Button("button-visits", "visits")),
        priority=Priority.ESCALATION,
    )
    staff = [*await leaders(session), *await _not_away(session, now)]
    await tell_each(session, now, staff, message)


async def _not_away(session: Session, now: datetime) -> list[Person]:
    """The specialists who could do something about it: whoever is on leave is left alone."""
    people = await people_in_role(session, Role.SPECIALIST)
    away = {
        absence.person_id
        for absence in await absences_of(session, [person.id or 0 for person in people], now)
        if absence.starts_at <= now
    }
    return [person for person in people if person.id not in away]


async def ways_out(
    session: Session, now: datetime, office: Office, plan: Plan, promise: Promise
) -> list[Button]:
    """A phone call now, a shorter visit, overtime, or moving a visit that can wait."""
    found: list[Button] = []
    for key, how in (
        ("button-visit-call-now", How(VisitKind.PHONE)),
        ("button-visit-shorter", How(short=True)),
    ):
        other = Plan(plan.employer, plan.company, how, promise, case=plan.case)
        times = await find_times(session, now, office, other)
        for button in slot_buttons(other, times)[:1]:
            found.append(Button(key, button[0].data, params=button[0].params))
    found += [
        Button(
            "button-visit-overtime",
            f"visitextra:{plan.subject}:w:{slot.person_id}:{minute_of(slot.starts)}",
            params={"when": slot.starts, "who": name},
        )
        for slot, name in await _overtime(session, now, office, plan, promise)
    ]
    for visit in await _movable(session, now, promise):
        company = await session.get(Company, visit.company_id) if visit.company_id else None
        params: dict[str, Param] = {
            "when": visit.starts_at,
            "company": company.name if company else "",
        }
        found.append(Button("button-visit-make-room", f"visitmove:{visit.id}", params=params))
    return found


async def _overtime(
    session: Session, now: datetime, office: Office, plan: Plan, promise: Promise
) -> list[tuple[Slot, str]]:
    """Right after the working day, on the latest day: when each specialist could come."""
    wish = wish_for(office, plan, now, promise.latest_day)
    people = list(await people_in_role(session, Role.SPECIALIST))[:4]
    found = []
    for person, diary in zip(
        people, await diaries_of(session, now, office, people, wish), strict=True
    ):
        worked = diary.works.on(promise.latest_day)
        if not worked:
            continue
        starts = half_hour(max(worked[-1].ends, now) + wish.way)
        whole = wish.takes(starts)
        if not any(span.overlaps(whole) for span in (*diary.taken, *diary.works.away)):
            found.append((Slot(starts, diary.person_id), person.name))
    return found


async def _movable(session: Session, now: datetime, promise: Promise) -> list[Visit]:
    """Visits before the latest day is over that no promise holds there."""
    until = instant(promise.latest_day + ONE_DAY, time.min)
    found = []
    for visit in await visits_between(session, now, until):
        kept = await session.get(Promise, visit.promise_id) if visit.promise_id else None
        if kept is None or kept.latest_day > promise.latest_day:
            found.append(visit)
    return found[:3]
