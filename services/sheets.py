"""Fills in sheets together: every answer is saved at once, and none is overwritten unseen."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.answers import AnswerRefused
from domain.errors import HotlineError, NotAllowed, NotFound
from domain.forms import Form, Question, Value, next_open
from domain.people import Role
from domain.placements import PlacementStatus
from domain.plain import WordList, has_health_word, without_surnames
from models.companies import Company
from models.database import Session
from models.people import Person
from models.placements import Placement, placements_of, steps_to
from models.printouts import SheetPhoto, photos_of
from models.sheets import (
    Sheet,
    SheetAnswer,
    answers_of,
    first_answer,
    last_about,
    last_touched,
    replace_answer,
    sheets_for,
)
from services.audit import note_act

ENDED_LATELY = timedelta(days=120)
"""How long after its end an evaluation or a certificate may be begun."""
RECENT = timedelta(days=14)
"""How long the menu offers to go on with a sheet."""


class SheetNotFound(NotFound):
    """No such sheet, or not this person's to see."""

    key = "error-sheet-not-found"


class SheetIsTheirs(HotlineError):
    """The citizen has had the last word on it: nobody else changes it any more."""

    key = "error-sheet-is-theirs"


@dataclass(frozen=True)
class Filled:
    """A sheet with everything on it, as it stands now. `typed_by`: who of the staff wrote down what
    the employer said."""

    sheet: Sheet
    form: Form | None
    rows: Sequence[SheetAnswer]
    photos: Sequence[SheetPhoto]
    company: str = ""
    typed_by: str = ""

    @property
    def is_citizens(self) -> bool:
        """Whether the citizen has had the last word: then it is theirs, and stays as it is."""
        return (
            self.form is not None
            and self.form.belongs_to_citizen
            and self.sheet.approved_revision is not None
        )

    @property
    def answers(self) -> dict[str, Value]:
        """Question -> answer; None where it is not known yet."""
        return {row.question_id: from_json(row.value) for row in self.rows}

    def version(self, question_id: str) -> int:
        """The version of an answer; 0 where there is none."""
        return next((row.version for row in self.rows if row.question_id == question_id), 0)

    @property
    def sheet_id(self) -> int:
        """The sheet's row."""
        assert self.sheet.id is not None
        return self.sheet.id


@dataclass(frozen=True)
class Clash:
    """Somebody answered the same question in the meantime."""

    name: str
    value: Value
    version: int


def from_json(stored: str) -> Value:
    """An answer back from the database."""
    value = json.loads(stored)
    return tuple(value) if isinstance(value, list) else value


def may_see(by: Person, sheet: Sheet, form: Form | None) -> bool:
    """Staff see all sheets; employers those of their company that are theirs to fill in."""
    if by.role.is_staff or by.id in (sheet.sent_to, sheet.created_by):
        return True
    own = by.company_id is not None and sheet.company_id == by.company_id
    return own and form is not None and Role.EMPLOYER in form.roles


async def find_sheet(
    session: Session, by: Person, forms: Mapping[str, Form], sheet_id: int
) -> Filled:
    """The sheet with its answers, if this person may see it. Else SheetNotFound."""
    sheet = await session.get(Sheet, sheet_id)
    form = forms.get(sheet.form_id) if sheet else None
    if sheet is None or not may_see(by, sheet, form):
        raise SheetNotFound()
    return await load(session, sheet, form)


async def load(session: Session, sheet: Sheet, form: Form | None) -> Filled:
    """A sheet with its answers and photos."""
    assert sheet.id is not None
    company = await session.get(Company, sheet.company_id) if sheet.company_id else None
    writer = await session.get(Person, sheet.created_by)
    typed = writer is not None and writer.role.is_staff and sheet.sent_to is None
    return Filled(
        sheet,
        form,
        await answers_of(session, sheet.id),
        await photos_of(session, sheet.id),
        company.name if company else "",
        writer.name if writer and typed else "",
    )


async def start_sheet(
    session: Session,
    now: datetime,
    by: Person,
    form: Form,
    *,
    company_id: int | None = None,
    placement_id: int | None = None,
    sent_to: Person | None = None,
) -> Sheet:
    """A new sheet of this form, with what it takes over from the placement's last one.

    Raises NotAllowed for a role the form is not made for, and NotFound for a placement elsewhere.
    """
    if by.role not in form.roles:
        raise NotAllowed()
    company_id = company_id if by.role.is_staff else by.company_id
    placement_id = await _placement(session, company_id, placement_id)
    last = await _last(session, form, placement_id) if placement_id else None
    sheet = Sheet(
        form_id=form.id,
        form_version=form.version,
        language=sent_to.language if sent_to else by.language,
        company_id=company_id,
        placement_id=placement_id,
        created_by=_id(by),
        sent_to=sent_to.id if sent_to else None,
        created_at=now,
        changed_at=now,
        changed_by=by.id,
    )
    session.add(sheet)
    await session.flush()
    if last:
        await _carry(session, now, form, last, sheet)
    if by.role.is_staff:
        note_act(session, now, by, "started sheet", f"sheet {sheet.id}")
    return sheet


async def _last(session: Session, form: Form, placement_id: int) -> Sheet | None:
    """The latest of this form about the placement, or about a step at the same company that led to
    it."""
    placement = await session.get_one(Placement, placement_id)
    steps = await steps_to(session, placement)
    here = [step.id or 0 for step in steps if step.company_id == placement.company_id]
    return await last_about(session, form.id, here)


async def _placement(
    session: Session, company_id: int | None, placement_id: int | None
) -> int | None:
    """The placement that is meant: the one that was chosen, else the only one there is, or the
    only one that still goes on."""
    placements = await placements_of(session, [company_id]) if company_id else []
    if placement_id is None:
        going = [place for place in placements if place.status is not PlacementStatus.ENDED]
        only = going if len(going) == 1 else placements
        return only[0].id if len(only) == 1 else None
    if placement_id not in {placement.id for placement in placements}:
        raise NotFound()
    return placement_id


async def open_placements(
    session: Session, now: datetime, by: Person, company_id: int | None
) -> list[Placement]:
    """The company's placements that a sheet may be about: those that run, or ended lately."""
    company_id = company_id if by.role.is_staff else by.company_id
    found = await placements_of(session, [company_id]) if company_id else []
    return [place for place in found if not place.ended_at or place.ended_at > now - ENDED_LATELY]


async def _carry(session: Session, now: datetime, form: Form, last: Sheet, sheet: Sheet) -> None:
    """Goals and schedules are taken over; marks are given anew."""
    carried = {question.id for question in form.questions if question.carry}
    for row in await answers_of(session, last.id or 0):
        if row.question_id in carried:
            copy = {"sheet_id": sheet.id, "version": 1, "at": now}
            session.add(SheetAnswer(**{**row.model_dump(), **copy}))
    await session.flush()


async def save_answer(
    session: Session,
    now: datetime,
    by: Person | None,
    filled: Filled,
    question: Question,
    value: Value,
    seen: int,
    words: WordList,
) -> Clash | None:
    """Save one answer, unless somebody has changed it since version `seen` was shown: then nothing
    is changed and their answer is returned. Raises AnswerRefused for what may not hang on a wall,
    and SheetIsTheirs where the citizen has had the last word.
    """
    if by is not None and filled.is_citizens:
        raise SheetIsTheirs()
    value = checked(filled.form, question, value, words)
    label = question.words[filled.sheet.language].label
    answer = SheetAnswer(
        sheet_id=filled.sheet_id,
        question_id=question.id,
        value=json.dumps(value, ensure_ascii=False),
        label=label,
        by_id=by.id if by else None,
        at=now,
    )
    if seen == 0:
        saved = await first_answer(session, answer)
    else:
        saved = await replace_answer(session, answer, seen)
    if not saved:
        return await _clash(session, filled.sheet_id, question.id)
    touch(session, now, by, filled.sheet)
    return None


def checked(form: Form | None, question: Question, value: Value, words: WordList) -> Value:
    """The answer with first names only. Raises AnswerRefused for health words on a wall card."""
    lines = value if isinstance(value, tuple) else (value,)
    if form and form.wall and not question.citizen:
        for line in lines:
            if isinstance(line, str) and (found := has_health_word(line, words)):
                raise AnswerRefused("answer-health", word=found)
    if not question.first_names:
        return value
    plain = tuple(
        without_surnames(line, words) if isinstance(line, str) else line for line in lines
    )
    return plain if isinstance(value, tuple) else plain[0]  # type: ignore[return-value]


async def _clash(session: Session, sheet_id: int, question_id: str) -> Clash:
    row = await session.get(SheetAnswer, (sheet_id, question_id), populate_existing=True)
    if row is None:
        return Clash("", None, 0)
    other = await session.get(Person, row.by_id) if row.by_id else None
    return Clash(other.name if other else "", from_json(row.value), row.version)


def touch(session: Session, now: datetime, by: Person | None, sheet: Sheet) -> None:
    """The sheet has changed: what was printed or agreed to is an earlier state now."""
    sheet.revision += 1
    sheet.changed_at = now
    if by:
        sheet.changed_by = by.id
    session.add(sheet)


async def my_sheets(session: Session, by: Person, forms: Mapping[str, Form]) -> list[Filled]:
    """The sheets this person may go on with, the last changed first."""
    company = None if by.role.is_staff else by.company_id
    if company is None and not by.role.is_staff:
        return []
    found = [
        sheet
        for sheet in await sheets_for(session, company)
        if may_see(by, sheet, forms.get(sheet.form_id))
    ]
    return [await load(session, sheet, forms.get(sheet.form_id)) for sheet in found[:12]]


async def unfinished(
    session: Session, now: datetime, by: Person, forms: Mapping[str, Form]
) -> Filled | None:
    """The sheet this person was last at and has not finished, if it is recent."""
    for sheet in await last_touched(session, _id(by), now - RECENT):
        form = forms.get(sheet.form_id)
        if form and may_see(by, sheet, form):
            filled = await load(session, sheet, form)
            if next_open(form, filled.answers):
                return filled
    return None


def _id(person: Person) -> int:
    assert person.id is not None
    return person.id
