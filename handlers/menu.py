"""The menu, help, and the way out of any conversation."""

from telegram import Update

from domain.messages import Button, Ref, Rows, column
from domain.people import Role
from handlers.turn import MENU, Turn
from services import sheets

_BUTTONS: dict[Role, tuple[Button, ...]] = {
    Role.EMPLOYER: (
        Button("button-guides", "guides"),
        Button("button-incident", "incident"),
        Button("button-own-cases", "cases"),
        Button("button-sheets", "sheets"),
        Button("button-placements", "placements"),
        Button("button-specialist", "specialist"),
        Button("button-visits", "visits"),
        Button("button-duty", "duty"),
        Button("button-help", "help"),
    ),
    Role.SPECIALIST: (
        Button("button-cases", "cases"),
        Button("button-visits", "visits"),
        Button("button-follow-ups", "followups"),
        Button("button-duty", "duty"),
        Button("button-questions", "questions"),
        Button("button-sheets", "sheets"),
        Button("button-guides", "guides"),
        Button("button-review", "review"),
        Button("button-help", "help"),
    ),
    Role.REVIEWER: (
        Button("button-review", "review"),
        Button("button-visits", "visits"),
        Button("button-duty", "duty"),
        Button("button-sheets", "sheets"),
        Button("button-guides", "guides"),
        Button("button-help", "help"),
    ),
}

COMMANDS: dict[Role, tuple[str, ...]] = {
    Role.EMPLOYER: (
        "menu",
        "guide",
        "incident",
        "cases",
        "visits",
        "duty",
        "card",
        "sheets",
        "placements",
        "quiet",
        "cancel",
        "language",
        "help",
        "privacy",
    ),
    Role.SPECIALIST: (
        "menu",
        "cases",
        "note",
        "visits",
        "followups",
        "learned",
        "duty",
        "quiet",
        "calendar",
        "questions",
        "guide",
        "review",
        "sheets",
        "cancel",
        "language",
        "help",
        "privacy",
    ),
    Role.REVIEWER: (
        "menu",
        "cases",
        "note",
        "review",
        "visits",
        "duty",
        "quiet",
        "guide",
        "sheets",
        "cancel",
        "language",
        "help",
        "privacy",
    ),
}
"""What each role sees when it types a slash; the texts are `command-NAME` in `locales/`."""


def menu_buttons(role: Role) -> Rows:
    """The menu of this role, one button under the other."""
    return column(*_BUTTONS[role])


async def show(_update: Update, turn: Turn) -> None:
    """The menu; whatever was going on is left. A sheet that was begun can be gone on with."""
    turn.go("")
    begun = await sheets.unfinished(turn.session, turn.now, turn.person, turn.library.forms)
    rows = menu_buttons(turn.person.role)
    if begun and begun.form:
        title = Ref(f"form-title:{begun.form.id}")
        go_on = Button("button-go-on-with", f"go:{begun.sheet_id}", params={"form": title})
        rows = ((go_on,), *rows)
    turn.say(f"menu-{turn.person.role}", rows, name=turn.person.name)


async def help_(_update: Update, turn: Turn) -> None:
    """What one can do here, in a few lines."""
    more = column(Button("button-language", "language"), Button("button-privacy", "privacy"), MENU)
    turn.say(f"help-{turn.person.role}", more)


async def cancel(_update: Update, turn: Turn) -> None:
    """Leave what was begun. Nothing that was stored is lost."""
    left = bool(turn.chat.flow)
    turn.go("")
    key = "cancelled" if left else "nothing-to-cancel"
    turn.say(key, menu_buttons(turn.person.role))


async def stale_button(_update: Update, turn: Turn) -> None:
    """A button we do not know: from an older version, or made up."""
    turn.say("button-too-old", menu_buttons(turn.person.role))


async def unknown_command(_update: Update, turn: Turn) -> None:
    """A slash word that means nothing here."""
    turn.say("unknown-command", menu_buttons(turn.person.role))
