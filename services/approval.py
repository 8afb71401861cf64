"""The employee's yes: said together with the employer, or on a private link that works once.

An evaluation is the citizen's: they comment on it and choose the lines for their CV, and from then
on nobody else changes it; a second link lets them fetch it as a paper for two weeks.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from domain.answers import AnswerRefused, read_answer
from domain.errors import HotlineError
from domain.forms import Form, Kind, Question, Value, asked, missing
from domain.messages import Button, Message, column
from domain.plain import WordList, first_name
from models.database import Session
from models.people import Person, chat_of
from models.sheets import CardLink, LinkKind, Sheet, end_links, open_link, use_link
from services import cards, printouts
from services.cards import shown
from services.codes import hash_code, new_code
from services.messages import tell
from services.sheets import Filled, load, save_answer, touch

LINK_LIFETIME = timedelta(days=14)


class LinkSpent(HotlineError):
    """Unknown, used and old links get one and the same answer."""

    key = "error-card-link"


class NotFinished(HotlineError):
    """The employer has not answered everything yet; `what` names what is missing."""

    key = "error-evaluation-open"


class CardChanged(HotlineError):
    """The employer changed the card while the employee was reading it."""

    key = "error-card-changed"


@dataclass(frozen=True)
class Correction:
    """What the employee changed: the heading, before and after."""

    label: str
    before: str
    after: str


def approve(session: Session, now: datetime, by: Person | None, filled: Filled, name: str) -> None:
    """The sheet has been read and corrected together with the employee: a new version."""
    sheet = filled.sheet
    touch(session, now, by, sheet)
    sheet.approved_revision = sheet.revision
    sheet.approved_with = first_name(name)[:40]
    sheet.approved_at = now


async def make_link(session: Session, now: datetime, by: Person, filled: Filled) -> str:
    """A new code for the employee's page; earlier ones end. It is seen only now.

    Raises NotFinished for an evaluation that the employer has not answered to its end.
    """
    form = filled.form
    if form and form.belongs_to_citizen and (lacking := missing(form, filled.answers)):
        labels = [question.words[by.language].label for question in lacking]
        raise NotFinished(what=", ".join(labels))
    await end_links(session, filled.sheet_id, now)
    return _new_link(session, now, by.id or 0, filled.sheet_id, LinkKind.YES)


def _new_link(session: Session, now: datetime, made_by: int, sheet_id: int, kind: LinkKind) -> str:
    code = new_code()
    session.add(
        CardLink(
            code_hash=hash_code(code),
            sheet_id=sheet_id,
            made_by=made_by,
            kind=kind,
            expires_at=now + LINK_LIFETIME,
        )
    )
    return code


async def read_card(
    session: Session, now: datetime, forms: Mapping[str, Form], code: str
) -> Filled:
    """The sheet behind a link. Looking spends nothing. Raises LinkSpent."""
    return await _behind(session, now, forms, code, LinkKind.YES)


async def read_paper(
    session: Session, now: datetime, forms: Mapping[str, Form], code: str
) -> tuple[Filled, cards.Content]:
    """The citizen's own paper behind their second link, ready to be printed. Raises LinkSpent."""
    filled = await _behind(session, now, forms, code, LinkKind.PAPER)
    assert filled.form is not None
    writer = await session.get_one(Person, filled.sheet.created_by)
    return filled, printouts.content_of(filled, filled.form, writer, now)


async def _behind(
    session: Session, now: datetime, forms: Mapping[str, Form], code: str, kind: LinkKind
) -> Filled:
    link = await open_link(session, hash_code(code), now, kind)
    sheet = await session.get(Sheet, link.sheet_id) if link else None
    if sheet is None or sheet.form_id not in forms:
        raise LinkSpent()
    return await load(session, sheet, forms[sheet.form_id])


async def say_yes(
    session: Session,
    now: datetime,
    forms: Mapping[str, Form],
    words: WordList,
    code: str,
    *,
    name: str,
    revision: int,
    written: Mapping[str, str],
) -> tuple[Filled, str]:
    """The employee says yes to what is written now. The link is spent, the corrections are saved, a
    new version is printed for the employer, who is told. Of what is the citizen's own, the code
    with which they fetch their paper is returned too.

    Raises LinkSpent, CardChanged, or AnswerRefused with the heading as `label`; then nothing is
    changed and the link still works.
    """
    filled = await read_card(session, now, forms, code)
    if filled.sheet.revision != revision:
        raise CardChanged()
    changes = _read(filled, written, now.date())
    link = await use_link(session, hash_code(code), now)
    if link is None:
        raise LinkSpent()
    for question, value in changes:
        await _save(session, now, filled, question, value, words)
    approve(session, now, None, filled, name)
    await session.flush()
    fresh = await load(session, filled.sheet, filled.form)
    employer = await session.get_one(Person, link.made_by)
    await _tell(session, now, employer, fresh, _corrections(filled, changes))
    if not fresh.is_citizens:
        return fresh, ""
    return fresh, _new_link(session, now, link.made_by, fresh.sheet_id, LinkKind.PAPER)


def editable(filled: Filled) -> list[Question]:
    """The questions that the employee may correct: those in words; of an evaluation, their own."""
    assert filled.form is not None
    theirs = filled.form.belongs_to_citizen
    return [
        question
        for question in asked(filled.form, filled.answers)
        if question.kind in (Kind.TEXT, Kind.STEPS) and question.citizen == theirs
    ]


def offered(filled: Filled, question: Question) -> list[str]:
    """The lines that the citizen keeps or strikes, each once."""
    lists = [filled.answers.get(other) for other in question.lines_from]
    return list(
        dict.fromkeys(line for lines in lists if isinstance(lines, tuple) for line in lines)
    )


def as_written(filled: Filled, question: Question) -> str:
    """An answer as it stands in a text field."""
    return shown(question, filled.answers.get(question.id), filled.sheet.language)


def _read(filled: Filled, written: Mapping[str, str], today: date) -> list[tuple[Question, Value]]:
    changes: list[tuple[Question, Value]] = []
    for question in editable(filled):
        text = written.get(question.id, as_written(filled, question)).replace("\r\n", "\n").strip()
        if text == as_written(filled, question):
            continue
        try:
            value = read_answer(question, text, today) if text else None
        except AnswerRefused as refused:
            label = question.words[filled.sheet.language].label
            raise AnswerRefused(refused.key, **{**refused.params, "label": label}) from None
        changes.append((question, value))
    return changes


async def _save(
    session: Session,
    now: datetime,
    filled: Filled,
    question: Question,
    value: Value,
    words: WordList,
) -> None:
    seen = filled.version(question.id)
    try:
        clash = await save_answer(session, now, None, filled, question, value, seen, words)
    except AnswerRefused as refused:
        label = question.words[filled.sheet.language].label
        raise AnswerRefused(refused.key, **{**refused.params, "label": label}) from None
    if clash:
        raise CardChanged()


def _corrections(filled: Filled, changes: list[tuple[Question, Value]]) -> list[Correction]:
    language = filled.sheet.language
    return [
        Correction(
            question.words[language].label,
            as_written(filled, question),
            shown(question, value, language),
        )
        for question, value in changes
    ]


async def _tell(
    session: Session, now: datetime, employer: Person, filled: Filled, changes: list[Correction]
) -> None:
    lines = [f"{c.label}: {' / '.join(c.after.splitlines()) or '–'}" for c in changes]
    key = "employee-said-yes-corrected" if lines else "employee-said-yes"
    message = Message(
        "citizen-has-read" if filled.is_citizens else key,
        {
            "name": filled.sheet.approved_with,
            "title": title_of(filled),
            "changes": "\n".join(lines),
        },
        column(Button("button-open-sheet", f"sheet:{filled.sheet_id}")),
    )
    await tell(session, now, employer, message)
    chat = await chat_of(session, employer.id or 0)
    if chat:
        await printouts.want(session, now, employer, filled, "a4", chat.key)


def title_of(filled: Filled) -> str:
    """What a sheet is called in lists: a card by its task, others by their form."""
    form, language = filled.form, filled.sheet.language
    if form is None:
        return filled.sheet.form_id
    title = filled.answers.get(form.questions[0].id) if form.template == "task-card" else None
    return str(title or form.words[language].title).rstrip(".")
