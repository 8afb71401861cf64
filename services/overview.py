"""How things stand, in figures: what the pictures of the overview show, and the numbers behind."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from domain.logbook import BANDS, Answer, monday_of
from domain.messages import Param, Ref
from domain.placements import PlacementType
from domain.promises import PromiseState
from domain.triage import Level
from domain.working_time import danish_day
from models.database import Session
from models.logbook import WeekCount, count_weeks
from models.people import Person
from models.placements import count_running, count_steps
from models.visits import count_promises
from services.guides import guide_use
from services.logbook import seconds
from services.signin import staff_only

WEEKS = 26
"""Weeks that the pictures look back, this one included."""
FEW_GUIDES = 8


@dataclass(frozen=True)
class Figure:
    """One picture in numbers. `kind` is its chart: `counts` (one number each), `pairs` or `weeks`
    (stacked). `rows` are labels with their numbers, in the order of `columns`; `colours` are those
    of the design, one for each column. `path` leads to what is counted."""

    name: str
    kind: str
    columns: Sequence[str]
    rows: Sequence[tuple[str | Ref, Sequence[int]]]
    said: Mapping[str, Param] = field(default_factory=dict)
    colours: Sequence[str] = ()
    path: str = ""

    @property
    def texts(self) -> Mapping[str, str]:
        """The texts around it: its title, what it says, what its rows are, and where it leads."""
        return {
            "title": f"figure-{self.name}",
            "said": f"said-{self.name}",
            "of": f"of-{self.name}",
            "to": f"to-{self.name}",
        }

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""
        return not any(any(numbers) for _, numbers in self.rows)


async def figures(session: Session, now: datetime, by: Person | None) -> list[Figure]:
    """The figures of the last half year for the staff."""
    staff_only(by)
    today = danish_day(now)
    first = monday_of(today) - timedelta(weeks=WEEKS - 1)
    weeks = [first + timedelta(weeks=number) for number in range(WEEKS)]
    since = datetime.fromtimestamp(seconds(first), now.tzinfo)
    log = f"incidents?from={first.isoformat()}"
    return [
        await _by_level(session, weeks, log),
        await _by_category(session, weeks, log),
        await _answers(session, weeks, log),
        await _answer_times(session, weeks, log),
        await _promises(session, since),
        await _placements(session),
        await _steps(session, since),
        await _guides(session, now),
    ]


async def _by_level(session: Session, weeks: Sequence[date], log: str) -> Figure:
    counts = await count_weeks(session, WeekCount.level, weeks[0])
    rows = [(week_name(week), [counts[week, level] for level in Level]) for week in weeks]
    busiest = max(rows, key=lambda row: sum(row[1]))
    said: dict[str, Param] = {
        "cases": sum(sum(numbers) for _, numbers in rows),
        "week": busiest[0],
        "most": sum(busiest[1]),
    }
    columns = [f"web-level-{level}" for level in Level]
    return Figure("by-level", "weeks", columns, rows, said, ("danger", "warn", "edge"), log)


async def _by_category(session: Session, weeks: Sequence[date], log: str) -> Figure:
    counts: Counter[str] = Counter()
    for (_, category), cases in (await count_weeks(session, WeekCount.category, weeks[0])).items():
        counts[category] += cases
    rows = [(Ref(f"category-{category}"), [cases]) for category, cases in counts.most_common()]
    return Figure("by-category", "counts", ["figure-cases"], rows, path=log)


async def _answers(session: Session, weeks: Sequence[date], log: str) -> Figure:
    counts = await count_weeks(session, WeekCount.answer, weeks[0])
    kinds = (Answer.IN_TIME, Answer.LATE)
    rows = [(week_name(week), [counts[week, kind] for kind in kinds]) for week in weeks]
    in_time, late = (sum(numbers[place] for _, numbers in rows) for place in (0, 1))
    said: dict[str, Param] = {
        "share": round(100 * in_time / (in_time + late)) if in_time + late else 0,
        "asked": in_time + late,
    }
    columns = [f"answer-{kind}" for kind in kinds]
    return Figure("answers", "weeks", columns, rows, said, ("good", "danger"), f"{log}&answer=late")


async def _answer_times(session: Session, weeks: Sequence[date], log: str) -> Figure:
    counts: Counter[int] = Counter()
    for (_, band), cases in (await count_weeks(session, WeekCount.band, weeks[0])).items():
        counts[int(band)] += cases
    counts.pop(-1, None)
    rows = [(Ref(f"band-{upper}"), [counts[number]]) for number, upper in enumerate(BANDS)]
    rows.append((Ref("band-more"), [counts[len(BANDS)]]))
    said: dict[str, Param] = {"taken": counts.total(), "half": counts[0] + counts[1] + counts[2]}
    path = f"{log}&sort=-answer"
    return Figure("answer-times", "counts", ["figure-cases"], rows, said, path=path)


async def _promises(session: Session, since: datetime) -> Figure:
    counts = await count_promises(session, since)
    rows = [(Ref(f"promise-{state}"), [counts.get(state, 0)]) for state in PromiseState]
    said: dict[str, Param] = {"promised": sum(counts.values())}
    return Figure("promises", "counts", ["figure-visits"], rows, said, path="visits")


async def _placements(session: Session) -> Figure:
    counts = await count_running(session)
    rows = [(Ref(f"type-{kind}"), [counts.get(kind, 0)]) for kind in PlacementType]
    said: dict[str, Param] = {"running": sum(counts.values())}
    return Figure("placements-now", "counts", ["figure-placements"], rows, said, path="placements")


async def _steps(session: Session, since: datetime) -> Figure:
    stairs = list(PlacementType)
    counts: Counter[str] = Counter()
    for before, after, moved in await count_steps(session, since):
        direction = stairs.index(after) - stairs.index(before)
        counts["up" if direction > 0 else "down" if direction < 0 else "same"] += moved
    rows = [(Ref(f"step-{way}"), [counts[way]]) for way in ("up", "same", "down")]
    said: dict[str, Param] = {"moved": counts.total(), "up": counts["up"]}
    return Figure("steps", "counts", ["figure-placements"], rows, said, path="placements")


async def _guides(session: Session, now: datetime) -> Figure:
    used = [use for use in await guide_use(session, now, WEEKS) if use.helped + use.not_helped]
    rows = [
        (Ref(f"guide-title:{use.guide_id}"), [use.helped, use.not_helped])
        for use in used[:FEW_GUIDES]
    ]
    helped, rated = sum(u.helped for u in used), sum(u.helped + u.not_helped for u in used)
    said: dict[str, Param] = {"rated": rated, "share": round(100 * helped / rated) if rated else 0}
    columns = ["guide-helped", "guide-not-helped"]
    return Figure("guides", "pairs", columns, rows, said, ("good", "danger"), "guides")


def week_name(week: date) -> str:
    """The number that a week is called by."""
    return str(week.isocalendar().week)
