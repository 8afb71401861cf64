"""Forms: which question comes next, what is missing, how far one has come.

Answers are kept as `question id -> value`: a text, a number, a list of lines, or None for "I don't
know yet". A question without an entry has not been answered (or was skipped).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from domain.people import Language, Role

Value = str | int | float | tuple[str, ...] | None
Answers = Mapping[str, Value]


class Kind(StrEnum):
    """What an answer may be. DATE is kept as `2026-11-24`, TIME as `08:15`, CHOICE as its id."""

    TEXT = "text"
    CHOICE = "choice"
    NUMBER = "number"
    SCALE = "scale"
    DATE = "date"
    TIME = "time"
    STEPS = "steps"
    PHOTO = "photo"


@dataclass(frozen=True)
class Wording:
    """A question in one language: `ask` to whoever fills in, `reader` as the employee reads it."""

    label: str
    ask: str
    reader: str = ""
    help: str = ""
    example: str = ""
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Condition:
    """Asked only when an earlier question has one of these answers, or (without any) an answer."""

    question: str
    values: tuple[Value, ...] = ()


@dataclass(frozen=True)
class Question:
    """One question. `number` is the one people see: several parts may share it."""

    id: str
    number: int
    kind: Kind
    words: Mapping[Language, Wording]
    required: bool = False
    condition: Condition | None = None
    choices: tuple[str, ...] = ()
    lowest: float | None = None
    highest: float | None = None
    longest: int = 1000
    """Characters of a text, or of one line in a list of steps."""
    most: int = 8
    """Lines in a list of steps."""
    commas: bool = False
    """Whether commas also separate the lines of a list."""
    past: bool = True
    """Whether a date may lie in the past."""
    photos: int = 0
    """How many photos may be added; for steps, one to each."""
    vague: tuple[str, ...] = ()
    """Kinds of vague words that are questioned once."""
    first_names: bool = False
    icon: str = ""
    about: str = ""
    """The question whose answer a mark is about: a goal, or the steps of which so many are done."""
    carry: bool = False
    """Whether the placement's next sheet of this form begins with this answer."""
    citizen: bool = False
    """Answered by the citizen on their own page, and by nobody else."""
    lines_from: tuple[str, ...] = ()
    """The lists whose lines the citizen keeps or strikes."""


@dataclass(frozen=True)
class FormWords:
    """A form in one language. `drawn`: how its marks are to be read where they are drawn."""

    title: str
    intro: str
    drawn: str = ""


@dataclass(frozen=True)
class Form:
    """A form as its file describes it. `wall`: its printout may hang where everybody reads it.
    `placement`: it is about one placement. `chart`: how its marks are drawn over time."""

    id: str
    version: int
    template: str
    words: Mapping[Language, FormWords]
    questions: tuple[Question, ...]
    roles: tuple[Role, ...] = ()
    wall: bool = False
    placement: bool = False
    chart: str = ""

    @property
    def belongs_to_citizen(self) -> bool:
        """Whether the citizen has the last word on it, and it is theirs from then on."""
        return any(question.citizen for question in self.questions)

    def question(self, question_id: str) -> Question | None:
        """The question with this id, or nothing in this version of the form."""
        return next((asked for asked in self.questions if asked.id == question_id), None)


def asked(form: Form, answers: Answers) -> tuple[Question, ...]:
    """The questions whose condition holds, in order."""
    return tuple(question for question in form.questions if applies(question, answers))


def applies(question: Question, answers: Answers) -> bool:
    """Whether the question is to be asked, after these answers."""
    condition = question.condition
    if condition is None:
        return True
    answer = answers.get(condition.question)
    return answer in condition.values if condition.values else answer not in (None, "", ())


def in_chat(form: Form, answers: Answers) -> tuple[Question, ...]:
    """The questions that are asked in the chat: all but the citizen's own."""
    return tuple(question for question in asked(form, answers) if not question.citizen)


def next_open(form: Form, answers: Answers, after: str = "") -> Question | None:
    """The next question without an answer, behind the one named; none when the end is reached."""
    questions = in_chat(form, answers)
    start = _place(questions, after) + 1
    return next((question for question in questions[start:] if question.id not in answers), None)


def before(form: Form, answers: Answers, question_id: str) -> Question | None:
    """The question in front of this one, or nothing at the beginning."""
    questions = in_chat(form, answers)
    place = _place(questions, question_id)
    return questions[place - 1] if place > 0 else None


def _place(questions: tuple[Question, ...], question_id: str) -> int:
    places = (place for place, question in enumerate(questions) if question.id == question_id)
    return next(places, -1)


def missing(form: Form, answers: Answers) -> tuple[Question, ...]:
    """What is still needed before the printout is more than a draft."""
    return tuple(
        question
        for question in in_chat(form, answers)
        if question.required and answers.get(question.id) in (None, "", ())
    )


def total(form: Form) -> int:
    """The number of the last question."""
    numbers = (question.number for question in form.questions if not question.citizen)
    return max(numbers, default=0)


def how_far(form: Form, answers: Answers) -> int:
    """The number of the question where filling in goes on; the total when all are answered."""
    found = next_open(form, answers)
    return found.number if found else total(form)
