"""Learned notes by their words: the best first, and never more of them looked at than fit."""

from collections.abc import Sequence

import pytest

from domain.people import Role
from domain.triage import Level
from models import learned
from models.database import Session
from models.incidents import Incident
from models.learned import index_note, notes_with
from models.people import people_in_role
from services.incidents import log_incident
from tests.line import Line


async def noted(line: Line, session: Session, *notes: Sequence[str]) -> list[Incident]:
    [mette] = await people_in_role(session, Role.EMPLOYER)
    made = []
    for stems in notes:
        case = await log_incident(session, line.now, mette, "Larm", level=Level.NORMAL)
        await session.flush()
        await index_note(session, case.id or 0, stems)
        made.append(case)
    return made


async def test_most_words_in_common_come_first_then_the_newest(line: Line) -> None:
    await line.joins(Role.EMPLOYER, "Mette", "Bageriet")
    async with line.database.write() as session:
        both, sign, lamp, _other = await noted(
            line, session, ["skilt", "lamp"], ["skilt"], ["lamp", "rum"], ["musik"]
        )
        assert await notes_with(session, ["skilt", "lamp"], 9) == [both, lamp, sign]
        assert await notes_with(session, ["skilt", "lamp"], 2) == [both, lamp]
        assert await notes_with(session, ["\"'%", "skilt"], 9) == [sign, both]


async def test_a_common_word_is_found_in_its_newest_notes_and_a_rare_one_in_all(
    line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(learned, "NEWEST", 2)
    await line.joins(Role.EMPLOYER, "Mette", "Bageriet")
    async with line.database.write() as session:
        oldest, _old, new, newest = await noted(
            line, session, ["skilt", "rum"], ["skilt"], ["skilt"], ["skilt"]
        )
        assert await notes_with(session, ["skilt"], 9) == [newest, new]
        assert await notes_with(session, ["skilt", "rum"], 9) == [newest, new, oldest]
        many = [f"ord{number}" for number in range(2000)]
        assert await notes_with(session, [*many, "rum"], 9) == [oldest]
