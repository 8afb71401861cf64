"""The desk where sheets begin and end: the list, printing, the employee's yes, the day plan."""

from telegram import Update

from domain.errors import HotlineError
from domain.forms import Form, how_far, next_open, total
from domain.messages import Button, Ref, column
from domain.people import Role
from domain.plain import first_name
from handlers.sheet_buttons import go_on_with
from handlers.sheet_view import show_overview
from handlers.turn import MENU, Turn, pressed, written
from services import approval, printouts, sheets
from services.approval import title_of
from services.sheets import Filled

AGREED = "agreed"
PLAN = "plan"
CARD = "task-card"
PLAN_MOST = 10


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
        return Button("button-sheet", f"sheet:{filled.sheet_id}", params={"title": _short(filled)})
    return Button(
        "button-sheet-begun",
        f"go:{filled.sheet_id}",
        params={
            "title": _short(filled),
            "number": how_far(form, filled.answers),
            "total": total(form),
        },
    )


def _short(filled: Filled) -> str:
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


async def _begin(turn: Turn, form_id: str, company_id: int | None = None) -> None:
    form = turn.library.forms.get(form_id)
    if form is None:
        turn.say("which-form-gone", column(Button("button-sheets", "sheets"), MENU))
        return
    begun = await sheets.unfinished(turn.session, turn.now, turn.person, turn.library.forms)
    turn.say("sheet-begun", form=Ref(f"form-title:{form.id}"), intro=Ref(f"form-intro:{form.id}"))
    if begun and begun.form == form and not begun.rows and company_id is None:
        await go_on_with(turn, begun.sheet_id)  # one that nobody has written in yet will do
        return
    sheet = await sheets.start_sheet(
        turn.session, turn.now, turn.person, form, company_id=company_id
    )
    await go_on_with(turn, sheet.id or 0)


async def _choose_receiver(turn: Turn, form_id: str) -> None:
    receivers = await sheets.receivers(turn.session)
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
    _, form_id, number = (*pressed(update), "", "")[:3]
    if number.isdigit():
        await _begin(turn, form_id, int(number))
        return
    buttons = [
        Button("button-company", f"ownform:{form_id}:{company.id}", params={"name": company.name})
        for company in await sheets.all_companies(turn.session)
    ]
    turn.say("which-company", column(*buttons, Button("button-back", "sheets")))


async def send_form(update: Update, turn: Turn) -> None:
    """Send the form to somebody, who is told."""
    _, form_id, number = (*pressed(update), "", "")[:3]
    form = turn.library.forms.get(form_id)
    person = await sheets.receiver(turn.session, int(number) if number.isdigit() else 0)
    if form is None:
        turn.say("which-form-gone", column(Button("button-sheets", "sheets"), MENU))
        return
    told = await sheets.send_sheet(turn.session, turn.now, turn.person, form, person)
    key = "form-sent" if told else "form-sent-nobody"
    turn.say(key, ((MENU,),), name=person.name, form=Ref(f"form-title:{form.id}"))


async def _sheet(update: Update, turn: Turn) -> Filled:
    number = (*pressed(update), "")[1]
    sheet_id = int(number) if number.isdigit() and len(number) < 19 else 0
    return await sheets.find_sheet(turn.session, turn.person, turn.library.forms, sheet_id)


async def open_sheet(update: Update, turn: Turn) -> None:
    """A sheet: go on where it was left, or see the whole."""
    filled = await _sheet(update, turn)
    if filled.form and not filled.rows:
        await go_on_with(turn, filled.sheet_id)
    else:
        show_overview(turn, filled)


async def change(update: Update, turn: Turn) -> None:
    """Which answer is to be changed?"""
    filled = await _sheet(update, turn)
    if filled.form is None:
        show_overview(turn, filled)
        return
    buttons = [
        Button(f"label:{filled.form.id}/{q.id}", f"ask:{filled.sheet_id}:{q.id}")
        for q in filled.form.questions
    ]
    turn.say(
        "change-which", column(*buttons, Button("button-open-sheet", f"sheet:{filled.sheet_id}"))
    )


async def print_sheet(update: Update, turn: Turn) -> None:
    """On paper: made at once by a part of its own, and sent here."""
    filled = await _sheet(update, turn)
    paper = "a5" if (*pressed(update), "", "")[2] == "a5" else "a4"
    if filled.form is None:
        turn.say("which-form-gone", column(Button("button-sheets", "sheets"), MENU))
        return
    turn.say("printing", title=title_of(filled))
    await printouts.want(turn.session, turn.now, turn.person, filled, paper, turn.chat.key)


async def employee_yes(update: Update, turn: Turn) -> None:
    """The employee's yes: together, or on a private link."""
    filled = await _sheet(update, turn)
    turn.say(
        "employee-yes",
        column(
            Button("button-read-together", f"together:{filled.sheet_id}"),
            Button("button-make-link", f"cardlink:{filled.sheet_id}"),
            Button("button-open-sheet", f"sheet:{filled.sheet_id}"),
        ),
        title=title_of(filled),
    )


async def read_together(update: Update, turn: Turn) -> None:
    """With whom? A first name, as it stands on the card."""
    filled = await _sheet(update, turn)
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
    filled = await _sheet(update, turn)
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
            params={"title": _short(filled)},
        )
        for filled in cards
    ]
    made = [Button("button-make-plan", "makeplan")] if chosen else []
    turn.say("plan-which", column(*made, *buttons, MENU), count=len(chosen))


async def make_plan(_update: Update, turn: Turn) -> None:
    """The chosen cards as one list by time."""
    found = [
        await sheets.find_sheet(turn.session, turn.person, turn.library.forms, int(number))
        for number in _chosen(turn)
        if number.isdigit()
    ]
    if not found:
        await day_plan(_update, turn)
        return
    turn.go("")
    turn.say("plan-printing", count=len(found))
    await printouts.want_day_plan(
        turn.session, turn.now, turn.person, found, turn.language, turn.chat.key
    )
