"""Story 5, the conversation: two people write to each other, and neither sees more than a name."""

from dataclasses import dataclass
from datetime import timedelta

import pytest

from domain.incidents import Happening
from domain.people import Channel, Role
from models.incidents import timeline
from models.people import Chat
from tests.line import Line, Seen, Someone

DOORS = pytest.mark.parametrize("door", list(Channel))
TELEGRAM, WEB = Channel.TELEGRAM, Channel.WEB


@dataclass
class Talk:
    line: Line
    mette: Someone
    anna: Someone
    jonas: Someone

    async def case(self, by: Someone, text: str) -> None:
        await by.writes("/menu")
        await by.presses("Tal med en specialist")
        await by.writes(text)

    async def events(self, number: int = 1) -> list[tuple[Happening, str, str | None]]:
        async with self.line.database.read() as session:
            found = await timeline(session, number)
        return [(event.kind, event.text, name) for event, name in found]


async def begin(line: Line, door: Channel, specialist: Channel | None = None) -> Talk:
    """Anna has Mette's case, and both have seen it."""
    anna = await line.joins(Role.SPECIALIST, "Anna", channel=specialist or door)
    jonas = await line.joins(Role.SPECIALIST, "Jonas", channel=specialist or door)
    mette = await line.joins(Role.EMPLOYER, "Mette", "Bageriet", door)
    talk = Talk(line, mette, anna, jonas)
    await talk.case(mette, "Han vil ikke ind i omklædningen mere")
    await anna.looks()
    await jonas.looks()
    await anna.presses("Jeg tager den")
    await mette.looks()
    await jonas.looks()
    return talk


@pytest.mark.parametrize(("door", "other"), [(TELEGRAM, WEB), (WEB, TELEGRAM), (WEB, WEB)])
async def test_each_writes_in_their_own_door_and_every_line_is_in_the_timeline(
    line: Line, door: Channel, other: Channel
) -> None:
    talk = await begin(line, door, other)
    await talk.anna.writes("Hvad skete der lige før?")
    [asked] = await talk.mette.looks()
    assert asked.text == "<b>Anna · H-2026-0001</b>\nHvad skete der lige før?"
    [passed] = await talk.mette.writes("En ny sæbe <der lugter>")  # the only talk she has
    assert passed.text == "Sendt videre i H-2026-0001."
    [told] = await talk.anna.looks()
    assert told.text == "<b>Mette · H-2026-0001</b>\nEn ny sæbe &lt;der lugter&gt;"
    said = [event for event in await talk.events() if event[0] is Happening.MESSAGE]
    assert said == [
        (Happening.MESSAGE, "Hvad skete der lige før?", "Anna"),
        (Happening.MESSAGE, "En ny sæbe <der lugter>", "Mette"),
    ]


FILES = [
    ({"photo": [{"file_id": "p", "file_unique_id": "u", "width": 9, "height": 9}]}, "p", "photo"),
    ({"voice": {"file_id": "v", "file_unique_id": "u", "duration": 3}}, "v", "voice"),
    (
        {"video": {"file_id": "f", "file_unique_id": "u", "duration": 3, "width": 9, "height": 9}},
        "f",
        "video",
    ),
    (
        {"video_note": {"file_id": "n", "file_unique_id": "u", "duration": 3, "length": 9}},
        "n",
        "video_note",
    ),
    (
        {"document": {"file_id": "d", "file_unique_id": "u", "file_name": "plan.pdf"}},
        "d",
        "document",
    ),
]


@pytest.mark.parametrize(("content", "file", "kind"), FILES, ids=lambda x: str(x)[:12])
async def test_whatever_kind_of_file_goes_through_as_what_it_is(
    line: Line, content: dict[str, object], file: str, kind: str
) -> None:
    talk = await begin(line, TELEGRAM)
    await talk.mette.presses("Skriv til Anna")
    await talk.mette.sends(content | {"caption": "Se her"})
    [passed] = await talk.mette.answers()
    assert passed.text == "Sendt videre i H-2026-0001."
    [got] = await talk.anna.looks()
    assert (got.file, got.kind) == (file, kind)
    assert got.text == "<b>Mette · H-2026-0001</b>\nSender en fil. Se her"


async def test_a_photo_from_telegram_can_be_fetched_in_the_web_chat(line: Line) -> None:
    talk = await begin(line, TELEGRAM, WEB)
    await talk.mette.presses("Skriv til Anna")
    await talk.mette.sends_photo(b"\xff\xd8picture")
    [got] = await talk.anna.looks()
    assert (line.notifier.files / got.file).read_bytes() == b"\xff\xd8picture"


async def test_a_place_goes_through_and_a_contact_does_not(line: Line) -> None:
    talk = await begin(line, TELEGRAM)
    await talk.mette.presses("Skriv til Anna")
    await talk.mette.sends({"location": {"latitude": 56.15674, "longitude": 10.21076}})
    await talk.mette.answers()
    [place] = await talk.anna.looks()
    assert "56.156740, 10.210760" in place.text
    assert 'href="https://www.openstreetmap.org/?mlat=56.156740&amp;mlon=10.210760' in place.text
    await talk.mette.sends({"contact": {"phone_number": "+4520304050", "first_name": "Jens"}})
    [kind] = await talk.mette.answers()
    assert kind.text.startswith("Kontakter sender jeg ikke videre")
    await talk.mette.sends({"sticker": STICKER})
    [sticker] = await talk.mette.answers()
    assert sticker.text.startswith("Det kan jeg ikke sende videre.")
    assert await talk.anna.looks() == []


STICKER = {
    "file_id": "s",
    "file_unique_id": "u",
    "width": 9,
    "height": 9,
    "is_animated": False,
    "is_video": False,
    "type": "regular",
}


async def test_nothing_of_who_somebody_is_in_telegram_goes_through(line: Line) -> None:
    talk = await begin(line, TELEGRAM)
    await talk.mette.presses("Skriv til Anna")
    talk.mette.name = "Mette Privatsen"
    origin = {
        "type": "user",
        "date": 1,
        "sender_user": {"id": 99, "is_bot": False, "first_name": "Jens", "last_name": "Hemmelig"},
    }
    await talk.mette.sends({"text": "Det her skrev han", "forward_origin": origin})
    await talk.mette.answers()
    [line_] = await talk.anna.looks()
    assert line_.text == "<b>Mette · H-2026-0001</b>\nDet her skrev han"
    for _kind, text, name in await talk.events():
        assert not {"Jens", "Hemmelig", "Privatsen"} & set(f"{text} {name}".split())


@DOORS
async def test_what_cannot_be_delivered_is_shown_at_once_and_can_be_tried_again(
    line: Line, door: Channel
) -> None:
    talk = await begin(line, TELEGRAM, door)
    line.door.blocked.add(talk.mette.chat_id)
    passed, lost = await talk.anna.writes("Hvordan går det?")
    assert passed.text == "Sendt videre i H-2026-0001."
    assert lost.text.startswith("<b>H-2026-0001: Din sidste besked kom ikke frem.</b>")
    assert "Ring til dem" in lost.text
    assert (Happening.UNDELIVERED, "", None) in await talk.events()
    line.door.blocked.clear()
    [again] = await talk.anna.presses("Prøv igen")
    assert again.text == "Sendt videre i H-2026-0001."
    [arrived] = await talk.mette.looks()
    assert arrived.text.endswith("Hvordan går det?")


async def test_an_employer_whose_line_is_lost_gets_the_phone_number(line: Line) -> None:
    talk = await begin(line, WEB, TELEGRAM)
    line.door.blocked.add(talk.anna.chat_id)
    await talk.mette.presses("Skriv til Anna")
    _passed, lost = await talk.mette.writes("Han er gået hjem")
    assert "87 00 00 00" in lost.text
    assert "112" in lost.text


async def test_nobody_else_can_try_a_lost_line_again(line: Line) -> None:
    talk = await begin(line, TELEGRAM)
    line.door.blocked.add(talk.mette.chat_id)
    _passed, lost = await talk.anna.writes("Hvordan går det?")
    data = lost.buttons[0][0]["data"]
    await talk.jonas.presses_data(data)
    [refused] = await talk.jonas.answers()
    assert refused.text.startswith("Den sag kan jeg ikke finde.")


async def test_a_line_that_takes_long_is_told_once(line: Line) -> None:
    talk = await begin(line, TELEGRAM)
    line.door.failing = 100
    await talk.anna.writes("Hvordan går det?")
    line.door.failing = 1000
    for _ in range(12):
        line.clock[0] += timedelta(minutes=2)
        await line.works()
    line.door.failing = 0
    line.clock[0] += timedelta(minutes=3)
    told = await talk.anna.answers()
    assert [one.text[:43] for one in told if "ikke nået frem" in one.text] == [
        "H-2026-0001: Din besked er ikke nået frem e"
    ]
    assert len(await talk.mette.looks()) == 1


async def test_a_corrected_message_is_passed_on_and_marked(line: Line) -> None:
    talk = await begin(line, TELEGRAM)
    await talk.mette.presses("Skriv til Anna")
    number = await talk.mette.sends({"text": "Kl. 9"})
    await talk.mette.answers()
    await talk.anna.looks()
    [passed] = await talk.mette.corrects(number, "Kl. 10")
    assert passed.text == "Rettelsen er sendt videre i H-2026-0001."
    [corrected] = await talk.anna.looks()
    assert corrected.text == "<b>Mette · H-2026-0001</b>\nRettet til: Kl. 10"
    assert await talk.mette.corrects(number, "Kl. 10") == []
    assert await talk.anna.looks() == []
    assert (Happening.EDITED, "Kl. 10", "Mette") in await talk.events()


async def test_written_and_corrected_before_anybody_looked(line: Line) -> None:
    talk = await begin(line, TELEGRAM)
    await talk.mette.presses("Skriv til Anna")
    number = await talk.mette.sends({"text": "Kl. 9"})
    await talk.mette.corrects(number, "Kl. 10")
    first, second = await talk.anna.looks()
    assert first.text.endswith("Kl. 9")
    assert second.text.endswith("Rettet til: Kl. 10")


async def test_a_corrected_message_from_outside_a_case_is_answered_kindly(line: Line) -> None:
    mette = await line.joins(Role.EMPLOYER, "Mette", "Bageriet")
    [kind] = await mette.corrects(5, "noget andet")
    assert kind.text.startswith("Jeg kan ikke læse rettelser")


async def two_cases(line: Line, door: Channel) -> tuple[Talk, Someone]:
    """Anna has Mette's case and Bo's, and has chosen none."""
    talk = await begin(line, door)
    bo = await line.joins(Role.EMPLOYER, "Bo", "Værkstedet", door)
    await talk.case(bo, "Hun svarer mig ikke")
    await talk.anna.looks()
    await talk.anna.presses("Jeg tager den")
    await talk.anna.presses("Stop med at skrive")
    await bo.looks()
    return talk, bo


@DOORS
async def test_a_line_with_no_case_chosen_waits_until_one_is(line: Line, door: Channel) -> None:
    talk, bo = await two_cases(line, door)
    [which] = await talk.anna.writes("Jeg kommer kl. 10")
    assert which.text.startswith("Hvor skal det hen?")
    assert which.labels == ["Mette · H-2026-0001", "Bo · H-2026-0002", "Find et råd", "Stop"]
    await talk.anna.writes("Er det i orden?")
    [passed] = await talk.anna.presses("Bo · H-2026-0002")
    assert passed.text == "Sendt videre i H-2026-0002."
    assert [seen.text.splitlines()[-1] for seen in await bo.looks()] == [
        "Jeg kommer kl. 10",
        "Er det i orden?",
    ]
    assert await talk.mette.looks() == []
    await talk.anna.writes("God dag")  # and the choice stays
    assert len(await bo.looks()) == 1


@DOORS
async def test_an_employer_with_two_cases_is_asked_too(line: Line, door: Channel) -> None:
    talk = await begin(line, door)
    await talk.case(talk.mette, "En anden medarbejder græder hele dagen")
    await talk.jonas.looks()
    await talk.jonas.presses("Jeg tager den")
    await talk.jonas.writes("Hej Mette")
    await talk.mette.looks()
    [which] = await talk.mette.writes("Tak, det er bedre nu")
    assert which.labels[:3] == ["Anna · H-2026-0001", "Jonas · H-2026-0002", "Det er noget nyt"]
    await talk.mette.presses("Jonas · H-2026-0002")
    assert len(await talk.jonas.looks()) == 1
    assert [s for s in await talk.anna.looks() if "bedre nu" in s.text] == []


@DOORS
async def test_a_line_from_another_case_makes_the_choice_doubtful(
    line: Line, door: Channel
) -> None:
    talk, bo = await two_cases(line, door)
    await talk.mette.presses("Skriv til Anna")
    await bo.presses("Skriv til Anna")
    await talk.mette.writes("Hej fra Mette")
    await talk.anna.looks()
    await talk.anna.presses("Svar Mette")
    await bo.writes("Hej fra Bo")
    await talk.anna.looks()
    [which] = await talk.anna.writes("Ja, gør det")
    assert which.text.startswith("Hvor skal det hen?")
    await talk.anna.presses("Bo · H-2026-0002")
    assert [one.text for one in await talk.mette.looks()] == []
    assert "Ja, gør det" in (await bo.looks())[-1].text


async def test_answering_a_message_goes_to_its_case_whatever_is_chosen(line: Line) -> None:
    talk, bo = await two_cases(line, TELEGRAM)
    await bo.presses("Skriv til Anna")
    await bo.writes("Hej fra Bo")
    [from_bo] = await talk.anna.looks()
    await talk.mette.presses("Skriv til Anna")
    await talk.mette.writes("Hej fra Mette")
    await talk.anna.looks()
    await talk.anna.presses("Svar Mette")
    [passed] = await talk.anna.answers_to(from_bo, "Til Bo")
    assert passed.text == "Sendt videre i H-2026-0002."
    assert "Til Bo" in (await bo.looks())[-1].text
    assert "Til Bo" not in str(await talk.mette.looks())


async def test_answering_works_after_the_message_is_forgotten_here(line: Line) -> None:
    talk, _bo = await two_cases(line, TELEGRAM)
    old = Seen("<b>Bo · H-2026-0002</b>\nsom i H-2026-0001", [], 987_654)
    [passed] = await talk.anna.answers_to(old, "Til Bo")
    assert passed.text == "Sendt videre i H-2026-0002."
    unknown = Seen("Velkommen", [], 987_655)
    [which] = await talk.anna.answers_to(unknown, "Til hvem?")
    assert which.text.startswith("Hvor skal det hen?")


async def test_answering_a_foreign_case_says_nothing_about_it(line: Line) -> None:
    _talk, bo = await two_cases(line, TELEGRAM)
    forged = Seen("Mette · H-2026-0001", [], 987_654)
    [refused] = await bo.answers_to(forged, "Hvad sker der der?")
    assert refused.text.startswith("Den sag kan jeg ikke finde.")


async def test_an_answer_in_the_middle_of_a_form_leaves_the_form_where_it_is(line: Line) -> None:
    talk = await begin(line, TELEGRAM)
    await talk.anna.writes("Hvordan går det?")
    [asked] = await talk.mette.looks()
    await talk.mette.writes("/incident")
    await talk.mette.answers_to(asked, "Bedre")
    assert "Bedre" in (await talk.anna.looks())[-1].text
    [tried] = await talk.mette.writes("Han gik hjem midt i vagten")
    assert tried.text.startswith("Tak. Hvad har I prøvet")


async def test_danger_is_answered_first_also_when_nobody_knows_which_case(line: Line) -> None:
    talk = await begin(line, TELEGRAM)
    await talk.mette.writes("/menu")
    first, *_ = await talk.mette.writes("han ligger på gulvet og trækker ikke vejret")
    assert "112" in first.text
    await talk.mette.writes("/menu")
    await talk.mette.presses("Skriv til Anna")
    first, *_ = await talk.mette.writes("han har skåret sig og bløder voldsomt nu")
    assert "112" in first.text
    assert "bløder" in (await talk.anna.looks())[-1].text


@DOORS
async def test_something_new_is_answered_with_guides(line: Line, door: Channel) -> None:
    talk = await begin(line, door)
    await talk.mette.writes("/menu")
    [which] = await talk.mette.writes("hun holder sig for ørerne når radioen kører")
    assert which.labels == ["Anna · H-2026-0001", "Det er noget nyt", "Stop"]
    [guide] = await talk.mette.presses("Det er noget nyt")
    assert "Ikke nok – gem det som sag" in guide.labels


@DOORS
async def test_somebody_reads_along_marked_until_they_stop(line: Line, door: Channel) -> None:
    talk = await begin(line, door)
    [lets] = await talk.anna.presses("Lad en anden læse med")
    assert lets.text.startswith("Jonas læser nu med i <b>H-2026-0001</b>.")
    await talk.jonas.looks()
    await talk.anna.writes("Hvordan går det?")
    [along] = await talk.jonas.looks()
    assert along.text == "<b>Anna → Mette · H-2026-0001</b> (du læser med)\nHvordan går det?"
    await talk.mette.looks()
    await talk.mette.writes("Bedre")
    [along] = await talk.jonas.looks()
    assert along.text.startswith("<b>Mette → Anna · H-2026-0001</b> (du læser med)")
    await talk.jonas.presses_data("case:1")  # he owns nothing: he sees the case
    [view] = await talk.jonas.answers()
    assert "Anna har den. Læser med: Jonas." in view.text
    [stopped] = await talk.jonas.presses("Læs ikke med mere")
    assert stopped.text == "Du får ikke flere linjer fra H-2026-0001."
    await talk.anna.writes("Godt")
    assert await talk.jonas.looks() == []
    kinds = [kind for kind, _text, name in await talk.events() if name == "Jonas"]
    assert kinds == [Happening.READS, Happening.READS_NO_MORE]


async def test_who_reads_along_cannot_write_to_the_employer(line: Line) -> None:
    talk = await begin(line, TELEGRAM)
    await talk.anna.presses("Lad en anden læse med")
    await talk.anna.writes("Hvordan går det?")
    *_, along = await talk.jonas.looks()
    await talk.mette.looks()
    [refused] = await talk.jonas.answers_to(along, "Hej Mette")
    assert refused.text.startswith("H-2026-0001 er hos Anna.")
    assert await talk.mette.looks() == []


@DOORS
async def test_a_note_is_seen_by_the_staff_and_never_by_the_employer(
    line: Line, door: Channel
) -> None:
    talk = await begin(line, door)
    await talk.anna.writes("/note H-2026-0001 Ring til forælder først")
    [told] = await talk.jonas.writes("/note sag 1 Enig i det")
    assert told.text.startswith("Noten er gemt i <b>H-2026-0001</b>.")
    [heard] = await talk.anna.looks()
    assert heard.text == "<b>Note fra Jonas · H-2026-0001</b>\nEnig i det"
    await talk.jonas.presses("Se sagen")
    await talk.jonas.presses("Skriv en note")
    await talk.jonas.writes("En tredje")
    assert await talk.mette.looks() == []
    [view] = await talk.mette.writes("H-2026-0001")
    assert "note" not in view.text.lower()
    assert "forælder" not in view.text
    *_, view = await talk.anna.writes("sag 1")
    assert "Anna (note, kun for os): Ring til forælder først" in view.text
    [no] = await talk.mette.writes("/note H-2026-0001 hej")
    assert no.text.startswith("Den kommando kender jeg ikke.")
    notes = [text for kind, text, _name in await talk.events() if kind is Happening.NOTE]
    assert notes == ["Ring til forælder først", "Enig i det", "En tredje"]


async def test_while_a_note_is_written_nothing_is_passed_on(line: Line) -> None:
    talk = await begin(line, TELEGRAM)
    await talk.mette.presses("Skriv til Anna")
    await talk.mette.writes("Hej")
    [from_mette] = await talk.anna.looks()
    await talk.anna.writes("/note")
    await talk.anna.sends(
        {"photo": [{"file_id": "p", "file_unique_id": "u", "width": 9, "height": 9}]}
    )
    [kind] = await talk.anna.answers()
    assert kind.text.startswith("En note er ord.")
    await talk.anna.answers_to(from_mette, "Kun for os")
    assert await talk.mette.looks() == []
    [which] = await talk.anna.writes("Og nu?")  # after a note no case is chosen
    assert which.text.startswith("Hvor skal det hen?")


async def test_what_is_written_before_anybody_has_the_case_is_kept_for_whoever_takes_it(
    line: Line,
) -> None:
    anna = await line.joins(Role.SPECIALIST, "Anna")
    mette = await line.joins(Role.EMPLOYER, "Mette", "Bageriet")
    await mette.presses("Tal med en specialist")
    await mette.writes("Han vil ikke ind i omklædningen mere")
    await mette.writes("/cases")
    await mette.presses("H-2026-0001 · venter")
    await mette.presses("Skriv mere i sagen")
    [kept] = await mette.writes("Det begyndte i mandags")
    assert kept.text.startswith("Gemt i H-2026-0001.")
    *_, heard = await anna.looks()
    assert heard.text == "<b>Mette · H-2026-0001</b>\nDet begyndte i mandags"
    _mine, view = await anna.presses("Jeg tager den")
    assert "Mette: Det begyndte i mandags" in view.text


async def test_the_choice_is_forgotten_when_the_case_is_closed(line: Line) -> None:
    talk = await begin(line, TELEGRAM)
    await talk.mette.presses("Skriv til Anna")
    await talk.anna.presses("Luk sagen")
    await talk.anna.presses("Det er løst")
    await talk.anna.presses("Ikke noget særligt")
    *_, kind = await talk.mette.writes("endnu en ting")
    assert kind.text.startswith("H-2026-0001 er lukket.")
    async with line.database.read() as session:
        assert (await session.get_one(Chat, talk.mette.key)).flow == ""
