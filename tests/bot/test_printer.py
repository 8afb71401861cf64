"""What was asked for on paper is made, whatever happens in between."""

from pathlib import Path

import pytest

from bot.printer import Printer
from domain.errors import DeliveryError
from domain.people import Channel, Role
from models.printouts import PrintoutStatus, printouts_of
from services import printing
from tests.flows.cards import PHOTO, SIX, whole_card
from tests.line import Line


@pytest.mark.parametrize("moment", ["before printing", "after the files, before they are noted"])
async def test_a_printout_survives_the_death_of_the_program(
    line: Line, moment: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    mette = await line.joins(Role.EMPLOYER, "Mette", "Bageriet", Channel.WEB)
    await whole_card(mette)
    await mette.presses_data("print:1:a4")
    await line.worker.step()
    if moment != "before printing":

        async def killed(*_args: object) -> None:
            raise KeyboardInterrupt

        with monkeypatch.context() as patch:
            patch.setattr("services.printouts.made", killed)
            with pytest.raises(KeyboardInterrupt):
                await line.printer.step()
    health, files = line.printer.health, line.printer.files
    reborn = Printer(
        line.database, lambda: line.now, files, None, health, lambda: None, telegram=None
    )
    assert await reborn.step() == 1
    assert await reborn.step() == 0
    await line.works()
    names = [seen.name for seen in await mette.looks() if seen.name]
    assert names == ["fyld-mælkehylden-op-v1.png", "fyld-mælkehylden-op-v1.pdf"]


async def test_what_goes_wrong_is_tried_again_and_then_said(
    line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    mette = await line.joins(Role.EMPLOYER, "Mette", "Bageriet")
    await whole_card(mette)

    def broken(*_args: object) -> printing.Made:
        raise OSError("disk full")

    monkeypatch.setattr(printing, "make", broken)
    await mette.presses_data("print:1:a4")
    await mette.answers()
    for _ in range(6):
        await line.passes(minutes=3)
    [said] = await mette.looks()
    assert said.text.startswith("»Fyld mælkehylden op« kunne ikke laves på papir.")
    async with line.database.read() as session:
        [printout] = await printouts_of(session, 1)
    assert printout.status == PrintoutStatus.FAILED


async def test_a_photo_that_telegram_does_not_give_yet_is_waited_for(
    line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    mette = await line.joins(Role.EMPLOYER, "Mette", "Bageriet")
    await mette.writes("/card")
    for answer in SIX[:2]:
        await mette.writes(answer)
    download = line.door.download
    tries = []

    async def slow(file_id: str, target: Path) -> None:
        tries.append(file_id)
        if len(tries) < 3:
            raise DeliveryError("TimedOut")
        await download(file_id, target)

    monkeypatch.setattr(line.door, "download", slow)
    await mette.sends_photo(PHOTO)
    await mette.presses_data("print:1:a4")
    [waiting] = await mette.answers()
    assert waiting.text.startswith("Jeg laver")
    await line.passes(seconds=2)
    await line.passes(seconds=3)
    assert [seen.name for seen in await mette.looks()][-1].endswith(".pdf")
    assert not list(line.printer.files.glob("*.part"))
