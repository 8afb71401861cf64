"""The desk where sheets begin and end: the list, printing, the employee's yes, the day plan."""

from telegram import Update

from domain.forms import Form, how_far, next_open, total
from domain.messages import Button, Ref, column
from domain.people import Role
from handlers.sheet_buttons import go_on_with
from handlers.sheet_view import show_overview
from handlers.turn import MENU, Turn, pressed
from services import sending, sheets
from services.approval import title_of
from services.sheets import Filled

CARD = "task-card"


def forms_for(turn: Turn) -> list[Form]:
    """The forms this person may begin, the card first."""
    found = [form for form in turn.library.forms.values() if turn.person.role in form.roles]
    return sorted(found, key=lambda form: (form.id != CARD, form.words[turn.language].title))


async def list_sheets(_update: Update, turn: Turn) -> None:
    """`/sheets`: what is begun, and what can be begun."""
    mine = await sheets.my_sheets(turn.session, turn.person, turn.library.forms)
    buttons = [_sheet_button(filled) for filled in mine[:8]]
    more = [Button("button-new-sheet", "newsheet")]
    cards = [filled for filled in mine if filled.sheet.form_id == CARD and filled.rows]
    if len(cards) > 1:
        more.append(Button("button-day-plan", "plan"))
    turn.go("")
    turn.say("sheets" if mine else "no-sheets", column(*more, *buttons, MENU))


def _sheet_button(filled: Filled) -> Button:
    form = filled.form
    if form is None or not next_open(form, filled.answers):
        title = short_title(filled)
        return Button("button-sheet", f"sheet:{filled.sheet_id}", params={"title": title})
    return Button(
        "button-sheet-begun",
        f"go:{filled.sheet_id}",
        params={
            "title": short_title(filled),
            "number": how_far(form, filled.answers),
            "total": total(form),
        },
    )


def short_title(filled: Filled) -> str:
    """A title that fits a button."""
    title = title_of(filled)
    return title if len(title) <= 40 else f"{title[:39]}…"


async def new_sheet(_update: Update, turn: Turn) -> None:
    """Which form?"""
    buttons = [Button(f"form-title:{form.id}", f"form:{form.id}") for form in forms_for(turn)]
    turn.say("which-form", column(*buttons, Button("button-back", "sheets")))


async def begin_card(_update: Update, turn: Turn) -> None:
    """`/card`: a new task card."""
    await _begin(turn, CARD)


async def begin(update: Update, turn: Turn) -> None:
    """A form is chosen; staff also say for which company, and who fills it in."""
    form_id = (*pressed(update), "")[1]
    if form_id not in {form.id for form in forms_for(turn)}:
        turn.say("which-form-gone", column(Button("button-sheets", "sheets"), MENU))
    elif turn.person.role is Role.EMPLOYER:
        await _begin(turn, form_id)
    else:
        await _choose_receiver(turn, form_id)


async def _begin(
    turn: Turn, form_id: str, company_id: int | None = None, placement_id: int | None = None
) -> None:
    form = turn.library.forms.get(form_id)
    if form is None:
        turn.say("which-form-gone", column(Button("button-sheets", "sheets"), MENU))
        return
    if form.placement and placement_id is None:
        prefix = f"ownform:{form_id}:{company_id or turn.person.company_id}"
        placement_id = await _which_placement(turn, company_id, prefix)
        if placement_id is None:
            return
    begun = await sheets.unfinished(turn.session, turn.now, turn.person, turn.library.forms)
    turn.say("sheet-begun", form=Ref(f"form-title:{form.id}"), intro=Ref(f"form-intro:{form.id}"))
    same = begun and begun.form == form and begun.sheet.placement_id == placement_id
    if begun and same and not begun.rows and company_id is None:
        await go_on_with(turn, begun.sheet_id)  # one that nobody has written in yet will do
        return
    sheet = await sheets.start_sheet(
        turn.session,
        turn.now,
        turn.person,
        form,
        company_id=company_id,
        placement_id=placement_id,
    )
    await go_on_with(turn, sheet.id or 0)


async def _which_placement(turn: Turn, company_id: int | None, prefix: str) -> int | None:
    """The only placement there is; else nothing, and it is asked which, or said that there is none.

    `prefix` is the button's data to which the placement is added.
    """
    found = await sheets.open_placements(turn.session, turn.now, turn.person, company_id)
    if len(found) == 1:
        return found[0].id
    buttons = [
        Button(
            "button-sheet-placement",
            f"{prefix}:{placement.id}",
            params={
                "reference": placement.reference,
                "type": Ref(f"type-{placement.type}"),
            },
        )
        for placement in found
    ]
    back = Button("button-back", "sheets")
    turn.say("which-placement" if found else "no-placement", column(*buttons[:20], back))
    return None


def _id(text: str) -> int | None:
    """A row's id from a button, which may be made up."""
    return int(text) if text.isdecimal() and len(text) < 19 else None  # SQLite: 64 bits


async def _choose_receiver(turn: Turn, form_id: str) -> None:
    receivers = await sending.receivers(turn.session)
    buttons = [
        Button(
            "button-send-to",
            f"sendform:{form_id}:{person.id}",
            params={"name": person.name, "company": company.name},
        )
        for person, company in receivers
    ]
    own = Button("button-fill-myself", f"ownform:{form_id}")
    turn.say("send-form-to", column(own, *buttons, Button("button-back", "sheets")))


async def fill_myself(update: Update, turn: Turn) -> None:
    """Staff fill the sheet in themselves: at which company?"""
    _, form_id, number, placement = (*pressed(update), "", "", "")[:4]
    if _id(number) or turn.person.role is Role.EMPLOYER:
        await _begin(turn, form_id, _id(number), _id(placement))
        return
    buttons = [
        Button("button-company", f"ownform:{form_id}:{company.id}", params={"name": company.name})
        for company in await sending.all_companies(turn.session)
    ]
    turn.say("which-company", column(*buttons, Button("button-back", "sheets")))


async def send_form(update: Update, turn: Turn) -> None:
    """Send the form to somebody, who is told."""
    _, form_id, number, chosen = (*pressed(update), "", "", "")[:4]
    placement_id = _id(chosen)
    form = turn.library.forms.get(form_id)
    person = await sending.receiver(turn.session, int(number) if number.isdigit() else 0)
    if form is None:
        turn.say("which-form-gone", column(Button("button-sheets", "sheets"), MENU))
        return
    prefix = f"sendform:{form_id}:{person.id}"
    if form.placement and placement_id is None:
        placement_id = await _which_placement(turn, person.company_id, prefix)
        if placement_id is None:
            return
    told = await sending.send_sheet(turn.session, turn.now, turn.person, form, person, placement_id)
    key = "form-sent" if told else "form-sent-nobody"
    turn.say(key, ((MENU,),), name=person.name, form=Ref(f"form-title:{form.id}"))


async def sheet_of(update: Update, turn: Turn) -> Filled:
    """The sheet a button belongs to, if this person may see it."""
    number = (*pressed(update), "")[1]
    sheet_id = int(number) if number.isdigit() and len(number) < 19 else 0
    return await sheets.find_sheet(turn.session, turn.person, turn.library.forms, sheet_id)


async def open_sheet(update: Update, turn: Turn) -> None:
    """A sheet: go on where it was left, or see the whole."""
    filled = await sheet_of(update, turn)
    if filled.form and not filled.rows:
        await go_on_with(turn, filled.sheet_id)
    else:
        show_overview(turn, filled)


async def change(update: Update, turn: Turn) -> None:
    """Which answer is to be changed?"""
    filled = await sheet_of(update, turn)
    if filled.form is None:
        show_overview(turn, filled)
        return
    buttons = [
        Button(f"label:{filled.form.id}/{q.id}", f"ask:{filled.sheet_id}:{q.id}")
        for q in filled.form.questions
        if not q.citizen
    ]
    turn.say(
        "change-which", column(*buttons, Button("button-open-sheet", f"sheet:{filled.sheet_id}"))
    )
