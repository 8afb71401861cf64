"""Fifty specialists press "I take it" in the same instant."""

from domain.people import Role
from domain.triage import Level
from models.people import Chat, Person
from tests.line import Line, Someone
from tests.staff import asks, stored, texts


async def test_one_has_the_case_and_forty_nine_get_a_kind_answer(line: Line) -> None:
    mette = await line.joins(Role.EMPLOYER, "Mette", "Bageriet")
    everybody = []
    async with line.database.write() as session:
        for number in range(50):
            person = Person(
                role=Role.SPECIALIST,
                name=f"Specialist {number}",
                created_at=line.now,
                consented_at=line.now,
            )
            session.add(person)
            await session.flush()
            someone = Someone(line, mette.channel, 90_000 + number, person.name)
            session.add(Chat(key=someone.key, person_id=person.id, seen_at=line.now))
            everybody.append(someone)
    incident = await asks(line, "Mette", Level.URGENT)
    for someone in everybody:
        assert len(await someone.looks()) == 1
        await someone.presses_data(f"take:{incident.id}")  # nothing is answered before all pressed
    await line.works()
    owner = (await stored(line, incident)).owner_id
    async with line.database.read() as session:
        winner = (await session.get_one(Person, owner)).name
    late = f"H-2026-0001: {winner} var lige før dig og har sagen."
    told = f"H-2026-0001: {winner} har taget sagen."
    for someone in everybody:
        heard = await texts(someone)
        if someone.name == winner:
            assert heard == [heard[0]]
            assert heard[0].startswith("<b>H-2026-0001</b> er din.")
        else:
            assert sorted(heard) == sorted([late, told])
    [employer] = [text for text in await texts(mette) if "har taget" in text]
    assert winner in employer
