"""Asks companies how satisfied they are: once a year, and with one tap after each case and visit.

Who was asked is known, for reminders and the response rate. What was answered is kept without any
way back to who answered, and shown in groups of five.
"""

import secrets
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.answers import AnswerRefused
from domain.errors import HotlineError, NotAllowed, NotFound
from domain.messages import Button, Message, Priority
from domain.office import Office
from domain.people import Role
from domain.satisfaction import (
    HIGHEST,
    LOWEST,
    PULSE_AFTER_MINUTES,
    QUESTIONS,
    REMIND_AFTER,
    REMINDERS,
    Marks,
    Occasion,
    group_of,
    marks_shown,
    next_question,
    round_is_open,
    shown_groups,
)
from domain.working_time import danish_day, working_days_later
from models.database import Session
from models.errands import is_done, mark_errand
from models.people import Person, people_at
from models.satisfaction import (
    SurveyAsk,
    SurveyMark,
    SurveyWord,
    asked_already,
    asks_in,
    companies_asked,
    count_marks,
    count_words,
    due_asks,
    marks_in,
    participating,
    periods,
    words_in,
)
from services.duty import closed_days, office_time
from services.messages import tell

LONGEST = 500
"""Characters of a sentence."""
A_YEAR = timedelta(days=365)
KNOWN = timedelta(days=30)
"""How long a placement has run before its company can say what it knows."""
AT_ONCE = 200


class RatedAlready(HotlineError):
    """An anonymous answer cannot be found again, so it cannot be changed."""

    key = "error-rated-already"


@dataclass(frozen=True)
class OccasionResult:
    """What may be shown of one occasion in one year."""

    occasion: Occasion
    asked: int
    answered: int
    marks: dict[str, Marks]
    words: tuple[str, ...]
    words_waiting: int

    @property
    def rate(self) -> float:
        """Answered of asked, from 0 to 1."""
        return self.answered / self.asked if self.asked else 0.0


async def plan_yearly(session: Session, now: datetime, office: Office) -> None:
    """While the round is open: one person at each company that takes part is to be asked. Looked
    at once a day, so that companies which join late are asked too."""
    today = danish_day(now)
    key = f"survey/{today.isoformat()}"
    if not round_is_open(today) or await is_done(session, key):
        return
    await mark_errand(session, key, now)
    period = str(today.year)
    planned = await companies_asked(session, period)
    start = (await office_time(session, now, office)).next_start(now)
    taking_part = await participating(session, now - A_YEAR, now - KNOWN)
    for company_id, contact_id in taking_part.items():
        person = None if company_id in planned else await _contact(session, company_id, contact_id)
        if person:
            session.add(_ask(Occasion.YEARLY, period, period, person, start))


async def _contact(session: Session, company_id: int, contact_id: int | None) -> Person | None:
    """The placement's contact, or whoever came first at the company."""
    people = [p for p in await people_at(session, [company_id]) if p.role is Role.EMPLOYER]
    people.sort(key=lambda person: (person.id != contact_id, person.id))
    return people[0] if people else None


def _ask(
    occasion: Occasion, period: str, subject: str, person: Person, at: datetime | None
) -> SurveyAsk:
    return SurveyAsk(
        occasion=occasion,
        period=period,
        subject=subject,
        person_id=person.id or 0,
        company_id=person.company_id,
        next_action_at=at,
    )


async def ask_after(
    session: Session, now: datetime, person: Person, occasion: Occasion, subject: str
) -> None:
    """Plan the one question after a case or a visit (`subject` is its reference): it comes an hour
    later, in office hours. Only employers are asked, and only once about the same."""
    if person.role is not Role.EMPLOYER:
        return
    if await asked_already(session, occasion, subject, person.id or 0) is None:
        at = now + timedelta(minutes=PULSE_AFTER_MINUTES)
        session.add(_ask(occasion, str(danish_day(now).year), subject, person, at))


async def ask_due(session: Session, now: datetime, office: Office) -> int:
    """Ask, or remind, everybody who is due by now; return how many. Outside office hours everybody
    waits for the office to open."""
    due = await due_asks(session, now, AT_ONCE)
    if not due:
        return 0
    times = await office_time(session, now, office)
    if not times.is_working(now):
        for ask in due:
            ask.next_action_at = times.next_start(now)
            session.add(ask)
        return 0
    closed = await closed_days(session, now, office)
    for ask in due:
        await _put(session, now, ask)
        later = working_days_later(now, closed, REMIND_AFTER)
        again = ask.occasion == Occasion.YEARLY and ask.reminders < REMINDERS
        ask.next_action_at = later if again and round_is_open(danish_day(later)) else None
        session.add(ask)
    return len(due)


async def _put(session: Session, now: datetime, ask: SurveyAsk) -> None:
    person = await session.get_one(Person, ask.person_id)
    question = next_question(ask.occasion, ask.questions_answered)
    if not question or not person.active:
        return
    first = ask.asked_at is None
    told = await tell(session, now, person, question_message(ask, question, again=not first))
    if first and told:
        ask.asked_at = now
    elif not first:
        ask.reminders += 1


def question_message(ask: SurveyAsk, question: str, *, again: bool = False) -> Message:
    """One question with a button for each mark."""
    key = f"survey-{ask.occasion}-{question}"
    row = tuple(
        Button("button-number", f"rate:{ask.id}:{question}:{mark}", params={"n": mark})
        for mark in range(LOWEST, HIGHEST + 1)
    )
    params = {"subject": ask.subject, "again": "yes" if again else "no"}
    return Message(key, params, (row,), priority=Priority.BULK)


async def rate(
    session: Session, now: datetime, by: Person, ask_id: int, question: str, mark: int
) -> tuple[SurveyAsk, str]:
    """Keep one mark, and return what is to be asked next (nothing at the end).

    Raises NotFound, AnswerRefused for a mark that there is not, and RatedAlready.
    """
    ask = await _own(session, by, ask_id)
    if question not in QUESTIONS[ask.occasion]:
        raise NotFound()
    if not LOWEST <= mark <= HIGHEST:
        raise AnswerRefused("answer-number-between", lowest=str(LOWEST), highest=str(HIGHEST))
    if question in ask.questions_answered:
        raise RatedAlready()
    earlier = await count_marks(session, ask.period, ask.occasion, question)
    session.add(
        SurveyMark(
            key=secrets.token_hex(16),
            period=ask.period,
            occasion=ask.occasion,
            question=question,
            mark=mark,
            crowd=group_of(earlier),
        )
    )
    ask.answered = " ".join((*ask.questions_answered, question))
    following = next_question(ask.occasion, ask.questions_answered)
    if not following:
        ask.next_action_at = None
    session.add(ask)
    return ask, following


async def add_words(session: Session, by: Person, ask_id: int, words: str) -> None:
    """Keep a sentence beside the marks. Raises NotFound, AnswerRefused for one that is too long,
    and RatedAlready for a second one."""
    ask = await _own(session, by, ask_id)
    text = " ".join(words.split())
    if not text:
        raise AnswerRefused("answer-empty")
    if len(text) > LONGEST:
        raise AnswerRefused("survey-too-long", length=str(len(text)), limit=str(LONGEST))
    if "words" in ask.questions_answered:
        raise RatedAlready()
    earlier = await count_words(session, ask.period, ask.occasion)
    session.add(
        SurveyWord(
            key=secrets.token_hex(16),
            period=ask.period,
            occasion=ask.occasion,
            text=text,
            crowd=group_of(earlier),
        )
    )
    ask.answered = f"{ask.answered} words"
    session.add(ask)


async def _own(session: Session, by: Person, ask_id: int) -> SurveyAsk:
    ask = await session.get(SurveyAsk, ask_id)
    if ask is None or ask.person_id != by.id:
        raise NotFound()
    return ask


async def results(session: Session, by: Person, period: str) -> list[OccasionResult]:
    """What may be shown of a year, for the staff. Raises NotAllowed."""
    if not by.role.is_staff:
        raise NotAllowed()
    asks = await asks_in(session, period)
    marks = await marks_in(session, period)
    words = await words_in(session, period)
    return [_result(occasion, asks, marks, words) for occasion in Occasion]


def _result(
    occasion: Occasion,
    asks: Sequence[SurveyAsk],
    marks: Sequence[SurveyMark],
    words: Sequence[SurveyWord],
) -> OccasionResult:
    mine = [ask for ask in asks if ask.occasion == occasion]
    said = [word for word in words if word.occasion == occasion]
    full = shown_groups(Counter(word.crowd for word in said))
    shown = tuple(word.text for word in said if word.crowd in full)
    return OccasionResult(
        occasion,
        asked=len(mine),
        answered=sum(QUESTIONS[occasion][0] in ask.questions_answered for ask in mine),
        marks={
            question: marks_shown(
                [
                    (mark.crowd, mark.mark)
                    for mark in marks
                    if mark.occasion == occasion and mark.question == question
                ]
            )
            for question in QUESTIONS[occasion]
        },
        words=shown,
        words_waiting=len(said) - len(shown),
    )


async def years(session: Session, now: datetime) -> list[str]:
    """The years that can be looked at: those with questions, and this one."""
    return sorted({str(danish_day(now).year), *await periods(session)}, reverse=True)
