"""The week of all specialists, for the staff; and what can be done with one visit."""

from datetime import date, datetime, timedelta

from telegram import Update

from domain.messages import Button, Message, NearDay, Rows, column
from domain.people import Role
from domain.visits import VisitStatus, monday_to_show
from domain.working_time import danish_day
from handlers.turn import MENU, Turn, pressed
from models.visits import Visit
from services import visit_week, week_picture
from services.visit_notices import buttons_of

FURTHEST = 52
"""Weeks ahead or back that the buttons lead to."""


async def show(update: Update, turn: Turn) -> None:
    """Who visits whom this week, or in one that a button leads to."""
    offset = _offset(update)
    week = await visit_week.week_of(
        turn.session, turn.now, turn.office, turn.person, _monday(turn.now, offset)
    )
    visits = [
        Button(
            "button-visit-in-week",
            f"visit:{planned.visit_id}",
            params={"when": planned.starts, "company": planned.company},
        )
        for planned in week.visits
        if planned.ends > turn.now
    ]
    ways = (
        Button("button-week-before", f"visits:{offset - 1}"),
        Button("button-week-after", f"visits:{offset + 1}"),
    )
    picture = Button("button-week-picture", f"visitpicture:{offset}")
    new = Button("button-visit-plan", "visitask")
    turn.say(
        "visits-week" if week.visits else "visits-week-empty",
        (*column(*visits[:8]), ways, *column(picture, new, MENU)),
        number=week.monday.isocalendar().week,
        first=NearDay(week.monday),
        last=NearDay(week.monday + timedelta(days=4)),
        lines=visit_week.lines(week, turn.language),
    )


async def picture(update: Update, turn: Turn) -> None:
    """The same week as a picture."""
    offset = _offset(update)
    monday = _monday(turn.now, offset)
    week = await visit_week.week_of(turn.session, turn.now, turn.office, turn.person, monday)
    file = week_picture.order(turn.session, turn.now, turn.chat, week, turn.language)
    said = {"number": monday.isocalendar().week}
    turn.send(
        Message(
            "visits-week-picture",
            said,
            column(Button("button-visits", f"visits:{offset}")),
            document=file,
        )
    )


def _offset(update: Update) -> int:
    if update.callback_query is None:
        return 0
    text = (*pressed(update), "")[1]
    number = int(text) if text.removeprefix("-").isdecimal() and len(text) < 4 else 0
    return max(-FURTHEST, min(number, FURTHEST))


def _monday(now: datetime, offset: int) -> date:
    return monday_to_show(danish_day(now)) + timedelta(weeks=offset)


def buttons_for(visit: Visit, role: Role, now: datetime) -> Rows:
    """What this person can do with this visit at this instant."""
    if visit.status is not VisitStatus.BOOKED:
        return column(Button("button-visit-new", f"visitnew:{visit.id}"), MENU)
    if now < visit.starts_at:
        return (
            *buttons_of(visit, role),
            *column(Button("button-visit-prepare", f"visitprep:{visit.id}"), MENU),
        )
    if role is Role.EMPLOYER:
        return column(Button("button-visit-nobody-came", f"visitnobody:{visit.id}"), MENU)
    return column(
        Button("button-visit-held", f"visitnote:{visit.id}"),
        Button("button-visit-nobody", f"visitnobody:{visit.id}"),
        Button("button-visit-late", f"visitlate:{visit.id}"),
        MENU,
    )
