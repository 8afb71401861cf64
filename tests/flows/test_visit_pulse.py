"""One tap after a visit: did it help?"""

from datetime import timedelta

from domain.people import Role
from tests.line import Line


async def test_an_hour_after_the_note_the_employer_is_asked_once(line: Line) -> None:
    anna = await line.joins(Role.SPECIALIST, "Anna")
    mette = await line.joins(Role.EMPLOYER, "Mette", "Bageriet")
    await mette.presses("Besøg")
    [times] = await mette.presses("Bed om et besøg")
    await mette.presses(times.labels[0])
    line.clock[0] += timedelta(hours=4, minutes=16)
    await line.passes(minutes=1)
    await anna.looks()
    await anna.presses("Vi mødtes – skriv noten")
    for _ in range(3):
        await anna.presses("Spring over")
    assert (await mette.looks())[-1].text == "Tak for i dag."
    await line.passes(minutes=61)
    [pulse] = [seen for seen in await mette.looks() if "besøg" in seen.text.lower()]
    assert len(pulse.labels) >= 3
