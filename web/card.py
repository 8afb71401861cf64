"""The employee's page: read the card, correct it, say yes. A private link that works once.

An evaluation is read, commented on, and made into the citizen's own paper, which a second link
gives as PDF.
"""

import asyncio
from urllib.parse import quote

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from domain.answers import AnswerRefused
from domain.forms import Kind, Question, asked
from domain.masking import mask
from domain.people import Language
from services import approval, printing
from services.approval import CardChanged, LinkSpent, as_written, editable, title_of
from services.cards import Content, file_name
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
    form = await request.form(max_files=0, max_fields=60)
    sent = {key: value for key, value in form.items() if isinstance(value, str)}
    written = _written(form)
    name = " ".join(mask(sent.get("name", "").replace("\0", "")).text.split())[:NAME_LIMIT]
    try:
        filled = await _read(request)
        if not name:
            return _card_page(request, filled, written=written, problem="web-card-name-missing")
        async with desk.database.write() as session:
            filled, paper = await approval.say_yes(
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
    return page(
        request, "card_thanks.html", filled.sheet.language, title=title_of(filled), paper=paper
    )


def _written(form: FormData) -> dict[str, str]:
    """What was written at each question; the lines that were kept stand in front."""
    found: dict[str, list[str]] = {}
    for key, value in form.multi_items():
        kind, _, question_id = key.partition("-")
        if kind in ("keep", "answer") and isinstance(value, str):
            found.setdefault(question_id, []).append(mask(value.replace("\0", "")).text)
    return {question_id: "\n".join(filter(None, lines)) for question_id, lines in found.items()}


async def give_paper(request: Request) -> Response:
    """The citizen's own paper as PDF."""
    desk = desk_of(request)
    try:
        async with desk.database.read() as session:
            code = request.path_params["code"]
            filled, content = await approval.read_paper(
                session, desk.now(), desk.phrases.forms, code
            )
    except LinkSpent:
        return page(request, "card_gone.html", "da", status=404)
    pdf = await asyncio.to_thread(_print, content, filled)
    name = file_name(content, "a4", 0)
    return Response(
        pdf,
        media_type="application/pdf",
        headers={
            "Content-Disposition": f"inline; filename*=UTF-8''{quote(name)}.pdf",
            "Cache-Control": "no-store",
        },
    )


def _print(content: Content, filled: Filled) -> bytes:
    assert filled.form is not None
    for slot in content["slots"]:
        for part in (slot, *slot["lines"]):
            part["photo"] = ""
    return printing.pdf(content, printing.template(filled.form.template))


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
            **_choice(filled, question, (written or {}).get(question.id)),
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
        told=_told(filled, language),
        company=filled.company,
        photos=len(filled.photos),
        revision=filled.sheet.revision,
        name=name,
        problem=said or (sentence(request, language, problem) if problem else ""),
        name_limit=NAME_LIMIT,
    )


def _choice(filled: Filled, question: Question, written: str | None) -> dict[str, object]:
    """What stands in the field, and the lines above it, each kept or struck out. The first time,
    all are kept."""
    offered = approval.offered(filled, question)
    known = question.id in filled.answers
    text = as_written(filled, question) if written is None else written
    kept = offered if written is None and not known else text.splitlines()
    own = [line for line in text.splitlines() if line not in offered]
    return {
        "value": "\n".join(own) if offered else text,
        "choices": [(line, line in kept) for line in offered],
    }


def _told(filled: Filled, language: Language) -> list[tuple[str, str]]:
    """What the employer has said, for the citizen to read."""
    if filled.form is None or not filled.form.belongs_to_citizen:
        return []
    return [
        (question.words[language].label, as_written(filled, question))
        for question in asked(filled.form, filled.answers)
        if not question.citizen and filled.answers.get(question.id)
    ]


def card_routes() -> list[Route]:
    """The private link, and the yes on it."""
    return [
        Route("/card/{code}", show_card),
        Route("/card/{code}", take_yes, methods=["POST"]),
        Route("/card/{code}/paper", give_paper),
    ]
