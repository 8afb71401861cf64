"""Story 8: the evaluation at the end is the employer's to tell and the citizen's to own."""

import html
import re

import pytest

from domain.people import Channel, Role
from tests.flows.cards import file_of, text_of
from tests.flows.test_employee_says_yes import browser
from tests.flows.test_progress import placement
from tests.line import Line, Someone

DOORS = pytest.mark.parametrize("door", list(Channel))


async def interview(someone: Someone) -> None:
    """Answer the nine questions that follow the first."""
    await someone.writes("1. september - 23. november 2026, 15 timer om ugen")
    await someone.writes("Fyldt mejerihylder op\nSorteret flasker")
    await someone.presses("Det var alle")
    await someone.writes("Opdager fejl, som andre overser")
    await someone.presses("Det var alle")
    await someone.writes("Siger selv til, når en opgave er færdig")
    await someone.presses("Det var alle")
    await someone.writes("Godt med den samme kollega.")
    await someone.presses("Spring over")
    await someone.writes("En butik med faste opgaver.")
    await someone.presses("Nej")


async def link(someone: Someone) -> str:
    await someone.presses("Giv den til medarbejderen")
    [given] = await someone.presses("Lav et privat link")
    found = re.search(r"/card/[\w-]+", given.text)
    assert found
    return found[0]


def fields(page: str) -> dict[str, str | list[str]]:
    """What the page sends when nothing is struck out."""
    revision = re.search(r'name="revision" value="(\d+)"', page)
    assert revision
    kept = re.findall(r'name="keep-cv" value="([^"]*)" checked', page)
    return {
        "revision": revision[1],
        "keep-cv": [html.unescape(line) for line in kept],
        "name": "Emil",
    }


@DOORS
async def test_the_citizen_reads_comments_and_owns_the_paper(line: Line, door: Channel) -> None:
    await placement(line)
    mette = await line.joins(Role.EMPLOYER, "Mette", "Bageriet", door)
    await mette.presses_data("form:evaluation")
    await mette.answers()
    await interview(mette)
    address = await link(mette)
    async with browser(line) as emil:
        page = (await emil.get(address)).text
        assert "Opdager fejl, som andre overser" in page
        assert "Godt med den samme kollega." in page
        assert "vorfor" not in page
        sent = fields(page)
        assert len(sent["keep-cv"]) == 4
        sent["keep-cv"] = ["Fyldt mejerihylder op", "Opdager fejl, som andre overser"]
        sent |= {"answer-cv": "Vant til faste tider", "answer-comment": "Jeg er stolt af hylden."}
        thanks = (await emil.post(address, data=sent)).text
        assert "Dit papir er færdigt." in thanks
        paper = re.search(r"/card/[\w-]+/paper", thanks)
        assert paper
        for _ in range(2):
            given = await emil.get(paper[0])
            assert given.headers["content-type"] == "application/pdf"
        (line.notifier.files / "mine").write_bytes(given.content)
        spent = await emil.post(address, data=sent)
        assert (spent.status_code, "Det er brugt" in spent.text) == (404, True)
        assert (await emil.get(address)).status_code == 404
        await line.passes(days=15)
        assert (await emil.get(paper[0])).status_code == 404
    mine = text_of(line.notifier.files / "mine")
    chosen = mine.split("Til mit CV")[1].split("Opgaver")[0]
    assert "Vant til faste tider" in chosen
    assert "Sorteret flasker" not in chosen
    assert "Jeg er stolt af hylden." in mine
    assert "Emil ejer dette papir" in mine
    assert "Kladde" not in mine
    told, _picture, copy = await mette.looks()
    assert told.text.startswith("Emil har læst »Evaluering af forløbet«")
    assert "Jeg er stolt af hylden." in text_of(file_of(line, copy))


async def test_nobody_changes_it_after_the_citizen(line: Line) -> None:
    await placement(line)
    mette = await line.joins(Role.EMPLOYER, "Mette", "Bageriet")
    await mette.presses_data("form:evaluation")
    await mette.answers()
    await interview(mette)
    address = await link(mette)
    async with browser(line) as emil:
        await emil.post(address, data=fields((await emil.get(address)).text))
        await mette.answers()
        await mette.presses_data("ask:1:together")
        await mette.answers()
        [refused] = await mette.writes("Ikke så godt alligevel.")
        assert refused.text.startswith("Papiret er medarbejderens nu")
        await mette.presses_data("ask:1:comment")
        [gone] = await mette.answers()
        assert "det spørgsmål findes ikke mere" in gone.text
        await mette.presses_data("sheet:1")
        [whole] = await mette.answers()
        assert "Ret et svar" not in whole.labels
        again = await link(mette)  # the citizen may change their mind
        page = (await emil.get(again)).text
        sent = fields(page) | {"answer-comment": "Det var godt."}
        assert "Dit papir er færdigt." in (await emil.post(again, data=sent)).text


async def test_a_specialist_types_along_and_the_paper_says_so(line: Line) -> None:
    await placement(line)
    await line.joins(Role.EMPLOYER, "Mette", "Bageriet")
    anna = await line.joins(Role.SPECIALIST, "Anna")
    await anna.presses_data("ownform:evaluation:1")
    await anna.answers()
    await anna.writes("1. september - 23. november 2026")
    [early] = await anna.presses("Pause")
    await anna.presses_data("cardlink:1")
    [early] = await anna.answers()
    assert "Svar først på det hele. Her mangler: Opgaver" in early.text
    await anna.presses_data("go:1")
    await anna.answers()
    await anna.writes("Fyldt mejerihylder op")
    await anna.presses("Det var alle")
    await anna.writes("Opdager fejl, som andre overser")
    await anna.presses("Det var alle")
    for _ in range(4):
        await anna.presses("Spring over")
    await anna.presses("Ja, gerne")
    await anna.writes("Mette, 87 00 00 00")
    _wait, _picture, draft = await anna.presses("Lav det på papir")
    text = text_of(file_of(line, draft))
    assert "Medarbejderen har ikke læst og kommenteret den endnu." in text
    assert "Fortalt af arbejdspladsen og skrevet ned af Anna." in text


async def test_health_words_stay_out_but_the_citizen_may_write_them(line: Line) -> None:
    await placement(line)
    mette = await line.joins(Role.EMPLOYER, "Mette", "Bageriet")
    await mette.presses_data("form:evaluation")
    await mette.answers()
    await interview(mette)
    await mette.presses_data("ask:1:together")
    await mette.answers()
    [refused] = await mette.writes("Godt, trods hans autisme.")
    assert "Derfor må der ikke stå" in refused.text
    address = await link(mette)
    async with browser(line) as emil:
        sent = fields((await emil.get(address)).text)
        sent |= {"answer-comment": "Jeg har autisme, og det gik godt. 010190-1234 <b>"}
        nameless = await emil.post(address, data=sent | {"name": ""})
        assert "Skriv dit fornavn." in nameless.text
        assert "&lt;b&gt;" in nameless.text
        assert "Dit papir er færdigt." in (await emil.post(address, data=sent)).text
    assert b"010190-1234" not in (line.settings.data_dir / "hotline.db-wal").read_bytes()
