"""A task card as the flow tests fill it in, and what comes back on paper."""

import subprocess
from pathlib import Path

import typst

from tests.line import Line, Seen, Someone

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


async def six_answers(someone: Someone) -> Seen:
    """Answer the first six questions of a card that has just been begun."""
    for answer in SIX:
        await someone.writes(answer)
    [*_, asked] = await someone.presses("Det var alle")
    return asked


async def whole_card(someone: Someone) -> Seen:
    """Begin a card and answer everything."""
    await someone.writes("/card")
    await six_answers(someone)
    await someone.writes(STEPS)
    await someone.presses("Det var alle")
    for answer in REST:
        [*_, overview] = await someone.writes(answer)
    return overview


def file_of(line: Line, seen: Seen) -> Path:
    """The file that came with a message."""
    return line.notifier.files / Path(seen.file).name


def photos_in(pdf: Path) -> int:
    """How many pictures a PDF shows."""
    done = subprocess.run(["pdfimages", "-list", str(pdf)], check=True, capture_output=True)
    rows = [line.split() for line in done.stdout.decode().splitlines()[2:]]
    return len([row for row in rows if row[2] == "image"])


def text_of(pdf: Path) -> str:
    """The text of a PDF as a reader gets it."""
    done = subprocess.run(["pdftotext", str(pdf), "-"], check=True, capture_output=True)
    return done.stdout.decode()
