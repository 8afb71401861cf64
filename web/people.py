"""Companies, staff and invitations on the review pages."""

import io
from dataclasses import dataclass, replace

import segno
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from domain.errors import HotlineError, NotFound
from domain.people import Role
from models.companies import Company
from services import people, placements, signin
from services.review import people_page
from web.browser import desk_of, whole_number
from web.desk import Desk
from web.listing import listing
from web.room import show
from web.signing import check_form, staff_of_request

PATH = "/review/people"
NAME_LIMIT = 100


class NameMissing(HotlineError):
    """Nobody can be invited without a name."""

    key = "web-name-missing"


@dataclass(frozen=True)
class Ticket:
    """An invitation as it is shown, once: its links and a picture of the first."""

    name: str
    web_link: str
    telegram_link: str
    picture: Markup
    code: str
    """Only for an employer's: it goes onto the handout."""


async def show_people(request: Request) -> Response:
    """Who belongs where, and, for reviewers, the forms."""
    return await _people(request)


async def _people(
    request: Request,
    *,
    problem: HotlineError | None = None,
    ticket: Ticket | None = None,
    filled: dict[str, str] | None = None,
) -> Response:
    person = await staff_of_request(request)
    desk = desk_of(request)
    asked = listing(request, ("name",), ("name",), "name")
    async with desk.database.read() as session:
        known = await people_page(
            session, desk.now(), person, after=asked.after, name=asked.filters.get("name", "")
        )
    return show(
        request,
        "people.html",
        person,
        "people",
        status=400 if problem else 200,
        listing=replace(asked, path=PATH).between("", known.following),
        known=known,
        may_change=person.role is Role.REVIEWER,
        problem=problem,
        ticket=ticket,
        filled={"role": "", "name": "", "company": "", **(filled or {})},
        roles=list(Role),
        name_limit=NAME_LIMIT,
    )


async def invite(request: Request) -> Response:
    """A new invitation. Its code is on the page that answers, and never again."""
    person = signin.reviewers_only(await staff_of_request(request))
    await check_form(request)
    desk = desk_of(request)
    filled = {key: await _field(request, key) for key in ("role", "name", "company")}
    role = next((role for role in Role if role == filled["role"]), Role.EMPLOYER)
    try:
        if not filled["name"]:
            raise NameMissing()
        company = filled["company"] if role is Role.EMPLOYER else ""
        async with desk.database.write() as session:
            code = await people.invite(
                session, desk.now(), role, filled["name"], company, by=person
            )
    except (NameMissing, people.CompanyMissing) as problem:
        return await _people(request, problem=problem, filled=filled)
    return await _people(request, ticket=_ticket(desk, filled["name"], code, role))


def _ticket(desk: Desk, name: str, code: str, role: Role) -> Ticket:
    web_link = f"{desk.base_url}/i/{code}"
    bot = desk.bot_username()
    telegram_link = f"https://t.me/{bot}?start={code}" if bot else ""
    printed = code if role is Role.EMPLOYER else ""
    return Ticket(name, web_link, telegram_link, qr_code(web_link), printed)


def qr_code(link: str) -> Markup:
    """A picture of the link for a phone's camera, as SVG without any style of its own."""
    out = io.BytesIO()
    segno.make(link, error="m", micro=False).save(
        out, kind="svg", xmldecl=False, svgns=True, border=2, omitsize=True, svgclass="qr"
    )
    return Markup(out.getvalue().decode())


async def add_placement(request: Request) -> Response:
    """A new placement for a company."""
    person = signin.reviewers_only(await staff_of_request(request))
    await check_form(request)
    desk = desk_of(request)
    company_id = whole_number(await _field(request, "company_id"))
    async with desk.database.write() as session:
        if not company_id or await session.get(Company, company_id) is None:
            raise NotFound()
        made = await placements.add_placement(session, desk.now(), company_id, by=person)
    desk.feed.changed("log")
    return RedirectResponse(f"/review/placements/{made.reference}#change", 303)


async def _field(request: Request, name: str) -> str:
    """A line of a form: one line, not too long."""
    value = (await request.form()).get(name)
    text = value if isinstance(value, str) else ""
    return " ".join(text.encode("utf-8", "replace").decode().replace("\0", "").split())[:NAME_LIMIT]


def people_routes() -> list[Route]:
    """The page and its forms."""
    return [
        Route(PATH, show_people),
        Route("/review/invitations", invite, methods=["POST"]),
        Route("/review/placements", add_placement, methods=["POST"]),
    ]
