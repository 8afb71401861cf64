"""One incident, for the staff; its page renews itself while it is open."""

from collections.abc import Awaitable, Callable
from datetime import datetime

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from domain.errors import DeliveryError, HotlineError, NotFound
from domain.incidents import Happening
from domain.messages import Ref
from domain.people import Language, Role
from models.database import Session
from models.incidents import IncidentEvent
from models.people import Person
from models.web import StoredFile
from services import notices, reviewing, signin
from services.logbook import mark_reviewed
from services.review import CasePage, case_file, view_case
from web import feeds, uploads
from web.access import said
from web.browser import desk_of, read_cookie, whole_number
from web.desk import Desk
from web.pages import plain
from web.room import keep_up, show
from web.signing import check_form, staff_of_request


async def show_incident(request: Request) -> Response:
    """One incident with its timeline. That it was read is written down."""
    return await _incident(request)


async def _incident(
    request: Request, *, problem: HotlineError | None = None, act: str = "", text: str = ""
) -> Response:
    person = await staff_of_request(request)
    desk = desk_of(request)
    incident_id = whole_number(request.path_params["id"])
    if not incident_id:
        raise NotFound()
    await keep_up(desk)
    async with desk.database.write() as session:
        case = await view_case(session, desk.now(), person, incident_id)
        texts = await _event_texts(session, desk, person.language, case)
    return show(
        request,
        "incident.html",
        person,
        "incidents",
        status=400 if problem else 200,
        problem=problem,
        act=act,
        text=text,
        may_change=person.role is Role.REVIEWER,
        longest=reviewing.LONGEST,
        said=said,
        case=case,
        incident=case.incident,
        texts=texts,
        what=plain(request, person.language, notices.what(case.incident, None)),
    )


async def act_on_incident(request: Request) -> Response:
    """Do to a case what one of the forms on its page says."""
    person = await staff_of_request(request)
    await check_form(request)
    desk, act = desk_of(request), request.path_params["act"]
    case_id = whole_number(request.path_params["id"])
    if act not in _ACTS or not case_id:
        raise NotFound()
    text = str((await request.form()).get("text", "")).replace("\0", "")
    try:
        async with desk.database.write() as session:
            await _ACTS[act](session, desk.now(), person, case_id, text)
    except _EXPLAINED as problem:
        return await _incident(request, problem=problem, act=act, text=text)
    desk.feed.changed("log")
    desk.committed()
    return RedirectResponse(f"/review/incidents/{case_id}#story", 303)


async def _review(session: Session, now: datetime, by: Person, case_id: int, text: str) -> None:
    await mark_reviewed(session, now, by, [case_id], reviewed=text != "no")


async def _unlink(session: Session, now: datetime, by: Person, case_id: int, text: str) -> None:
    await reviewing.link_cases(session, now, by, case_id, text, linked=False)


_ACTS: dict[str, Callable[[Session, datetime, Person, int, str], Awaitable[None]]] = {
    "note": reviewing.add_note,
    "question": reviewing.ask_specialist,
    "link": reviewing.link_cases,
    "unlink": _unlink,
    "redact": reviewing.redact,
    "reviewed": _review,
}
_EXPLAINED = (
    reviewing.NothingWritten,
    reviewing.NobodyToAsk,
    reviewing.NoSuchCase,
    reviewing.PassageNotFound,
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
        Route("/review/incidents/{id}/{act}", act_on_incident, methods=["POST"]),
        Route("/review/incidents/{id}/files/{file_id}", give_file),
    ]
