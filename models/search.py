"""The words of all cases, for the search (SQLite's FTS5): which word stands in which case.

The texts themselves are not kept here a second time. To change what is known of a case, its words
are first taken out as they went in, and then put in anew: `forget_cases` and `index_cases` are
given the last entry of the timelines that they are to know of.
"""

import re
import sys
from collections.abc import Collection

from sqlalchemy import DDL, Column, Integer, MetaData, Table, Text, event, text
from sqlmodel import SQLModel, select

from domain.logbook import SEARCHED
from models.database import Session

CREATE = (
    "create virtual table incident_search using fts5("
    "words, content='', columnsize=0, detail=none, prefix='3 4 5', "
    "tokenize='unicode61 remove_diacritics 0')"
)
CREATE_TERMS = "create virtual table incident_search_terms using fts5vocab(incident_search, row)"
SEARCH = Table(
    "incident_search", MetaData(), Column("rowid", Integer), Column("incident_search", Text)
)
TERMS = Table("incident_search_terms", MetaData(), Column("term", Text))
"""The virtual tables: the search, and every word that it knows. They stand outside the metadata of
the real ones."""

PREFIXES = (3, 4, 5)
"""Letters of a beginning that the search has an index for."""

MOST_TERMS = 200
"""Words with the same beginning that are looked up one by one."""

NOTHING = '""'
"""A query that no case fits."""

_KINDS = ", ".join(f"'{kind.name}'" for kind in SEARCHED)
_WORDS_OF = f"""
    select incident.id, incident.tried || ' ' || group_concat(incident_event.text, ' ')
    from incident join incident_event on incident_event.incident_id = incident.id
    where incident.id in (%s) and incident_event.id <= :upto
      and incident_event.kind in ({_KINDS})
    group by incident.id
"""

for _statement in (CREATE, CREATE_TERMS):
    event.listen(
        SQLModel.metadata,
        "after_create",
        DDL(_statement.replace("table", "table if not exists")),  # type: ignore[no-untyped-call]
    )


async def search_query(session: Session, wanted: str) -> str:
    """The query for a text: every word of it must be there, as the beginning of one at least.

    For a beginning of six letters or more the search would read every case that has it before it
    gives the first one; as a choice of whole words it reads no more than a page needs.
    """
    words = re.findall(r"[^\W_]+", wanted.lower())
    if wanted and not words:
        return NOTHING
    return " AND ".join([await _beginning(session, word) for word in words])


async def _beginning(session: Session, word: str) -> str:
    if len(word) < PREFIXES[0]:
        return f'"{word}"'
    if len(word) <= PREFIXES[-1]:
        return f'"{word}"*'
    alike = select(TERMS.c.term).where(
        TERMS.c.term >= word, TERMS.c.term < f"{word}{chr(sys.maxunicode)}"
    )
    terms = (await session.exec(alike.limit(MOST_TERMS + 1))).all()
    if len(terms) > MOST_TERMS:
        return f'"{word}"*'
    return "({})".format(" OR ".join(f'"{term}"' for term in terms)) if terms else NOTHING


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
