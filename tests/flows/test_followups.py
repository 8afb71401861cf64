"""Story 7: along the placement, after a case, with silence, putting off, and worse."""

from datetime import UTC, date, datetime, timedelta

from domain.followups import FollowUpStatus, Source
from domain.people import Role
from domain.placements import Details, PlacementOutcome, PlacementType
from models.followups import alive_of, follow_ups_of, plan_of
from models.people import person_named
from models.placements import Placement
from services import placements
from tests.line import Line, Seen, Someone


async def placed(line: Line, starts_on: date, ends_on: date | None = None, **more: object) -> int:
    """A placement at the baker's, with Anna as its specialist."""
    async with line.database.write() as session:
        mette = await person_named(session, "Mette")
        anna = await person_named(session, "Anna")
        assert mette
        assert mette.company_id
        assert anna
        details = Details(
            type=PlacementType.INTERNSHIP,
            starts_on=starts_on,
            ends_on=ends_on,
            contact_id=mette.id,
            specialist_id=anna.id,
            **more,  # type: ignore[arg-type]
        )
        made = await placements.add_placement(session, line.now, mette.company_id, details)
        return made.id or 0


async def cast(line: Line) -> tuple[Someone, Someone]:
    mette = await line.joins(Role.EMPLOYER, "Mette", "Bageriet")
    anna = await line.joins(Role.SPECIALIST, "Anna")
    return mette, anna


async def until(line: Line, at: datetime) -> None:
    await line.passes(seconds=(at - line.now).total_seconds())


async def answers_all(someone: Someone, seen: Seen) -> list[str]:
    """Answer a question as "the same", and those that come with it; return these."""
    more = []
    while len(said := await someone.presses(seen.labels[1])) > 1:
        seen = said[-1]
        more.append(seen.text)
    return more


async def test_the_first_day_is_asked_about_and_answered_with_one_tap(line: Line) -> None:
    mette, _anna = await cast(line)
    await placed(line, date(2026, 11, 24))
    await line.passes(hours=23)
    assert await mette.looks() == []
    await until(line, datetime(2026, 11, 24, 9, 0, 5, tzinfo=UTC))
    [asked] = await mette.looks()
    assert "Det er første dag. Hvordan går det indtil nu?" in asked.text
    assert asked.labels == [
        "Bedre end ventet",
        "Som ventet",
        "Værre end ventet",
        "Ikke nu, spørg senere",
    ]
    [thanks] = await mette.presses("Bedre end ventet")
    assert thanks.text == "Godt at høre. Tak for svaret."
    await line.passes(hours=3)
    assert await mette.looks() == []


async def test_silence_is_repeated_once_and_then_becomes_a_task_that_can_be_ticked_off(
    line: Line,
) -> None:
    mette, anna = await cast(line)
    await placed(line, date(2026, 11, 24))
    await until(line, datetime(2026, 11, 24, 9, 0, 5, tzinfo=UTC))
    await mette.looks()
    await until(line, datetime(2026, 11, 26, 8, 59, tzinfo=UTC))
    assert await mette.looks() == []
    await line.passes(minutes=2)  # two working days later; the third day is asked about too
    [again] = await mette.looks()
    assert "Jeg spurgte forleden: »Det er første dag." in again.text
    assert "Der er 2 spørgsmål i dag." in again.text
    await until(line, datetime(2026, 11, 30, 9, 0, 10, tzinfo=UTC))
    texts = [seen.text for seen in await mette.looks()]
    assert len(texts) == 1
    assert "Det er tredje dag." in texts[0]
    [task] = [seen for seen in await anna.looks() if "Det er gjort" in seen.labels]
    assert task.text.startswith("<b>Ring til virksomheden · P-")
    assert "Mette fra Bageriet har ikke svaret på to beskeder: »Det er første dag." in task.text
    [listed] = await anna.writes("/followups")
    assert listed.text.startswith("Én opgave venter.")
    [done] = await anna.presses("Det er gjort")
    assert done.text == "Tak. Opgaven er krydset af."
    [listed] = await anna.writes("/followups")
    assert listed.text == "Ingen opgaver venter. Godt gået."


async def test_worse_calls_the_specialists_at_once_and_a_sentence_goes_along(line: Line) -> None:
    mette, anna = await cast(line)
    placement_id = await placed(line, date(2026, 11, 24))
    await until(line, datetime(2026, 11, 24, 9, 0, 5, tzinfo=UTC))
    await mette.looks()
    [said] = await mette.presses("Værre end ventet")
    assert said.text.startswith("Tak, fordi du siger det. Specialisterne har fået besked")
    assert "H-2026-0001" in said.text
    [case] = await anna.looks()
    assert "H-2026-0001" in case.text
    assert "Det går værre." in case.text
    [noted] = await mette.writes("Han går hjem klokken ti uden at sige noget")
    assert noted.text == "Tak. Det står nu i <b>H-2026-0001</b>, og specialisterne kan læse det."
    [more] = await anna.looks()
    assert "Han går hjem klokken ti" in more.text
    async with line.database.read() as session:
        rows = await follow_ups_of(session, placement_id)
        assert [row.incident_id for row in rows if row.answer] == [1]


async def test_each_reads_the_question_in_their_own_language_and_the_words_as_they_were_written(
    line: Line,
) -> None:
    mette, anna = await cast(line)
    async with line.database.write() as session:
        employer = await person_named(session, "Mette")
        assert employer
        employer.language = "en"
    await placed(line, date(2026, 11, 24))
    await until(line, datetime(2026, 11, 24, 9, 0, 5, tzinfo=UTC))
    [asked] = await mette.looks()
    assert "This is the first day. How is it going so far?" in asked.text
    await mette.presses(asked.labels[2])
    [case] = await anna.looks()
    question = "Opfølgning: »Det er første dag. Hvordan går det indtil nu?« Det går værre."
    assert question in case.text
    assert "first day" not in case.text
    await mette.writes("He goes home at ten")
    await anna.looks()
    await anna.presses("Jeg tager den")
    [view] = await anna.writes("H-2026-0001")
    assert f"{question}\nHe goes home at ten" in view.text
    own = (await mette.writes("H-2026-0001"))[-1]
    assert 'Follow-up: "This is the first day. How is it going so far?"' in own.text


async def test_after_a_closed_case_worse_opens_it_again(line: Line) -> None:
    mette, anna = await cast(line)
    await mette.presses("Tal med en specialist")
    await mette.writes("Han vil ikke ind i omklædningen mere")
    await anna.looks()
    await anna.presses("Jeg tager den")
    await anna.presses("Luk sagen")
    await anna.presses("Det er løst")
    await anna.writes("Ny sæbe siges højt")
    await mette.looks()
    await until(line, datetime(2026, 11, 25, 9, 0, 5, tzinfo=UTC))
    [asked] = [seen for seen in await mette.looks() if "Opfølgning" in seen.text]
    assert asked.text.startswith("<b>Opfølgning · H-2026-0001</b>")
    assert asked.labels[0] == "Det går bedre"
    await anna.looks()
    await mette.presses("Det går værre")
    [case] = [seen for seen in await anna.looks() if "Jeg tager den" in seen.labels]
    assert "Han vil ikke ind i omklædningen mere" in case.text
    await until(line, datetime(2026, 12, 7, 9, 0, 5, tzinfo=UTC))
    assert all("Opfølgning" not in seen.text for seen in await mette.looks())


async def test_not_now_is_asked_again_on_the_day_that_was_chosen(line: Line) -> None:
    mette, _anna = await cast(line)
    await placed(line, date(2026, 11, 23))
    await line.passes(seconds=5)
    await mette.looks()
    [when] = await mette.presses("Ikke nu, spørg senere")
    assert when.labels == ["I morgen", "Om en uge", "En anden dag"]
    [which] = await mette.presses("En anden dag")
    assert which.text.startswith("Skriv en dag")
    [no] = await mette.writes("engang")
    assert no.text.startswith("Den dag kan jeg ikke bruge.")
    [fine] = await mette.writes("5.12")  # a Saturday
    assert fine.text == "Fint. Jeg spørger igen mandag 7. december kl. 10.00."
    asked = []
    for day in (25, 30, 37):  # the 25th, the 30th, and the 7th of December
        await until(line, datetime(2026, 11, 1, 9, 0, 5, tzinfo=UTC) + timedelta(days=day - 1))
        [seen] = await mette.looks()
        asked += [seen.text, *await answers_all(mette, seen)]
    assert ["første dag" in text for text in asked] == [False, False, True, False]


async def test_a_sentence_is_an_answer_on_the_same_day_and_danger_comes_first(line: Line) -> None:
    mette, anna = await cast(line)
    await placed(line, date(2026, 11, 23))
    await line.passes(seconds=5)
    await mette.looks()
    [kept] = await mette.writes("Det gik fint med bollerne, men frokosten var svær")
    assert kept.text == "Tak, det er gemt. Hvordan går det samlet set?"
    assert kept.labels[-1] == "Det var et nyt spørgsmål"
    await mette.presses("Som ventet")
    async with line.database.read() as session:
        [answered] = [row for row in await follow_ups_of(session, 1) if row.answer]
        assert answered.words == "Det gik fint med bollerne, men frokosten var svær"
    await until(line, datetime(2026, 11, 25, 9, 0, 5, tzinfo=UTC))
    await mette.looks()
    danger = await mette.writes("Han siger at han vil dø og har taget en masse piller")
    assert "112" in danger[0].text
    assert any("H-2026-0001" in seen.text for seen in await anna.looks())


async def test_several_questions_of_a_day_are_one_message_and_answered_one_by_one(
    line: Line,
) -> None:
    mette, _anna = await cast(line)
    await placed(line, date(2026, 11, 24))
    await placed(line, date(2026, 11, 24))
    await until(line, datetime(2026, 11, 24, 9, 0, 5, tzinfo=UTC))
    [asked] = await mette.looks()
    assert "Der er 2 spørgsmål i dag." in asked.text
    thanks, following = await mette.presses("Som ventet")
    assert thanks.text == "Tak for svaret."
    assert following.text.startswith("<b>Næste spørgsmål · P-")
    assert len(await mette.presses("Bedre end ventet")) == 1
    await line.passes(days=1, hours=4)
    assert await mette.looks() == []


async def test_after_the_end_nothing_is_asked_and_a_late_tap_is_answered_kindly(
    line: Line,
) -> None:
    mette, anna = await cast(line)
    placement_id = await placed(line, date(2026, 11, 24))
    await until(line, datetime(2026, 11, 24, 9, 0, 5, tzinfo=UTC))
    await mette.looks()
    async with line.database.write() as session:
        anna_ = await person_named(session, "Anna")
        assert anna_
        await placements.end_placement(
            session, line.now, anna_, placement_id, PlacementOutcome.STOPPED, "Kortere dage"
        )
    [over] = await mette.presses("Som ventet")
    assert over.text.startswith("Den opfølgning er afsluttet, så du behøver ikke svare mere.")
    for _ in range(60):
        await line.passes(days=1)
    assert await mette.looks() == []
    [task] = [seen for seen in await anna.looks() if "Det er gjort" in seen.labels]
    assert "Forløbet sluttede for to uger siden." in task.text


async def test_a_foreign_or_made_up_follow_up_cannot_be_answered(line: Line) -> None:
    mette, _anna = await cast(line)
    bo = await line.joins(Role.EMPLOYER, "Bo", "Værkstedet")
    await placed(line, date(2026, 11, 23))
    await line.passes(seconds=5)
    await mette.looks()
    for data in ("followup:1:better", "later:1", "snooze:1:week", "taskdone:1", "task:1"):
        await bo.presses_data(data)
        [refused] = await bo.answers()
        assert refused.text in (
            "Den sag kan jeg ikke finde. Tjek nummeret, eller se dine sager i menuen.",
            "Det har du ikke adgang til her.",
        ), data
    for data in ("followup", "followup:1:no", "followup:x:better", "snooze:1"):
        await mette.presses_data(data)
        assert len(await mette.answers()) == 1, data


async def test_nothing_is_asked_at_night_on_holidays_or_about_a_pause(line: Line) -> None:
    mette, _anna = await cast(line)
    await placed(line, date(2026, 12, 24))
    await until(line, datetime(2026, 12, 27, 9, 0, tzinfo=UTC))
    assert await mette.looks() == []
    await until(line, datetime(2026, 12, 28, 9, 0, 5, tzinfo=UTC))
    assert len(await mette.looks()) == 1
    async with line.database.read() as session:
        plan = await plan_of(session, Source.PLACEMENT, 1)
        assert plan
        alive = await alive_of(session, plan.id or 0)
        assert {row.status for row in alive} == {FollowUpStatus.PLANNED, FollowUpStatus.ASKED}


async def test_employers_see_their_own_placements(line: Line) -> None:
    mette, _anna = await cast(line)
    bo = await line.joins(Role.EMPLOYER, "Bo", "Værkstedet")
    placement_id = await placed(
        line, date(2026, 11, 24), date(2027, 2, 19), weekly_hours=8.0, rise="1.1.2027: 12"
    )
    await line.passes(seconds=2)
    async with line.database.read() as session:
        reference = (await session.get_one(Placement, placement_id)).reference
    [listed] = await mette.writes("/placements")
    assert listed.labels[0] == f"{reference} · Virksomhedspraktik"
    [view] = await mette.presses(listed.labels[0])
    assert view.text == (
        f"<b>{reference}</b> · Virksomhedspraktik\nStatus: i gang\n"
        "Fra: tirsdag d. 24. november 2026\nTil: fredag d. 19. februar 2027\n"
        "Timer om ugen: 8\nNæste opfølgning: tirsdag 24. november kl. 10.00"
    )
    [none] = await bo.writes("/placements")
    assert none.text == "Der er ingen forløb hos jer lige nu."
    await bo.presses_data(f"placement:{placement_id}")
    [refused] = await bo.answers()
    assert refused.text.startswith("Den sag kan jeg ikke finde.")
