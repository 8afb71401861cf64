"""The employee's yes: said together with the employer, or on a private link that works once."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from domain.answers import AnswerRefused, read_answer
from domain.errors import HotlineError
from domain.forms import Form, Kind, Question, Value, asked
from domain.messages import Button, Message, column
from domain.plain import WordList, first_name
from models.database import Session
from models.people import Person, chat_of
from models.sheets import CardLink, Sheet, end_links, open_link, use_link
from services import printouts
from services.cards import shown
from services.codes import hash_code, new_code
from services.messages import tell
from services.sheets import Filled, load, save_answer, touch

LINK_LIFETIME = timedelta(days=14)


class LinkSpent(HotlineError):
    """Unknown, used and old links get one and the same answer."""

    key = "error-card-link"


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
    """A new code for the employee's page; earlier ones end. It is seen only now."""
    await end_links(session, filled.sheet_id, now)
    code = new_code()
    session.add(
        CardLink(
            code_hash=hash_code(code),
            sheet_id=filled.sheet_id,
            made_by=by.id or 0,
            expires_at=now + LINK_LIFETIME,
        )
    )
    return code


async def read_card(
    session: Session, now: datetime, forms: Mapping[str, Form], code: str
) -> Filled:
    """The card behind a link. Looking spends nothing. Raises LinkSpent."""
    link = await open_link(session, hash_code(code), now)
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
) -> Filled:
    """The employee says yes to what is written now. The link is spent, the corrections are saved, a
    new version is printed for the employer, who is told.

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
    return fresh


def editable(filled: Filled) -> list[Question]:
    """The questions that the employee may correct: those in words."""
    assert filled.form is not None
    return [q for q in asked(filled.form, filled.answers) if q.kind in (Kind.TEXT, Kind.STEPS)]


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
    message = Message(
        "employee-said-yes-corrected" if lines else "employee-said-yes",
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
