"""How a sheet is shown in the chat: a question, a list so far, two answers that met, the whole."""

from dataclasses import dataclass

from domain.forms import Form, Kind, Question, Value, missing, next_open, total
from domain.messages import Button, Param, Ref, Rows, column
from domain.people import Language
from handlers.turn import MENU, Turn
from services import sheets
from services.approval import title_of
from services.cards import shown
from services.sheets import Clash, Filled

FLOW = "sheet"


@dataclass(frozen=True)
class Place:
    """Where somebody stands in a sheet."""

    filled: Filled
    form: Form
    question: Question

    def data(self, action: str, *more: str | int) -> str:
        """What a button for this question carries."""
        return ":".join(map(str, (action, self.filled.sheet_id, self.question.id, *more)))

    def ref(self, part: str) -> Ref:
        """A part of the question's wording."""
        return Ref(f"{part}:{self.form.id}/{self.question.id}")

    @property
    def value(self) -> Value:
        """The answer that stands there now."""
        return self.filled.answers.get(self.question.id)


async def place_of(turn: Turn, sheet_id: str, question_id: str) -> Place | None:
    """The question of a sheet; nothing (and a kind word) where the form has it no more."""
    number = int(sheet_id) if sheet_id.isdigit() and len(sheet_id) < 19 else 0
    filled = await sheets.find_sheet(turn.session, turn.person, turn.library.forms, number)
    question = filled.form.question(question_id) if filled.form else None
    if filled.form is None or question is None or question.citizen:
        turn.say(
            "sheet-question-gone", column(Button("button-open-sheet", f"sheet:{number}"), MENU)
        )
        return None
    return Place(filled, filled.form, question)


def ask(turn: Turn, place: Place, *, said: str = "") -> None:
    """Put the question; from now on what is written is its answer. `said`: what was saved."""
    question = place.question
    turn.go(
        FLOW,
        question.id,
        sheet=place.filled.sheet_id,
        seen=place.filled.version(question.id),
    )
    words = question.words[turn.language]
    known = place.value not in (None, "", ())
    params: dict[str, Param] = {
        "form": Ref(f"form-title:{place.form.id}"),
        "number": question.number,
        "total": total(place.form),
        "ask": place.ref("ask"),
        "help": place.ref("help"),
        "example": place.ref("example") if words.example else "none",
        "now": shown(question, place.value, turn.language) if known else "none",
        "said": said or "none",
        "about": _about(place) or "none",
    }
    turn.say("sheet-ask", question_buttons(place), **params)


def _about(place: Place) -> str:
    """The answer that this question is about."""
    other = place.form.question(place.question.about)
    answer = place.filled.answers.get(place.question.about)
    if other is None or answer is None:
        return ""
    lines = answer if isinstance(answer, tuple) else (str(answer),)
    numbered = [f"{n}. {line}" for n, line in enumerate(lines, start=1)]
    return "\n".join(numbered if len(lines) > 1 else lines)


def question_buttons(place: Place) -> Rows:
    """What can be pressed under a question: marks or choices, the list's, and the ways on."""
    question = place.question
    rows: list[tuple[Button, ...]] = []
    if question.kind is Kind.CHOICE:
        rows += [
            (Button(f"choice:{place.form.id}/{question.id}/{n}", place.data("pick", n)),)
            for n in range(len(question.choices))
        ]
    if question.kind is Kind.SCALE:
        rows += [
            tuple(Button("button-number", place.data("pick", n), params={"n": n}) for n in marks)
            for marks in scale_rows(int(question.lowest or 0), int(question.highest or 0))
        ]
    if question.kind is Kind.STEPS and place.value:
        rows.append((Button("button-lines-done", place.data("done")),))
        rows.append(
            (
                Button("button-drop-line", place.data("drop")),
                Button("button-clear-lines", place.data("clear")),
            )
        )
    elif question.kind is Kind.PHOTO or place.value not in (None, "", ()):
        rows.append((Button("button-keep", place.data("done")),))
    return (*rows, *_ways_on(place))


def scale_rows(lowest: int, highest: int) -> list[range]:
    """The marks of a scale in rows that a thumb can hit: at most five in each, 0 by itself."""
    if lowest < 0 < highest:
        return [*scale_rows(lowest, -1), range(1), *scale_rows(1, highest)]
    starts = range(lowest, highest + 1, 5)
    return [range(start, min(start + 5, highest + 1)) for start in starts]


def _ways_on(place: Place) -> Rows:
    """The ways past any question."""
    return (
        (
            Button("button-unknown", place.data("unknown")),
            Button("button-skip-question", place.data("skip")),
        ),
        (
            Button("button-back", place.data("back")),
            Button("button-pause", f"pause:{place.filled.sheet_id}"),
        ),
    )


def show_lines(turn: Turn, place: Place) -> None:
    """The list so far; what is written now is added to it."""
    lines = place.value if isinstance(place.value, tuple) else ()
    turn.go(
        FLOW,
        place.question.id,
        sheet=place.filled.sheet_id,
        seen=place.filled.version(place.question.id),
    )
    full = len(lines) >= place.question.most
    more = "sheet-lines-photo" if place.question.photos > 1 else "sheet-lines"
    key = "sheet-lines-full" if full else more
    photos = place.filled.photos
    with_photo = {photo.step for photo in photos if photo.question_id == place.question.id}
    listed = "\n".join(
        f"{n}. {line}{' 📷' if n in with_photo else ''}" for n, line in enumerate(lines, start=1)
    )
    turn.say(key, question_buttons(place), lines=listed, count=len(lines), most=place.question.most)


def show_clash(turn: Turn, place: Place, clash: Clash, mine: str) -> None:
    """Two have answered the same: whose is to stand?"""
    turn.go(
        FLOW, place.question.id, sheet=place.filled.sheet_id, seen=clash.version, mine=mine[:2000]
    )
    turn.say(
        "sheet-clash",
        column(
            Button("button-keep-theirs", place.data("theirs"), params={"name": clash.name}),
            Button("button-use-mine", place.data("mine")),
        ),
        name=clash.name,
        theirs=shown(place.question, clash.value, turn.language) or Ref("button-unknown"),
        mine=mine[:2000],
    )


def show_overview(turn: Turn, filled: Filled) -> None:
    """All answers on one screen, what is missing, and what can be done with the sheet."""
    turn.go("")
    form, language = filled.form, turn.language
    order = {q.id: place for place, q in enumerate(form.questions)} if form else {}
    rows = sorted(filled.rows, key=lambda row: order.get(row.question_id, len(order)))
    lines = [f"{row.label}: {_in_one_line(filled, row.question_id, language)}" for row in rows]
    lacking = [q.words[language].label for q in missing(form, filled.answers)] if form else []
    number = filled.sheet_id
    buttons: list[Button] = []
    if form and next_open(form, filled.answers):
        buttons.append(Button("button-go-on", f"go:{number}"))
    if form and filled.rows:
        buttons.append(Button("button-print", f"print:{number}:a4"))
        if form.chart and filled.sheet.placement_id:
            buttons.append(Button("button-draw", f"draw:{number}"))
        if not filled.is_citizens:
            buttons.append(Button("button-change", f"change:{number}"))
        buttons.append(Button(yes_key(form), f"yes:{number}"))
    turn.say(
        "sheet-overview",
        column(*buttons, Button("button-sheets", "sheets"), MENU),
        title=title_of(filled),
        lines="\n".join(lines)[:3000] or Ref("sheet-nothing-yet"),
        missing=", ".join(lacking) or "none",
        photos=len(filled.photos),
    )


def yes_key(form: Form) -> str:
    """What the way to the employee is called."""
    return "button-to-citizen" if form.belongs_to_citizen else "button-employee-yes"


def _in_one_line(filled: Filled, question_id: str, language: Language) -> str:
    question = filled.form.question(question_id) if filled.form else None
    value = filled.answers[question_id]
    if value in (None, "", ()):
        return "–"
    if question is None:
        return " / ".join(map(str, value)) if isinstance(value, tuple) else str(value)
    return shown(question, value, language).replace("\n", " / ")
