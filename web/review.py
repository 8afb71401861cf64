"""The incident log and one incident, for the staff; both renew themselves while they are open."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from domain.errors import NotFound
from domain.incidents import Happening, Status
from domain.messages import Ref
from domain.people import Language
from models.database import Session
from models.incidents import IncidentEvent
from models.people import Person, load_chats
from models.web import StoredFile
from services import signin
from services.review import CasePage, LogPage, incident_log, view_case
from web import feeds
from web.browser import desk_of, read_cookie, whole_number
from web.desk import Desk
from web.pages import page
from web.signing import form_token, staff_of_request


async def show_log(request: Request) -> Response:
    """The newest incidents, or those before one: what needs a person stands on top."""
    person = await staff_of_request(request)
    before = whole_number(request.query_params.get("before")) or None
    async with desk_of(request).database.read() as session:
        log = await incident_log(session, person, before)
        names = await _owners(session, log)
        receivers = await _receivers(session, log)
    return page(
        request,
        "log.html",
        person.language,
        log=log,
        owners=names,
        receivers=receivers,
        first=before is None,
        waiting=log.counts.get(Status.OPEN, 0),
        taken=log.counts.get(Status.TAKEN, 0),
        person=person,
        csrf=form_token(request),
    )


async def _owners(session: Session, log: LogPage) -> dict[int, str]:
    """The names of those who have the cases on this page."""
    ids = {incident.owner_id for incident, _, _ in log.rows if incident.owner_id is not None}
    people = [await session.get(Person, person_id) for person_id in ids]
    return {person.id: person.name for person in people if person and person.id is not None}


async def _receivers(session: Session, log: LogPage) -> dict[str, str]:
    """The names behind the chats that messages did not reach, or that could not be read."""
    keys = {row.chat_key for row in log.failed_messages}
    keys |= {row.chat_key for row in log.failed_updates}
    chats = await load_chats(session, keys)
    return {key: person.name for key, (_chat, person) in chats.items() if person}


async def show_incident(request: Request) -> Response:
    """One incident with its timeline. That it was read is written down."""
    person = await staff_of_request(request)
    desk = desk_of(request)
    incident_id = whole_number(request.path_params["id"])
    if not incident_id:
        raise NotFound()
    async with desk.database.write() as session:
        case = await view_case(session, desk.now(), person, incident_id)
        texts = await _event_texts(session, desk, person.language, case)
    return page(
        request,
        "incident.html",
        person.language,
        case=case,
        incident=case.incident,
        texts=texts,
        person=person,
        csrf=form_token(request),
    )


async def _event_texts(
    session: Session, desk: Desk, language: Language, case: CasePage
) -> list[str]:
    return [await _event_text(session, desk, language, event) for event, _name in case.events]


async def _event_text(
    session: Session, desk: Desk, language: Language, event: IncidentEvent
) -> str:
    """What was said or sent: the text itself, a guide's title, or a file's name."""
    if event.kind is Happening.GUIDE and event.text in desk.phrases.guides:
        return desk.phrases.text(language, Ref(f"guide-title:{event.text}"))
    if event.kind is Happening.FILE:
        file = await session.get(StoredFile, event.document)
        return "\n".join(filter(None, (file.name if file else "", event.text)))
    if event.kind is Happening.CATEGORY:
        return desk.phrases.text(language, Ref(f"category-{event.text}"))
    return event.text


async def feed(request: Request) -> Response:
    """Tells an open page that a case has changed."""
    await staff_of_request(request)
    desk, token = desk_of(request), read_cookie(request, "review")

    async def allowed(session: Session) -> bool:
        return await signin.reviewer(session, desk.now(), token) is not None

    return feeds.stream(feeds.log_events(desk, request.app.state.streams, allowed))


def review_routes() -> list[Route]:
    """The log and its incidents."""
    return [
        Route("/review", show_log),
        Route("/review/feed", feed),
        Route("/review/incidents/{id}", show_incident),
    ]
