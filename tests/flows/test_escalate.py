"""Story 5: a specialist comes in."""

from datetime import timedelta

import pytest

from domain.people import Channel, Role
from models.outbox import failed_messages
from tests.line import Line, Someone

DOORS = pytest.mark.parametrize("door", list(Channel))


async def case(line: Line, door: Channel) -> tuple[Someone, Someone, Someone]:
    """Mette wants a specialist; Anna and Jonas have heard of it."""
    anna = await line.joins(Role.SPECIALIST, "Anna", channel=door)
    jonas = await line.joins(Role.SPECIALIST, "Jonas", channel=door)
    mette = await line.joins(Role.EMPLOYER, "Mette", "Bageriet", door)
    await mette.presses("Tal med en specialist")
    await mette.writes("Han vil ikke ind i omklædningen mere")
    await anna.looks()
    await jonas.looks()
    return mette, anna, jonas


@DOORS
async def test_one_takes_it_the_other_and_the_employer_hear_who(line: Line, door: Channel) -> None:
    mette, anna, jonas = await case(line, door)
    [mine] = await anna.presses("Jeg tager den")
    assert mine.text.startswith("<b>H-2026-0001</b> er din.")
    [heard] = await mette.looks()
    assert heard.text == "<b>H-2026-0001</b>: Anna har taget sagen og skriver til dig her."
    [other] = await jonas.looks()
    assert other.text == "H-2026-0001: Anna har taget sagen."
    [late] = await jonas.presses("Jeg tager den")
    assert late.text == "H-2026-0001: Anna var lige før dig og har sagen."


@DOORS
async def test_what_is_added_while_nobody_has_it_reaches_those_who_were_told(
    line: Line, door: Channel
) -> None:
    mette, anna, jonas = await case(line, door)
    await mette.presses("Skriv mere i sagen")
    [kept] = await mette.writes("Det er værst om morgenen")
    assert kept.text == "Gemt i H-2026-0001. Den, der tager sagen, læser det først."
    for specialist in (anna, jonas):
        [added] = await specialist.looks()
        assert added.text == "<b>Mette · H-2026-0001</b>\nDet er værst om morgenen"


@DOORS
async def test_they_write_through_the_hotline_and_it_is_closed_with_an_outcome(
    line: Line, door: Channel
) -> None:
    mette, anna, _jonas = await case(line, door)
    await anna.presses("Jeg tager den")
    await mette.looks()
    await anna.writes("Hej Mette, hvad skete der lige før?")
    [line_] = await mette.looks()
    assert line_.text == "<b>Anna · H-2026-0001</b>\nHej Mette, hvad skete der lige før?"
    await mette.presses("Svar Anna")
    await mette.writes("Der var en ny sæbe <der lugter>")
    [answer] = await anna.looks()
    assert answer.text.endswith("Der var en ny sæbe &lt;der lugter&gt;")

    await anna.presses("Luk sagen")
    await anna.presses("Det er løst")
    [closed] = await anna.writes("Ny sæbe er en ændring, der skal siges højt")
    assert closed.text == "<b>H-2026-0001</b> er lukket. Virksomheden har fået besked."
    [told] = await mette.looks()
    assert told.text.startswith("<b>H-2026-0001</b> er lukket af Anna: Det er løst.")
    [kind] = await mette.writes("endnu en ting")
    assert kind.text.startswith("H-2026-0001 er lukket. Skriv, hvad der sker nu")


async def test_a_case_nobody_takes_is_told_again_and_the_employer_is_not_forgotten(
    line: Line,
) -> None:
    mette, anna, jonas = await case(line, Channel.TELEGRAM)
    await line.passes(minutes=61)
    [again] = await anna.looks()
    assert "venter stadig" in again.text
    assert len(await jonas.looks()) == 1
    [waiting] = await mette.looks()
    assert (
        waiting.text
        == "<b>H-2026-0001</b>: Ingen har svaret endnu. Nu har Anna og Jonas fået besked."
    )
    await jonas.presses("Jeg tager den")
    await jonas.writes("Hej Mette")
    await anna.looks()
    await line.passes(hours=5)
    assert await anna.looks() == []


async def test_a_late_tick_does_late_work_once(line: Line) -> None:
    _mette, anna, _jonas = await case(line, Channel.TELEGRAM)
    await line.passes(days=6)  # Sunday: nobody is at work
    assert await anna.looks() == []
    await line.passes(days=1)
    assert len([seen for seen in await anna.looks() if "H-2026-0001" in seen.text]) == 1


async def test_what_cannot_reach_a_specialist_who_blocked_the_bot_is_left_for_people_to_see(
    line: Line,
) -> None:
    anna = await line.joins(Role.SPECIALIST, "Anna")
    mette = await line.joins(Role.EMPLOYER, "Mette", "Bageriet")
    line.door.blocked.add(anna.chat_id)
    await mette.presses("Tal med en specialist")
    await mette.writes("Han vil ikke ind i omklædningen mere")
    async with line.database.read() as session:
        failed = await failed_messages(session)
    assert [row.failure for row in failed] == ["blocked"]


async def test_a_file_goes_to_the_other_side_of_the_case(line: Line) -> None:
    mette, anna, _jonas = await case(line, Channel.TELEGRAM)
    await anna.presses("Jeg tager den")
    await mette.looks()
    await mette.presses("Skriv til Anna")
    photo = {"photo": [{"file_id": "abc", "file_unique_id": "u", "width": 9, "height": 9}]}
    await mette.sends(photo)
    [passed] = await mette.answers()
    assert passed.text == "Sendt videre i H-2026-0001."
    [got] = await anna.looks()
    assert got.file == "abc"


async def test_a_foreign_case_cannot_be_opened_by_a_made_up_button(line: Line) -> None:
    mette, _anna, _jonas = await case(line, Channel.TELEGRAM)
    bo = await line.joins(Role.EMPLOYER, "Bo", "Værkstedet")
    for data in ("case:1", "call:1", "calm:1", "close:1", "take:1", "case:x", "case"):
        await bo.presses_data(data)
        [refused] = await bo.answers()
        assert refused.text in (
            "Den sag kan jeg ikke finde. Tjek nummeret, eller se dine sager i menuen.",
            "Det har du ikke adgang til her.",
        ), data
    assert await mette.looks() == []


async def test_buttons_that_may_have_been_pressed_in_vain_are_offered_again(line: Line) -> None:
    _mette, anna, _jonas = await case(line, Channel.TELEGRAM)
    await line.ticks.sweep()
    line.clock[0] += timedelta(minutes=10)
    await line.ticks.after_start()
    [again] = await anna.answers()
    assert again.text.startswith("Jeg har været væk et øjeblik.")
    assert again.labels == ["Jeg tager den", "Ikke mig"]
