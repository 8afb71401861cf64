"""Who of the staff saw or changed what."""

import re
from datetime import date

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

import locales
from domain.messages import Param, Ref
from domain.people import Language, Role
from models.pages import Place
from models.people import people_in_role
from services.review import access_log
from web.browser import desk_of, whole_number
from web.listing import listing
from web.room import show
from web.signing import staff_of_request

_EXAMPLE = re.compile(r"(question: example) (\S+)")
_NUMBERED = re.compile(r"(company|follow-up|invitation|person|sheet|visit) (\d+)")
_ROWS = re.compile(r"(\d+) rows")
_PERIOD = re.compile(r"(?:(\w+) )?(\d{4}-\d\d-\d\d)/(\d{4}-\d\d-\d\d)")

Said = tuple[str, dict[str, Param]]


def said(action: str) -> Said:
    """The sentence of an act: its key, and what fills it. One without a sentence of its own is
    shown as it is noted."""
    params: dict[str, Param] = {}
    if found := _EXAMPLE.fullmatch(action):
        action, params = found[1], {"guide": Ref(f"guide-title:{found[2]}")}
    key = f"access-{re.sub(r'[^a-z]+', '-', action)}"
    return (key, params) if locales.has(key) else ("access-other", {"what": action})


def about(language: Language, subject: str) -> Said:
    """What an act was about: its key, and what fills it."""
    if found := _NUMBERED.fullmatch(subject):
        return f"about-{found[1]}", {"number": found[2]}
    if found := _ROWS.fullmatch(subject):
        return "about-rows", {"number": int(found[1])}
    if found := _PERIOD.fullmatch(subject):
        first, last = (
            locales.short_day(language, date.fromisoformat(day)) for day in found.group(2, 3)
        )
        if found[1] is None:
            return "about-period", {"first": first, "last": last}
        sheet = Ref(f"meeting-title-{found[1]}")
        return "about-meeting", {"sheet": sheet, "first": first, "last": last}
    for key in (f"about-{subject}", f"list-{subject}"):
        if locales.has(key):
            return key, {}
    return "about-other", {"what": subject}


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
        rows=[
            (entry, name, said(entry.action), about(person.language, entry.subject))
            for entry, name in rows
        ],
        staff=staff,
    )


def access_routes() -> list[Route]:
    """The access log."""
    return [Route("/review/access", show_access)]
