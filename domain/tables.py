"""Tables for spreadsheets: what a column is, and text that no spreadsheet takes for a formula."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

Value = str | int | float | bool | date | datetime | None


class Kind(StrEnum):
    """What stands in a column."""

    TEXT = "text"
    NUMBER = "number"
    YES_NO = "yes-no"
    DAY = "day"
    MOMENT = "moment"
    CHOICE = "choice"


@dataclass(frozen=True)
class Column:
    """One column. `values` are those of a choice. `free`: what people wrote, which may tell more of
    somebody than the rest of the row."""

    name: str
    kind: Kind = Kind.TEXT
    values: Sequence[str] = ()
    free: bool = False


_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""Spreadsheets take text that begins so for a formula, the wide letters in some languages too."""


def inert(text: str) -> str:
    """The text as a spreadsheet will show it: one that begins like a formula gets an apostrophe in
    front, spaces before it or not."""
    return f"'{text}" if text.startswith(_STARTS) or text.lstrip().startswith(_STARTS) else text
