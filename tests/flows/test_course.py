"""A new colleague goes through the starter course: what is done on the phones checks steps off."""

from domain.people import Channel, Role
from models.people import person_named
from services.course import read_course
from services.logbook import mark_reviewed
from tests.flows.cards import REST, STEPS, six_answers
from tests.line import Line, Someone


async def phones(line: Line) -> tuple[Someone, Someone, Someone]:
    mette = await line.joins(Role.EMPLOYER, "Mette", "Bageriet", Channel.WEB)
    anna = await line.joins(Role.SPECIALIST, "Anna", channel=Channel.WEB)
    jonas = await line.joins(Role.SPECIALIST, "Jonas", channel=Channel.WEB)
    return mette, anna, jonas


async def steps(line: Line, practice_case: str) -> str:
    """`2 of 5`."""
    async with line.database.read() as session:
        for one in await read_course(session):
            if one.case.id == practice_case:
                return f"{one.done} of {len(one.case.steps)}"
    raise AssertionError(practice_case)


async def test_a_guide_that_helps(line: Line) -> None:
    mette, _anna, _jonas = await phones(line)
    assert await steps(line, "lunch") == "0 of 2"
    await mette.writes("han lukker helt ned, når der er mange i frokoststuen")
    assert await steps(line, "lunch") == "1 of 2"
    await mette.presses("Det hjalp")
    assert await steps(line, "lunch") == "2 of 2"


async def test_a_case_from_a_guide_to_its_learned_line(line: Line) -> None:
    mette, anna, _jonas = await phones(line)
    await mette.writes("hun går i stå, hver gang opvasken står i en ny rækkefølge")
    await mette.presses("Ikke nok – gem det som sag")
    await mette.presses("Ikke noget endnu")
    await mette.presses("Almindelig")
    assert await steps(line, "dishes") == "1 of 5"
    await mette.presses("Ja, kald på en specialist")
    await anna.looks()
    await anna.presses("Jeg tager den")
    assert await steps(line, "dishes") == "3 of 5"
    await anna.writes("Hej Mette, hvad står der først?")
    await anna.presses("Luk sagen")
    await anna.presses("Det er løst")
    assert await steps(line, "dishes") == "4 of 5"
    await anna.writes("Et billede af rækkefølgen ved vasken")
    assert await steps(line, "dishes") == "5 of 5"


async def test_urgent_and_an_answer_from_the_employer(line: Line) -> None:
    mette, anna, _jonas = await phones(line)
    await mette.presses("Det skete (opret en sag)")
    await mette.writes("Varerne kom en time for tidligt, og nu vil han ikke ind")
    await mette.presses("Ikke noget endnu")
    await mette.presses("Det haster")
    assert await steps(line, "delivery") == "1 of 4"
    await anna.looks()
    await anna.presses("Jeg tager den")
    await anna.writes("Lad ham stå lidt. Sig, hvad der sker nu, i én sætning.")
    assert await steps(line, "delivery") == "3 of 4"
    await mette.looks()
    await mette.presses("Svar Anna")
    await mette.writes("Han er kommet ind")
    assert await steps(line, "delivery") == "4 of 4"
    await mette.writes("Han ligger på gulvet og er ikke til at vække")
    assert await steps(line, "delivery") == "4 of 4"
    assert await steps(line, "danger") == "0 of 3"


async def test_danger_is_answered_with_112(line: Line) -> None:
    mette, anna, _jonas = await phones(line)
    first, *_ = await mette.writes("Han ligger på gulvet og er ikke til at vække")
    assert "112" in first.text
    assert await steps(line, "danger") == "1 of 3"
    await anna.looks()
    await anna.presses("Jeg tager den")
    await anna.presses("Jeg har ringet til dem")
    assert await steps(line, "danger") == "3 of 3"


async def test_nobody_takes_it_one_passes_the_other_has_it(line: Line) -> None:
    mette, anna, jonas = await phones(line)
    await mette.presses("Tal med en specialist")
    await mette.writes("Han vil ikke ind i omklædningen mere")
    await line.passes(minutes=60)
    assert await steps(line, "waiting") == "2 of 4"
    await anna.looks()
    await anna.presses("Ikke mig")
    await jonas.looks()
    await jonas.presses("Jeg tager den")
    assert await steps(line, "waiting") == "4 of 4"


async def test_handed_over_and_reviewed(line: Line) -> None:
    mette, anna, jonas = await phones(line)
    await mette.presses("Tal med en specialist")
    await mette.writes("Han vil ikke ind i omklædningen mere")
    await anna.looks()
    await anna.presses("Jeg tager den")
    await anna.writes("Hej Mette")
    await anna.presses("Giv sagen til en anden")
    await anna.presses("Jonas")
    await jonas.looks()
    await jonas.presses("Ja, jeg tager den")
    assert await steps(line, "over") == "3 of 4"
    await line.joins(Role.REVIEWER, "Bente")
    async with line.database.write() as session:
        bente = await person_named(session, "Bente")
        assert bente
        await mark_reviewed(session, line.now, bente, [1], reviewed=True)
    assert await steps(line, "over") == "4 of 4"


async def test_a_visit_booked_moved_and_held(line: Line) -> None:
    mette, _anna, jonas = await phones(line)
    await mette.presses("Besøg")
    await mette.presses("Bed om et besøg")
    await mette.presses("man. 23. nov. kl. 13.00 · Anna")
    assert await steps(line, "visit") == "1 of 3"
    await mette.writes("Storegade 3")
    await mette.presses("Flyt")
    await mette.presses("tirs. 24. nov. kl. 10.30 · Jonas")
    assert await steps(line, "visit") == "2 of 3"
    await line.passes(hours=28)
    await jonas.looks()
    await jonas.presses("Vi mødtes – skriv noten")
    for words in ("Larm ved ovnen", "Ørepropper", "Køb ørepropper"):
        await jonas.writes(words)
    assert await steps(line, "visit") == "3 of 3"


async def test_a_card_on_paper(line: Line) -> None:
    mette, _anna, _jonas = await phones(line)
    await mette.writes("/card")
    assert await steps(line, "card") == "1 of 3"
    await six_answers(mette)
    assert await steps(line, "card") == "2 of 3"
    await mette.writes(STEPS)
    await mette.presses("Det var alle")
    for answer in REST:
        await mette.writes(answer)
    await mette.presses("Lav det på papir")
    assert await steps(line, "card") == "3 of 3"


async def test_away_the_colleague_hears_it_and_back(line: Line) -> None:
    _mette, anna, jonas = await phones(line)
    await anna.writes("/duty")
    await anna.presses("Jeg er væk resten af i dag")
    assert await steps(line, "sick") == "2 of 3"
    [told] = await jonas.looks()
    assert "Anna" in told.text
    await line.passes(minutes=10)
    await anna.presses("Jeg er tilbage nu")
    assert await steps(line, "sick") == "3 of 3"


async def test_worse_after_a_closed_case(line: Line) -> None:
    mette, anna, _jonas = await phones(line)
    await mette.presses("Tal med en specialist")
    await mette.writes("Han vil ikke ind i omklædningen mere")
    await anna.looks()
    await anna.presses("Jeg tager den")
    await anna.writes("Hej Mette")
    await anna.presses("Luk sagen")
    await anna.presses("Det er løst")
    await anna.writes("Nyt skab ved døren")
    assert await steps(line, "worse") == "0 of 3"
    for _day in range(4):
        await line.passes(days=1)
    await mette.looks()
    assert await steps(line, "worse") == "1 of 3"
    await mette.presses("Det går værre")
    assert await steps(line, "worse") == "2 of 3"
    await anna.looks()
    await anna.presses("Jeg tager den")
    assert await steps(line, "worse") == "3 of 3"
