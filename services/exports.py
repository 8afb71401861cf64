"""The lists as spreadsheets, with a data dictionary, for reviewers. Each export stands in the
access log."""

import asyncio
import html
from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from domain.errors import NotFound
from domain.followups import Answer, FollowUpStatus, Source, To
from domain.incidents import Category, Outcome, Status, reference
from domain.people import Language
from domain.placements import PlacementOutcome, PlacementStatus, PlacementType
from domain.promises import PromiseReason, PromiseState
from domain.tables import Column, Kind, Value
from domain.triage import Level
from domain.visits import VisitKind, VisitStatus
from models.database import Session
from models.exports import Wanted, read_rows
from models.people import Person
from services.audit import note_act
from services.phrases import Phrases
from services.signin import reviewers_only
from services.spreadsheets import Row, Table, Workbook, csv_text

_MOMENT, _DAY, _NUMBER = Kind.MOMENT, Kind.DAY, Kind.NUMBER
_COMPANY, _PLACEMENT = Column("company"), Column("placement")
_SPECIALIST = Column("specialist")
_TYPE = Column("placement-type", Kind.CHOICE, tuple(PlacementType))

LISTS: Mapping[str, Sequence[Column]] = {
    "incidents": (
        Column("reference"),
        Column("created", _MOMENT),
        _COMPANY,
        _PLACEMENT,
        _TYPE,
        Column("category", Kind.CHOICE, tuple(Category)),
        Column("level", Kind.CHOICE, tuple(Level)),
        Column("status", Kind.CHOICE, tuple(Status)),
        Column("asked", Kind.YES_NO),
        _SPECIALIST,
        Column("taken", _MOMENT),
        Column("minutes-to-taken", _NUMBER),
        Column("closed", _MOMENT),
        Column("outcome", Kind.CHOICE, tuple(Outcome)),
        Column("happened", free=True),
        Column("tried", free=True),
        Column("learned", free=True),
    ),
    "placements": (
        Column("reference"),
        Column("created", _MOMENT),
        _COMPANY,
        _TYPE,
        Column("placement-status", Kind.CHOICE, tuple(PlacementStatus)),
        Column("starts", _DAY),
        Column("ends", _DAY),
        Column("weekly-hours", _NUMBER),
        _SPECIALIST,
        Column("placement-outcome", Kind.CHOICE, tuple(PlacementOutcome)),
        Column("ended", _MOMENT),
        Column("would-have-helped", free=True),
    ),
    "companies": (
        _COMPANY,
        Column("created", _MOMENT),
        Column("springboard", Kind.YES_NO),
        Column("address"),
        Column("travel-minutes", _NUMBER),
        Column("offers", free=True),
    ),
    "visits": (
        Column("visit-starts", _MOMENT),
        Column("visit-ends", _MOMENT),
        Column("visit-kind", Kind.CHOICE, tuple(VisitKind)),
        Column("visit-status", Kind.CHOICE, tuple(VisitStatus)),
        _COMPANY,
        _PLACEMENT,
        _SPECIALIST,
        Column("reference"),
        Column("promise-asked", _MOMENT),
        Column("promise-day", _DAY),
        Column("promise-state", Kind.CHOICE, tuple(PromiseState)),
        Column("promise-reason", Kind.CHOICE, tuple(PromiseReason)),
        Column("saw", free=True),
        Column("agreed", free=True),
    ),
    "follow-ups": (
        Column("due", _MOMENT),
        Column("follow-up-source", Kind.CHOICE, tuple(Source)),
        Column("follow-up-to", Kind.CHOICE, tuple(To)),
        Column("follow-up-status", Kind.CHOICE, tuple(FollowUpStatus)),
        _COMPANY,
        _PLACEMENT,
        Column("follow-up-asked", _MOMENT),
        Column("follow-up-answer", Kind.CHOICE, tuple(Answer)),
        Column("follow-up-over", _MOMENT),
        Column("question", free=True),
        Column("words", free=True),
    ),
}


@dataclass(frozen=True)
class Exporter:
    """Puts lists into words. `free`: with what people wrote."""

    phrases: Phrases
    language: Language
    free: bool = False

    def columns(self, name: str) -> list[Column]:
        """The columns of a list. Raises NotFound for a list that is none."""
        if name not in LISTS:
            raise NotFound()
        return [column for column in LISTS[name] if self.free or not column.free]

    def table(self, name: str) -> Table:
        """The list's title and headings."""
        columns = self.columns(name)
        headings = [self._say(f"column-{column.name}") for column in columns]
        return Table(self._say(f"list-{name}"), columns, headings)

    async def rows(
        self, session: Session, name: str, wanted: Wanted
    ) -> AsyncIterator[Iterable[Row]]:
        """The rows of a list in the reader's language, a batch at a time."""
        columns = self.columns(name)
        async for batch in read_rows(session, name, wanted):
            yield [[self._value(column, row) for column in columns] for row in batch]

    def dictionary(self, name: str) -> tuple[Table, list[Row]]:
        """What each column means, what kind it is, and which values it may have."""
        heads = ("column", "meaning", "kind", "values")
        table = Table(
            self._say("list-dictionary", list=self._say(f"list-{name}")),
            [Column("column"), *(Column(head, free=True) for head in heads[1:])],
            [self._say(f"dictionary-{head}") for head in heads],
        )
        return table, [self._described(column) for column in self.columns(name)]

    def _described(self, column: Column) -> Row:
        return [
            self._say(f"column-{column.name}"),
            self._say(f"column-{column.name}-what"),
            self._say(f"kind-{column.kind}"),
            ", ".join(self._term(column, value) for value in column.values if value),
        ]

    def _value(self, column: Column, row: Any) -> Value:
        match column.name:
            case "reference" if "reference" not in row:
                return reference(row["year"], row["number"]) if row["year"] else None
            case "minutes-to-taken":
                return _minutes(row["created"], row["taken"])
        value: Value = row[column.name.replace("-", "_")]
        if column.kind is Kind.YES_NO:
            return self._say("export-yes" if value else "export-no")
        if column.kind is Kind.CHOICE and value:
            return self._term(column, str(value))
        return value

    def _term(self, column: Column, value: str) -> str:
        return self._say(f"term-{column.name}-{value}")

    def _say(self, key: str, **params: str) -> str:
        return html.unescape(self.phrases.say(self.language, key, params))


def _minutes(starts: datetime, ends: datetime | None) -> int | None:
    return int((ends - starts).total_seconds() // 60) if ends else None


def note_export(session: Session, now: datetime, by: Person, name: str, free: bool) -> None:
    """Write down that somebody takes a list out of here. Raises NotAllowed."""
    reviewers_only(by)
    note_act(session, now, by, "exported with texts" if free else "exported", name)


async def write_workbook(
    session: Session, exporter: Exporter, names: Sequence[str], wanted: Wanted, path: Path
) -> None:
    """The lists as one XLSX file, each with its dictionary on the sheet after it. The writing of
    each batch is left to a thread."""
    book = Workbook(path)
    for name in names:
        book.begin(exporter.table(name))
        async for batch in exporter.rows(session, name, wanted):
            await asyncio.to_thread(book.add, batch)
        table, rows = exporter.dictionary(name)
        book.begin(table)
        book.add(rows)
    await asyncio.to_thread(book.close)


def dictionary_csv(exporter: Exporter, name: str, *, semicolons: bool) -> str:
    """The data dictionary of a list as CSV."""
    table, rows = exporter.dictionary(name)
    return csv_text([table.headings, *rows], semicolons=semicolons)
