"""A year of escalations with people who answer, forget, fall ill and go home, on a clock that jumps
from one event to the next. Run as a program it writes the table and the picture of the docs."""

import asyncio
import heapq
import json
import random
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import vl_convert
from sqlmodel import col, func, select

from domain.incidents import Happening
from domain.triage import Level
from models.escalations import EscalationStep
from models.incidents import Incident, IncidentEvent
from tests.escalation_world import ANNA, BENTE, JONAS, World, template

TICK = timedelta(seconds=2)
LEVELS = (Level.NORMAL, Level.URGENT, Level.EMERGENCY)
WEIGHTS = (80, 17, 3)


@dataclass
class Year:
    """What has happened: every step, and how long each case waited for somebody."""

    steps: list[EscalationStep] = field(default_factory=list)
    waited: dict[Level, list[timedelta]] = field(default_factory=lambda: {one: [] for one in Level})
    incidents: int = 0
    open: int = 0

    @property
    def latest(self) -> timedelta:
        """The longest time between when a step was due and when it was done."""
        done = (step.done_at - step.due_at for step in self.steps if step.done_at)
        return max(done, default=timedelta())


async def live(folder: Path, begin: datetime, days: int, incidents: int, seed: int = 1) -> Year:
    """Let so many days go by."""
    chance = random.Random(seed)
    world = await World.begin(template(folder, begin), folder / "year.db", begin)
    ends = begin + timedelta(days=days)
    events: list[tuple[datetime, int, str, int, int]] = []
    count = iter(range(10**9))

    def later(at: datetime, what: str, person: int = 0, case: int = 0) -> None:
        heapq.heappush(events, (at, next(count), what, person, case))

    for _ in range(incidents):
        later(begin + chance.random() * (ends - begin), "ask")
    for person in (ANNA, JONAS, BENTE):
        for _ in range(max(days // 60, 1)):
            later(begin + chance.random() * (ends - begin), "away", person)
    said = 0
    while events:
        due = await world.due()
        at = events[0][0]
        if due and due <= at:
            world.now = max(world.now, due + chance.random() * TICK)
            await world.sweep()
        else:
            _at, _number, what, person, case = heapq.heappop(events)
            world.now = max(world.now, at)
            if what == "ask":
                case = await world.ask(chance.choices(LEVELS, WEIGHTS)[0])
            elif what == "away":
                await world.away(person, chance.choice([4, 24, 72, 240]))
            elif what == "take" and await world.take(person, case):
                if chance.random() < 0.95:
                    later(world.now + chance.random() * timedelta(minutes=4), "speak", person, case)
                later(world.now + chance.random() * timedelta(days=3), "close", person, case)
            elif what == "speak":
                await world.speak(person, case)
            elif what == "close":
                await world.close(person, case)
            elif what == "pass":
                await world.pass_on(person, case)
        for row, _level in await world.told_after(said):
            said = row.id or 0
            person = int(row.chat_key.partition(":")[2])
            for case in _cases(row.key, row.buttons):
                answer = _answer(chance, row.key)
                if answer:
                    wait = timedelta(minutes=chance.expovariate(1 / 6))
                    later(world.now + wait, answer, person, case)
    year = await _account(world, incidents)
    await world.end()
    return year


def _cases(key: str, buttons: str) -> Iterable[int]:
    """The cases that a message offers to take or to close."""
    if key == "case-still-yours":
        wanted = "close:"
    elif key.startswith("case"):
        wanted = "take:"
    else:
        return
    for row in json.loads(buttons):
        for button in row:
            if button["data"].startswith(wanted):
                yield int(button["data"].partition(":")[2])


def _answer(chance: random.Random, key: str) -> str:
    if key == "case-still-yours":
        return "close"
    draw = chance.random()
    return "take" if draw < 0.7 else "pass" if draw < 0.75 else ""


async def _account(world: World, incidents: int) -> Year:
    year = Year(incidents=incidents)
    year.steps = list(await world.steps())
    year.open = len(await world.open())
    async with world.database.read() as session:
        wanted = (
            select(Incident.level, Incident.asked_at, func.min(IncidentEvent.at))
            .join(IncidentEvent)
            .where(IncidentEvent.kind == Happening.TAKEN)
            .group_by(col(Incident.id))
        )
        for level, asked, taken in await session.exec(wanted):
            year.waited[level].append(taken - asked)
    return year


def table(year: Year) -> str:
    """How long cases waited for somebody, as Markdown."""
    lines = [
        "| level | cases | half within | nine of ten within | longest |",
        "|---|---|---|---|---|",
    ]
    for level in (Level.EMERGENCY, Level.URGENT, Level.NORMAL):
        waits = sorted(year.waited[level])
        if waits:
            ranks = (waits[len(waits) // 2], waits[int(len(waits) * 0.9)], waits[-1])
            cells = " | ".join(_spoken(wait) for wait in ranks)
            lines.append(f"| {level} | {len(waits)} | {cells} |")
    return "\n".join(lines)


def _spoken(wait: timedelta) -> str:
    minutes = wait.total_seconds() / 60
    if minutes < 90:
        return f"{minutes:.0f} min"
    return f"{minutes / 60:.0f} h" if minutes < 60 * 48 else f"{minutes / 60 / 24:.0f} days"


def picture(year: Year) -> str:
    """The share of cases that somebody had taken after so many minutes, as SVG."""
    rows = [
        {
            "level": str(level),
            "minutes": max(wait.total_seconds() / 60, 0.1),
            "share": n / len(waits),
        }
        for level, unsorted in year.waited.items()
        if (waits := sorted(unsorted))
        for n, wait in list(enumerate(waits, start=1))[:: max(len(waits) // 200, 1)]
    ]
    return vl_convert.vegalite_to_svg(
        {
            "width": 560,
            "height": 260,
            "background": "white",
            "data": {"values": rows},
            "mark": {"type": "line", "interpolate": "step-after", "strokeWidth": 2},
            "encoding": {
                "x": {
                    "field": "minutes",
                    "type": "quantitative",
                    "scale": {"type": "log"},
                    "title": "minutes until somebody has the case (logarithmic)",
                },
                "y": {
                    "field": "share",
                    "type": "quantitative",
                    "axis": {"format": "%"},
                    "title": "share of cases",
                },
                "color": {"field": "level", "type": "nominal"},
                "strokeDash": {"field": "level", "type": "nominal"},
            },
        }
    )


def main() -> None:
    """Ten thousand incidents in the year 2027; the picture goes to the file that is named."""
    incidents = int(sys.argv[2]) if len(sys.argv) > 2 else 10_000
    with tempfile.TemporaryDirectory() as folder:
        begin = datetime(2027, 1, 1, 7, tzinfo=UTC)
        year = asyncio.run(live(Path(folder), begin, 365, incidents))
    print(f"{year.incidents} incidents, {len(year.steps)} steps, latest by {year.latest}")
    print(table(year))
    Path(sys.argv[1]).write_text(picture(year), encoding="utf-8")


if __name__ == "__main__":
    main()
