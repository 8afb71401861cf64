"""Story 4: something happened."""

import pytest

from domain.incidents import Category
from domain.people import Channel, Role
from models.incidents import incident_by_reference
from tests.line import Line, reference

DOORS = pytest.mark.parametrize("door", list(Channel))


@DOORS
async def test_an_incident_is_logged_in_four_steps_with_a_reference(
    line: Line, door: Channel
) -> None:
    mette = await line.joins(Role.EMPLOYER, "Mette", "Bageriet", door)
    await mette.writes("/incident")
    [tried] = await mette.writes("Min medarbejder gik hjem midt i vagten uden at sige noget")
    assert tried.labels == ["Ikke noget endnu"]
    [level] = await mette.writes("Jeg har skrevet en sms")
    [logged] = await mette.presses("Almindelig")
    assert set(level.labels) == {"Almindelig", "Det haster", "Livsfare nu", "Ret emnet"}
    assert reference(logged.text) == "H-2026-0001"
    [told] = await mette.presses("Ja, kald på en specialist")
    assert told.text.startswith("<b>H-2026-0001</b> er gemt, men jeg kan ikke nå nogen lige nu.")


async def test_a_guide_that_was_not_enough_becomes_a_case_with_the_same_words(line: Line) -> None:
    anna = await line.joins(Role.SPECIALIST, "Anna")
    mette = await line.joins(Role.EMPLOYER, "Mette", "Bageriet")
    await mette.writes("hun holder sig for ørerne når radioen kører")
    await mette.presses("Ikke nok – gem det som sag")
    await mette.presses("Ikke noget endnu")
    await mette.presses("Almindelig")
    await mette.presses("Ja, kald på en specialist")
    [told] = await anna.looks()
    assert "hun holder sig for ørerne når radioen kører" in told.text
    assert "Prøvet: Ikke noget endnu" in told.text


async def category_of(line: Line, number: int) -> Category:
    async with line.database.read() as session:
        incident = await incident_by_reference(session, 2026, number)
    assert incident is not None
    return incident.category


@DOORS
async def test_what_it_is_about_is_proposed_and_corrected(line: Line, door: Channel) -> None:
    mette = await line.joins(Role.EMPLOYER, "Mette", "Bageriet", door)
    await mette.writes("hun holder sig for ørerne når radioen kører")
    await mette.presses("Ikke nok – gem det som sag")
    [level] = await mette.presses("Ikke noget endnu")
    assert "Emne: <b>Lyd, lys, uro og ændringer</b>" in level.text
    [all_of_them] = await mette.presses("Ret emnet")
    assert len(all_of_them.labels) == len(Category)
    [again] = await mette.presses("Kolleger og kunder")
    assert "Emne: <b>Kolleger og kunder</b>" in again.text
    await mette.presses("Almindelig")
    assert await category_of(line, 1) is Category.PEOPLE
    [old] = await mette.presses("Kolleger og kunder")
    assert old.text.startswith("Den knap er for gammel")


async def test_a_call_for_a_specialist_has_a_category_too(line: Line) -> None:
    mette = await line.joins(Role.EMPLOYER, "Mette", "Bageriet")
    await mette.writes("hun holder sig for ørerne når radioen kører")
    await mette.presses("Tal med en specialist")
    assert await category_of(line, 1) is Category.SURROUNDINGS


async def test_the_conversation_goes_on_after_a_restart(line: Line) -> None:
    mette = await line.joins(Role.EMPLOYER, "Mette", "Bageriet")
    await mette.writes("/incident")
    await line.passes(days=3)
    [tried] = await mette.writes("Han vil ikke ind i omklædningen")
    assert tried.text == "Tak. Hvad har I prøvet indtil nu?"


async def test_danger_in_the_middle_of_the_form_is_answered_first(line: Line) -> None:
    mette = await line.joins(Role.EMPLOYER, "Mette", "Bageriet")
    await mette.writes("/incident")
    first, *_ = await mette.writes("han ligger på gulvet og trækker ikke vejret")
    assert "112" in first.text


async def test_cancel_leaves_and_an_old_button_is_answered_kindly(line: Line) -> None:
    mette = await line.joins(Role.EMPLOYER, "Mette", "Bageriet")
    await mette.writes("/incident")
    [left] = await mette.writes("/cancel")
    assert left.text == "Det er stoppet. Det, der var gemt, er der stadig."
    await mette.presses_data("tried:")
    [old] = await mette.answers()
    assert old.text.startswith("Den knap er for gammel")
