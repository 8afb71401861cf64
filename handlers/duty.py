"""`/duty`: who is there now and next; away and back again, one's own hours, quiet hours."""

from datetime import date, time

from telegram import Update

import locales
from domain.duty import DaysOff, Part, parse_days_off
from domain.messages import Button, Param, Ref, Rows, column
from domain.people import Role
from domain.working_time import ONE_DAY, danish_day, hours_by_day, parse_hours
from handlers.turn import MENU, Turn, pressed, pressed_id, written
from models.duty import Absence
from services import absences, duty, rota
from services.rota import Duty

FLOW = "duty"
SHOWN = 7
"""Days that are shown."""
NOBODY = "–"

_QUIET = {"20-7": (time(20), time(7)), "18-8": (time(18), time(8))}


def change(turn: Turn) -> Duty:
    """A change of duty by the writer."""
    return Duty(turn.now, turn.office, turn.person)


async def show(_update: Update, turn: Turn) -> None:
    """Who is on duty now, who comes next, and for staff the days to come."""
    turn.go("")
    if not turn.person.role.is_staff:
        turn.say("duty-employer", ((MENU,),), **await truth(turn))
        return
    buttons: Rows = ((MENU,),)
    if turn.person.role is Role.SPECIALIST:
        away = await absences.current_absence(turn.session, turn.now, turn.person)
        buttons = _buttons(away)
    turn.say("duty", buttons, **await truth(turn), days=await _days(turn))


async def truth(turn: Turn) -> dict[str, Param]:
    """Who is on duty, or else who comes next and when, for a sentence with `state`."""
    found = await duty.outlook(turn.session, turn.now, turn.office)
    on = locales.listed(turn.language, [person.name for person in found.on])
    if found.on:
        return {"state": "on", "names": on, "at": ""}
    if found.next_person and found.next_at:
        return {"state": "off", "names": found.next_person.name, "at": found.next_at}
    return {"state": "nobody", "names": "", "at": ""}


async def _days(turn: Turn) -> str:
    today = danish_day(turn.now)
    people, days = await duty.duty_days(turn.session, turn.now, turn.office, today, SHOWN)
    names = {person.id or 0: person.name for person in people}
    lines = []
    for day in days:
        worked = [
            f"{names[person_id]} {locales.spans(turn.language, spans)}"
            for person_id, spans in day.spans.items()
            if spans
        ]
        if worked or day.open:
            shown = locales.days(turn.language, [day.day])
            lines.append(f"{shown}: {' · '.join(worked) or NOBODY}")
    return "\n".join(lines)


def _buttons(away: Absence | None) -> Rows:
    return column(
        Button("button-back-on-duty", "backonduty") if away else Button("button-sick", "sick"),
        Button("button-days-off", "daysoff"),
        Button("button-swap", "swap"),
        Button("button-hours", "hours"),
        Button("button-quiet", "quiet"),
        Button("button-calendar", "calendar"),
        MENU,
    )


BACK = Button("button-duty", "duty")


async def sick(_update: Update, turn: Turn) -> None:
    """One tap: away for the rest of the day."""
    await absences.report_sick(turn.session, change(turn))
    turn.say("you-are-away-today", column(Button("button-back-on-duty", "backonduty"), MENU))


async def back_on_duty(_update: Update, turn: Turn) -> None:
    """One tap: here again."""
    back = await absences.back_again(turn.session, change(turn))
    turn.say("you-are-back" if back else "you-were-not-away", column(BACK, MENU))


async def days_off(_update: Update, turn: Turn) -> None:
    """Which days? Those that are planned can be dropped."""
    turn.go(FLOW, "daysoff")
    planned = await absences.coming_absences(turn.session, turn.now, turn.person)
    today = danish_day(turn.now)
    tomorrow = DaysOff(today + ONE_DAY, today + ONE_DAY)
    friday = DaysOff(today, today + (4 - today.weekday()) * ONE_DAY)
    offered = [Button("button-tomorrow", _data(tomorrow))]
    if friday.first < friday.last:
        offered.append(Button("button-rest-of-week", _data(friday)))
    turn.say(
        "days-off-which",
        column(*offered, *(_drop(turn, absence) for absence in planned[:SHOWN]), BACK),
    )


def _drop(turn: Turn, absence: Absence) -> Button:
    span = locales.span(turn.language, absence.starts_at, absence.ends_at)
    return Button("button-drop-absence", f"dropaway:{absence.id}", params={"span": span})


def _data(wanted: DaysOff) -> str:
    return f"away:{wanted.first}:{wanted.last}:{wanted.part}"


async def on_text(update: Update, turn: Turn) -> None:
    """Days, hours or quiet hours, as text."""
    on_step = {"daysoff": _read_days, "hours": _read_hours, "quiet": _read_quiet}
    await on_step[turn.chat.step](turn, written(update))


async def _read_days(turn: Turn, text: str) -> None:
    try:
        wanted = parse_days_off(text, danish_day(turn.now))
    except ValueError:
        turn.say("days-off-unclear", column(BACK))
        return
    turn.say(
        "days-off-right",
        column(Button("button-yes-away", _data(wanted)), Button("button-rewrite", "daysoff"), BACK),
        **_wanted(wanted),
    )


def _wanted(wanted: DaysOff) -> dict[str, Param]:
    days = f"days:{wanted.first}"
    until = f"days:{wanted.last}"
    more = "no" if wanted.first == wanted.last else "yes"
    return {"first": Ref(days), "last": Ref(until), "more": more, "part": wanted.part.value}


async def away(update: Update, turn: Turn) -> None:
    """These days it is."""
    try:
        _, first, last, part = pressed(update)
        wanted = DaysOff(date.fromisoformat(first), date.fromisoformat(last), Part(part))
    except ValueError:
        turn.say("button-too-old", column(BACK))
        return
    await absences.add_absence(turn.session, change(turn), turn.person, wanted.span)
    turn.go("")
    turn.say("days-off-kept", column(BACK, MENU), **_wanted(wanted))


async def drop_absence(update: Update, turn: Turn) -> None:
    """An absence that does not take place."""
    await absences.remove_absence(turn.session, change(turn), pressed_id(update))
    turn.say("days-off-dropped", column(BACK, MENU))


async def hours(_update: Update, turn: Turn) -> None:
    """My weekly hours as they stand, and how to change them."""
    turn.go(FLOW, "hours")
    await _show_hours(turn, "hours-now")


async def _show_hours(turn: Turn, key: str) -> None:
    times = await duty.working_times(turn.session, turn.now, turn.office, [turn.person])
    weekly = hours_by_day(times[turn.person.id or 0].weekly)
    shown = [
        f"{locales.weekday(turn.language, day)} {text}" for day, text in enumerate(weekly) if text
    ]
    turn.say(key, column(BACK, MENU), hours="\n".join(shown))


async def _read_hours(turn: Turn, text: str) -> None:
    try:
        weekly = parse_hours(text.replace("\n", ", "))
    except ValueError:
        turn.say("hours-unclear", column(BACK))
        return
    await rota.set_hours(turn.session, change(turn), turn.person, weekly)
    turn.go("")
    await _show_hours(turn, "hours-kept")


async def quiet(_update: Update, turn: Turn) -> None:
    """When only what is urgent may come."""
    turn.go(FLOW, "quiet")
    person = turn.person
    offered = [
        Button("button-quiet-span", f"quiet:{name}", params={"span": _span(turn, *span)})
        for name, span in _QUIET.items()
    ]
    buttons = column(*offered, Button("button-quiet-never", "quiet:never"), MENU)
    if person.quiet_from is None or person.quiet_until is None:
        turn.say("quiet-none", buttons)
    else:
        turn.say("quiet-now", buttons, span=_span(turn, person.quiet_from, person.quiet_until))


async def choose_quiet(update: Update, turn: Turn) -> None:
    """One of the offered spans, or none."""
    name = pressed(update)[1]
    if not name:
        await quiet(update, turn)
        return
    rota.keep_quiet(turn.session, turn.person, *_QUIET.get(name, (None, None)))
    _quiet_kept(turn)


async def _read_quiet(turn: Turn, text: str) -> None:
    starts, _, ends = text.replace("–", "-").replace(" ", "").partition("-")
    try:
        span = _clock(starts), _clock(ends)
    except ValueError:
        turn.say("quiet-unclear", column(MENU))
        return
    rota.keep_quiet(turn.session, turn.person, *span)
    _quiet_kept(turn)


def _clock(text: str) -> time:
    hour, _, minute = text.replace(":", ".").partition(".")
    return time(int(hour) % 24, int(minute or 0))


def _quiet_kept(turn: Turn) -> None:
    turn.go("")
    person = turn.person
    if person.quiet_from is None or person.quiet_until is None:
        turn.say("quiet-off", ((MENU,),))
        return
    turn.say("quiet-kept", ((MENU,),), span=_span(turn, person.quiet_from, person.quiet_until))


def _span(turn: Turn, starts: time, ends: time) -> str:
    return locales.clock_span(turn.language, starts, ends)
