"""What a visit needs to be known: where to come, and what should be ready."""

from telegram import Update

from domain.messages import Button, column
from domain.people import Role
from domain.triage import Level
from handlers import guides as guide_talk
from handlers.turn import MENU, Turn, pressed, pressed_id, written
from models.visits import Visit
from services import guides, visit_times, visits
from services.visit_notices import FORM

WHERE = "visit-where"
PREPARE = "visit-prepare"
FORMS = ("alignment", "task-card")
"""The sheets that a visit is most often prepared with."""


def ask_where(turn: Turn, visit: Visit) -> None:
    """A visit was booked and nobody knows yet where: what is written next says it."""
    turn.go(WHERE, visit=visit.id or 0)


async def alarmed(turn: Turn, text: str) -> bool:
    """Whether an employer's answer sounds like danger to life; then that is answered instead."""
    if turn.person.role is not Role.EMPLOYER:
        return False
    advice = guides.advise(turn.library, text, turn.language)
    if advice.level is Level.EMERGENCY:
        await guide_talk.raise_alarm(turn, text, advice)
        return True
    return False


async def on_where(update: Update, turn: Turn) -> None:
    """Where to come, or which number to call. Danger is answered before anything else."""
    text = written(update)
    if await alarmed(turn, text):
        return
    await visits.say_where(
        turn.session, turn.now, turn.person, int(turn.answers["visit"]), text[:500]
    )
    turn.go("")
    turn.say("visit-where-noted", column(Button("button-visits", "visits"), MENU))


async def begin_prepare(update: Update, turn: Turn) -> None:
    """What should be ready? A sheet with one tap, or in words."""
    visit = await visit_times.find_visit(turn.session, turn.person, pressed_id(update))
    visits.still_booked(visit, turn.now)
    turn.go(PREPARE, visit=visit.id or 0)
    sheets = [Button(f"form-title:{form}", f"visitform:{visit.id}:{form}") for form in FORMS]
    turn.say("visit-prepare", column(*sheets, Button("button-cancel", "cancel")))


async def prepare_sheet(update: Update, turn: Turn) -> None:
    """One of our sheets should be ready."""
    form = (*pressed(update), "")[2]
    if form not in FORMS:
        raise visit_times.VisitNotFound()
    await _prepare(turn, pressed_id(update), FORM + form)


async def on_prepare(update: Update, turn: Turn) -> None:
    """What should be ready, in words."""
    text = written(update)
    if await alarmed(turn, text):
        return
    await _prepare(turn, int(turn.answers["visit"]), text[:500])


async def _prepare(turn: Turn, visit_id: int, what: str) -> None:
    visit = await visits.prepare(turn.session, turn.now, turn.person, visit_id, what)
    turn.go("")
    open_ = Button("button-visit-open", f"visit:{visit.id}", params={"when": visit.starts_at})
    sheets = [Button("button-sheets", "sheets")] if what.startswith(FORM) else []
    turn.say("visit-prepared", column(open_, *sheets, MENU))
