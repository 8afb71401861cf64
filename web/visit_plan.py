"""Planning a visit: whom to, the times that are free, and one press that books or moves."""

from dataclasses import dataclass

from starlette.datastructures import FormData, QueryParams
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

import locales
from domain.errors import HotlineError
from domain.messages import NearDay
from domain.office import Office
from domain.people import Language
from domain.visits import How, Slot, VisitKind
from models.database import Session
from models.people import Person
from models.visits import Visit, visit_of_promise
from services import promises, visits
from services.visit_choice import whom
from services.visit_notices import tell_doer
from services.visit_offers import minute_of, slot_of
from services.visit_times import PAGES, Plan, Times, how_of, plan_for, why_none
from web.browser import desk_of, whole_number
from web.desk import Desk
from web.room import show
from web.signing import check_form, staff_of_request

PATH = "/review/visits"
KINDS = (
    ("w", How(), "visit-kind-workplace"),
    ("s", How(short=True), "web-visit-short"),
    ("p", How(VisitKind.PHONE), "visit-kind-phone"),
    ("v", How(VisitKind.VIDEO), "visit-kind-video"),
)
"""What can be chosen, as a button in the chat carries it."""

LONGEST = 80  # characters of what is looked for

PROBLEMS: dict[type[HotlineError], str] = {
    visits.SlotTaken: "web-visit-taken",
    visits.VisitInPast: "web-visit-past",
    visits.ClosedThen: "web-visit-closed",
    visits.AlreadyBooked: "web-visit-already",
}
"""After these the page shows fresh times."""


@dataclass(frozen=True)
class Asked:
    """What the address or the form asks for: a visit to whom, how, and on which page of times."""

    subject: str
    how: How | None
    page: int

    @classmethod
    def of(cls, fields: FormData | QueryParams) -> "Asked":
        """Whatever is made up is the usual."""
        kind, both = str(fields.get("kind", ""))[:1], "2" if fields.get("both") else ""
        page = min(whole_number(str(fields.get("page", ""))), PAGES)
        return cls(str(fields.get("subject", ""))[:20], How.of(kind + both) if kind else None, page)

    async def plan(self, session: Session, by: Person, office: Office) -> Plan:
        """The plan. A visit that is moved stays as it is where nothing else was chosen. Raises
        VisitNotFound, NobodyThere, and VisitOver for a visit that cannot be moved any more."""
        plan = await plan_for(session, by, self.subject, self.how or How())
        if plan.moved and self.how is None:
            plan = await plan_for(session, by, self.subject, how_of(plan.moved, office))
        return plan


async def show_plan(request: Request) -> Response:
    """Whom to visit; and once that is chosen, the times."""
    person, asked = await staff_of_request(request), Asked.of(request.query_params)
    if asked.subject:
        return await _times(request, person, asked)
    text = " ".join(request.query_params.get("q", "").replace("\0", "").split())[:LONGEST]
    desk = desk_of(request)
    async with desk.database.read() as session:
        choice = await whom(session, desk.now(), person, text)
    return show(
        request,
        "visit_plan.html",
        person,
        "visits",
        choice=choice,
        text=text,
        path=f"{PATH}/plan",
        near=NearDay,
    )


async def _times(
    request: Request, person: Person, asked: Asked, problem: HotlineError | None = None
) -> Response:
    desk = desk_of(request)
    now, office = desk.now(), desk.office
    async with desk.database.write() as session:
        plan = await asked.plan(session, person, office)
        if plan.moved:
            visits.still_booked(plan.moved, now)
        times = await promises.times_for(session, now, office, plan, asked.page)
        reasons = [] if times.slots else await why_none(session, now, office, times)
        promise = plan.promise.id if plan.promise and not plan.moved else None
        coming = await visit_of_promise(session, promise) if promise else None
    desk.committed()
    return show(
        request,
        "visit_times.html",
        person,
        "visits",
        status=409 if problem else 200,
        problem=PROBLEMS[type(problem)] if problem else "",
        plan=plan,
        subject=plan.subject,
        page=asked.page,
        kinds=[_kind(desk, plan, *kind) for kind in KINDS],
        slots=[_slot(person.language, times, slot) for slot in times.slots],
        reasons=reasons,
        coming=coming,
        inside=bool(plan.promise and not asked.page and not plan.moved),
        latest=NearDay(plan.promise.latest_day) if plan.promise else None,
        until=NearDay(times.last_day),
        most=PAGES,
        sent="sent" in request.query_params,
        path=f"{PATH}/plan",
    )


def _kind(desk: Desk, plan: Plan, code: str, how: How, label: str) -> dict[str, object]:
    chosen = (how.kind, how.short) == (plan.how.kind, plan.how.short)
    minutes = int(desk.office.visits.length(how).total_seconds() // 60)
    return {"code": code, "label": label, "minutes": minutes, "chosen": chosen}


def _slot(language: Language, times: Times, slot: Slot) -> dict[str, str]:
    return {
        "value": f"{slot.person_id}:{minute_of(slot.starts)}",
        "when": locales.short_moment(language, slot.starts),
        "who": " + ".join(person.name for person in times.people[slot.person_id]),
    }


async def book(request: Request) -> Response:
    """A time was pressed: booked or moved. Whoever was too late sees fresh times."""
    person = await staff_of_request(request)
    await check_form(request)
    desk, form = desk_of(request), await request.form()
    asked = Asked.of(form)
    try:
        async with desk.database.write() as session:
            plan = await asked.plan(session, person, desk.office)
            if "let" in form:
                await visits.propose(session, desk.now(), desk.office, person, plan)
                address = f"{PATH}/plan?subject={plan.subject}&kind={plan.how.code[0]}&sent=yes"
            else:
                slot = slot_of(*str(form.get("slot", "")).partition(":")[::2])
                visit = await _take(session, desk, person, plan, slot)
                address = f"{PATH}/{visit.id}?done={'moved' if plan.moved else 'booked'}"
    except tuple(PROBLEMS) as problem:
        return await _times(request, person, asked, problem)
    desk.committed()
    return RedirectResponse(address, 303)


async def _take(session: Session, desk: Desk, by: Person, plan: Plan, slot: Slot) -> Visit:
    now, office = desk.now(), desk.office
    if again := await visits.pressed_twice(session, by, plan, slot, office):
        return again
    act = visits.move if plan.moved else visits.book
    visit = await act(session, now, office, by, plan, slot)
    key = "visit-you-moved" if plan.moved else "visit-you-booked"
    await tell_doer(session, now, visit, by, key)
    return visit


def visit_plan_routes() -> list[Route]:
    """Choosing whom and when."""
    return [
        Route(f"{PATH}/plan", show_plan),
        Route(f"{PATH}/plan", book, methods=["POST"]),
    ]
