"""Writes tables as CSV or XLSX, a batch of rows at a time."""

import csv
import io
from collections.abc import AsyncIterator, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from domain.tables import Column, Kind, Value, inert
from domain.working_time import DENMARK

BOM = "\ufeff"
"""Tells Excel that a CSV file is UTF-8."""
SHEET_LIMIT = 1_048_575
"""Rows under the heading on one sheet (Excel's limit is 1,048,576)."""
CELL_LIMIT = 32_767
"""Characters in one cell (Excel)."""
SHEET_NAME_LIMIT = 31
WIDTHS = {Kind.TEXT: 22, Kind.MOMENT: 17, Kind.DAY: 12, Kind.NUMBER: 12}

Row = Sequence[Value]


@dataclass(frozen=True)
class Table:
    """A table with its headings in the reader's language."""

    title: str
    columns: Sequence[Column]
    headings: Sequence[str]


def csv_text(rows: Iterable[Row], *, semicolons: bool) -> str:
    """Rows as CSV (RFC 4180). With semicolons, decimals get a comma, as Excel reads both in
    Denmark."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";" if semicolons else ",")
    writer.writerows([_as_text(value, semicolons) for value in row] for row in rows)
    return out.getvalue()


def _as_text(value: Value, semicolons: bool) -> str:
    match value:
        case None:
            return ""
        case datetime():
            return value.astimezone(DENMARK).strftime("%Y-%m-%d %H:%M")
        case date():
            return value.isoformat()
        case float():
            return f"{value:g}".replace(".", ",") if semicolons else f"{value:g}"
        case str():
            return inert(value)
        case _:
            return str(value)


class Workbook:
    """An XLSX file that is written row by row: only the row in hand is kept in memory.

    Every text is a text cell, so none is ever a formula or a link.
    """

    def __init__(self, path: Path) -> None:
        import xlsxwriter  # who asks for no table needs none of it

        self._book = xlsxwriter.Workbook(
            str(path),
            {
                "constant_memory": True,
                "strings_to_formulas": False,
                "strings_to_urls": False,
                "strings_to_numbers": False,
            },
        )
        self._bold = self._book.add_format({"bold": True, "bottom": 1, "text_wrap": True})
        self._formats = {
            Kind.MOMENT: self._book.add_format({"num_format": "yyyy-mm-dd hh:mm"}),
            Kind.DAY: self._book.add_format({"num_format": "yyyy-mm-dd"}),
        }
        self._table: Table | None = None
        self._sheet: Any = None
        self._row = 0
        self._part = 0

    def begin(self, table: Table) -> None:
        """A new sheet with its headings, which stay in sight and can be filtered by."""
        self._table, self._part = table, 0
        self._new_sheet()

    def _new_sheet(self) -> None:
        assert self._table is not None
        self._part += 1
        suffix = "" if self._part == 1 else f" {self._part}"
        title = self._table.title[: SHEET_NAME_LIMIT - len(suffix)]
        self._sheet = self._book.add_worksheet(f"{title}{suffix}")
        self._sheet.freeze_panes(1, 0)
        for number, (column, heading) in enumerate(
            zip(self._table.columns, self._table.headings, strict=True)
        ):
            width = 60 if column.free else WIDTHS.get(column.kind, 18)
            self._sheet.set_column(number, number, width, self._formats.get(column.kind))
            self._sheet.write_string(0, number, heading, self._bold)
        self._row = 0

    def add(self, rows: Iterable[Row]) -> None:
        """More rows; a new sheet begins where one is full."""
        for row in rows:
            if self._row == SHEET_LIMIT:
                self._new_sheet()
            self._row += 1
            for number, value in enumerate(row):
                self._write(number, value)

    def _write(self, number: int, value: Value) -> None:
        match value:
            case None | "":
                return
            case datetime():
                local = value.astimezone(DENMARK).replace(tzinfo=None)
                form = self._formats[Kind.MOMENT]
                self._sheet.write_datetime(self._row, number, local, form)
            case date():
                form = self._formats[Kind.DAY]
                self._sheet.write_datetime(self._row, number, value, form)
            case int() | float():
                self._sheet.write_number(self._row, number, value)
            case str():
                self._sheet.write_string(self._row, number, _printable(value)[:CELL_LIMIT])

    def close(self) -> None:
        """The file is whole."""
        self._book.close()


def _printable(text: str) -> str:
    """Without what XML cannot hold."""
    return "".join(c if c >= " " or c in "\t\n\r" else " " for c in text)


async def csv_parts(
    table: Table, rows: AsyncIterator[Iterable[Row]], *, semicolons: bool
) -> AsyncIterator[str]:
    """A CSV file in parts, as its rows come. The mark in front is for Excel, which otherwise takes
    `æ` for two letters."""
    yield BOM + csv_text([table.headings], semicolons=semicolons)
    async for batch in rows:
        yield csv_text(batch, semicolons=semicolons)
