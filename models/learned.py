"""Where the words of learned notes stand, so that they are found without reading them all."""

import json
from collections.abc import Collection, Sequence

from sqlalchemy.orm import aliased
from sqlmodel import Field, SQLModel, col, func, select

from models.database import Session, insert_new
from models.incidents import Incident

NEWEST = 5_000
"""Notes with one word, the newest, that a search looks at: as many in a long log as in a short
one."""


class LearnedWord(SQLModel, table=True):
    """The stem of one word of the learned note of a case."""

    __tablename__ = "learned_word"

    stem: str = Field(primary_key=True)
    incident_id: int = Field(
        foreign_key="incident.id", primary_key=True, index=True, ondelete="CASCADE"
    )


async def index_note(session: Session, incident_id: int, stems: Collection[str]) -> None:
    """Make a learned note findable by these stems."""
    rows = [{"stem": stem, "incident_id": incident_id} for stem in stems]
    await insert_new(session, LearnedWord, rows)


async def notes_with(session: Session, stems: Collection[str], limit: int) -> Sequence[Incident]:
    """Cases whose learned notes have most of these stems; of equals, the newest first. A stem is
    looked for in the `NEWEST` notes that have it."""
    asked = func.json_each(json.dumps(list(stems))).table_valued("value", name="asked")
    other = aliased(LearnedWord)
    oldest = (
        select(other.incident_id)
        .where(other.stem == asked.c.value)
        .order_by(col(other.incident_id).desc())
        .offset(NEWEST - 1)
        .limit(1)
        .correlate(asked)
        .scalar_subquery()
    )
    fits = func.count()
    found = (
        select(LearnedWord.incident_id, fits.label("fits"))
        .select_from(asked)
        .join(
            LearnedWord,
            (col(LearnedWord.stem) == asked.c.value)
            & (col(LearnedWord.incident_id) >= func.coalesce(oldest, 0)),
        )
        .group_by(col(LearnedWord.incident_id))
        .order_by(fits.desc(), col(LearnedWord.incident_id).desc())
        .limit(limit)
        .subquery()
    )
    wanted = select(Incident).join(found, col(Incident.id) == found.c.incident_id)
    ordered = wanted.order_by(found.c.fits.desc(), col(Incident.id).desc())
    return (await session.exec(ordered)).all()


async def latest_notes(session: Session, limit: int) -> Sequence[Incident]:
    """The cases with the newest learned notes."""
    noted = select(LearnedWord.incident_id).distinct()
    newest = noted.order_by(col(LearnedWord.incident_id).desc()).limit(limit)
    wanted = select(Incident).where(col(Incident.id).in_(newest))
    return (await session.exec(wanted.order_by(col(Incident.id).desc()))).all()
