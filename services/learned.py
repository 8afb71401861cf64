"""What was learned from cases, findable by the staff."""

from collections.abc import Sequence

from knowledge.stems import stems
from models.database import Session
from models.incidents import Incident
from models.learned import index_note, latest_notes, notes_with
from models.people import Person
from services.signin import staff_only

SHOWN = 10


async def keep_note(session: Session, incident: Incident) -> None:
    """Make the learned note of a closed case findable."""
    assert incident.id is not None
    await index_note(session, incident.id, stems(incident.learned))


async def find_notes(
    session: Session, by: Person | None, words: str, limit: int = SHOWN
) -> Sequence[Incident]:
    """The notes that have most in common with these words; without words, the newest. An erased
    note is not shown. For the staff."""
    staff_only(by)
    wanted = stems(words)
    if words and not wanted:
        return []
    found = await (notes_with(session, wanted, limit) if wanted else latest_notes(session, limit))
    return [incident for incident in found if incident.learned]
