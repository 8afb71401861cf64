"""From sheet to paper: printing, the employee's yes, and the plan of a day."""

from telegram import Update

from domain.errors import HotlineError
from domain.messages import Button, column
from domain.plain import first_name
from handlers.sheet_desk import CARD, sheet_of, short_title
from handlers.turn import MENU, Turn, pressed, written
from services import approval, printouts, progress, sheets
from services.approval import title_of

AGREED = "agreed"
PLAN = "plan"
PLAN_MOST = 10


async def print_sheet(update: Update, turn: Turn) -> None:
    """On paper: made at once by a part of its own, and sent here."""
    filled = await sheet_of(update, turn)
    paper = "a5" if (*pressed(update), "", "")[2] == "a5" else "a4"
    if filled.form is None:
        turn.say("which-form-gone", column(Button("button-sheets", "sheets"), MENU))
        return
    turn.say("printing", title=title_of(filled))
    await printouts.want(turn.session, turn.now, turn.person, filled, paper, turn.chat.key)


async def employee_yes(update: Update, turn: Turn) -> None:
    """The employee's yes: together, or on a private link."""
    filled = await sheet_of(update, turn)
    theirs = filled.form is not None and filled.form.belongs_to_citizen
    together = [] if theirs else [Button("button-read-together", f"together:{filled.sheet_id}")]
    turn.say(
        "to-citizen" if theirs else "employee-yes",
        column(
            *together,
            Button("button-make-link", f"cardlink:{filled.sheet_id}"),
            Button("button-open-sheet", f"sheet:{filled.sheet_id}"),
        ),
        title=title_of(filled),
    )


async def draw(update: Update, turn: Turn) -> None:
    """The placement's progress: in words at once, as a picture and on paper in a moment."""
    filled = await sheet_of(update, turn)
    found = await progress.progress_of(
        turn.session,
        turn.person,
        turn.library.forms,
        filled.sheet.placement_id or 0,
        turn.language,
    )
    turn.say(
        "progress-drawing",
        column(Button("button-open-sheet", f"sheet:{filled.sheet_id}"), MENU),
        reference=found.placement.reference,
        lines="\n\n".join(f"{one.title}: {one.sentence}" for one in found.figures)[:3500],
    )
    printouts.want_progress(turn.session, turn.now, found, turn.language, turn.chat.key)


async def read_together(update: Update, turn: Turn) -> None:
    """With whom? A first name, as it stands on the card."""
    filled = await sheet_of(update, turn)
    turn.go(AGREED, "name", sheet=filled.sheet_id)
    turn.say("agreed-with-whom", column(Button("button-cancel", "cancel")))


async def on_agreed_name(update: Update, turn: Turn) -> None:
    """The first name: the card has a new version that says so."""
    name = first_name(written(update)).strip(".,!")
    if not name or len(name) > 30 or any(character.isdigit() for character in name):
        turn.say("agreed-first-name", column(Button("button-cancel", "cancel")))
        return
    filled = await sheets.find_sheet(
        turn.session, turn.person, turn.library.forms, int(turn.answers["sheet"])
    )
    approval.approve(turn.session, turn.now, turn.person, filled, name)
    turn.go("")
    turn.say("agreed", name=name, title=title_of(filled))
    await printouts.want(turn.session, turn.now, turn.person, filled, "a4", turn.chat.key)


async def make_link(update: Update, turn: Turn) -> None:
    """A private link for the employee; it is shown only now."""
    filled = await sheet_of(update, turn)
    if filled.form is None or not filled.rows:
        raise HotlineError("nothing to read yet")
    code = await approval.make_link(turn.session, turn.now, turn.person, filled)
    url = f"{turn.links.base_url}/card/{code}"
    turn.say(
        "card-link", column(Button("button-open-sheet", f"sheet:{filled.sheet_id}"), MENU), url=url
    )


async def day_plan(_update: Update, turn: Turn) -> None:
    """Which cards? Each is chosen or left out by pressing it."""
    turn.go(PLAN, "cards", cards="")
    await _show_plan(turn, [])


async def plan_card(update: Update, turn: Turn) -> None:
    """A card is chosen, or left out again."""
    chosen = _chosen(turn)
    number = (*pressed(update), "")[1]
    if number in chosen:
        chosen.remove(number)
    elif len(chosen) < PLAN_MOST:
        chosen.append(number)
    turn.go(PLAN, "cards", cards=",".join(chosen))
    await _show_plan(turn, chosen)


def _chosen(turn: Turn) -> list[str]:
    stored = str(turn.answers.get("cards", "")) if turn.chat.flow == PLAN else ""
    return [number for number in stored.split(",") if number]


async def _show_plan(turn: Turn, chosen: list[str]) -> None:
    mine = await sheets.my_sheets(turn.session, turn.person, turn.library.forms)
    cards = [filled for filled in mine if filled.sheet.form_id == CARD and filled.rows]
    buttons = [
        Button(
            "button-chosen" if str(filled.sheet_id) in chosen else "button-not-chosen",
            f"plancard:{filled.sheet_id}",
            params={"title": short_title(filled)},
        )
        for filled in cards
    ]
    made = [Button("button-make-plan", "makeplan")] if chosen else []
    turn.say("plan-which", column(*made, *buttons, MENU), count=len(chosen))


async def make_plan(update: Update, turn: Turn) -> None:
    """The chosen cards as one list by time."""
    found = [
        await sheets.find_sheet(turn.session, turn.person, turn.library.forms, int(number))
        for number in _chosen(turn)
        if number.isdigit()
    ]
    if not found:
        await day_plan(update, turn)
        return
    turn.go("")
    turn.say("plan-printing", count=len(found))
    await printouts.want_day_plan(
        turn.session, turn.now, turn.person, found, turn.language, turn.chat.key
    )
