"""Story 8: marks are given along the way, and the progress is drawn."""

from sqlmodel import select

from domain.people import Role
from domain.placements import PlacementType
from domain.working_time import danish_day
from models.people import person_named
from models.sheets import Sheet
from services import people, placements
from tests.flows.cards import file_of, text_of
from tests.line import Line, Someone


async def placement(line: Line, company: str = "Bageriet") -> str:
    async with line.database.write() as session:
        firm = await people.ensure_company(session, line.now, company)
        made = await placements.add_placement(session, line.now, firm.id or 0)
    return made.reference


async def rate_goals(mette: Someone, marks: tuple[str, str]) -> None:
    """A sheet of goals: the first time they are written, later they are there already."""
    await mette.presses_data("form:goals")
    [*_, asked] = await mette.answers()
    if "første mål" in asked.text:
        await mette.writes("Fylder hylden op alene")
        await mette.writes("Øver mandag")
        [score] = await mette.presses("Det var alle")
        assert "Fylder hylden op alene\n0 er som ved starten" in score.text
    await mette.presses(marks[0])
    [second] = await mette.looks() or mette.inbox[-1:]
    if "Hvad er mål nummer 2?" in second.text:
        await mette.writes("Er her kl. 08.15")
        await mette.writes("Alarm kl. 7")
        await mette.presses("Det var alle")
    await mette.presses(marks[1])


async def test_goals_come_along_and_the_curve_shows_how_far_they_have_come(line: Line) -> None:
    reference = await placement(line)
    mette = await line.joins(Role.EMPLOYER, "Mette", "Bageriet")
    await rate_goals(mette, ("0", "0"))
    await line.passes(days=90)
    await rate_goals(mette, ("3", "-2"))
    await mette.presses("Pause")
    await mette.presses_data("sheet:2")
    [whole] = await mette.answers()
    assert "Fremskridt, mål 1: 3" in whole.text
    assert "Fremskridt, mål 2: −2" in whole.text
    said, _picture, paper = await mette.presses("Se udviklingen tegnet")
    assert said.text.startswith(f"<b>Udvikling for {reference}</b>")
    assert "Op: Fylder hylden op alene (fra 0 til 3)." in said.text
    assert "Ned: Er her kl. 08.15 (fra 0 til −2)." in said.text
    text = text_of(file_of(line, paper))
    assert "23.11.2026" in text
    assert "21.2.2027" in text
    assert "Fylder hylden op alene" in text


async def test_goals_follow_the_placement_up_the_staircase(line: Line) -> None:
    await placement(line)
    await line.joins(Role.REVIEWER, "Bente")
    mette = await line.joins(Role.EMPLOYER, "Mette", "Bageriet")
    await rate_goals(mette, ("0", "0"))
    await line.passes(days=90)
    async with line.database.write() as session:
        boss = await person_named(session, "Bente")
        assert boss
        after = await placements.next_step(
            session, line.now, boss, 1, PlacementType.WAGE_SUBSIDY, danish_day(line.now)
        )
    await mette.presses_data(f"ownform:goals:1:{after.id}")
    [*_, asked] = await mette.answers()
    assert "Fylder hylden op alene" in asked.text
    assert "0 er som ved starten" in asked.text


async def test_a_sheet_without_a_choice_is_about_the_placement_that_goes_on(line: Line) -> None:
    await placement(line)
    await line.joins(Role.REVIEWER, "Bente")
    mette = await line.joins(Role.EMPLOYER, "Mette", "Bageriet")
    async with line.database.write() as session:
        boss = await person_named(session, "Bente")
        assert boss
        after = await placements.next_step(
            session, line.now, boss, 1, PlacementType.WAGE_SUBSIDY, danish_day(line.now)
        )
    await mette.presses_data("form:task-card")
    await mette.answers()
    async with line.database.read() as session:
        [sheet] = (await session.exec(select(Sheet))).all()
    assert sheet.placement_id == after.id


async def test_a_scale_takes_only_its_own_marks(line: Line) -> None:
    await placement(line)
    anna = await line.joins(Role.SPECIALIST, "Anna")
    await line.joins(Role.EMPLOYER, "Mette", "Bageriet")
    await anna.presses_data("ownform:burden:1")
    [_begun, asked] = await anna.answers()
    marks = [[button["text"] for button in row] for row in asked.buttons]
    assert marks[:2] == [["1", "2", "3", "4", "5"], ["6", "7", "8", "9", "10"]]
    for bad in ("11", "0", "-3", "2,5", "meget", "3 eller 4", "10000000000000000000"):
        [refused] = await anna.writes(bad)
        assert refused.text == "Skriv ét tal fra 1 til 10.", bad
    for made_up in ("pick:1:surroundings:11", "pick:1:surroundings:x", "pick:1:surroundings"):
        await anna.presses_data(made_up)
        [again] = await anna.answers()
        assert "Hvor meget fylder lyd" in again.text
    [following] = await anna.writes("9")
    assert "2 af 7" in following.text


async def test_it_is_asked_which_placement_is_meant(line: Line) -> None:
    mette = await line.joins(Role.EMPLOYER, "Mette", "Bageriet")
    await mette.presses_data("form:goals")
    [none] = await mette.answers()
    assert "virksomheden har ikke noget forløb endnu" in none.text
    first, second = await placement(line), await placement(line)
    other = await placement(line, "Garageen")
    await mette.presses_data("form:goals")
    [which] = await mette.answers()
    assert which.labels[:2] == [f"{first} · Virksomhedspraktik", f"{second} · Virksomhedspraktik"]
    [_begun, asked] = await mette.presses(which.labels[1])
    assert "første mål" in asked.text
    assert other not in which.text
    await mette.presses_data("ownform:goals:2:3")  # another company's placement
    [*_, refused] = await mette.answers()
    assert "første mål" not in refused.text


async def test_the_four_areas_are_the_staffs_and_the_citizens(line: Line) -> None:
    await placement(line)
    anna = await line.joins(Role.SPECIALIST, "Anna")
    mette = await line.joins(Role.EMPLOYER, "Mette", "Bageriet")
    await anna.presses_data("ownform:progress:1")
    await anna.answers()
    for mark in ("2", "1", "2", "3"):
        await anna.presses(mark)
    await mette.presses_data("draw:1")
    [hidden] = await mette.answers()
    assert "Det skema kan jeg ikke finde" in hidden.text
    await anna.presses_data("draw:1")
    said, _picture, paper = await anna.answers()
    assert "Målt første gang 23.11.2026." in said.text
    assert "Motivation" in text_of(file_of(line, paper))


async def test_the_steps_of_a_card_become_a_staircase(line: Line) -> None:
    await placement(line)
    mette = await line.joins(Role.EMPLOYER, "Mette", "Bageriet")
    await mette.presses_data("form:step-card")
    await mette.answers()
    await mette.writes("Fylder hylden op alene")
    await mette.writes("Ser på\nGør det sammen med Mette\nGør det alene")
    [count] = await mette.presses("Det var alle")
    assert "1. Ser på\n2. Gør det sammen med Mette" in count.text
    await mette.writes("2")
    await mette.presses("Spring over")
    said, _picture, _paper = await mette.presses("Se udviklingen tegnet")
    assert "2 af 3 trin er nået. Det næste er: Gør det alene." in said.text
