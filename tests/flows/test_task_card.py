"""Story 3: ten HV-questions become a task card."""

import subprocess
from pathlib import Path

import pytest
import typst

from domain.people import Channel, Role
from tests.line import Line, Seen, Someone

DOORS = pytest.mark.parametrize("door", list(Channel))
PHOTO = typst.compile(b"#set page(width: 80pt, height: 60pt, fill: gray)\nfoto", format="png")

SIX = (
    "Fyld mælkehylden op",
    "Kunderne kan finde frisk mælk, og mindre bliver smidt ud.",
    "Køl, gang 4, reol A",
    "Mandag, onsdag og fredag kl. 08.15",
    "30-45 minutter. Stop kl. 09.00, også hvis der mangler noget.",
    "Vogn (ved porten), handsker (skuffe 2)",
)
STEPS = (
    "Hent vognen ved porten.\nTag mælk fra køl 2.\nSæt ny mælk bagerst.\nSæt gammel mælk forrest."
)
REST = (
    "Alle tre hylder på reol A er fyldt, og datoerne forrest er de tidligste.",
    "Du er alene. Spørg Mette i kiosken. Er hun væk: Jonas i kasse 1.",
    "Sig til Mette, og hold pause i 10 minutter.",
    "Går mælk i stykker: Lad det stå, og hent Mette. Det er i orden.",
)


def file_of(line: Line, seen: Seen) -> Path:
    """The file that came with a message."""
    return line.notifier.files / Path(seen.file).name


def text_of(pdf: Path) -> str:
    """The text of a PDF in the order it stands in the file."""
    done = subprocess.run(["pdftotext", str(pdf), "-"], check=True, capture_output=True)
    return done.stdout.decode()


async def six_answers(someone: Someone) -> Seen:
    """Answer the first six questions of a card that has just been begun."""
    for answer in SIX:
        await someone.writes(answer)
    [*_, asked] = await someone.presses("Det var alle")
    return asked


@DOORS
async def test_a_card_is_begun_left_for_two_days_and_finished(line: Line, door: Channel) -> None:
    mette = await line.joins(Role.EMPLOYER, "Mette", "Bageriet", door)
    begun, first = await mette.writes("/card")
    assert begun.text.startswith("<b>Opgavekort</b>")
    assert "1 af 10" in first.text
    assert "Hvad går opgaven ud på?" in first.text
    asked = await six_answers(mette)
    assert "7 af 10" in asked.text

    await line.passes(days=2)
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
    assert picture.file_name == "fyld-mælkehylden-op-v1.png"
    assert paper.file_name == "fyld-mælkehylden-op-v1.pdf"
    assert "Version 1 · 25. november 2026" in paper.text
    assert file_of(line, picture).read_bytes().startswith(b"\x89PNG")
    text = text_of(file_of(line, paper))
    order = ["Fyld mælkehylden op", "Formål", "Sted", "gang 5, reol B", "Start", "Tid"]
    order += ["Du skal bruge", "Sådan gør du", "1. Hent vognen", "4. Sæt gammel", "Færdig når"]
    order += ["Hjælp", "Bagefter", "Hvis", "Læst og rettet", "Version 1"]
    places = [text.index(part) for part in order]
    assert places == sorted(places)
