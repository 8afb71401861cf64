"""Reads a list page by page, from a key onwards: the tenth page costs what the first does."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from sqlalchemy import tuple_

from models.database import Session

Row = TypeVar("Row")


@dataclass(frozen=True)
class Place:
    """Where a page begins: the key of a row in the order of the list; `back` when it ends there."""

    key: tuple[Any, ...]
    back: bool = False


@dataclass(frozen=True)
class Page(Generic[Row]):
    """Rows, and whether there are more on either side."""

    rows: Sequence[Row]
    more_before: bool
    more_after: bool


async def read_page(
    session: Session,
    wanted: Any,
    order: Sequence[Any],
    place: Place | None,
    size: int,
    *,
    falling: bool,
) -> Page[Any]:
    """A page of `wanted` in the order of these columns, all rising or all falling; the last of them
    must be unique."""
    back = place is not None and place.back
    down = falling != back
    if place is not None:
        row, key = tuple_(*order), tuple_(*place.key)
        wanted = wanted.where(row < key if down else row > key)
    wanted = wanted.order_by(*(column.desc() if down else column.asc() for column in order))
    rows = list((await session.exec(wanted.limit(size + 1))).all())
    more, rows = len(rows) > size, rows[:size]
    if back:
        return Page(rows[::-1], more, True)
    return Page(rows, place is not None, more)
