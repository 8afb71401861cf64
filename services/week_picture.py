"""The week as a drawing: a column for each day, in it one for each specialist."""

import secrets
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from html import escape

import locales
from domain.people import Language
from domain.visits import VisitKind
from domain.working_time import Span, danish_day, instant
from models.database import Session
from models.people import Chat
from models.web import StoredFile
from services.charts import PAPER, SCALE
from services.printing import picture_of
from services.visit_week import Planned, Week

WIDTH, EDGE, HEAD = 1080, 52, 58
"""Of the drawing, of the hours at its left, of the names at its top: pixels."""

HOUR = 56
FIRST, LAST = 7, 17
TWO_LINES = timedelta(minutes=40)
"""A shorter visit has room for one line."""

RECIPE = "svg:"
"""A file whose recipe begins so is the drawing that follows, as a picture."""

FONT = "Libertinus Serif"

Inks = Mapping[str, str]

_FILLS = ("accent", "good", "warn", "danger")
"""One for each specialist, so that the eye finds them; their names stand there too."""


def draw(week: Week, language: Language, inks: Mapping[str, str] = PAPER) -> str:
    """The week as SVG: in the colours of paper, or in a page's own."""
    days = week.days()
    height = HEAD + (LAST - FIRST) * HOUR + 10
    parts = [
        _hours(inks),
        *(_day(week, day, number, language, inks) for number, day in enumerate(days)),
    ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" '
        f'viewBox="0 0 {WIDTH} {height}" font-family="{FONT}" font-size="15">'
        f'<rect width="{WIDTH}" height="{height}" fill="{inks["ground"]}"/>{"".join(parts)}</svg>'
    )


def order(session: Session, now: datetime, chat: Chat, week: Week, language: Language) -> str:
    """Promise this chat the week as a picture and return the file's id; made when it is sent."""
    file = StoredFile(
        id=secrets.token_urlsafe(16),
        chat_key=chat.key,
        name=f"hv-linjen-{week.monday.isoformat()}.png",
        media_type="image/png",
        size=0,
        created_at=now,
        recipe=RECIPE + draw(week, language),
    )
    session.add(file)
    return file.id


def png(recipe: str) -> bytes:
    """The picture of such a recipe. Takes about 100 ms: call it in a thread."""
    return picture_of(recipe.removeprefix(RECIPE), SCALE)


def _hours(inks: Inks) -> str:
    lines = []
    for hour in range(FIRST, LAST + 1):
        y = HEAD + (hour - FIRST) * HOUR
        lines.append(_text(EDGE - 8, y + 5, f"{hour:02}", inks["quiet"], "end"))
        lines.append(f'<line x1="{EDGE}" x2="{WIDTH}" y1="{y}" y2="{y}" stroke="{inks["line"]}"/>')
    return "".join(lines)


def _day(week: Week, day: date, number: int, language: Language, inks: Inks) -> str:
    width = (WIDTH - EDGE) / len(week.days())
    left = EDGE + number * width
    parts = [
        _text(
            left + width / 2,
            22,
            locales.brief_day(language, day),
            inks["text"],
            "middle",
            bold=True,
        ),
        f'<line x1="{left}" x2="{left}" y1="0" y2="{HEAD + (LAST - FIRST) * HOUR}" '
        f'stroke="{inks["edge"]}"/>',
    ]
    lane = width / max(len(week.columns), 1)
    for place, column in enumerate(week.columns):
        x = left + place * lane
        parts.append(_text(x + lane / 2, 44, column.name, inks["quiet"], "middle", room=lane))
        for span in _on(column.works, day):
            parts.append(_box(x, lane, span, day, inks["accent-soft"]))
        for span in _on(column.busy, day):
            parts.append(_box(x, lane, span, day, inks["line"]))
        ink = inks[_FILLS[place % len(_FILLS)]]
        for planned in week.visits:
            if column.person_id in planned.people and danish_day(planned.starts) == day:
                parts.append(_visit(x, lane, planned, day, (ink, inks["ground"]), language))
    return "".join(parts)


def _on(spans: tuple[Span, ...], day: date) -> list[Span]:
    return [span for span in spans if danish_day(span.starts) == day]


def _y(at: datetime, day: date) -> float:
    hours = (at - instant(day, time(FIRST))).total_seconds() / 3600
    return HEAD + HOUR * min(max(hours, 0), LAST - FIRST)


def _box(x: float, lane: float, span: Span, day: date, fill: str) -> str:
    top, bottom = _y(span.starts, day), _y(span.ends, day)
    return (
        f'<rect x="{x + 2:.1f}" y="{top:.1f}" width="{lane - 4:.1f}" '
        f'height="{max(bottom - top, 2):.1f}" fill="{fill}"/>'
    )


def _visit(
    x: float, lane: float, planned: Planned, day: date, colours: tuple[str, str], language: Language
) -> str:
    ink, light = colours
    top = _y(planned.starts, day)
    clock = locales.clock(language, planned.starts)
    mark = "" if planned.kind is VisitKind.WORKPLACE else "☎ "
    where = mark + (planned.company or locales.say(language, f"visit-kind-{planned.kind}", {}))
    box = _box(x, lane, Span(planned.starts, planned.ends), day, ink)
    if planned.ends - planned.starts < TWO_LINES:
        return box + _text(x + 8, top + 17, f"{clock} {where}", light, room=lane - 10)
    first = _text(x + 8, top + 17, clock, light, bold=True, room=lane - 10)
    return box + first + _text(x + 8, top + 34, where, light, room=lane - 10)


def _text(
    x: float,
    y: float,
    words: str,
    ink: str,
    anchor: str = "start",
    *,
    bold: bool = False,
    room: float = 0,
) -> str:
    most = int(room / 8.5) if room else len(words)
    short = words if len(words) <= most else f"{words[: most - 1]}…"
    weight = ' font-weight="bold"' if bold else ""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" fill="{ink}" text-anchor="{anchor}"{weight}>'
        f"{escape(short)}</text>"
    )
