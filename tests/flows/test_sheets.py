"""Story 8: the other sheets, begun by those whose they are or sent by a specialist."""

import pytest

from domain.people import Channel, Role
from tests.flows.cards import file_of, text_of
from tests.line import Line

DOORS = pytest.mark.parametrize("door", list(Channel))


@DOORS
async def test_a_specialist_sends_a_form_and_it_is_filled_in_and_printed(
    line: Line, door: Channel
) -> None:
    anna = await line.joins(Role.SPECIALIST, "Anna", channel=door)
    mette = await line.joins(Role.EMPLOYER, "Mette", "Bageriet", door)
    await anna.writes("/sheets")
    [forms] = await anna.presses("Begynd på et nyt")
    assert forms.labels[0] == "Opgavekort"
    await anna.presses("Matchskema")
    [sent] = await anna.presses("Mette, Bageriet")
    assert sent.text.startswith("Matchskema er sendt til Mette.")
    [asked] = await mette.looks()
    assert asked.text.startswith("Anna beder dig udfylde: <b>Matchskema</b>")
    await mette.presses("Begynd")
    await mette.writes("Jeg vil gerne arbejde med planter.")
    [wrong] = await mette.writes("måske 7")
    assert wrong.text == "Skriv ét tal fra 1 til 5."
    for mark in ("2", "4", "1", "3"):
        await mette.presses(mark)
    await mette.writes("5")
    [number] = await mette.presses("2")
    assert "8 af 11" in number.text
    await mette.writes("15 timer")
    await mette.writes("Det kunne se ud som om korte beskeder virker bedst.")
    await mette.presses("Det var alle")
    await mette.writes("Opgavekort i planteafdelingen fra 1. december.")
    await mette.presses("Det var alle")
    [whole] = await mette.presses("Spring over")
    assert "Koncentration: 2" in whole.text
    _wait, _picture, paper = await mette.presses("Lav det på papir")
    assert "Jeg kan koncentrere mig en hel arbejdsdag. 2 / 5" in " ".join(
        text_of(file_of(line, paper)).split()
    )


async def test_the_sensory_check_asks_on_only_where_there_is_something(line: Line) -> None:
    mette = await line.joins(Role.EMPLOYER, "Mette", "Bageriet")
    await mette.presses_data("form:sensory-check")
    await mette.answers()
    await mette.writes("Køkkenet kl. 11.30")
    [quiet] = await mette.presses("1")
    assert "Hvor skarpt eller uroligt er lyset?" in quiet.text
    [light] = await mette.presses("4")
    assert "Hvad er det ved lyset" in light.text


async def test_a_date_must_lie_ahead_and_a_time_is_read_kindly(line: Line) -> None:
    mette = await line.joins(Role.EMPLOYER, "Mette", "Bageriet")
    await mette.presses_data("form:first-day")
    await mette.answers()
    [past] = await mette.writes("20.11.2026")
    assert past.text.startswith("Den dato er gået.")
    [when] = await mette.writes("24/11")
    assert "Hvornår møder medarbejderen?" in when.text
    [odd] = await mette.writes("efter frokost")
    assert odd.text.startswith("Skriv ét klokkeslæt med tal")
    [door] = await mette.writes("kl. 9")
    assert "Hvor går man ind" in door.text
    await mette.presses_data("sheet:1")
    [whole] = await mette.answers()
    assert "Dato: tirsdag d. 24. november 2026" in whole.text
    assert "Mødetid: 09.00" in whole.text


async def test_an_employer_cannot_begin_what_is_not_theirs(line: Line) -> None:
    mette = await line.joins(Role.EMPLOYER, "Mette", "Bageriet")
    await mette.presses_data("form:match")
    [gone] = await mette.answers()
    assert gone.text.startswith("Det skema findes ikke mere.")


async def test_made_up_buttons_are_answered_kindly(line: Line) -> None:
    mette = await line.joins(Role.EMPLOYER, "Mette", "Bageriet")
    for data in (
        *("form", "sheet:x", "sheet:9", "ask:1:place", "pick:1", "go", "print:", "yes:7"),
        *("plancard:x", "makeplan", "sendform:task-card:1", "ownform:x", "held", "mine:1:x"),
        *("drop:1:1", "cardlink:0"),
    ):
        await mette.presses_data(data)
        [kind] = await mette.answers()
        assert "Din reference er" not in kind.text, data
