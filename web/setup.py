"""How the hotline is set up: to look at, with explanations, and without secrets."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from domain.logbook import ANSWER_WITHIN
from domain.triage import Level
from services import signin
from web.browser import desk_of
from web.desk import Desk
from web.room import show
from web.signing import staff_of_request

_FACTS = ("organisation", "body", "phone", "hours", "region")


async def show_settings(request: Request) -> Response:
    """The settings, for reviewers."""
    person = signin.reviewers_only(await staff_of_request(request))
    return show(request, "settings.html", person, "settings", rows=_rows(desk_of(request)))


def _rows(desk: Desk) -> list[tuple[str, str, str]]:
    """Name in the environment (where there is one), value, and the key of its explanation."""
    facts = desk.phrases.organisation
    closed = ", ".join(f"{day}.{month}." for month, day in desk.office.closed_yearly)
    return [
        *(
            (f"HOTLINE_{name.upper()}", facts[name], f"settings-{name}")
            for name in _FACTS
            if name in facts
        ),
        ("HOTLINE_CLOSED_YEARLY", closed, "settings-closed-days"),
        ("HOTLINE_BASE_URL", desk.base_url, "settings-base-url"),
        *(("", str(ANSWER_WITHIN[level]), f"settings-answer-{level}") for level in Level),
        ("", f"{signin.REVIEW_IDLE.total_seconds() / 60:.0f}", "settings-session-idle"),
        ("", f"{signin.REVIEW_LONGEST.total_seconds() / 3600:.0f}", "settings-session-longest"),
        ("", f"{signin.LINK_LIFETIME.total_seconds() / 60:.0f}", "settings-login-link"),
    ]


def setup_routes() -> list[Route]:
    """The settings."""
    return [Route("/review/settings", show_settings)]
