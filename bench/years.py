"""Makes a database with years of invented cases: as many as asked for, five lines of timeline each.

python -m bench.years --cases 1000000 data/years.db
"""

import argparse
import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path

from bench import lists
from bench.rows import CHUNK, NOW, SPECIALISTS, YEARS, insert, insert_many, stored
from domain.incidents import Category, Outcome, Status
from domain.logbook import BANDS, SEARCHED, Answer, monday_of
from domain.placements import PlacementType
from domain.triage import SEVERITY, Level
from domain.working_time import danish_day
from models.migrate import migrate

ALIVE = 300
"""The newest cases, of which some are not closed yet: no more of them in a long log."""
COMMON = """
    han hun de vi ikke og i på til fra med efter før under kunne ville skulle blev er har
    medarbejderen kunden kollegaen lederen pausen frokosten lageret støjen larmen lyset opgaven
    listen kassen maskinen køkkenet bussen mødet planen ændringen skiltet døren rummet vagten
    """.split()  # noqa: SIM905 - read as words
SYLLABLES = "ba de fi go hu ka le mi no pu ra se ti vo sky lam stø tra bli kru".split()  # noqa: SIM905


def words(chance: random.Random) -> list[str]:
    """A vocabulary: a few words that stand in every other case, and thousands that are rare."""
    rare = {"".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))) for _ in range(20_000)}
    return [*COMMON, *sorted(rare)]


def make(path: Path, cases: int, seed: int = 1) -> None:
    """A new database with so many cases over five years, the last of them today."""
    migrate(f"sqlite+aiosqlite:///{path}", NOW)
    chance = random.Random(seed)
    vocabulary = words(chance)
    weights = [1 / (rank + 3) for rank in range(len(vocabulary))]
    companies = max(20, cases // 500)
    with closing(sqlite3.connect(path)) as database:
        for pragma in ("journal_mode=off", "synchronous=off", "cache_size=-400000"):
            database.execute(f"pragma {pragma}")
        _people(database, companies)
        made = _cases(chance, vocabulary, weights, cases, companies)
        while chunk := list(islice(made, CHUNK)):
            _store(database, chunk)
        _counts(database)
        lists.fill(database, chance, cases, companies)
        last = database.execute("select max(id) from incident_event").fetchone()[0]
        database.execute("insert into fact values ('log-seen', ?)", (str(last),))
        database.commit()
        database.execute("pragma journal_mode=wal")


def _people(database: sqlite3.Connection, companies: int) -> None:
    day = stored(NOW - timedelta(days=365 * YEARS))
    staff = (("SPECIALIST", "Anna"), ("SPECIALIST", "Jonas"), ("REVIEWER", "Bente"))
    for role, name in staff:
        insert(database, "person", role=role, name=name, language="da", created_at=day, active=1)
    for number in range(1, companies + 1):
        insert(
            database,
            "company",
            id=number,
            name=f"Virksomhed {number} (opdigtet)",
            created_at=day,
            address="",
            ask_for="",
            parking="",
            springboard=0,
            offers="",
        )
        insert(
            database,
            "person",
            id=3 + number,
            role="EMPLOYER",
            name=f"Leder {number}",
            language="da",
            company_id=number,
            created_at=day,
            active=1,
        )
        kind = list(PlacementType)[number % len(PlacementType)]
        insert(
            database,
            "placement",
            id=number,
            reference=f"P-{number:05d}",
            company_id=number,
            created_at=day,
            type=kind.name,
            status="RUNNING",
            would_have_helped="",
        )


Case = tuple[dict[str, object], list[tuple[object, ...]], dict[str, object]]


def _cases(
    chance: random.Random,
    vocabulary: list[str],
    weights: list[float],
    cases: int,
    companies: int,
) -> Iterator[Case]:
    """Row of the case, its timeline, and its row of the log, from the oldest on."""
    step = timedelta(days=365 * YEARS) / cases
    texts = chance.choices(vocabulary, weights, k=200_000)
    numbers: dict[int, int] = {}
    for number in range(1, cases + 1):
        at = NOW - step * (cases - number)
        numbers[at.year] = numbers.get(at.year, 0) + 1
        level = chance.choices(list(Level), (1, 12, 87))[0]
        company = 1 + int(companies * chance.random() ** 2)
        minutes = int(chance.expovariate(1 / (15 if level is not Level.NORMAL else 120)))
        recent = number > cases - ALIVE
        status = chance.choice(list(Status)) if recent else Status.CLOSED
        taken = at + timedelta(minutes=minutes + 1) if status is not Status.OPEN else None
        owner = chance.choice(SPECIALISTS) if taken else None
        begin = chance.randrange(len(texts) - 60)
        happened = " ".join(texts[begin : begin + 14])
        answer = Answer.WAITING
        if taken:
            answer = Answer.IN_TIME if minutes < 30 or level is Level.NORMAL else Answer.LATE
        case: dict[str, object] = {
            "id": number,
            "year": at.year,
            "number": numbers[at.year],
            "reporter_id": 3 + company,
            "company_id": company,
            "placement_id": company,
            "category": chance.choice(list(Category)).name,
            "level": level.name,
            "status": status.name,
            "happened": happened,
            "tried": " ".join(texts[begin + 14 : begin + 18]),
            "wants_specialist": 1,
            "owner_id": owner,
            "outcome": Outcome.SOLVED.name if status is Status.CLOSED else None,
            "learned": "",
            "created_at": stored(at),
            "taken_at": stored(taken) if taken else None,
            "closed_at": stored(at + timedelta(hours=5)) if status is Status.CLOSED else None,
        }
        timeline = [
            (number, stored(at), "LOGGED", 3 + company, happened),
            (number, stored(at), "ASKED_SPECIALIST", 3 + company, ""),
            (number, stored(taken or at), "TAKEN" if taken else "REMINDED", owner, ""),
            *(
                (number, stored(taken or at), "MESSAGE", by, " ".join(texts[start : start + 10]))
                for by, start in ((owner, begin + 18), (3 + company, begin + 28))
            ),
        ]
        entry: dict[str, object] = {
            "incident_id": number,
            "at": int(at.timestamp()),
            "severity": SEVERITY[level],
            "level": level.value,
            "category": Category[str(case["category"])].value,
            "status": status.value,
            "company_id": company,
            "placement_type": list(PlacementType)[company % len(PlacementType)].value,
            "owner_id": owner,
            "answer": answer.value,
            "answer_minutes": minutes + 1 if taken else -1,
            "due_at": int((at + timedelta(days=3)).timestamp()),
            "reviewed": int(not recent and chance.random() < 0.9),
        }
        yield case, timeline, entry


def _store(database: sqlite3.Connection, chunk: list[Case]) -> None:
    first, last = chunk[0][0]["id"], chunk[-1][0]["id"]
    insert_many(database, "incident", [case for case, _, _ in chunk])
    names = ("incident_id", "at", "kind", "actor_id", "text")
    events = [dict(zip(names, event, strict=True)) for _, line, _ in chunk for event in line]
    insert_many(database, "incident_event", events)
    insert_many(database, "log_entry", [entry for _, _, entry in chunk])
    kinds = ", ".join(f"'{kind.name}'" for kind in SEARCHED)
    database.execute(
        "insert into incident_search(rowid, words)"
        " select incident.id, incident.tried || ' ' || group_concat(incident_event.text, ' ')"
        " from incident join incident_event on incident_event.incident_id = incident.id"
        f" where incident.id between ? and ? and incident_event.kind in ({kinds})"
        " group by incident.id",
        (first, last),
    )
    database.commit()


def _counts(database: sqlite3.Connection) -> None:
    """The counts of all weeks."""
    counts: dict[tuple[object, ...], int] = {}
    wanted = "select at, level, category, answer, answer_minutes from log_entry"
    for at, level, category, answer, minutes in database.execute(wanted):
        week = monday_of(danish_day(datetime.fromtimestamp(at, UTC)))
        upper = next((n for n, band in enumerate(BANDS) if minutes <= band), len(BANDS))
        key = (week.isoformat(), level, category, answer, -1 if minutes < 0 else upper)
        counts[key] = counts.get(key, 0) + 1
    rows = [(*key, cases) for key, cases in counts.items()]
    database.executemany("insert into week_count values (?, ?, ?, ?, ?, ?)", rows)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=10_000)
    parser.add_argument("path", type=Path)
    asked = parser.parse_args()
    make(asked.path, asked.cases)


if __name__ == "__main__":
    main()
