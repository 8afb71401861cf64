"""Story 3: ten HV-questions become a task card."""

from datetime import timedelta

import pytest

from domain.people import Channel, Role
from knowledge.library import Library
from services import printing
from tests.flows.cards import (
    PHOTO,
    REST,
    SIX,
    STEPS,
    file_of,
    photos_in,
    six_answers,
    text_of,
    whole_card,
)
from tests.line import Line, open_line


async def two_days_after_a_crash(line: Line, library: Library) -> Line:
    """The program died; on Wednesday somebody starts it again. Nothing is kept but the disk."""
    reborn = await open_line(line.settings, library)
    reborn.clock[0] = line.now + timedelta(days=2)
    await reborn.notifier.recover()
    await reborn.ticks.after_start()
    await reborn.works()
    return reborn


DOORS = pytest.mark.parametrize("door", list(Channel))


@DOORS
async def test_a_card_is_begun_left_for_two_days_and_finished(
    line: Line, library: Library, door: Channel
) -> None:
    mette = await line.joins(Role.EMPLOYER, "Mette", "Bageriet", door)
    begun, first = await mette.writes("/card")
    assert begun.text.startswith("<b>Opgavekort</b>")
    assert "1 af 10" in first.text
    assert "Hvad går opgaven ud på?" in first.text
    asked = await six_answers(mette)
    assert "7 af 10" in asked.text

    line = await two_days_after_a_crash(line, library)
    mette.line, mette.seen_until = line, 0 if door is Channel.TELEGRAM else mette.seen_until
    [menu] = await mette.writes("/menu")
    assert "Fortsæt: Opgavekort" in menu.labels
    [again] = await mette.presses("Fortsæt: Opgavekort")
    assert "7 af 10" in again.text
    assert "Hvordan gør man, trin for trin" in again.text

    await mette.writes(STEPS)
    [first_photo] = await mette.sends_photo(PHOTO)
    assert first_photo.text.startswith("Billedet er gemt ved trin 4.")
    [second] = await mette.sends_photo(PHOTO, caption="trin 2")
    assert "ved trin" in second.text
    await mette.presses("Det var alle")
    for answer in REST:
        [*_, overview] = await mette.writes(answer)
    assert "Her mangler" not in overview.text
    assert "2 billeder" in overview.text

    await mette.presses("Ret et svar")
    await mette.presses("Sted")
    [*_, whole] = await mette.writes("Køl, gang 5, reol B")
    assert "Sted: Køl, gang 5, reol B" in whole.text

    wait, picture, paper = await mette.presses("Lav det på papir")
    assert wait.text == "Jeg laver »Fyld mælkehylden op« nu. Det kommer her om et øjeblik."
    assert picture.name == "fyld-mælkehylden-op-v1.png"
    assert paper.name == "fyld-mælkehylden-op-v1.pdf"
    assert "Version 1 · 25. november 2026" in paper.text
    assert file_of(line, picture).read_bytes().startswith(b"\x89PNG")
    assert photos_in(file_of(line, paper)) == 2
    text = text_of(file_of(line, paper))
    order = ["Fyld mælkehylden op", "Formål", "Sted", "gang 5, reol B", "Start", "Tid"]
    order += ["Du skal bruge", "Sådan gør du", "1. Hent vognen", "4. Sæt gammel", "Færdig når"]
    order += ["Hjælp", "Bagefter", "Hvis", "Læst og rettet", "Version 1"]
    places = [text.index(part) for part in order]
    assert places == sorted(places)
    await line.close()


@DOORS
async def test_two_of_a_company_go_on_with_each_others_card(line: Line, door: Channel) -> None:
    mette = await line.joins(Role.EMPLOYER, "Mette", "Bageriet", door)
    jonas = await line.joins(Role.EMPLOYER, "Jonas", "Bageriet", Channel.WEB)
    stranger = await line.joins(Role.EMPLOYER, "Bo", "Værkstedet", door)
    await mette.writes("/card")
    await mette.writes(SIX[0])
    await jonas.writes("/sheets")
    [asked] = await jonas.presses("Fortsæt: Fyld mælkehylden op (2 af 10)")
    assert "2 af 10" in asked.text
    await jonas.writes(SIX[1])
    await stranger.presses_data("sheet:1")
    [refused] = await stranger.answers()
    assert refused.text.startswith("Det skema kan jeg ikke finde.")


@DOORS
async def test_of_two_answers_at_the_same_moment_none_is_lost(line: Line, door: Channel) -> None:
    mette = await line.joins(Role.EMPLOYER, "Mette", "Bageriet", door)
    jonas = await line.joins(Role.EMPLOYER, "Jonas", "Bageriet", door)
    await mette.writes("/card")
    await mette.writes(SIX[0])
    await jonas.presses_data("go:1")
    await jonas.answers()
    await mette.writes("Kunderne får frisk mælk.")
    [clash] = await jonas.writes("Mindre bliver smidt ud.")
    assert "Mette har lige svaret på det samme:\n»Kunderne får frisk mælk.«" in clash.text
    assert "»Mindre bliver smidt ud.«" in clash.text
    await jonas.presses("Det, jeg skrev")
    await jonas.presses_data("sheet:1")
    [whole] = await jonas.answers()
    assert "Formål: Mindre bliver smidt ud." in whole.text


async def test_a_vague_word_is_asked_about_once(line: Line) -> None:
    mette = await line.joins(Role.EMPLOYER, "Mette", "Bageriet")
    await mette.writes("/card")
    for answer in SIX[:3]:
        await mette.writes(answer)
    [vague] = await mette.writes("Snart efter morgenkaffen")
    assert vague.text.startswith("Gemt. Du skrev »Snart«. Hvilket klokkeslæt")
    [next_] = await mette.writes("kl. 08.15")
    assert next_.text.startswith("Gemt: »Kl. 08.15 efter morgenkaffen«")
    assert "5 af 10" in next_.text
    [again] = await mette.writes("Ca. 30 minutter. Stop kl. 09.00")
    assert "30-45 minutter" in again.text
    [kept] = await mette.presses("Det ved jeg ikke endnu")
    assert "6 af 10" in kept.text


async def test_danger_in_the_middle_gets_112_first_and_the_card_waits(line: Line) -> None:
    mette = await line.joins(Role.EMPLOYER, "Mette", "Bageriet")
    await mette.writes("/card")
    await mette.writes(SIX[0])
    first, told, waits = await mette.writes("han ligger på gulvet og trækker ikke vejret")
    assert "112" in first.text
    assert "H-2026-0001" in told.text
    assert waits.text.startswith("Opgavekort er gemt og venter på dig.")
    [asked] = await mette.presses("Fortsæt")
    assert "2 af 10" in asked.text


async def test_a_question_in_between_is_answered_and_may_have_been_the_answer(line: Line) -> None:
    mette = await line.joins(Role.EMPLOYER, "Mette", "Bageriet")
    await mette.writes("/card")
    await mette.writes(SIX[0])
    question = "hvad gør jeg, når radioen kører, og hun holder sig for ørerne?"
    guide, _waits = await mette.writes(question)
    assert "<b>Gør nu</b>" in guide.text
    [*_, asked] = await mette.presses("Det var mit svar i skemaet")
    assert "3 af 10" in asked.text


async def test_what_cannot_be_used_is_said_kindly_and_nothing_is_half_saved(line: Line) -> None:
    mette = await line.joins(Role.EMPLOYER, "Mette", "Bageriet")
    await mette.writes("/card")
    [long] = await mette.writes("x" * 4000)
    assert long.text.startswith("Det er for langt til papiret: 4000 tegn")
    [health] = await mette.writes("Fyld hylden op for ham med autisme")
    assert "»autis«" in health.text
    await mette.sends(
        {
            "sticker": {
                "file_id": "s",
                "file_unique_id": "s",
                "width": 1,
                "height": 1,
                "is_animated": False,
                "is_video": False,
                "type": "regular",
            }
        }
    )
    [sticker] = await mette.answers()
    assert sticker.text.startswith("Det kan jeg ikke bruge som svar.")
    [nowhere] = await mette.sends_photo(PHOTO)
    assert nowhere.text.startswith("Her er der ikke plads til et billede.")
    await mette.writes(SIX[0])
    await mette.writes(SIX[1])
    [large] = await mette.sends_photo(PHOTO, size=20 * 1024 * 1024 + 1)
    assert "20 MB" in large.text
    [video] = await mette.sends_photo(b"not a picture", kind="video/mp4")
    assert video.text.startswith("Det kan ikke trykkes.")
    await mette.presses_data("sheet:1")
    [whole] = await mette.answers()
    assert "billede" not in whole.text
    assert whole.text.count("\n") < 8


async def test_a_photo_that_cannot_be_read_is_left_out_and_said(line: Line) -> None:
    mette = await line.joins(Role.EMPLOYER, "Mette", "Bageriet")
    await mette.writes("/card")
    for answer in SIX[:2]:
        await mette.writes(answer)
    _kept, refused = await mette.sends_photo(b"\xff\xd8\xff broken")
    assert refused.text.startswith("Et billede kunne ikke læses")


async def test_what_is_not_known_makes_a_draft_that_says_so(line: Line) -> None:
    mette = await line.joins(Role.EMPLOYER, "Mette", "Bageriet")
    await mette.writes("/card")
    await mette.writes(SIX[0])
    for _ in range(8):
        await mette.presses("Det ved jeg ikke endnu")
    for _ in range(2):
        [*_, overview] = await mette.presses("Spring over")
    assert "Her mangler:</b> Sted, Start, Sådan gør du, Færdig når" in overview.text
    _wait, _picture, paper = await mette.presses("Lav det på papir")
    assert "Det er en kladde." in paper.text
    text = text_of(file_of(line, paper))
    assert "Kladde" in text
    assert "Aftales med Mette" in text


@DOORS
async def test_printed_again_it_is_the_same_and_changed_it_is_the_next_version(
    line: Line, door: Channel
) -> None:
    mette = await line.joins(Role.EMPLOYER, "Mette", "Bageriet", door)
    await whole_card(mette)
    _wait, _picture, first = await mette.presses("Lav det på papir")
    await mette.presses_data("print:1:a4")
    _wait, _picture, again = await mette.answers()
    assert again.file == first.file
    _wait, _picture, small = await mette.presses("Lav det også i A5")
    assert small.name == "fyld-mælkehylden-op-a5-v1.pdf"
    await mette.presses("Ret et svar")
    await mette.presses("Sted")
    await mette.writes("Køl, gang 5")
    _wait, _picture, second = await mette.presses("Lav det på papir")
    assert "Version 2" in second.text


async def test_eight_long_steps_with_eight_photos_fit_one_page(
    line: Line,
) -> None:
    mette = await line.joins(Role.EMPLOYER, "Mette", "Bageriet")
    await whole_card(mette)
    await mette.presses("Ret et svar")
    await mette.presses("Sådan gør du")
    await mette.presses("Begynd forfra")
    await mette.writes("\n".join(f"Tag {n} og sæt " + "ord " * 17 for n in range(8)))
    for _ in range(8):
        await mette.sends_photo(PHOTO)
    await mette.presses_data("print:1:a4")
    _wait, _picture, paper = await mette.answers()
    assert photos_in(file_of(line, paper)) == 8
    _wait, _picture, small = await mette.presses("Lav det også i A5")
    assert photos_in(file_of(line, small)) == 8


async def test_a_text_that_does_not_fit_is_named(
    line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    mette = await line.joins(Role.EMPLOYER, "Mette", "Bageriet")
    await whole_card(mette)

    def too_long(content: dict[str, object], *_more: object) -> printing.Made:
        raise printing.TooLongForPage(label=printing.longest(content))

    monkeypatch.setattr(printing, "make", too_long)
    _wait, said = await mette.presses("Lav det på papir")
    assert said.text.startswith("»Fyld mælkehylden op« kan ikke være på én side.")
    assert "»Sådan gør du«" in said.text
    assert "Ret et svar" in said.labels


async def test_read_together_makes_a_version_that_says_so(line: Line) -> None:
    mette = await line.joins(Role.EMPLOYER, "Mette", "Bageriet")
    await whole_card(mette)
    await mette.presses("Medarbejderens ja")
    await mette.presses("Vi har læst og rettet det sammen")
    _agreed, _picture, paper = await mette.writes("Emil")
    text = text_of(file_of(line, paper))
    assert "Læst og rettet sammen med Emil, 23. november 2026" in text


async def test_several_cards_make_a_plan_of_the_day(line: Line) -> None:
    mette = await line.joins(Role.EMPLOYER, "Mette", "Bageriet")
    await whole_card(mette)
    await mette.writes("/card")
    for answer in ("Vask bakkerne", "Rene bakker til i morgen.", "Opvasken", "Kl. 07.30"):
        await mette.writes(answer)
    await mette.writes("/sheets")
    await mette.presses("Lav en dagsplan af flere kort")
    await mette.presses("Fyld mælkehylden op")
    await mette.presses("Vask bakkerne")
    _wait, picture, paper = await mette.presses("Lav dagsplanen")
    assert (picture.name, paper.name) == ("dagsplan.png", "dagsplan.pdf")
    text = text_of(file_of(line, paper))
    assert text.index("07.30") < text.index("Vask bakkerne") < text.index("Fyld mælkehylden")
