"""Story 5 in steps: who hears of a case when, and what the employer hears about it."""

from datetime import date, timedelta

from domain.escalation import Action
from domain.incidents import Status
from domain.people import Role
from domain.triage import Level
from models.escalations import pending_step
from tests.line import Line
from tests.staff import GOOD_FRIDAY, asks, crew, is_away, move, stored, texts, works

MONDAY = date(2026, 11, 23)
MORNING = [(day, 8, 12) for day in range(5)]
AFTERNOON = [(day, 12, 16) for day in range(5)]


async def test_not_taken_by_the_first_it_goes_to_the_other_on_the_clock(line: Line) -> None:
    anna, jonas, bente, mette = await crew(line)
    await works(line, "Anna", *MORNING)
    await works(line, "Jonas", *AFTERNOON)
    await asks(line, "Mette", Level.URGENT)
    [now] = await texts(mette)
    assert now == (
        "<b>H-2026-0001</b>: Anna er på arbejde og har fået besked. "
        "Du hører her, så snart en har sagen."
    )
    assert len(await anna.looks()) == 1
    assert await jonas.looks() == []
    await line.passes(minutes=9)
    assert await jonas.looks() == []
    await line.passes(minutes=1)
    [told] = await texts(jonas)
    assert told.startswith("<b>H-2026-0001 · haster · ingen har taget den endnu</b>")
    assert await texts(mette) == [
        "<b>H-2026-0001</b>: Ingen har svaret endnu. Nu har Jonas fået besked."
    ]
    assert await bente.looks() == []
    await jonas.presses("Jeg tager den")
    assert (await texts(mette))[0].endswith("Jonas har taget sagen og skriver til dig her.")


async def test_taken_by_nobody_the_leader_hears_it_and_then_the_employer_gets_the_number(
    line: Line,
) -> None:
    anna, jonas, bente, mette = await crew(line)
    await asks(line, "Mette", Level.URGENT)
    await mette.looks()
    await line.passes(minutes=10)  # both are on duty and know already: the next step is the leader
    [told] = await texts(bente)
    assert "ingen har taget den endnu" in told
    assert await texts(mette) == [
        "<b>H-2026-0001</b>: Ingen har svaret endnu. Nu har Anna, Jonas og Bente fået besked."
    ]
    await line.passes(minutes=10)
    [number] = await texts(mette)
    assert "Ingen har taget sagen endnu" in number
    assert "87 00 00 00" in number
    await line.passes(minutes=30)
    assert "87 00 00 00" in (await texts(mette))[0]
    assert len(await anna.looks()) == len(await jonas.looks()) == 4
    await bente.presses("Jeg tager den")
    assert (await texts(mette))[-1].endswith("Bente har taget sagen og skriver til dig her.")


async def test_danger_tells_everybody_at_once_again_and_again_until_somebody_has_it(
    line: Line,
) -> None:
    anna, jonas, bente, mette = await crew(line)
    move(line, MONDAY, 22)
    await asks(line, "Mette", Level.EMERGENCY)
    for someone in (anna, jonas, bente):
        assert "livsfare" in (await texts(someone))[0]
    [now] = await texts(mette)
    assert "Anna, Jonas og Bente har fået besked" in now
    assert "87 00 00 00" in now
    for _ in range(5):
        await line.passes(minutes=2)
    assert len(await anna.looks()) == 5
    assert len(await mette.looks()) == 1  # the number again after ten minutes, no more
    await anna.presses("Jeg tager den")
    await anna.writes("Jeg ringer nu")
    await jonas.looks()
    await line.passes(minutes=2)
    assert [text for text in await texts(jonas) if "livsfare" in text] == []


async def test_taken_and_forgotten_it_comes_back_after_half_the_time(line: Line) -> None:
    anna, jonas, _bente, mette = await crew(line)
    incident = await asks(line, "Mette", Level.URGENT)
    await anna.looks()
    await anna.presses("Jeg tager den")
    await mette.looks()
    await jonas.looks()
    await line.passes(minutes=4, seconds=59)
    assert (await stored(line, incident)).status is Status.TAKEN
    await line.passes(seconds=1)
    back, again = await texts(mette)
    assert back.startswith("<b>H-2026-0001</b>: Den, der tog sagen, er ikke nået frem til jer.")
    assert "har fået besked" in again
    assert "H-2026-0001 · haster" in (await texts(jonas))[0]
    assert any("så sagen er givet fri" in text for text in await texts(anna))
    await anna.presses("Jeg tager den")
    await anna.presses("Jeg har ringet til dem")
    await line.passes(hours=3)
    assert (await stored(line, incident)).status is Status.TAKEN


async def test_whoever_blocked_the_bot_is_passed_at_once_and_the_leader_hears_it(
    line: Line,
) -> None:
    anna, jonas, bente, mette = await crew(line)
    await works(line, "Anna", *MORNING)
    await works(line, "Jonas", *AFTERNOON)
    line.door.blocked.add(anna.chat_id)
    await asks(line, "Mette", Level.URGENT)
    await mette.looks()
    await line.passes(seconds=2)
    assert "H-2026-0001" in (await texts(jonas))[0]
    assert (await texts(bente))[0].startswith("Mine beskeder når ikke frem til Anna.")
    await asks(line, "Mette", Level.URGENT)
    assert "H-2026-0002" in (await texts(jonas))[0]
    assert "har Jonas fået besked" in (await texts(mette))[-1]
    line.door.blocked.clear()
    await anna.writes("/menu")
    await asks(line, "Mette", Level.URGENT)
    assert "H-2026-0003" in (await texts(anna))[-1]


async def test_both_on_leave_over_easter_what_is_urgent_goes_to_the_leader_and_the_rest_waits(
    line: Line,
) -> None:
    anna, jonas, bente, mette = await crew(line)
    await works(line, "Bente", *[(day, 9, 15) for day in range(5)])
    move(line, GOOD_FRIDAY, 16, 30)
    for name in ("Anna", "Jonas"):
        await is_away(line, name, line.now - timedelta(days=1), line.now + timedelta(days=4))
    await asks(line, "Mette", Level.URGENT)
    [now] = await texts(mette)
    assert now.startswith(
        "<b>H-2027-0001</b>: Ingen specialist kan svare lige nu. Bente svarer for linjen og har "
        "fået besked. Anna er på arbejde onsdag 31. marts kl. 08.00."
    )
    called, short = await texts(bente)  # the case, and that no visit is free in time
    assert called.startswith("<b>H-2027-0001"), called
    assert "H-2027-0001" in short, short
    await asks(line, "Mette", Level.NORMAL)
    [waits] = await texts(mette)
    assert waits.startswith(
        "<b>H-2027-0002</b> er gemt. Ingen kan svare lige nu. Anna er her igen onsdag 31."
    )
    await line.passes(hours=1)  # the urgent one is repeated; nobody hears of the other
    assert all("H-2027-0002" not in text for text in await texts(bente))
    move(line, date(2027, 3, 30), 9)
    await line.passes()
    assert any("H-2027-0002" in text for text in await texts(bente))
    assert await texts(anna) == await texts(jonas) == []


async def test_on_the_night_of_the_change_an_hour_is_an_hour(line: Line) -> None:
    _anna, jonas, _bente, mette = await crew(line)
    await works(line, "Anna", *[(6, 0, 4)])
    await works(line, "Jonas", *AFTERNOON)
    for day in (date(2026, 10, 25), date(2028, 3, 26)):  # 03.00 is 02.00, 02.00 is 03.00
        move(line, day, 1, 55)
        await asks(line, "Mette", Level.URGENT)
        await line.passes(minutes=9, seconds=59)
        assert await jonas.looks() == []
        await line.passes(seconds=1)
        assert len(await jonas.looks()) == 1
        await jonas.presses("Jeg tager den")
        await jonas.presses("Jeg har ringet til dem")
        await mette.looks()


async def test_handed_over_in_the_middle(line: Line) -> None:
    anna, jonas, _bente, mette = await crew(line)
    incident = await asks(line, "Mette", Level.NORMAL)
    await anna.looks()
    await anna.presses("Jeg tager den")
    await anna.writes("Hej Mette, jeg er der om lidt")
    await jonas.looks()
    await mette.looks()
    await anna.presses("Giv sagen til en anden")
    await anna.presses("Jonas")
    [offer] = await texts(jonas)
    assert "Anna vil gerne give dig denne sag" in offer
    await jonas.presses("Nej, jeg kan ikke")
    assert (await texts(anna))[-1] == (
        "H-2026-0001: Jonas kan ikke tage sagen lige nu. Den er stadig din."
    )
    await anna.presses_data(f"handover:{incident.id}")
    await anna.answers()
    await anna.presses("Jonas")
    await line.passes(minutes=60)  # no answer within the step's time: it stays
    assert (await texts(anna))[-1].endswith("Den er stadig din.")
    await anna.presses_data(f"handover:{incident.id}")
    await anna.answers()
    await anna.presses("Jonas")
    await jonas.looks()
    assert await mette.looks() == []
    await jonas.presses("Ja, jeg tager den")
    assert (await texts(mette))[0].endswith("Jonas har taget sagen og skriver til dig her.")
    assert (await texts(anna))[-1] == "H-2026-0001: Jonas har taget sagen."
    await jonas.writes("Jeg har den nu")
    assert "Jeg har den nu" in (await texts(mette))[0]


async def test_not_me_goes_on_at_once_and_is_not_asked_again_that_day(line: Line) -> None:
    anna, jonas, bente, mette = await crew(line)
    await asks(line, "Mette", Level.NORMAL)
    await anna.looks()
    await jonas.looks()
    [ok] = await anna.presses("Ikke mig")
    assert ok.text == "H-2026-0001 går videre til de andre. Tak, fordi du sagde til."
    await line.passes(seconds=2)
    assert await bente.looks() == []  # Jonas has not answered yet
    await jonas.presses("Ikke mig")
    await line.passes(seconds=2)
    assert len(await bente.looks()) == 1
    await line.passes(minutes=60)
    assert len(await bente.looks()) == 1
    assert await texts(anna) == await texts(jonas) == []
    assert len(await mette.looks()) == 3


async def test_an_ill_owner_gives_free_what_waits_for_a_word_and_keeps_the_rest(
    line: Line,
) -> None:
    anna, jonas, _bente, mette = await crew(line)
    first = await asks(line, "Mette", Level.NORMAL)
    second = await asks(line, "Mette", Level.NORMAL)
    await anna.looks()
    await anna.presses_data(f"take:{first.id}")
    await anna.answers()
    await anna.presses_data(f"take:{second.id}")
    await anna.answers()
    await anna.presses("Jeg har ringet til dem")  # about the second
    await jonas.looks()
    await is_away(line, "Anna", line.now, line.now + timedelta(hours=8))
    assert (await stored(line, first)).status is Status.OPEN
    assert (await stored(line, second)).status is Status.TAKEN
    assert "H-2026-0001" in (await texts(jonas))[0]
    assert any("er ikke nået frem til jer" in text for text in await texts(mette))


async def test_a_quiet_case_asks_its_owner_and_then_the_leader_hears_of_it(line: Line) -> None:
    anna, _jonas, bente, _mette = await crew(line)
    incident = await asks(line, "Mette", Level.NORMAL)
    await anna.looks()
    await anna.presses("Jeg tager den")
    await anna.presses("Jeg har ringet til dem")
    await line.passes(minutes=30)
    async with line.database.read() as session:
        step = await pending_step(session, incident.id or 0)
    assert step
    assert step.action is Action.STALE
    assert step.due_at == line.now.replace(hour=9, minute=0) + timedelta(days=2)
    await anna.looks()
    await line.passes(days=2)
    asked = [text for text in await texts(anna) if "har ligget stille" in text]
    assert len(asked) == 1
    await anna.presses("Jeg er i gang med den")
    await bente.looks()
    await line.passes(days=2)  # Friday
    await line.passes(days=4)  # Tuesday
    heard = [text for text in await texts(bente) if "har ligget stille" in text]
    assert len(heard) == 1
    assert "Anna har ikke svaret" in heard[0]


async def test_several_cases_due_at_once_come_as_one_message(line: Line) -> None:
    anna, _jonas, bente, mette = await crew(line)
    await line.joins(Role.EMPLOYER, "Bo", "Værkstedet")
    for name in ("Mette", "Bo", "Mette"):
        await asks(line, name, Level.NORMAL)
    await anna.looks()
    await mette.looks()
    await line.passes(minutes=60)
    [bundle] = await anna.looks()
    assert bundle.text == (
        "<b>3 sager venter på en, der tager dem.</b>\nH-2026-0001 · Mette, Bageriet\n"
        "H-2026-0002 · Bo, Værkstedet\nH-2026-0003 · Mette, Bageriet"
    )
    assert bundle.labels[1] == "H-2026-0002 · almindelig · jeg tager den"
    assert len(await bente.looks()) == 1
    assert len(await mette.looks()) == 2  # each of her cases
    await anna.presses("H-2026-0002 · almindelig · jeg tager den")
    assert "H-2026-0002" in anna.inbox[-1].text
