"""The list of cases and one case, for everybody who may see it."""

import pytest

from domain.incidents import Category
from domain.people import Channel, Role
from models.incidents import incident_by_reference
from services.cases import PAGE
from tests.line import Line, Someone

DOORS = pytest.mark.parametrize("door", list(Channel))
NOT_FOUND = "Den sag kan jeg ikke finde."


async def asks(mette: Someone, text: str) -> None:
    await mette.writes("/menu")
    await mette.presses("Tal med en specialist")
    await mette.writes(text)


@DOORS
async def test_a_specialist_sees_mine_waiting_and_read_along(line: Line, door: Channel) -> None:
    anna = await line.joins(Role.SPECIALIST, "Anna", channel=door)
    jonas = await line.joins(Role.SPECIALIST, "Jonas", channel=door)
    mette = await line.joins(Role.EMPLOYER, "Mette", "Bageriet", door)
    [none] = await anna.writes("/cases")
    assert none.text.startswith("Ingen sager venter")
    for text in ("Han er stille", "Hun kommer for sent", "Han laver fejl"):
        await asks(mette, text)
    await anna.presses_data("take:2")
    await anna.answers()
    await jonas.presses_data("take:3")
    await jonas.answers()
    await jonas.presses_data("letread:3")
    await jonas.answers()
    *_, listed = await anna.writes("/cases")
    assert listed.text == "3 sager:"
    assert listed.labels[:3] == [
        "H-2026-0002 · almindelig · din · Bageriet",
        "H-2026-0001 · almindelig · venter · Bageriet",
        "H-2026-0003 · almindelig · læser med · Bageriet",
    ]


async def test_many_cases_come_page_by_page_the_urgent_ones_first(line: Line) -> None:
    anna = await line.joins(Role.SPECIALIST, "Anna")
    mette = await line.joins(Role.EMPLOYER, "Mette", "Bageriet")
    for number in range(PAGE + 1):
        await asks(mette, f"Han er stille {number}")
    await mette.writes("hun bløder kraftigt og er ved at besvime")
    await anna.looks()
    [first] = await anna.writes("/cases")
    assert first.text == f"{PAGE + 2} sager:"
    assert "▲ livsfare" in first.labels[0]
    assert first.labels[PAGE:] == ["Næste →", "Menu"]
    [second] = await anna.presses("Næste →")
    assert second.labels == [
        "H-2026-0008 · almindelig · venter · Bageriet",
        "H-2026-0009 · almindelig · venter · Bageriet",
        "← Forrige",
        "Menu",
    ]


@DOORS
async def test_an_employer_sees_their_own_cases_with_who_has_them_and_the_last_line(
    line: Line, door: Channel
) -> None:
    anna = await line.joins(Role.SPECIALIST, "Anna", channel=door)
    mette = await line.joins(Role.EMPLOYER, "Mette", "Bageriet", door)
    bo = await line.joins(Role.EMPLOYER, "Bo", "Bageriet", door)
    [none] = await mette.presses("Mine sager")
    assert none.text.startswith("Du har ingen sager endnu.")
    await asks(mette, "Han er stille")
    await asks(mette, "Hun kommer for sent")
    await anna.presses_data("take:1")
    await anna.answers()
    await anna.writes("Hvad er der sket?")
    *_, mine = await mette.writes("/cases")
    assert "<b>H-2026-0002</b> · Venter på en specialist.\n»Hun kommer for sent«" in mine.text
    assert "<b>H-2026-0001</b> · Anna har den.\n" in mine.text
    assert "Anna: Hvad er der sket?" in mine.text
    [view] = await mette.presses("H-2026-0001 · er taget")
    assert view.labels == ["Skriv til Anna", "Alle sager", "Menu"]
    [none] = await bo.writes("/cases")
    assert none.text.startswith("Du har ingen sager endnu.")


@DOORS
@pytest.mark.parametrize("text", ["H-2026-0001", "h-2026-1", "sag 1"])
async def test_a_reference_as_text_opens_the_case(line: Line, door: Channel, text: str) -> None:
    anna = await line.joins(Role.SPECIALIST, "Anna", channel=door)
    mette = await line.joins(Role.EMPLOYER, "Mette", "Bageriet", door)
    bo = await line.joins(Role.EMPLOYER, "Bo", "Værkstedet", door)
    bente = await line.joins(Role.REVIEWER, "Bente", channel=door)
    await asks(mette, "Han er stille")
    [view] = await mette.writes(text)
    assert "Mette, Bageriet" in view.text
    assert view.labels == ["Skriv mere i sagen", "Alle sager", "Menu"]
    await anna.looks()
    [view] = await anna.writes(text)
    assert view.labels[:2] == ["Jeg tager den", "Skriv en note"]
    [view] = await bente.writes(text)
    assert view.labels == ["Skriv en note", "Ret emnet", "Alle sager", "Menu"]
    [refused] = await bo.writes(text)
    assert refused.text.startswith(NOT_FOUND)
    [refused] = await anna.writes("sag 77")
    assert refused.text.startswith(NOT_FOUND)


async def test_made_up_buttons_open_nothing_of_others(line: Line) -> None:
    mette = await line.joins(Role.EMPLOYER, "Mette", "Bageriet")
    bo = await line.joins(Role.EMPLOYER, "Bo", "Værkstedet")
    await line.joins(Role.SPECIALIST, "Anna")
    await asks(mette, "Han er stille")
    for data in ("view:1", "topic:1:people", "to:1", "unread:1", "readalong:1", "letread:1:3"):
        await bo.presses_data(data)
        [refused] = await bo.answers()
        assert refused.text.startswith((NOT_FOUND, "Det har du ikke adgang")), data
    for data in ("note:1", "readalong:1", "letread:1"):
        await mette.presses_data(data)
        [refused] = await mette.answers()
        assert refused.text.startswith("Det har du ikke adgang"), data
    for data in ("cases:9999", "cases:x", "to:x", "to:new", "again:1", "view", "topic:1:nonsense"):
        await mette.presses_data(data)
        assert len(await mette.answers()) == 1, data


async def test_staff_and_reporter_correct_what_it_is_about(line: Line) -> None:
    anna = await line.joins(Role.SPECIALIST, "Anna")
    mette = await line.joins(Role.EMPLOYER, "Mette", "Bageriet")
    await asks(mette, "Han er stille")
    await anna.looks()
    await anna.writes("sag 1")
    await anna.presses("Ret emnet")
    [view] = await anna.presses("Kolleger og kunder")
    assert "Emne: Kolleger og kunder" in view.text
    async with line.database.read() as session:
        incident = await incident_by_reference(session, 2026, 1)
    assert incident is not None
    assert incident.category is Category.PEOPLE
