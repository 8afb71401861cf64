"""Who of the staff saw or changed what."""

import re

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

import locales
from domain.messages import Param
from domain.people import Role
from models.pages import Place
from models.people import people_in_role
from services.review import access_log
from web.browser import desk_of, whole_number
from web.listing import listing
from web.room import show
from web.signing import staff_of_request

_NUMBERED = re.compile(r"(company|follow-up|invitation|person|sheet|visit) (\d+)")


def said(action: str) -> tuple[str, dict[str, Param]]:
    """The sentence of an act: its key, and what fills it. One without a sentence of its own is
    shown as it is noted."""
    key = f"access-{action.replace(' ', '-')}"
    return (key, {}) if locales.has(key) else ("access-other", {"what": action})


def about(subject: str) -> tuple[str, dict[str, Param]]:
    """What an act was about: its key, and what fills it."""
    found = _NUMBERED.fullmatch(subject)
    return (
        (f"about-{found[1]}", {"number": found[2]}) if found else ("about-other", {"what": subject})
    )


async def show_access(request: Request) -> Response:
    """The access log, newest first; of one person, or about one case."""
    person = await staff_of_request(request)
    desk = desk_of(request)
    asked = listing(request, ("who", "subject"), (), "-when")
    found = re.fullmatch(r"\d{1,18}", asked.before or asked.after)
    place = Place((int(found[0]),), back=bool(asked.before)) if found else None
    async with desk.database.read() as session:
        page = await access_log(
            session,
            person,
            whole_number(asked.filters.get("who")) or None,
            asked.filters.get("subject", "").upper(),
            place,
        )
        staff = await people_in_role(session, Role.SPECIALIST, Role.REVIEWER)
    rows = page.rows
    return show(
        request,
        "access.html",
        person,
        "access",
        listing=asked.between(
            str(rows[0][0].id) if page.more_before and rows else "",
            str(rows[-1][0].id) if page.more_after and rows else "",
        ),
        rows=[(entry, name, said(entry.action), about(entry.subject)) for entry, name in rows],
        staff=staff,
    )


def access_routes() -> list[Route]:
    """The access log."""
    return [Route("/review/access", show_access)]
