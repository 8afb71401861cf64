"""Story 5: who is there, who is not, and what the leader hears in advance."""

import pytest

from domain.people import Channel, Role
from tests.line import Line, Someone

DOORS = pytest.mark.parametrize("door", list(Channel))


async def staff(line: Line, door: Channel = Channel.TELEGRAM) -> tuple[Someone, Someone, Someone]:
    """Anna and Jonas on duty, and Bente who leads."""
    anna = await line.joins(Role.SPECIALIST, "Anna", channel=door)
    jonas = await line.joins(Role.SPECIALIST, "Jonas", channel=door)
    bente = await line.joins(Role.REVIEWER, "Bente", channel=door)
    return anna, jonas, bente


@DOORS
async def test_the_employer_sees_who_is_there_or_when_somebody_will_be(
    line: Line, door: Channel
) -> None:
    await staff(line, door)
    mette = await line.joins(Role.EMPLOYER, "Mette", "Bageriet", door)
    [now] = await mette.writes("/duty")
    assert now.text.startswith("<b>Anna og Jonas</b> er på vagt nu.")
    await line.passes(hours=8)  # 18.00
    [night] = await mette.presses("Menu")
    [night] = await mette.presses("Hvem er på vagt")
    assert night.text.startswith(
        "Ingen specialist er på vagt lige nu. "
        "Den næste er <b>Anna</b>: tirsdag 24. november kl. 08.00."
    )


@DOORS
async def test_one_tap_says_that_one_is_away_and_colleague_and_leader_hear_it(
    line: Line, door: Channel
) -> None:
    anna, jonas, bente = await staff(line, door)
    await anna.writes("/duty")
    [away] = await anna.presses("Jeg er væk resten af i dag")
    assert away.text.startswith("Du er meldt væk til midnat.")
    expected = "Anna er væk resten af dagen. Nye sager går uden om Anna."
    assert [seen.text for seen in await jonas.looks()] == [expected]
    assert [seen.text for seen in await bente.looks()] == [expected]
    [duty] = await jonas.writes("/duty")
    assert "På vagt nu: Jonas." in duty.text
    await anna.presses("Jeg er tilbage nu")
    assert [seen.text for seen in await jonas.looks()] == ["Anna er tilbage på vagt."]
    [duty] = await jonas.writes("/duty")
    assert "På vagt nu: Anna og Jonas." in duty.text


async def test_days_off_are_asked_back_kept_and_dropped(line: Line) -> None:
    anna, _jonas, _bente = await staff(line)
    await anna.writes("/duty")
    await anna.presses("Fravær")
    [unclear] = await anna.writes("en gang i foråret")
    assert unclear.text.startswith("Den dato forstår jeg ikke.")
    [right] = await anna.writes("24.12-2.1")
    assert right.text == (
        "Du er væk fra <b>torsdag d. 24. december</b> til og med <b>lørdag d. 2. januar</b>. "
        "Passer det?"
    )
    await anna.presses("Ja, det passer")
    await anna.presses("Hvem er på vagt")
    [which] = await anna.presses("Fravær")
    assert "Slet 24.12 - 02.01" in which.labels
    [dropped] = await anna.presses("Slet 24.12 - 02.01")
    assert dropped.text == "Fraværet er slettet."
    [again] = await anna.presses("Slet 24.12 - 02.01")
    assert again.text == "Det fravær findes ikke mere. Det er slettet eller overstået."


async def test_the_leader_hears_of_a_day_without_anybody_at_once_and_on_fridays(
    line: Line,
) -> None:
    anna, jonas, bente = await staff(line)
    await _off(anna, "14.12")
    assert await bente.answers() == []
    await _off(jonas, "14.12-15.12")
    [gap] = await bente.answers()
    assert gap.text.startswith("<b>En dag uden nogen på vagt:</b>\nmandag d. 14. december")
    await line.passes(days=3)
    assert await bente.looks() == []
    await line.passes(days=1)  # Friday
    [friday] = await bente.looks()
    assert friday.text == (
        "<b>De næste fire uger er der ingen på vagt:</b>\nmandag d. 14. december"
    )


async def _off(person: Someone, days: str) -> None:
    await person.writes("/duty")
    await person.presses("Fravær")
    await person.writes(days)
    await person.presses("Ja, det passer")


async def test_a_day_is_given_to_a_colleague_for_one_in_return(line: Line) -> None:
    anna, jonas, _bente = await staff(line)
    await anna.writes("/duty")
    await anna.presses("Min arbejdstid")
    [kept] = await anna.writes("mandag-tirsdag 8-15")
    assert kept.text == "<b>Din arbejdstid er nu</b>\nmandag 8-15\ntirsdag 8-15"
    await anna.presses("Hvem er på vagt")
    await anna.presses("Byt en dag")
    [back] = await anna.presses("tirsdag d. 24. november")
    assert back.text == "Skal Jonas give dig en dag igen?"
    [sent] = await anna.presses("onsdag d. 25. november")
    assert sent.text.startswith("Jonas er spurgt.")
    [asked] = await jonas.looks()
    assert asked.text == (
        "Anna spørger, om du kan tage <b>tirsdag d. 24. november</b> "
        "og til gengæld slippe <b>onsdag d. 25. november</b>."
    )
    await jonas.presses("Ja, det kan jeg")
    [heard] = await anna.looks()
    assert heard.text == "Jonas siger ja og har nu tirsdag d. 24. november."
    [duty] = await anna.writes("/duty")
    assert "tirsdag d. 24. november: Jonas 8-15.30" in duty.text
    assert "onsdag d. 25. november: Anna 8-15.30" in duty.text
    [late] = await jonas.presses("Nej, desværre")
    assert late.text == "Det bytte er allerede besvaret."


async def test_in_quiet_hours_only_what_is_urgent_comes_through(line: Line) -> None:
    anna, _jonas, _bente = await staff(line)
    mette = await line.joins(Role.EMPLOYER, "Mette", "Bageriet")
    await mette.writes("/quiet")
    [unclear] = await mette.writes("om natten")
    assert unclear.text.startswith("De timer forstår jeg ikke.")
    [kept] = await mette.writes("21-6.30")
    assert kept.text == "Mellem kl. 21-6.30 kommer kun det, der haster."
    await mette.presses("Menu")
    await mette.presses("Tal med en specialist")
    await mette.writes("Han vil ikke ind i omklædningen mere")
    await anna.looks()
    await anna.presses("Jeg tager den")
    await anna.writes("Hej Mette")
    await mette.looks()
    await line.passes(hours=12)  # 22.00
    await mette.looks()
    await anna.writes("Jeg tænker på jer, vi tales ved i morgen")
    assert await mette.looks() == []
    await line.passes(hours=8, minutes=31)  # 06.31
    [line_] = await mette.looks()
    assert line_.text.endswith("Jeg tænker på jer, vi tales ved i morgen")


async def test_the_day_begins_and_ends_with_what_is_open(line: Line) -> None:
    anna, jonas, bente = await staff(line)
    mette = await line.joins(Role.EMPLOYER, "Mette", "Bageriet")
    await mette.presses("Tal med en specialist")
    await mette.writes("Han vil ikke ind i omklædningen mere")
    await anna.looks()
    await anna.presses("Jeg tager den")
    await anna.writes("Hej Mette")
    await line.passes(hours=5, minutes=31)  # 15.31
    evening = [seen.text for seen in await bente.looks()]
    assert evening == [
        "<b>Stadig åbent ved lukketid</b>\nIngen sager venter på en specialist.\n"
        "Én sag er i gang: H-2026-0001."
    ]
    await anna.looks()
    await jonas.looks()
    await line.passes(hours=16, minutes=30)  # Tuesday 08.01
    [morning] = [seen for seen in await anna.looks() if "Godmorgen" in seen.text]
    assert morning.text == (
        "Godmorgen Anna.\nDu har én sag: H-2026-0001.\nIngen venter.\n"
        "Ingen besøg i dag.\nIngen opfølgninger venter på dig."
    )
    assert [seen.text for seen in await jonas.looks() if "Godmorgen" in seen.text] == []
    await line.passes(minutes=10)
    assert [seen.text for seen in await anna.looks() if "Godmorgen" in seen.text] == []


async def test_only_staff_change_duty_and_only_their_own(line: Line) -> None:
    anna, _jonas, bente = await staff(line)
    mette = await line.joins(Role.EMPLOYER, "Mette", "Bageriet")
    for someone in (mette, bente):
        for data in ("sick", "away:2026-12-01:2026-12-01:all", "swapask:2026-11-24:1"):
            await someone.presses_data(data)
            [answer] = await someone.answers()
            assert answer.text == "Det har du ikke adgang til her."
    await _off(anna, "14.12")
    await mette.presses_data("dropaway:1")
    [refused] = await mette.answers()
    assert refused.text == "Det har du ikke adgang til her."
    await anna.writes("/duty")
    [which] = await anna.presses("Fravær")
    assert "Slet 14.12" in which.labels
    for data in (
        "away:x:y:z",
        "swapday:nonsense",
        "swapask:2026-11-24:99",
        "swapyes:99",
        "quiet:x",
    ):
        await anna.presses_data(data)
        assert await anna.answers(), data


async def test_the_morning_names_the_visits_of_the_day(line: Line) -> None:
    anna, jonas, _bente = await staff(line)
    mette = await line.joins(Role.EMPLOYER, "Mette", "Bageriet")
    await mette.presses("Besøg")
    await mette.presses("Bed om et besøg")
    await mette.presses("tirs. 24. nov. kl. 08.30 · Anna")
    await anna.looks()
    await line.passes(hours=22, minutes=1)  # Tuesday 08.01
    [morning] = [seen.text for seen in await anna.looks() if "Godmorgen" in seen.text]
    assert "Besøg i dag: 08.30 Bageriet." in morning
    assert [seen for seen in await jonas.looks() if "Godmorgen" in seen.text] == []
