"""The employee's page: read the card, correct it, say yes. A private link that works once."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from domain.answers import AnswerRefused
from domain.forms import Kind
from domain.masking import mask
from domain.people import Language
from services import approval
from services.approval import CardChanged, LinkSpent, as_written, editable, title_of
from services.sheets import Filled
from web.browser import desk_of, is_same_origin, whole_number
from web.errors import StalePage
from web.pages import page, sentence

NAME_LIMIT = 30
"""Characters of a first name on paper."""


async def show_card(request: Request) -> Response:
    """The card as it stands. Looking spends nothing: previews of links open it too."""
    try:
        filled = await _read(request)
    except LinkSpent:
        return page(request, "card_gone.html", "da", status=404)
    return _card_page(request, filled)


async def take_yes(request: Request) -> Response:
    """The employee's corrections and yes."""
    if not is_same_origin(request):
        raise StalePage()
    desk = desk_of(request)
    form = await request.form(max_files=0, max_fields=40)
    sent = {key: value for key, value in form.items() if isinstance(value, str)}
    written = {
        key.removeprefix("answer-"): mask(value.replace("\0", "")).text
        for key, value in sent.items()
        if key.startswith("answer-")
    }
    name = " ".join(mask(sent.get("name", "").replace("\0", "")).text.split())[:NAME_LIMIT]
    try:
        filled = await _read(request)
        if not name:
            return _card_page(request, filled, written=written, problem="web-card-name-missing")
        async with desk.database.write() as session:
            filled = await approval.say_yes(
                session,
                desk.now(),
                desk.phrases.forms,
                desk.words(),
                request.path_params["code"],
                name=name,
                revision=whole_number(sent.get("revision")),
                written=written,
            )
    except LinkSpent:
        return page(request, "card_gone.html", "da", status=404)
    except (AnswerRefused, CardChanged) as refused:
        return await _again(request, refused, written, name)
    desk.committed()
    return page(request, "card_thanks.html", filled.sheet.language, title=title_of(filled))


async def _again(
    request: Request, refused: AnswerRefused | CardChanged, written: dict[str, str], name: str
) -> Response:
    """What was written stays; what is wrong stands on top."""
    filled = await _read(request)
    language = filled.sheet.language
    said = sentence(request, language, refused.key, refused.params)
    label = refused.params.get("label")
    problem = (
        sentence(request, language, "web-card-problem", {"label": label, "said": said})
        if label
        else said
    )
    return _card_page(request, filled, written=written, said=problem, name=name)


async def _read(request: Request) -> Filled:
    desk = desk_of(request)
    async with desk.database.read() as session:
        code = request.path_params["code"]
        return await approval.read_card(session, desk.now(), desk.phrases.forms, code)


def _card_page(
    request: Request,
    filled: Filled,
    *,
    written: dict[str, str] | None = None,
    problem: str = "",
    said: str = "",
    name: str = "",
) -> Response:
    language: Language = filled.sheet.language
    asks = [
        {
            "id": question.id,
            "ask": question.words[language].reader or question.words[language].ask,
            "label": question.words[language].label,
            "value": (written or {}).get(question.id, as_written(filled, question)),
            "lines": question.kind is Kind.STEPS,
            "longest": question.longest * (question.most if question.kind is Kind.STEPS else 1),
        }
        for question in editable(filled)
    ]
    return page(
        request,
        "card.html",
        language,
        status=400 if problem or said else 200,
        title=title_of(filled),
        asks=asks,
        photos=len(filled.photos),
        revision=filled.sheet.revision,
        name=name,
        problem=said or (sentence(request, language, problem) if problem else ""),
        name_limit=NAME_LIMIT,
    )


def card_routes() -> list[Route]:
    """The private link, and the yes on it."""
    return [
        Route("/card/{code}", show_card),
        Route("/card/{code}", take_yes, methods=["POST"]),
    ]
