"""Whether messages arrive is tested; who does not see them is passed by, and the leader knows."""

from datetime import timedelta

import pytest

from domain.people import Channel, Role
from domain.triage import Level
from tests.line import Line
from tests.staff import asks, crew, texts


@pytest.mark.parametrize("door", list(Channel))
async def test_a_specialist_is_asked_at_the_door_and_every_week(line: Line, door: Channel) -> None:
    anna = await line.stranger(door)
    await anna.writes(f"/start {await line.code(Role.SPECIALIST, 'Anna')}")
    await anna.presses("Ja, det er i orden")
    assert anna.inbox[-1].text.startswith("Hej Anna. Det her er en prøve")
    await anna.presses("Dansk")
    [thanks] = await anna.presses("Jeg kan se den")
    assert thanks.text.startswith("Tak. Så ved jeg, at jeg kan nå dig her.")
    await line.passes(days=6, hours=23)
    assert "prøve" not in "".join(await texts(anna))
    await line.passes(hours=1)
    assert (await texts(anna))[-1].startswith("Hej Anna. Det her er en prøve")


async def test_who_does_not_answer_is_passed_by_until_they_write_again(line: Line) -> None:
    anna, jonas, bente, mette = await crew(line)
    await line.passes(days=7)
    await jonas.looks()
    await jonas.presses("Jeg kan se den")
    await line.passes(days=1, hours=1)
    heard = [text for text in await texts(bente) if "når ikke frem" in text]
    assert heard == [
        "Mine beskeder når ikke frem til Anna. Sager går uden om Anna, til der kommer et svar. "
        "Ring eller skriv til Anna på en anden måde."
    ]
    await anna.looks()
    await asks(line, "Mette", Level.URGENT)
    assert await texts(anna) == []
    assert "Jonas er på arbejde og har fået besked" in (await texts(mette))[0]
    await line.passes(days=2)
    assert all("når ikke frem" not in text for text in await texts(bente))  # told once
    await anna.writes("/menu")
    await asks(line, "Mette", Level.URGENT)
    assert any("H-2026-0002" in text for text in await texts(anna))


async def test_a_bot_that_is_blocked_says_so_itself(line: Line) -> None:
    anna, jonas, bente, _mette = await crew(line)
    await asks(line, "Mette", Level.NORMAL)
    about = {"id": anna.chat_id, "is_bot": False, "first_name": "Anna"}
    bot = {"id": 1, "is_bot": True, "first_name": "HV"}
    change = {
        "chat": {"id": anna.chat_id, "type": "private"},
        "from": about,
        "date": int(line.now.timestamp()),
        "old_chat_member": {"user": bot, "status": "member"},
        "new_chat_member": {"user": bot, "status": "kicked", "until_date": 0},
    }
    await line.receives(Channel.TELEGRAM, {"my_chat_member": change})
    await line.works()
    assert any("når ikke frem til Anna" in text for text in await texts(bente))
    line.clock[0] += timedelta(minutes=60)
    await jonas.looks()
    await line.passes()
    assert "Jonas og Bente" in (await texts(_mette))[-1]
