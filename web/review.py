"""One incident, for the staff; its page renews itself while it is open."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from domain.errors import DeliveryError, NotFound
from domain.incidents import Happening
from domain.messages import Ref
from domain.people import Language
from models.database import Session
from models.incidents import IncidentEvent
from models.web import StoredFile
from services import signin
from services.review import CasePage, case_file, view_case
from web import feeds, uploads
from web.browser import desk_of, read_cookie, whole_number
from web.desk import Desk
from web.room import show
from web.signing import staff_of_request


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
    return show(
        request,
        "incident.html",
        person,
        "incidents",
        case=case,
        incident=case.incident,
        texts=texts,
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


async def give_file(request: Request) -> Response:
    """A file of an incident; one that Telegram keeps is fetched first. That it was opened is
    written down."""
    person = await staff_of_request(request)
    desk = desk_of(request)
    incident_id = whole_number(request.path_params["id"])
    async with desk.database.write() as session:
        file_id = request.path_params["file_id"]
        file = await case_file(session, desk.now(), person, incident_id, file_id)
    if file.telegram_file_id and not (desk.files / file.id).is_file():
        try:
            await desk.fetch(file)
        except DeliveryError:
            raise NotFound() from None
    return uploads.serve(desk, file)


async def feed(request: Request) -> Response:
    """Tells an open page that a case has changed."""
    await staff_of_request(request)
    desk, token = desk_of(request), read_cookie(request, "review")

    async def allowed(session: Session) -> bool:
        return await signin.reviewer(session, desk.now(), token) is not None

    return feeds.stream(feeds.log_events(desk, request.app.state.streams, allowed))


def review_routes() -> list[Route]:
    """One incident, and the news of all."""
    return [
        Route("/review/feed", feed),
        Route("/review/incidents/{id}", show_incident),
        Route("/review/incidents/{id}/files/{file_id}", give_file),
    ]
