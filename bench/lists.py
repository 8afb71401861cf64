"""Fills the other lists of the room as years with so many cases would: placements, visits,
follow-ups, guides shown, learned notes, and who read what. What still waits for somebody is as much
in a long log as in a short one."""

import random
import sqlite3
from collections.abc import Iterator
from datetime import timedelta

from bench.rows import NOW, REVIEWER, SPECIALISTS, YEARS, Row, insert_many, stored
from domain.followups import Answer
from domain.placements import PlacementType

ALIVE = 200
"""Follow-ups that wait, and visits that are still to come."""
GUIDES = 60
NOTE = "skilt pause opgave billede makker plan musik lampe rum liste time vagt".split()  # noqa: SIM905


def fill(database: sqlite3.Connection, chance: random.Random, cases: int, companies: int) -> None:
    """All the lists, next to a log with so many cases at so many companies."""
    made = {
        "placement": _placements(chance, cases // 100, companies),
        "promise": _promises(cases // 10, companies),
        "visit": _visits(cases // 10, companies),
        "follow_up_plan": _plans(cases // 10, companies),
        "follow_up": _follow_ups(chance, cases // 2),
        "guide_view": _guide_views(chance, cases, companies),
        "audit_entry": _readings(chance, cases),
        "learned_word": _learned(chance, cases),
    }
    for table, rows in made.items():
        insert_many(database, table, rows)
    _count_guides(database)
    database.execute("update incident set learned = 'Et skilt ved døren' where id % 10 = 0")
    database.commit()


def _when(number: int, of: int) -> str:
    """When the row of this number was written: they lie evenly over the years."""
    return stored(NOW - timedelta(days=365 * YEARS) * ((of - number) / of))


def _placements(chance: random.Random, many: int, companies: int) -> Iterator[Row]:
    kinds, alive = list(PlacementType), max(many - companies, 0)
    for number in range(1, many + 1):
        yield {
            "id": companies + number,
            "reference": f"P-Z{number:06}",
            "company_id": 1 + number % companies,
            "created_at": _when(number, many),
            "type": chance.choice(kinds).name,
            "status": "RUNNING" if number > alive else "ENDED",
            "specialist_id": SPECIALISTS[number % 2],
            "consultant_id": REVIEWER if number % 3 == 0 else None,
            "follows_id": number if number <= companies else None,
        }


def _promises(many: int, companies: int) -> Iterator[Row]:
    for number in range(1, many + 1):
        yield {
            "id": number,
            "person_id": 4 + number % companies,
            "company_id": 1 + number % companies,
            "incident_id": number * 10,
            "asked_at": _when(number, many),
            "latest_day": _when(number, many)[:10],
            "state": "KEPT" if number % 8 else "CHOSEN_LATER",
            "reason": "NONE",
        }


def _visits(many: int, companies: int) -> Iterator[Row]:
    for number in range(1, many + 1):
        ahead = number > many - ALIVE
        starts = NOW + timedelta(hours=2 * (number - many + ALIVE))
        at = stored(starts) if ahead else _when(number, many)
        yield {
            "id": number,
            "uid": f"visit-{number}",
            "kind": "WORKPLACE",
            "status": "BOOKED" if ahead else "HELD",
            "step": "BOOKED" if ahead else "REPORTED",
            "starts_at": at,
            "ends_at": at,
            "specialist_id": SPECIALISTS[number % 2],
            "employer_id": 4 + number % companies,
            "company_id": 1 + number % companies,
            "incident_id": number * 10,
            "promise_id": number,
            "created_at": at,
            "changed_at": at,
        }


def _plans(many: int, companies: int) -> Iterator[Row]:
    for number in range(1, many + 1):
        yield {
            "id": number,
            "source": "incident",
            "source_id": number * 10,
            "plan": "incident",
            "starts_on": _when(number, many)[:10],
            "since": _when(number, many),
            "placement_id": 1 + number % companies,
            "company_id": 1 + number % companies,
        }


def _follow_ups(chance: random.Random, many: int) -> Iterator[Row]:
    waiting = ("planned", "asked", "task")
    for number in range(1, many + 1):
        alive = number > many - ALIVE * len(waiting)
        due = _when(number, many)
        yield {
            "id": number,
            "plan_id": 1 + (number - 1) // 5,
            "item": f"question-{number % 5}",
            "number": 1,
            "planned_for": due,
            "due_at": due,
            "to": "employer",
            "status": waiting[number % 3] if alive else "answered",
            "next_action_at": stored(NOW + timedelta(days=2)) if alive else None,
            "asked_at": due,
            "receiver_id": 4 + number % 20,
            "answer": None if alive else chance.choice(list(Answer)).value,
            "over_at": None if alive else due,
        }


def _guide_views(chance: random.Random, many: int, companies: int) -> Iterator[Row]:
    for number in range(1, many + 1):
        yield {
            "person_id": 4 + number % companies,
            "guide_id": f"guide-{int(GUIDES * chance.random() ** 2)}",
            "shown_at": _when(number, many),
            "helped": chance.choice((1, 1, 0, None)),
        }


def _count_guides(database: sqlite3.Connection) -> None:
    """The use of the guides in each week, which is one of UTC here."""
    database.execute(
        "insert into guide_week (week, guide_id, shown, helped, not_helped, escalated)"
        " select date(shown_at, 'weekday 0', '-6 days'), guide_id, count(*),"
        " count(*) filter (where helped = 1), count(*) filter (where helped = 0), 0"
        " from guide_view group by 1, 2"
    )


def _readings(chance: random.Random, many: int) -> Iterator[Row]:
    for number in range(1, many + 1):
        yield {
            "at": _when(number, many),
            "person_id": chance.choice((*SPECIALISTS, REVIEWER)),
            "action": "read",
            "subject": f"H-2026-{1 + number // 4:04}",
        }


def _learned(chance: random.Random, cases: int) -> Iterator[Row]:
    for incident_id in range(10, cases + 1, 10):
        for stem in chance.sample(NOTE, 4):
            yield {"stem": stem, "incident_id": incident_id}
