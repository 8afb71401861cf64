"""The words of all cases, for the search (SQLite's FTS5): which word stands in which case.

The texts themselves are not kept here a second time. To change what is known of a case, its words
are first taken out as they went in, and then put in anew: `forget_cases` and `index_cases` are
given the last entry of the timelines that they are to know of.
"""

from collections.abc import Collection

from sqlalchemy import DDL, Column, Integer, MetaData, Table, Text, event, text
from sqlmodel import SQLModel

from domain.logbook import SEARCHED
from models.database import Session

CREATE = (
    "create virtual table incident_search using fts5("
    "words, content='', columnsize=0, detail=none, prefix='3 4 5', "
    "tokenize='unicode61 remove_diacritics 0')"
)
SEARCH = Table(
    "incident_search", MetaData(), Column("rowid", Integer), Column("incident_search", Text)
)
"""The virtual table; it stands outside the metadata of the real ones."""

_KINDS = ", ".join(f"'{kind.name}'" for kind in SEARCHED)
_WORDS_OF = f"""
    select incident.id, incident.tried || ' ' || group_concat(incident_event.text, ' ')
    from incident join incident_event on incident_event.incident_id = incident.id
    where incident.id in (%s) and incident_event.id <= :upto
      and incident_event.kind in ({_KINDS})
    group by incident.id
"""

event.listen(
    SQLModel.metadata,
    "after_create",
    DDL(CREATE.replace("table", "table if not exists")),  # type: ignore[no-untyped-call]
)


async def index_cases(session: Session, incident_ids: Collection[int], upto: int) -> None:
    """Put the words of these cases in, as far as this entry of the timelines."""
    await _run(session, "insert into incident_search(rowid, words)", incident_ids, upto)


async def forget_cases(session: Session, incident_ids: Collection[int], upto: int) -> None:
    """Take the words of these cases out, which were put in as far as this entry."""
    into = "insert into incident_search(rowid, words, incident_search)"
    await _run(session, into, incident_ids, upto, also=", 'delete'")


async def _run(
    session: Session, into: str, incident_ids: Collection[int], upto: int, also: str = ""
) -> None:
    if not incident_ids:
        return
    ids = ", ".join(str(int(incident_id)) for incident_id in incident_ids)
    words = _WORDS_OF % ids
    if also:
        words = f"select *{also} from ({words})"
    await session.exec(text(f"{into} {words}"), params={"upto": upto})  # type: ignore[call-overload]


async def forget_everything(session: Session) -> None:
    """Empty the search."""
    await session.exec(text("insert into incident_search(incident_search) values ('delete-all')"))  # type: ignore[call-overload]


async def compact(session: Session, pages: int = 500) -> bool:
    """Merge a part of the index, so that words that were taken out leave the file too; False when
    nothing is left to merge."""
    connection = await session.connection()
    merge = "insert into incident_search(incident_search, rank) values ('merge', %d)"
    before = await connection.scalar(text("select total_changes()"))
    await connection.execute(text(merge % -pages))
    after = await connection.scalar(text("select total_changes()"))
    return int(after or 0) - int(before or 0) >= 2
