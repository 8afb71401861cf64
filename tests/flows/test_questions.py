"""Story 10, the first half: what no guide answered is decided by a specialist, and learnt."""

from pathlib import Path

import pytest
from sqlmodel import select

from bot.lessons import Lessons
from domain.people import Channel, Role
from models.guides import OpenQuestion
from models.web import AuditEntry
from tests.line import Line, Someone

DOORS = pytest.mark.parametrize("door", list(Channel))
ODD = "hvad er jeres EAN nummer til fakturaen"


async def asked(line: Line, *texts: str, door: Channel = Channel.TELEGRAM) -> Someone:
    """Mette has asked what no guide answers; Anna is there to look at it."""
    mette = await line.joins(Role.EMPLOYER, "Mette", "Bageriet", door)
    for text in texts or (ODD,):
        [no] = await mette.writes(text)
        assert no.text.startswith("Det har jeg ingen guide til."), text
    return await line.joins(Role.SPECIALIST, "Anna", channel=door)


def lessons(line: Line, tmp_path: Path) -> Lessons:
    return Lessons(line.database, lambda: line.now, tmp_path / "own")


@DOORS
async def test_two_taps_turn_a_question_into_an_example(
    line: Line, door: Channel, tmp_path: Path
) -> None:
    anna = await asked(line, door=door)
    [question] = await anna.presses("Spørgsmål uden guide")
    assert question.text.startswith("<b>Spørgsmål uden guide</b> · ét venter")
    assert f"»{ODD}«" in question.text
    first = question.labels[0]
    [thanks] = await anna.presses(first)
    assert f"»{first}«" in thanks.text

    writer = lessons(line, tmp_path)
    assert await writer.step() == 0  # it can still be undone
    await line.passes(minutes=3)
    assert await writer.step() == 1
    [file] = (tmp_path / "own" / "examples" / "da").glob("*.txt")
    assert file.read_text(encoding="utf-8") == f"{ODD}\n"
    assert await writer.step() == 0


async def test_they_come_newest_first_and_can_be_skipped(line: Line) -> None:
    anna = await asked(line, "hvor er jeres kantine henne i byen", ODD)
    [newest] = await anna.writes("/questions")
    assert "2 venter" in newest.text
    assert ODD in newest.text
    [older] = await anna.presses("Spring over")
    assert "kantine" in older.text
    [end] = await anna.presses("Spring over")
    assert end.text.startswith("Det var det sidste.")


async def test_no_guide_teaches_the_search_to_go_on_saying_no(line: Line, tmp_path: Path) -> None:
    anna = await asked(line)
    await anna.writes("/questions")
    await anna.presses("Det skal ingen guide svare på")
    await line.passes(minutes=3)
    await lessons(line, tmp_path).step()
    assert (tmp_path / "own/examples/da/none.txt").read_text(encoding="utf-8") == f"{ODD}\n"


async def test_a_missing_guide_stands_on_the_list_and_teaches_nothing(
    line: Line, tmp_path: Path
) -> None:
    anna = await asked(line)
    await anna.writes("/questions")
    await anna.presses("Der mangler en guide")
    [none] = await anna.presses("Næste spørgsmål")
    assert none.text.startswith("Det var det sidste.")
    await line.passes(days=1)
    assert await lessons(line, tmp_path).step() == 0
    async with line.database.read() as session:
        [row] = (await session.exec(select(OpenQuestion))).all()
    assert (row.decision, row.text) == ("new-guide", ODD)


async def test_another_guide_is_found_by_a_word_and_the_wording_can_be_changed(
    line: Line, tmp_path: Path
) -> None:
    anna = await asked(line)
    await anna.writes("/questions")
    [again] = await anna.writes("Peter <3 holder\nsig for ørerne")
    assert "»Peter &lt;3 holder sig for ørerne«" in again.text
    await anna.writes("Han holder sig for ørerne")
    await anna.presses("Find en anden guide")
    [found] = await anna.writes("radioen larmer og lyset er skarpt")
    assert found.labels[0] == "Lyd, lys, lugt og berøring"
    await anna.presses("Lyd, lys, lugt og berøring")
    await line.passes(minutes=3)
    await lessons(line, tmp_path).step()
    written = (tmp_path / "own/examples/da/sensory-environment.txt").read_text(encoding="utf-8")
    assert written == "Han holder sig for ørerne\n"


async def test_a_decision_can_be_undone_until_it_is_written(line: Line, tmp_path: Path) -> None:
    anna = await asked(line)
    await anna.writes("/questions")
    await anna.presses("Det skal ingen guide svare på")
    [again] = await anna.presses("Fortryd")
    assert ODD in again.text
    await anna.presses("Det skal ingen guide svare på")
    await line.passes(minutes=3)
    await lessons(line, tmp_path).step()
    [late] = await anna.presses("Fortryd")
    assert late.text.startswith("Det spørgsmål er der taget stilling til")


async def test_of_two_specialists_one_decides(line: Line) -> None:
    anna = await asked(line)
    jonas = await line.joins(Role.SPECIALIST, "Jonas")
    await anna.writes("/questions")
    await jonas.writes("/questions")
    await anna.presses("Det skal ingen guide svare på")
    [late] = await jonas.presses("Der mangler en guide")
    assert late.text.startswith("Det spørgsmål er der taget stilling til")


async def test_only_specialists_see_questions_and_who_saw_them_is_written_down(line: Line) -> None:
    anna = await asked(line)
    mette = await line.joins(Role.EMPLOYER, "Bo", "Værkstedet")
    bente = await line.joins(Role.REVIEWER, "Bente")
    for stranger in (mette, bente):
        [no] = await stranger.writes("/questions")
        assert no.text.startswith("Den kommando kender jeg ikke.")
        for data in ("answers:1:adhd", "noguide:1", "newguide:1", "takeback:1", "findguide:1"):
            await stranger.presses_data(data)
            [no] = await stranger.answers()
            assert no.text == "Det har du ikke adgang til her.", data
    await anna.writes("/questions")
    await anna.presses("Det skal ingen guide svare på")
    async with line.database.read() as session:
        noted = [entry.action for entry in (await session.exec(select(AuditEntry))).all()]
    assert noted[-2:] == ["read question", "question: no-guide"]


@pytest.mark.parametrize(
    "data", ["answers:1", "answers:x:adhd", "noguide", "questions:-1", "takeback:9"]
)
async def test_a_made_up_button_changes_nothing(line: Line, data: str) -> None:
    anna = await asked(line)
    await anna.presses_data(data)
    [kind] = await anna.answers()
    assert kind.text
    async with line.database.read() as session:
        [row] = (await session.exec(select(OpenQuestion))).all()
    assert row.settled_at is None


async def test_a_full_disk_loses_no_decision(line: Line, tmp_path: Path) -> None:
    anna = await asked(line)
    await anna.writes("/questions")
    await anna.presses("Det skal ingen guide svare på")
    await line.passes(minutes=3)
    (tmp_path / "own").write_text("a file where the folder should be")
    writer = lessons(line, tmp_path)
    with pytest.raises(NotADirectoryError):
        await writer.step()
    (tmp_path / "own").unlink()
    assert await writer.step() == 1


async def test_a_line_written_just_before_a_crash_is_not_written_twice(
    line: Line, tmp_path: Path
) -> None:
    anna = await asked(line)
    await anna.writes("/questions")
    await anna.presses("Det skal ingen guide svare på")
    await line.passes(minutes=3)
    file = tmp_path / "own/examples/da/none.txt"
    file.parent.mkdir(parents=True)
    file.write_text(f"something else\n{ODD}", encoding="utf-8")
    assert await lessons(line, tmp_path).step() == 1
    assert file.read_text(encoding="utf-8") == f"something else\n{ODD}"
