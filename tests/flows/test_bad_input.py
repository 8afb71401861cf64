"""What does not fit is answered with a kind sentence that says what to do next, and breaks
nothing."""

import pytest

from domain.people import Channel, Role
from models.inbox import failed_updates
from models.outbox import failed_messages
from tests.line import Line, Someone

DOORS = pytest.mark.parametrize("door", list(Channel))
ROLES = pytest.mark.parametrize("role", list(Role))


async def somebody(line: Line, role: Role, door: Channel) -> Someone:
    company = "Bageriet" if role is Role.EMPLOYER else ""
    return await line.joins(role, "Mette", company, door)


async def nothing_broke(line: Line) -> None:
    async with line.database.read() as session:
        assert await failed_updates(session) == []
        assert await failed_messages(session) == []


@DOORS
@ROLES
async def test_ten_thousand_characters(line: Line, door: Channel, role: Role) -> None:
    mette = await somebody(line, role, door)
    first, *_ = await mette.writes("Han kommer for sent og vi ved ikke hvad vi skal gøre. " * 190)
    assert first.text.startswith("Tak, det var en lang besked.")
    await nothing_broke(line)


@DOORS
async def test_ten_thousand_characters_go_through_in_a_case(line: Line, door: Channel) -> None:
    anna = await somebody(line, Role.SPECIALIST, door)
    mette = await somebody(line, Role.EMPLOYER, door)
    await mette.presses("Tal med en specialist")
    await mette.writes("Jeg vil gerne tale om en ny vagtplan")
    await anna.presses_data("take:1")
    await anna.answers()
    await mette.looks()
    await anna.writes("vi prøver " * 1000 + "SLUT")
    arrived = "".join(one.text for one in await mette.looks())
    assert arrived.startswith("<b>Mette · H-2026-0001</b>")
    assert arrived.endswith("SLUT")
    assert arrived.count("vi prøver") == 1000
    await nothing_broke(line)


@ROLES
async def test_a_sticker(line: Line, role: Role) -> None:
    mette = await somebody(line, role, Channel.TELEGRAM)
    sticker = {"file_id": "s", "file_unique_id": "u", "width": 9, "height": 9, "type": "regular"}
    await mette.sends({"sticker": sticker | {"is_animated": False, "is_video": False}})
    [kind] = await mette.answers()
    assert kind.text.startswith("Det kan jeg ikke læse. Skriv med ord")
    await nothing_broke(line)


@DOORS
@ROLES
@pytest.mark.parametrize("data", ["nonsense", "tried:", "level:urgent", "to:new", "x" * 64, "æ:ø"])
async def test_a_stale_or_unknown_button(line: Line, door: Channel, role: Role, data: str) -> None:
    mette = await somebody(line, role, door)
    await mette.presses_data(data)
    [kind] = await mette.answers()
    assert kind.text.startswith("Den knap er for gammel")
    assert "Hjælp" in kind.labels
    await nothing_broke(line)


@DOORS
async def test_an_invitation_that_is_expired_used_or_made_up(line: Line, door: Channel) -> None:
    used = await line.code(Role.SPECIALIST, "Anna")
    expired = await line.code(Role.SPECIALIST, "Jonas")
    await (await line.stranger(door)).writes(f"/start {used}")
    line.clock[0] = line.clock[0].replace(month=12, day=24)
    for code in (used, expired, "made-up"):
        stranger = await line.stranger(door)
        [refused] = await stranger.writes(f"/start {code}")
        assert refused.text.startswith("Invitationen virker ikke.")
        [closed] = await stranger.writes("hej")
        assert "112" in closed.text
    await nothing_broke(line)


@DOORS
async def test_somebody_who_is_in_keeps_their_place_and_a_foreign_invitation_stays_unused(
    line: Line, door: Channel
) -> None:
    mette = await somebody(line, Role.EMPLOYER, door)
    foreign = await line.code(Role.SPECIALIST, "Anna")
    [menu] = await mette.writes(f"/start {foreign}")
    assert "Det skete (opret en sag)" in menu.labels
    anna = await line.stranger(door)
    [welcome] = await anna.writes(f"/start {foreign}")
    assert welcome.text.startswith("Hej Anna.")
