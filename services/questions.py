"""Questions that no guide answered: specialists decide, and the knowledge learns from it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from domain.errors import HotlineError, NotAllowed, NotFound
from domain.masking import mask
from domain.people import Role
from domain.questions import UNDO_FOR, Decision, wording
from knowledge.examples import Example
from knowledge.index import NONE
from knowledge.library import Library
from models.database import Session
from models.guides import (
    OpenQuestion,
    count_questions,
    mark_written,
    next_question,
    settle_question,
    unwritten_questions,
)
from models.people import Person
from services.audit import note_act

BATCH = 100


class AlreadySettled(HotlineError):
    """A colleague has decided it, or it is too late to take the decision back."""

    key = "error-question-settled"


@dataclass(frozen=True)
class Waiting:
    """A question with the guides that come nearest, best first, and how many wait in all."""

    question: OpenQuestion
    near: tuple[str, ...]
    count: int


async def look_at(
    session: Session, now: datetime, by: Person, library: Library, before: int | None = None
) -> Waiting | None:
    """The newest question that waits, or the newest before this id. That it was read is noted."""
    _specialists_only(by)
    question = await next_question(session, before)
    if question is None:
        return None
    note_act(session, now, by, "read question", str(question.id))
    near = _nearest(library, question, question.text)
    return Waiting(question, near, await count_questions(session))


async def look_again(
    session: Session, by: Person, library: Library, question_id: int, words: str = ""
) -> Waiting:
    """The same question, with the guides nearest to these words or to its own."""
    question = await find_question(session, by, question_id)
    near = _nearest(library, question, words or question.text)
    return Waiting(question, near, await count_questions(session))


def _nearest(library: Library, question: OpenQuestion, words: str) -> tuple[str, ...]:
    """Sure or not."""
    answer = library.index.ask(words, question.language)
    return tuple(s.guide_id for s in answer.suggestions if s.guide_id in library.guides)


async def find_question(session: Session, by: Person, question_id: int) -> OpenQuestion:
    """A question that waits. Raises NotFound, AlreadySettled."""
    _specialists_only(by)
    question = await session.get(OpenQuestion, question_id)
    if question is None:
        raise NotFound()
    if question.settled_at is not None:
        raise AlreadySettled()
    return question


async def reword(
    session: Session, now: datetime, by: Person, question_id: int, text: str
) -> OpenQuestion:
    """Put it in other words, for instance without a name."""
    question = await find_question(session, by, question_id)
    question.text = wording(text)
    session.add(question)
    note_act(session, now, by, "reworded question", str(question_id))
    return question


async def settle(
    session: Session,
    now: datetime,
    by: Person,
    question_id: int,
    decision: Decision,
    guide_id: str = "",
) -> None:
    """Decide about a question. Raises AlreadySettled if a colleague was faster."""
    await find_question(session, by, question_id)
    assert by.id is not None
    if not await settle_question(session, question_id, decision, guide_id, by.id, now):
        raise AlreadySettled()
    note_act(session, now, by, f"question: {decision} {guide_id}".strip(), str(question_id))


async def take_back(session: Session, now: datetime, by: Person, question_id: int) -> None:
    """Undo a decision that is not written into the knowledge yet. Raises AlreadySettled after."""
    _specialists_only(by)
    question = await session.get(OpenQuestion, question_id)
    if question is None:
        raise NotFound()
    if question.written_at is not None:
        raise AlreadySettled()
    question.settled_at, question.settled_by = None, None
    question.decision, question.guide_id = "", ""
    session.add(question)
    note_act(session, now, by, "question: taken back", str(question_id))


async def lessons(session: Session, now: datetime) -> Sequence[tuple[int, Example]]:
    """What can no longer be taken back, as example lines, each with its question's id."""
    teaching = [decision for decision in Decision if decision.teaches]
    due = await unwritten_questions(session, teaching, now - UNDO_FOR, BATCH)
    return [
        (question.id, Example(_line(question.text), question.guide_id or NONE, question.language))
        for question in due
        if question.id is not None
    ]


async def learnt(session: Session, now: datetime, ids: Sequence[int]) -> None:
    """These lines stand in the knowledge folder now."""
    await mark_written(session, ids, now)


def _line(text: str) -> str:
    """Stored text is masked already; once more, because this leaves the database."""
    return wording(mask(text).text)


def _specialists_only(by: Person) -> None:
    if by.role is not Role.SPECIALIST:
        raise NotAllowed()
