"""The companies: what is known of each, and the springboards that fit."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from domain.errors import HotlineError
from domain.people import Role
from models.people import people_at
from models.placements import placements_of
from services import companies
from services.companies import About
from web import fields
from web.browser import desk_of, whole_number
from web.listing import listing
from web.room import show
from web.signing import check_form, staff_of_request

PATH = "/review/companies"


async def show_list(request: Request) -> Response:
    """All companies by name; or the springboards that fit a few words."""
    person = await staff_of_request(request)
    asked = listing(request, ("name", "offers", "springboard"), ("name",), "name")
    offers = asked.filters.get("offers", "")
    async with desk_of(request).database.read() as session:
        if offers or asked.filters.get("springboard"):
            rows, following = await companies.find_match(session, person, offers), ""
        else:
            name = asked.filters.get("name", "")
            rows, following = await companies.companies_page(session, person, asked.after, name)
    return show(
        request,
        "companies.html",
        person,
        "companies",
        listing=asked.between("", following),
        rows=rows,
    )


async def show_company(request: Request) -> Response:
    """One company."""
    return await _company(request)


async def _company(request: Request, problem: HotlineError | None = None) -> Response:
    person = await staff_of_request(request)
    company_id = whole_number(request.path_params["id"])
    async with desk_of(request).database.read() as session:
        company = await companies.find_company(session, person, company_id)
        people = await people_at(session, [company_id])
        placed = await placements_of(session, [company_id])
    return show(
        request,
        "company.html",
        person,
        "companies",
        status=400 if problem else 200,
        company=company,
        people=people,
        placements=list(reversed(placed)),
        problem=problem,
        may_change=person.role is Role.REVIEWER,
    )


async def change(request: Request) -> Response:
    """Write down what is known of it."""
    person = await staff_of_request(request)
    await check_form(request)
    desk, form = desk_of(request), await request.form()
    company_id = whole_number(request.path_params["id"])
    try:
        drive = fields.number(form, "drive")
        about = About(
            name=fields.line(form, "name"),
            address=fields.line(form, "address"),
            ask_for=fields.line(form, "ask-for"),
            parking=fields.line(form, "parking"),
            travel_minutes=None if drive is None else int(drive),
            springboard="springboard" in form,
            offers=fields.text(form, "offers"),
        )
        async with desk.database.write() as session:
            await companies.change_company(session, desk.now(), person, company_id, about)
    except (companies.NameTaken, companies.WrongDrive, fields.NoNumber) as problem:
        return await _company(request, problem)
    return RedirectResponse(f"{PATH}/{company_id}", 303)


def company_routes() -> list[Route]:
    """The list and one company."""
    return [
        Route(PATH, show_list),
        Route(f"{PATH}/{{id}}", show_company),
        Route(f"{PATH}/{{id}}", change, methods=["POST"]),
    ]
