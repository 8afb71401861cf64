"""Story 2: ask."""

import pytest

from domain.people import Channel, Role
from models.outbox import claim
from tests.line import Line

DOORS = pytest.mark.parametrize("door", list(Channel))


def pdf_in(line: Line, file: str) -> bool:
    """Whether the file, by its path or by its id, is a PDF."""
    return (line.settings.data_dir / "files" / file).read_bytes().startswith(b"%PDF-1.7")


@DOORS
async def test_a_question_gets_the_best_guides_lines_at_once_and_the_ways_on(
    line: Line, door: Channel
) -> None:
    mette = await line.joins(Role.EMPLOYER, "Mette", "Bageriet", door)
    [guide] = await mette.writes("radioen kører hele dagen i køkkenet og hun holder sig for ørerne")
    assert "<b>Gør nu</b>" in guide.text
    assert "Læs hele guiden" in guide.labels
    assert guide.labels[-3:] == [
        "Det hjalp",
        "Ikke nok – gem det som sag",
        "Tal med en specialist",
    ]


@DOORS
async def test_whether_it_helped_is_remembered(line: Line, door: Channel) -> None:
    mette = await line.joins(Role.EMPLOYER, "Mette", "Bageriet", door)
    await mette.writes("radioen kører hele dagen i køkkenet og hun holder sig for ørerne")
    [thanks] = await mette.presses("Det hjalp")
    assert thanks.text.startswith("Godt.")


async def test_the_whole_guide_fits_one_message_and_leads_on(line: Line) -> None:
    mette = await line.joins(Role.EMPLOYER, "Mette", "Bageriet")
    await mette.writes("/guide nedsmeltning råber og slår i bordet")
    [whole] = await mette.presses("Læs hele guiden")
    assert "<b>Undgå</b>" in whole.text
    assert "Det hjalp" in whole.labels


@DOORS
async def test_what_no_guide_answers_gets_an_honest_no_and_a_person(
    line: Line, door: Channel
) -> None:
    mette = await line.joins(Role.EMPLOYER, "Mette", "Bageriet", door)
    [no] = await mette.writes("hvad er jeres EAN nummer til fakturaen")
    assert no.text.startswith("Det har jeg ingen guide til.")
    assert "Tal med en specialist" in no.labels


async def test_danger_to_life_gets_112_as_the_very_first_answer(line: Line) -> None:
    anna = await line.joins(Role.SPECIALIST, "Anna")
    mette = await line.joins(Role.EMPLOYER, "Mette", "Bageriet")
    first, second, third = await mette.writes("han ligger på gulvet og trækker ikke vejret")
    assert first.text.startswith("<b>Er nogen i livsfare: ring 112 nu.</b>")
    assert "H-2026-0001" in second.text
    assert "Jeg har <b>ikke</b> ringet 112 for dig." in second.text
    assert third.text.startswith("<b>H-2026-0001</b>: Anna har fået besked")
    assert "87 00 00 00" in third.text
    [told] = await anna.looks()
    assert "H-2026-0001 · livsfare" in told.text
    assert told.labels == ["Jeg tager den", "Ikke mig"]


async def test_what_is_urgent_calls_the_specialists_and_can_be_calmed(line: Line) -> None:
    await line.joins(Role.SPECIALIST, "Anna")
    mette = await line.joins(Role.EMPLOYER, "Mette", "Bageriet")
    alarm, *_guide = await mette.writes("han råber og smadrer ting på kontoret lige nu")
    assert "haster" in alarm.text
    assert "112" in alarm.text
    [calm] = await mette.presses("Det haster ikke alligevel")
    assert "almindelig sag" in calm.text


async def test_guides_are_found_without_words(line: Line) -> None:
    mette = await line.joins(Role.EMPLOYER, "Mette", "Bageriet")
    [see] = await mette.presses("Find et råd")
    assert "Overvældet, ked af det eller vred" in see.labels
    [when] = await mette.presses("Overvældet, ked af det eller vred")
    [guides] = await mette.presses(when.labels[0])
    [guide] = await mette.presses(guides.labels[0])
    assert "<b>Gør nu</b>" in guide.text


async def test_a_cpr_number_is_removed_before_anything_is_kept(line: Line) -> None:
    mette = await line.joins(Role.EMPLOYER, "Mette", "Bageriet")
    warning, *_ = await mette.writes("010190-1234 holder sig for ørerne når radioen kører")
    assert warning.text.startswith("Jeg så et CPR-nummer og har fjernet det.")
    assert b"010190-1234" not in (line.settings.data_dir / "hotline.db").read_bytes()
    assert b"010190-1234" not in (line.settings.data_dir / "hotline.db-wal").read_bytes()


@DOORS
async def test_talk_of_suicide_gets_the_guide_with_the_numbers_of_the_region(
    line: Line, door: Channel
) -> None:
    await line.joins(Role.SPECIALIST, "Anna")
    mette = await line.joins(Role.EMPLOYER, "Mette", "Bageriet", door)
    answers = await mette.writes("Han sagde i dag at han ikke gider leve mere. Hvad gør jeg?")
    alarm = next(a for a in answers if "haster" in a.text)
    assert "lægevagten 70 11 31 31" in alarm.text
    guide = next(a for a in answers if "<b>Ring til</b>" in a.text)
    numbers = guide.text[guide.text.index("<b>Ring til</b>") :].splitlines()
    assert numbers[1].startswith("• <b>112</b>")
    assert any("<b>70 201 201</b> Livslinien" in line for line in numbers[2:])


@DOORS
async def test_a_guide_comes_as_pdf_under_its_own_name(line: Line, door: Channel) -> None:
    mette = await line.joins(Role.EMPLOYER, "Mette", "Bageriet", door)
    await mette.writes("radioen kører hele dagen i køkkenet og hun holder sig for ørerne")
    await mette.presses("Læs hele guiden")
    [sent] = await mette.presses("Som PDF")
    assert sent.text == "Her er guiden som PDF."
    assert sent.name == "HV-linjen - Lyd lys lugt og berøring.pdf"
    assert pdf_in(line, sent.file)


async def test_a_pdf_that_was_promised_before_a_crash_is_made_after_it(line: Line) -> None:
    mette = await line.joins(Role.EMPLOYER, "Mette", "Bageriet")
    await mette.writes("/guide nedsmeltning råber og slår i bordet")
    await mette.presses("Læs hele guiden")
    guide = next(
        b["data"] for row in mette.inbox[-1].buttons for b in row if b["text"] == "Som PDF"
    )
    await mette.presses_data(guide)
    await line.worker.step()
    async with line.database.write() as session:  # claimed, and then the program was killed
        await claim(session, line.now, 10)
    await line.notifier.recover()
    await line.works()
    [sent] = await mette.looks()
    assert pdf_in(line, sent.file)
