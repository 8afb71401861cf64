"""Story 1: come in."""

import pytest

from domain.people import Channel, Role
from tests.line import Line

DOORS = pytest.mark.parametrize("door", list(Channel))


@DOORS
async def test_an_invited_employer_accepts_chooses_a_language_and_sees_the_menu(
    line: Line, door: Channel
) -> None:
    mette = await line.stranger(door)
    code = await line.code(Role.EMPLOYER, "Mette", "Bageriet")

    [welcome] = await mette.writes(f"/start {code}")
    assert welcome.text.startswith("Hej Mette. Velkommen til HV-linjen.")
    assert "Skriv aldrig CPR-nummer" in welcome.text
    assert welcome.labels == ["Ja, det er i orden", "Other language / andet sprog"]

    [language] = await mette.presses("Ja, det er i orden")
    assert language.labels == ["Dansk", "English"]

    [menu] = await mette.presses("English")
    assert menu.text.startswith("Hello Mette.")
    assert menu.labels == [
        "Find advice",
        "It happened (open a case)",
        "My cases",
        "Task cards and sheets",
        "Placements",
        "Talk to a specialist",
        "Visits",
        "Who is on duty",
        "Help",
    ]


@DOORS
async def test_a_stranger_meets_a_closed_door_with_112_and_the_phone(
    line: Line, door: Channel
) -> None:
    stranger = await line.stranger(door)
    for words in ("hej", "/start", "/menu", "/incident"):
        [answer] = await stranger.writes(words)
        assert "112" in answer.text
        assert line.settings.phone in answer.text
        assert answer.buttons == []


@DOORS
async def test_an_invitation_lets_in_one_person_once(line: Line, door: Channel) -> None:
    code = await line.code(Role.EMPLOYER, "Mette", "Bageriet")
    first, second = await line.stranger(door), await line.stranger(door)
    await first.writes(f"/start {code}")
    [refused] = await second.writes(f"/start {code}")
    [unknown] = await second.writes("/start notacode")
    assert refused.text == unknown.text
    assert refused.text.startswith("Invitationen virker ikke.")


@DOORS
async def test_an_invitation_expires(line: Line, door: Channel) -> None:
    code = await line.code(Role.EMPLOYER, "Mette", "Bageriet")
    await line.passes(days=15)
    late = await line.stranger(door)
    [refused] = await late.writes(f"/start {code}")
    assert refused.text.startswith("Invitationen virker ikke.")


async def test_nothing_is_answered_before_the_two_lines_are_accepted(line: Line) -> None:
    mette = await line.stranger(Channel.TELEGRAM)
    await mette.writes(f"/start {await line.code(Role.EMPLOYER, 'Mette', 'Bageriet')}")
    [again] = await mette.writes("han går i stå")
    assert "To ting om privatliv" in again.text


async def test_telegram_shows_the_commands_of_the_role_in_the_language(line: Line) -> None:
    anna = await line.joins(Role.SPECIALIST, "Anna")
    names = [name for name, _text in line.door.commands[anna.chat_id]]
    assert names[:2] == ["menu", "cases"]
    assert {"visits", "followups", "duty", "help"} <= set(names)
    await anna.writes("/language")
    await anna.presses("English")
    assert ("help", "Help") in line.door.commands[anna.chat_id]


async def test_a_second_code_does_not_change_who_somebody_is(line: Line) -> None:
    mette = await line.joins(Role.EMPLOYER, "Mette", "Bageriet")
    code = await line.code(Role.SPECIALIST, "Anna")
    [menu] = await mette.writes(f"/start {code}")
    assert menu.text.startswith("Hej Mette.")
    anna = await line.stranger(Channel.TELEGRAM)
    [welcome] = await anna.writes(f"/start {code}")
    assert welcome.text.startswith("Hej Anna.")


async def test_a_web_visitor_comes_in_by_the_same_door(line: Line) -> None:
    mette = await line.joins(Role.EMPLOYER, "Mette", "Bageriet", Channel.WEB)
    [help_] = await mette.writes("/help")
    assert "112" in help_.text
