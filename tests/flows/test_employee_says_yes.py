"""The employee reads the card on a private link, corrects it and says yes."""

import re

import httpx
import pytest

from domain.people import Channel, Role
from tests.flows.cards import file_of, text_of, whole_card
from tests.line import Line, Someone
from web.app import build_app
from web.desk import Desk

DOORS = pytest.mark.parametrize("door", list(Channel))


def browser(line: Line) -> httpx.AsyncClient:
    """The employee's browser, without any cookie."""
    desk = Desk(
        database=line.database,
        now=lambda: line.now,
        phrases=line.notifier.phrases,
        base_url=line.settings.public_url,
        files=line.notifier.files,
        bot_username=lambda: "",
        received=lambda: None,
        trouble=lambda: "",
        words=lambda: line.worker.library().words,
    )
    return httpx.AsyncClient(
        transport=httpx.ASGITransport(build_app(desk)),
        base_url=line.settings.public_url,
        headers={"Sec-Fetch-Site": "same-origin"},
    )


async def link(mette: Someone) -> str:
    await mette.presses("Medarbejderens ja")
    [given] = await mette.presses("Lav et privat link")
    found = re.search(r"/card/[\w-]+", given.text)
    assert found
    return found[0]


def fields(page: str) -> dict[str, str]:
    """What the page would send if the employee changed nothing."""
    found = dict(re.findall(r'name="(answer-[\w-]+)"[^>]*>([^<]*)</textarea>', page))
    revision = re.search(r'name="revision" value="(\d+)"', page)
    assert revision
    return found | {"revision": revision[1]}


@DOORS
async def test_the_employee_corrects_and_says_yes_and_the_employer_is_told(
    line: Line, door: Channel
) -> None:
    mette = await line.joins(Role.EMPLOYER, "Mette", "Bageriet", door)
    await whole_card(mette)
    address = await link(mette)
    async with browser(line) as emil:
        page = (await emil.get(address)).text
        assert "Hvor skal jeg være?" in page
        assert "vorfor" not in page
        form = fields(page) | {"answer-place": "Køl, gang 6, reol C", "name": "Emil"}
        thanks = await emil.post(address, data=form)
        assert "Dit ja er gemt." in thanks.text
        spent = await emil.post(address, data=form)
        assert (spent.status_code, "Det er brugt" in spent.text) == (404, True)
        assert (await emil.get(address)).status_code == 404
    told, _picture, paper = await mette.answers()
    assert told.text.startswith("Emil har læst »Fyld mælkehylden op«, rettet og siger ja.")
    assert "Sted: Køl, gang 6, reol C" in told.text
    text = text_of(file_of(line, paper))
    assert "reol C" in text
    assert "Læst og rettet sammen med Emil" in text


async def test_what_is_wrong_is_said_and_the_link_still_works(line: Line) -> None:
    mette = await line.joins(Role.EMPLOYER, "Mette", "Bageriet")
    await whole_card(mette)
    address = await link(mette)
    async with browser(line) as emil:
        form = fields((await emil.get(address)).text)
        nameless = await emil.post(address, data=form)
        assert "Skriv dit fornavn." in nameless.text
        long = await emil.post(
            address, data=form | {"name": "Emil", "answer-place": "x" * 300 + " <b>"}
        )
        assert "Sted: Det er for langt til papiret" in long.text
        assert "x &lt;b&gt;" not in long.text.replace("x" * 300, "x").split("alert")[0]
        await mette.presses_data("ask:1:place")
        await mette.answers()
        await mette.writes("Køl, gang 7")
        changed = await emil.post(address, data=form | {"name": "Emil"})
        assert "Kortet er ændret, mens du læste det." in changed.text
        form = fields((await emil.get(address)).text)
        yes = await emil.post(address, data=form | {"name": "Emil", "answer-help": ""})
        assert "Dit ja er gemt." in yes.text


async def test_a_new_link_ends_the_old_one_and_links_end_by_themselves(line: Line) -> None:
    mette = await line.joins(Role.EMPLOYER, "Mette", "Bageriet")
    await whole_card(mette)
    first, second = await link(mette), await link(mette)
    async with browser(line) as emil:
        assert (await emil.get(first)).status_code == 404
        assert (await emil.get(second)).status_code == 200
        await line.passes(days=15)
        gone = await emil.get(second)
        assert (gone.status_code, "87 00 00 00" in gone.text) == (404, True)


async def test_a_cpr_number_on_the_page_is_never_kept(line: Line) -> None:
    mette = await line.joins(Role.EMPLOYER, "Mette", "Bageriet")
    await whole_card(mette)
    address = await link(mette)
    async with browser(line) as emil:
        form = fields((await emil.get(address)).text)
        form |= {"name": "Emil", "answer-help": "Spørg Mette. 010190-1234"}
        assert "Dit ja er gemt." in (await emil.post(address, data=form)).text
    assert b"010190-1234" not in (line.settings.data_dir / "hotline.db").read_bytes()
    assert b"010190-1234" not in (line.settings.data_dir / "hotline.db-wal").read_bytes()
