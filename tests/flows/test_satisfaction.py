"""Story 8: companies say once a year how satisfied they are, and with one tap after each case."""

from datetime import UTC, datetime

from domain.people import Role
from domain.satisfaction import Occasion
from models.people import people_in_role
from models.satisfaction import asks_in, marks_in, words_in
from services import satisfaction
from tests.flows.test_progress import placement
from tests.line import Line, Seen, Someone, reference

JOINED = datetime(2027, 8, 2, 7, 0, tzinfo=UTC)
BEFORE = datetime(2027, 9, 29, 6, 0, tzinfo=UTC)  # a Wednesday, before the office opens


async def company(line: Line, name: str, number: int) -> Someone:
    """Somebody at a company that takes part."""
    someone = await line.joins(Role.EMPLOYER, name, f"Virksomhed {number}")
    await placement(line, f"Virksomhed {number}")
    return someone


async def surveys(someone: Someone) -> list[Seen]:
    """The questions about satisfaction among what is new."""
    return [seen for seen in await someone.looks() if seen.labels == ["1", "2", "3", "4", "5"]]


async def closed_case(line: Line, mette: Someone, anna: Someone) -> str:
    await mette.presses("Tal med en specialist")
    await mette.writes("Han vil ikke ind i omklædningen mere")
    await anna.looks()
    await anna.presses("Jeg tager den")
    await anna.presses("Luk sagen")
    await anna.presses("Det er løst")
    [closed] = await anna.writes("Ny sæbe er en ændring, der skal siges højt")
    await mette.looks()
    return reference(closed.text)


async def test_every_company_is_asked_once_a_year_and_reminded_twice(line: Line) -> None:
    line.clock[0] = JOINED
    mette = await company(line, "Mette", 1)
    jonas = await line.joins(Role.EMPLOYER, "Jonas", "Virksomhed 1")
    away = await line.joins(Role.EMPLOYER, "Sofie", "Virksomhed 2")  # takes no part
    line.clock[0] = BEFORE
    await line.passes(hours=2)
    assert await surveys(mette) == []  # the round is not open
    await line.passes(days=2)
    await line.passes(minutes=2)
    [asked] = await surveys(mette)
    assert asked.text.startswith("En gang om året spørger vi alle virksomheder")
    assert asked.labels == ["1", "2", "3", "4", "5"]
    for later in range(1, 40):
        await line.passes(days=1)
        if later == 2:
            late = await company(line, "Ida", 3)  # joins while the round is open
        if later == 30:
            assert await surveys(late) == []  # too new to say
    reminded = await surveys(mette)
    assert [said.text.startswith("Vi mangler jeres svar") for said in reminded] == [True, True]
    assert len(await surveys(late)) >= 1
    assert await surveys(jonas) == await surveys(away) == []
    await line.passes(days=60)
    assert await surveys(mette) == []


async def test_two_taps_and_a_sentence_are_kept_without_a_name(line: Line) -> None:
    line.clock[0] = JOINED
    mette = await company(line, "Mette", 1)
    line.clock[0] = BEFORE
    await line.passes(days=2, hours=3)
    await line.passes(minutes=2)
    [_asked] = await surveys(mette)
    [courage] = await mette.presses("4")
    assert courage.text.startswith("<b>2 af 2:")
    [words] = await mette.presses("5")
    assert words.text.startswith("Tak. Vil du skrive en sætning")
    [long] = await mette.writes("x" * 501)
    assert "der er plads til 500" in long.text
    [thanks] = await mette.writes("Opgavekortene hjalp os.")
    assert thanks.text == "Tak. Sætningen er gemt uden dit navn."
    await mette.presses_data("rate:1:knowledge:1")
    [twice] = await mette.answers()
    assert twice.text.startswith("Tak, det svar har vi allerede.")
    async with line.database.read() as session:
        marks, said = await marks_in(session, "2027"), await words_in(session, "2027")
        [ask] = await asks_in(session, "2027")
    assert {(mark.question, mark.mark) for mark in marks} == {("knowledge", 4), ("courage", 5)}
    assert [word.text for word in said] == ["Opgavekortene hjalp os."]
    assert ask.next_action_at is None
    columns = {*type(marks[0]).model_fields, *type(said[0]).model_fields}
    assert columns == {"key", "period", "occasion", "question", "mark", "text", "crowd"}


async def test_one_tap_after_a_closed_case_in_office_hours(line: Line) -> None:
    mette = await line.joins(Role.EMPLOYER, "Mette", "Bageriet")
    anna = await line.joins(Role.SPECIALIST, "Anna")
    case = await closed_case(line, mette, anna)
    await line.passes(minutes=30)
    assert await surveys(mette) == []
    await line.passes(minutes=40)
    [asked] = await surveys(mette)
    assert asked.text.startswith(f"<b>Hvor godt hjalp vi dig med {case}?</b>")
    [thanks] = await mette.presses("5")
    assert "Nej tak" in thanks.labels
    await line.passes(days=30)
    assert await surveys(mette) == []


async def test_a_question_that_falls_due_at_night_waits_for_the_morning(line: Line) -> None:
    mette = await line.joins(Role.EMPLOYER, "Mette", "Bageriet")
    async with line.database.write() as session:
        [person] = await people_in_role(session, Role.EMPLOYER)
        await satisfaction.ask_after(
            session, datetime(2026, 11, 27, 20, 0, tzinfo=UTC), person, Occasion.VISIT, "V-1"
        )
    await line.passes(days=4, hours=13)  # Friday night
    assert await surveys(mette) == []
    await line.passes(days=2, hours=10, minutes=1)  # Monday, 9.01
    [asked] = await surveys(mette)
    assert asked.text.startswith("<b>Hvor godt hjalp besøget?</b>")


async def test_made_up_taps_are_answered_kindly(line: Line) -> None:
    mette = await line.joins(Role.EMPLOYER, "Mette", "Bageriet")
    anna = await line.joins(Role.SPECIALIST, "Anna")
    await closed_case(line, mette, anna)
    await line.passes(minutes=70)
    await mette.looks()
    for data in (
        *("rate", "rate:x", "rate:99:helped:3", "rate:1:courage:3", "rate:1:helped:6"),
        *("rate:1:helped:-1", "rate:1:helped:", f"rate:{9**30}:helped:3"),
    ):
        await mette.presses_data(data)
        [kind] = await mette.answers()
        assert "Din reference er" not in kind.text, data
    await anna.presses_data("rate:1:helped:3")  # somebody else's
    await anna.answers()
    async with line.database.read() as session:
        assert await marks_in(session, "2026") == []


async def test_danger_in_the_sentence_is_heard(line: Line) -> None:
    mette = await line.joins(Role.EMPLOYER, "Mette", "Bageriet")
    anna = await line.joins(Role.SPECIALIST, "Anna")
    await closed_case(line, mette, anna)
    await line.passes(minutes=70)
    await mette.looks()
    await mette.presses("2")
    [first, *_] = await mette.writes("Han siger at han vil slå sig selv ihjel nu")
    assert "112" in first.text
    async with line.database.read() as session:
        assert await words_in(session, "2026") == []


async def test_a_visit_that_was_held_is_asked_about_once(line: Line) -> None:
    mette = await line.joins(Role.EMPLOYER, "Mette", "Bageriet")
    for _ in range(2):
        async with line.database.write() as session:
            [person] = await people_in_role(session, Role.EMPLOYER)
            await satisfaction.ask_after(session, line.now, person, Occasion.VISIT, "visit 1")
    await line.passes(minutes=61)
    [asked] = await surveys(mette)
    [thanks] = await mette.presses("4")
    assert thanks.text.startswith("Tak. Vil du skrive en sætning")
    assert asked.text.startswith("<b>Hvor godt hjalp besøget?</b>")
