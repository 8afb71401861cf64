"""Reads companies and placements from a CSV file or a workbook: checked line by line, stored all or
not at all."""

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum
from functools import cache
from itertools import product
from typing import Any

from python_calamine import CalamineError, load_workbook

import locales
from domain.dates import full_day
from domain.errors import HotlineError
from domain.followups import Source
from domain.people import LANGUAGES, Role
from domain.placements import (
    MOST_HOURS,
    PlacementOutcome,
    PlacementStatus,
    PlacementType,
    is_reference,
)
from domain.working_time import danish_day, instant
from models.companies import Company, companies
from models.database import Session, insert_new
from models.followups import FollowUpPlan
from models.people import Person, people_in_role
from models.placements import Placement, all_references, last_placement
from services.audit import note_act
from services.placements import new_reference
from services.signin import reviewers_only

LISTS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "companies": {
        "name": ("navn", "name", "virksomhed", "company"),
        "address": ("adresse", "address"),
        "ask_for": ("spørg efter", "ask for"),
        "parking": ("parkering", "parking"),
        "travel_minutes": ("køretid", "minutes to drive"),
        "springboard": ("springbræt", "springboard"),
        "offers": ("kan tilbyde", "offers"),
    },
    "placements": {
        "reference": ("forløb", "placement", "reference"),
        "company": ("virksomhed", "company"),
        "type": ("type",),
        "status": ("status",),
        "starts_on": ("første dag", "first day"),
        "ends_on": ("sidste dag", "last day"),
        "weekly_hours": ("timer om ugen", "hours a week"),
        "specialist": ("specialist",),
        "consultant": ("jobkonsulent", "job consultant"),
    },
}
"""Each list's columns with the headings they are known by; the template has the first."""

NEEDED = {"companies": ("name",), "placements": ("company", "type")}
MOST_ROWS = 100_000
LONGEST = 200  # characters in a cell
STEP = 5_000  # rows between two signs of progress

Cell = Any
Progress = Callable[[int, int], None]


class CannotRead(HotlineError):
    """Neither a CSV file nor a workbook, or without the headings that are needed."""

    key = "error-import-file"


@dataclass(frozen=True)
class Problem:
    """What is wrong in one cell: the row as the program that made the file counts it."""

    row: int
    column: str
    key: str
    written: str


@dataclass
class Known:
    """What is there already, in small letters."""

    companies: dict[str, int]
    references: set[str]
    specialists: dict[str, int]
    consultants: dict[str, int]


@dataclass
class Checked:
    """A file that was read: its good rows, what is wrong with the others, and the headings of the
    columns that say nothing to us."""

    kind: str
    rows: list[dict[str, Any]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)


async def what_is_known(session: Session, by: Person | None) -> Known:
    """What the rows of a file are compared with. For reviewers."""
    reviewers_only(by)
    specialists = await people_in_role(session, Role.SPECIALIST)
    consultants = await people_in_role(session, Role.REVIEWER)
    return Known(
        {one.name.lower(): one.id or 0 for one in await companies(session)},
        await all_references(session),
        {one.name.lower(): one.id or 0 for one in specialists},
        {one.name.lower(): one.id or 0 for one in consultants},
    )


def read(content: bytes) -> list[list[Cell]]:
    """The cells of a CSV file (semicolons or commas) or of a workbook's first sheet.

    Raises CannotRead.
    """
    if content[:2] == b"PK" or content[:4] == b"\xd0\xcf\x11\xe0":
        try:
            sheet = load_workbook(io.BytesIO(content)).get_sheet_by_index(0)
            rows: list[list[Cell]] = sheet.to_python(skip_empty_area=False)
        except (CalamineError, OSError, ValueError, IndexError):
            raise CannotRead() from None
        return rows[: MOST_ROWS + 1]
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        first = text.partition("\n")[0]
        mark = ";" if first.count(";") >= first.count(",") else ","
        try:
            return list(csv.reader(io.StringIO(text, newline=""), delimiter=mark))[: MOST_ROWS + 1]
        except csv.Error:
            break
    raise CannotRead()


def check(kind: str, cells: Sequence[Sequence[Cell]], known: Known, progress: Progress) -> Checked:
    """Check every row. `progress` hears how many of how many are done. Raises CannotRead."""
    heads = cells[0] if cells else []
    columns = _columns(kind, heads)
    seen: set[str] = set()
    others = [_text(head)[:60] for n, head in enumerate(heads) if n not in columns.values()]
    checked = Checked(kind, unread=[head for head in others if head])
    for number, line in enumerate(cells[1:], 2):
        if any(_text(cell) for cell in line):
            row = {
                name: line[place] if place < len(line) else "" for name, place in columns.items()
            }
            made, problems = _READ[kind](row, known, seen)
            checked.rows.append(made)
            checked.problems += [
                Problem(number, _text(heads[columns[name]]), key, _text(row.get(name, ""))[:60])
                for name, key in problems
            ]
        if number % STEP == 0:
            progress(number, len(cells))
    progress(len(cells), len(cells))
    return checked


def _columns(kind: str, heads: Sequence[Cell]) -> dict[str, int]:
    found = {}
    for place, head in enumerate(heads):
        for name, headings in LISTS[kind].items():
            if _text(head).lower() in headings:
                found[name] = place
    if not set(NEEDED[kind]) <= found.keys():
        raise CannotRead()
    return found


Found = tuple[dict[str, Any], list[tuple[str, str]]]


def _company(row: Mapping[str, Cell], known: Known, seen: set[str]) -> Found:
    wrong = []
    name = _text(row["name"])
    if not name:
        wrong.append(("name", "import-empty"))
    elif name.lower() in known.companies or name.lower() in seen:
        wrong.append(("name", "import-twice"))
    seen.add(name.lower())
    drive = _number(row.get("travel_minutes", ""))
    if isinstance(drive, str):
        wrong.append(("travel_minutes", "import-number"))
    made = {key: _text(row.get(key, "")) for key in ("address", "ask_for", "parking", "offers")}
    yes = _text(row.get("springboard", "")).lower() in ("ja", "yes", "x", "1", "true")
    minutes = int(drive) if isinstance(drive, float) else None
    return {"name": name, **made, "travel_minutes": minutes, "springboard": yes}, wrong


def _placement(row: Mapping[str, Cell], known: Known, seen: set[str]) -> Found:
    wrong = []
    reference = _text(row.get("reference", "")).upper()
    if reference and not is_reference(reference):
        wrong.append(("reference", "import-reference"))
    elif reference and (reference in known.references or reference in seen):
        wrong.append(("reference", "import-twice"))
    seen.add(reference)
    made: dict[str, Any] = {"reference": reference}
    made["company_id"] = known.companies.get(_text(row["company"]).lower())
    if made["company_id"] is None:
        wrong.append(("company", "import-company"))
    for name, kinds, usual in (
        ("type", _by_name(PlacementType, "type", "term-placement-type"), None),
        ("status", _by_name(PlacementStatus, "placement"), PlacementStatus.RUNNING),
    ):
        written = _text(row.get(name, "")).lower()
        made[name] = kinds.get(written) if written else usual
        if made[name] is None:
            wrong.append((name, f"import-{name}"))
    for name in ("starts_on", "ends_on"):
        made[name] = _day(row.get(name, ""))
        if isinstance(made[name], str):
            wrong.append((name, "import-day"))
    starts, ends = made["starts_on"], made["ends_on"]
    if isinstance(starts, date) and isinstance(ends, date) and ends < starts:
        wrong.append(("ends_on", "import-order"))
    made["weekly_hours"] = hours = _number(row.get("weekly_hours", ""))
    if isinstance(hours, str) or (hours is not None and not 0 < hours <= MOST_HOURS):
        wrong.append(("weekly_hours", "import-hours"))
    for name, people in (("specialist", known.specialists), ("consultant", known.consultants)):
        written = _text(row.get(name, "")).lower()
        made[f"{name}_id"] = people.get(written)
        if written and written not in people:
            wrong.append((name, "import-person"))
    return made, wrong


_READ: Mapping[str, Callable[[Mapping[str, Cell], Known, set[str]], Found]] = {
    "companies": _company,
    "placements": _placement,
}


def _text(cell: Cell) -> str:
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return " ".join(str(cell).split())[:LONGEST] if cell is not None else ""


def _number(cell: Cell) -> float | str | None:
    """A number, nothing, or what cannot be read as one."""
    written = _text(cell)
    try:
        return float(written.replace(",", ".")) if written else None
    except ValueError:
        return written


def _day(cell: Cell) -> date | str | None:
    """A day, nothing, or what cannot be read as one."""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    written = _text(cell)
    try:
        return full_day(written) if written else None
    except ValueError:
        return written


@cache
def _by_name(kinds: type[StrEnum], *prefixes: str) -> dict[str, Any]:
    """Every kind by its code and by its names in each language."""
    names: dict[str, Any] = {kind.value: kind for kind in kinds}
    for kind, language, prefix in product(kinds, LANGUAGES, prefixes):
        names[locales.say(language, f"{prefix}-{kind}", {}).lower()] = kind
    return names


async def store(session: Session, now: datetime, by: Person, checked: Checked) -> int:
    """Store all rows of a file without problems, in the caller's transaction; return how many."""
    reviewers_only(by)
    if checked.problems:
        raise CannotRead()
    if checked.kind == "companies":
        await insert_new(session, Company, [row | {"created_at": now} for row in checked.rows])
    else:
        await _store_placements(session, now, checked.rows)
    note_act(session, now, by, f"imported {checked.kind}", f"{len(checked.rows)} rows")
    return len(checked.rows)


async def _store_placements(
    session: Session, now: datetime, rows: Sequence[Mapping[str, Any]]
) -> None:
    taken = await all_references(session) | {row["reference"] for row in rows}
    first = await last_placement(session) + 1
    placed, plans = [], []
    morning = instant(danish_day(now), time.min)
    for number, row in enumerate(rows, first):
        reference = row["reference"] or new_reference(taken)
        taken.add(reference)
        ended = row["status"] is PlacementStatus.ENDED
        columns = {key: value for key, value in row.items() if key != "reference"}
        placed.append(
            {
                "id": number,
                "reference": reference,
                **columns,
                "created_at": now,
                "outcome": PlacementOutcome.CONTINUES if ended else None,
                "rise": "",
                "mentor_support": False,
                "personal_assistance": False,
                "would_have_helped": "",
            }
        )
        if row["starts_on"] and not ended and row["status"] is not PlacementStatus.PAUSED:
            plans.append(
                {
                    "source": Source.PLACEMENT,
                    "source_id": number,
                    "plan": row["type"],
                    "starts_on": row["starts_on"],
                    "ends_on": row["ends_on"],
                    "since": morning,
                    "next_plan_at": now,
                    "placement_id": number,
                    "company_id": row["company_id"],
                }
            )
    await insert_new(session, Placement, placed)
    await insert_new(session, FollowUpPlan, plans)
