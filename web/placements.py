"""The placements: a list, and each with its steps, its follow-ups and what has happened."""

from collections.abc import Awaitable, Callable, Iterable
from datetime import date
from enum import StrEnum
from typing import TypeVar

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

import locales
from domain.errors import HotlineError, NotFound
from domain.followups import To
from domain.people import Language, Role
from domain.placements import Details, PlacementOutcome, PlacementStatus, PlacementType
from domain.working_time import danish_day
from models.people import people_in_role
from models.placements import placement_by_reference
from services import followups, placements
from services.placement_page import PlacementPage, view_placement
from web import fields
from web.browser import desk_of, whole_number
from web.listing import Listing, listing
from web.pages import plain
from web.room import show
from web.signing import check_form, staff_of_request

PATH = "/review/placements"
FILTERS = ("status", "type", "reference", "mine", "company")
TYPES = [(kind, f"type-{kind}") for kind in PlacementType]
STATUSES = [(status, f"placement-{status}") for status in PlacementStatus]
OPEN_STATUSES = STATUSES[:-1]
OUTCOMES = [(outcome, f"placement-outcome-{outcome}") for outcome in PlacementOutcome]
Kind = TypeVar("Kind", bound=StrEnum)
Act = Callable[[Request, FormData, int], Awaitable[str]]
"""Does what a form asks for; returns the reference of the placement to show next, if another."""


async def show_list(request: Request) -> Response:
    """A page of placements, the newest first."""
    person = await staff_of_request(request)
    asked = listing(request, FILTERS, ("new",), "-new")
    async with desk_of(request).database.read() as session:
        rows, following = await placements.placements_page(
            session,
            person,
            status=_one_of(PlacementStatus, asked.filters.get("status")),
            type_=_one_of(PlacementType, asked.filters.get("type")),
            mine=asked.filters.get("mine") == "yes",
            company_id=whole_number(asked.filters.get("company")) or None,
            reference=asked.filters.get("reference", "").upper(),
            before=whole_number(asked.after) or None,
        )
    return show(
        request,
        "placements.html",
        person,
        "placements",
        listing=_with_next(asked, following),
        rows=rows,
        types=TYPES,
        statuses=STATUSES,
    )


def _with_next(asked: Listing, following: int | None) -> Listing:
    return asked.between("", str(following) if following else "")


def _one_of(kinds: Iterable[Kind], value: str | None) -> Kind | None:
    return next((kind for kind in kinds if kind == value), None)


async def show_placement(request: Request) -> Response:
    """One placement."""
    return await _placement(request)


async def _placement(request: Request, problem: HotlineError | None = None) -> Response:
    person = await staff_of_request(request)
    desk = desk_of(request)
    async with desk.database.write() as session:
        found = await view_placement(session, desk.now(), person, request.path_params["reference"])
        specialists = await people_in_role(session, Role.SPECIALIST)
        consultants = await people_in_role(session, Role.REVIEWER)
    return show(
        request,
        "placement.html",
        person,
        "placements",
        status=400 if problem else 200,
        found=found,
        one=found.placement,
        problem=problem,
        ahead=[
            (row, plain(request, person.language, text), f"follow-up-status-{row.status}")
            for row, text in found.ahead
        ],
        happened=[(one, plain(request, person.language, one.text)) for one in found.happened],
        hours=placements.hours_now(found.placement, desk.now()),
        days=_days(person.language, found),
        types=TYPES,
        statuses=OPEN_STATUSES,
        outcomes=OUTCOMES,
        specialists=specialists,
        consultants=consultants,
        today=danish_day(desk.now()).isoformat(),
        may_change=person.role is Role.REVIEWER,
    )


def _days(language: Language, found: PlacementPage) -> dict[int | None, str]:
    """From when to when each step goes, in words."""

    def said(day: date | None) -> str:
        return locales.whole_day(language, day) if day else "…"

    return {one.id: f"{said(one.starts_on)} – {said(one.ends_on)}" for one in found.steps}


async def change(request: Request) -> Response:
    """Change what was decided about it."""
    return await _do(request, _change)


async def _change(request: Request, form: FormData, placement_id: int) -> str:
    person, desk = await staff_of_request(request), desk_of(request)
    details = Details(
        type=_one_of(PlacementType, fields.line(form, "type")) or PlacementType.INTERNSHIP,
        status=_one_of(PlacementStatus, fields.line(form, "status")) or PlacementStatus.RUNNING,
        starts_on=fields.day(form, "starts"),
        ends_on=fields.day(form, "ends"),
        weekly_hours=fields.number(form, "hours"),
        rise=fields.text(form, "rise"),
        mentor_support="mentor-support" in form,
        personal_assistance="assistance" in form,
        specialist_id=fields.row_id(form, "specialist"),
        consultant_id=fields.row_id(form, "consultant"),
        contact_id=fields.row_id(form, "contact"),
        mentor_id=fields.row_id(form, "mentor"),
    )
    async with desk.database.write() as session:
        await placements.change_placement(session, desk.now(), person, placement_id, details)
    return ""


async def end(request: Request) -> Response:
    """It is over: with an outcome, and what would have helped."""
    return await _do(request, _end)


async def _end(request: Request, form: FormData, placement_id: int) -> str:
    person, desk = await staff_of_request(request), desk_of(request)
    outcome = _one_of(PlacementOutcome, fields.line(form, "outcome"))
    if outcome is None:
        raise NotFound()
    async with desk.database.write() as session:
        await placements.end_placement(
            session,
            desk.now(),
            person,
            placement_id,
            outcome,
            fields.text(form, "helped"),
            on=fields.day(form, "on"),
        )
    return ""


async def step(request: Request) -> Response:
    """One step up (or down) the staircase."""
    return await _do(request, _step)


async def _step(request: Request, form: FormData, placement_id: int) -> str:
    person, desk = await staff_of_request(request), desk_of(request)
    kind = _one_of(PlacementType, fields.line(form, "type"))
    starts_on = fields.day(form, "starts") or danish_day(desk.now())
    if kind is None:
        raise NotFound()
    async with desk.database.write() as session:
        after = await placements.next_step(
            session, desk.now(), person, placement_id, kind, starts_on
        )
    return after.reference


async def add_follow_up(request: Request) -> Response:
    """One more follow-up, by hand."""
    return await _do(request, _add_follow_up)


async def _add_follow_up(request: Request, form: FormData, placement_id: int) -> str:
    person, desk = await staff_of_request(request), desk_of(request)
    on = fields.day(form, "on") or danish_day(desk.now())
    to = _one_of(To, fields.line(form, "to")) or To.EMPLOYER
    async with desk.database.write() as session:
        placement = await placements.find_placement(session, person, placement_id)
        await followups.add_by_hand(
            session,
            desk.now(),
            desk.office,
            person,
            placement,
            on,
            fields.line(form, "question"),
            to,
        )
    return ""


async def plan_follow_up(request: Request) -> Response:
    """Move one, or leave it out."""
    return await _do(request, _plan_follow_up)


async def _plan_follow_up(request: Request, form: FormData, _placement_id: int) -> str:
    person, desk = await staff_of_request(request), desk_of(request)
    number = fields.row_id(form, "follow-up") or 0
    on = fields.day(form, "on")
    async with desk.database.write() as session:
        if "drop" in form:
            await followups.drop(session, desk.now(), person, number)
        elif on:
            await followups.move(session, desk.now(), desk.office, person, number, on)
    return ""


async def _do(request: Request, act: Act) -> Response:
    """Do what a form asks for and show the placement, or what was wrong above it."""
    person = await staff_of_request(request)
    await check_form(request)
    desk = desk_of(request)
    reference = request.path_params["reference"]
    async with desk.database.read() as session:
        placement = await placement_by_reference(session, reference)
    if placement is None or placement.id is None or not person.role.is_staff:
        raise NotFound()
    try:
        other = await act(request, await request.form(), placement.id)
    except NotFound:
        raise
    except HotlineError as problem:
        return await _placement(request, problem)
    desk.committed()
    return RedirectResponse(f"{PATH}/{other or reference}", 303)


def placement_routes() -> list[Route]:
    """The list, one placement, and what can be done with it."""
    one = f"{PATH}/{{reference}}"
    return [
        Route(PATH, show_list),
        Route(one, show_placement),
        Route(f"{one}/change", change, methods=["POST"]),
        Route(f"{one}/end", end, methods=["POST"]),
        Route(f"{one}/step", step, methods=["POST"]),
        Route(f"{one}/follow-ups", add_follow_up, methods=["POST"]),
        Route(f"{one}/plan", plan_follow_up, methods=["POST"]),
    ]
