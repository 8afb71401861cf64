"""The review room: its sections, and the frame that every page of it stands in."""

from collections.abc import Iterable
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from domain.people import Role
from models.people import Person
from services import logbook
from web.desk import Desk
from web.pages import page
from web.signing import form_token

STAFF = frozenset({Role.SPECIALIST, Role.REVIEWER})
REVIEWERS = frozenset({Role.REVIEWER})


@dataclass(frozen=True)
class Section:
    """One entry of the menu: where it leads, and who sees it."""

    name: str
    path: str
    roles: frozenset[Role] = STAFF

    @property
    def label(self) -> str:
        """The key of its name."""
        return f"room-{self.name}"


SECTIONS = (
    Section("overview", "/review"),
    Section("incidents", "/review/incidents"),
    Section("placements", "/review/placements"),
    Section("companies", "/review/companies"),
    Section("visits", "/review/visits"),
    Section("followups", "/review/followups"),
    Section("learned", "/review/learned"),
    Section("meetings", "/review/meetings"),
    Section("guides", "/review/guides"),
    Section("satisfaction", "/review/satisfaction"),
    Section("reports", "/review/reports"),
    Section("exports", "/review/exports", REVIEWERS),
    Section("people", "/review/people"),
    Section("access", "/review/access", REVIEWERS),
    Section("settings", "/review/settings", REVIEWERS),
)
"""In the order of the menu. An entry appears as soon as a page answers at its path."""
ACCOUNT = Section("sessions", "/review/sessions")
"""Behind one's own name, below the menu."""


def sections_with_pages(routes: Iterable[BaseRoute]) -> tuple[Section, ...]:
    """The sections that can be opened."""
    pages = {
        route.path
        for route in routes
        if isinstance(route, Route) and "GET" in (route.methods or ())
    }
    return tuple(section for section in SECTIONS if section.path in pages)


def show(
    request: Request,
    template: str,
    person: Person,
    section: str,
    *,
    status: int = 200,
    **context: object,
) -> Response:
    """A page of the room for this person, with the menu of what they may open."""
    sections: tuple[Section, ...] = request.app.state.sections
    return page(
        request,
        template,
        person.language,
        status=status,
        headers=None,
        menu=[known for known in sections if person.role in known.roles],
        here=next(known for known in (*SECTIONS, ACCOUNT) if known.name == section),
        account=ACCOUNT,
        person=person,
        csrf=form_token(request),
        **context,
    )


async def keep_up(desk: Desk) -> None:
    """Bring the log up to what has just happened; nearly always it is there already."""
    async with desk.database.read() as session:
        behind = await logbook.is_behind(session)
    while behind:
        async with desk.database.write() as session:
            behind = await logbook.catch_up(session, desk.now(), desk.office)
