"""Several cases at the same time, in random order, in both doors: every line arrives in the case
that was meant, and nowhere else."""

import random
from dataclasses import dataclass, field

import pytest

from domain.incidents import SAID
from domain.people import Channel, Role
from models.incidents import last_events
from tests.line import Line, Seen, Someone, reference


@dataclass
class Side:
    """Somebody with their cases: reference → the others in it."""

    person: Someone
    cases: dict[str, "Side"] = field(default_factory=dict)
    seen: list[Seen] = field(default_factory=list)

    async def looks(self) -> list[Seen]:
        new = await self.person.looks()
        self.seen += [one for one in new if "H-2026-" in one.text.split("\n")[0]]
        return new


async def gather(line: Line, order: random.Random) -> list[Side]:
    """Two specialists and three employers; Mette has two cases, with a specialist each."""
    door = order.choice(list(Channel))
    other = order.choice(list(Channel))
    anna = Side(await line.joins(Role.SPECIALIST, "Anna", channel=door))
    jonas = Side(await line.joins(Role.SPECIALIST, "Jonas", channel=other))
    mette = Side(await line.joins(Role.EMPLOYER, "Mette", "Bageriet", other))
    bo = Side(await line.joins(Role.EMPLOYER, "Bo", "Værkstedet", door))
    ida = Side(await line.joins(Role.EMPLOYER, "Ida", "Lageret", other))
    pairs = [(mette, anna), (mette, jonas), (bo, anna), (ida, anna), (ida, jonas)]
    for number, (employer, specialist) in enumerate(pairs, start=1):
        await employer.person.writes("/menu")
        await employer.person.presses("Tal med en specialist")
        await employer.person.writes("Jeg vil gerne tale om en ny vagtplan")
        await specialist.person.presses_data(f"take:{number}")
        await line.works()
        named = f"H-2026-{number:04d}"
        employer.cases[named], specialist.cases[named] = specialist, employer
    sides = [anna, jonas, mette, bo, ida]
    for side in sides:
        await side.looks()
    return sides


async def says(order: random.Random, side: Side, text: str) -> str:
    """Say it in one of the ways there are, and return the case that was meant."""
    person, meant = side.person, order.choice(list(side.cases))
    way = order.choice(["button", "answer", "just so", "asked"])
    about = [one for one in side.seen if reference(one.text.split("\n")[0]) == meant]
    if way == "answer" and about and person.channel is Channel.TELEGRAM:
        told = await person.answers_to(order.choice(about), text)
    elif way == "just so" and side.seen:
        meant = reference(side.seen[-1].text.split("\n")[0])  # what stands last on the screen
        told = await person.writes(text)
    elif way == "asked":
        await person.writes("/menu")
        told = await person.writes(text)
    else:
        await person.presses_data(f"case:{int(meant[-4:])}")
        await person.answers()
        told = await person.writes(text)
    if told[0].text.startswith("Hvor skal det hen?"):
        [label] = [one for one in told[0].labels if one.endswith(meant)]
        told = await person.presses(label)
    assert told[0].text == f"Sendt videre i {meant}."
    side.seen += told
    return meant


@pytest.mark.parametrize("seed", range(3))
async def test_every_line_arrives_where_it_was_meant(line: Line, seed: int) -> None:
    order = random.Random(seed)
    sides = await gather(line, order)
    said: dict[str, list[str]] = {}
    for number in range(40):
        side = order.choice(sides)
        text = f"linje {number:02d}"
        meant = await says(order, side, text)
        said.setdefault(meant, []).append(text)
        for other in sides:
            if order.random() < 0.6 or other is side.cases[meant]:
                arrived = [one for one in await other.looks() if text in one.text]
                assert len(arrived) == (other is side.cases[meant])
                assert all(meant in one.text for one in arrived)
    async with line.database.read() as session:
        for named, texts in said.items():
            events = await last_events(session, int(named[-4:]), SAID, 100)
            assert [event.text for event, _name in events] == texts
