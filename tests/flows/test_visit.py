"""Story 6: a visit by the next working day."""

from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from domain.people import Channel, Role
from domain.promises import PromiseReason, PromiseState
from domain.visits import VisitStatus
from domain.working_time import instant
from models.duty import Absence, ClosingDay
from models.people import leaders
from models.visits import Promise, Visit, promises_between, visits_between
from tests.line import START, Line, Seen, Someone

DOORS = pytest.mark.parametrize("door", list(Channel))
FIRST = "man. 23. nov. kl. 13.00 · Anna"


async def people(line: Line, door: Channel = Channel.TELEGRAM) -> tuple[Someone, Someone, Someone]:
    anna = await line.joins(Role.SPECIALIST, "Anna", channel=door)
    jonas = await line.joins(Role.SPECIALIST, "Jonas", channel=door)
    mette = await line.joins(Role.EMPLOYER, "Mette", "Bageriet", door)
    return mette, anna, jonas


async def ask(mette: Someone) -> str:
    """Mette asks for a visit; the message with the times."""
    await mette.presses("Besøg")
    [times] = await mette.presses("Bed om et besøg")
    return times.text


async def booked(line: Line, mette: Someone, *others: Someone) -> None:
    await ask(mette)
    await mette.presses(FIRST)
    await mette.writes("Storegade 3, spørg efter Mette, parkering bag huset")
    for other in others:
        await other.looks()


async def promises(line: Line) -> list[Promise]:
    async with line.database.read() as session:
        return list(await promises_between(session, START - timedelta(1), START + timedelta(99)))


async def visits(line: Line) -> list[Visit]:
    async with line.database.read() as session:
        return list(await visits_between(session, START - timedelta(1), START + timedelta(99)))


def calendar(line: Line, seen: Seen) -> str:
    return (line.notifier.files / Path(seen.file).name).read_text()


async def all_away(line: Line, until: datetime) -> None:
    async with line.database.write() as session:
        for person_id in (1, 2):
            session.add(
                Absence(person_id=person_id, starts_at=START, ends_at=until, created_at=START)
            )


@DOORS
async def test_asked_for_shown_booked_with_one_tap_and_both_know(line: Line, door: Channel) -> None:
    mette, anna, jonas = await people(line, door)
    [none] = await mette.presses("Besøg")
    assert none.text == "I har ingen aftaler lige nu. Skal vi komme forbi?"
    [times] = await mette.presses("Bed om et besøg")
    assert times.text == (
        "Vi kommer <b>senest tirsdag 24. november</b>.\n\nVælg en tid. Ét tryk, så er det aftalt:"
    )
    assert times.labels == [
        FIRST,
        "man. 23. nov. kl. 14.00 · Anna",
        "tirs. 24. nov. kl. 08.30 · Anna",
        "tirs. 24. nov. kl. 09.30 · Jonas",
        "tirs. 24. nov. kl. 10.30 · Jonas",
        "tirs. 24. nov. kl. 14.00 · Jonas",
        *("Telefon", "Video", "Begge specialister", "Senere tider", "Besøg"),
    ]
    [agreed] = await mette.presses(FIRST)
    assert agreed.text == (
        "Det er aftalt.\n\n<b>mandag 23. november kl. 13.00</b>\n"
        "besøg på arbejdspladsen med Anna\nMette, Bageriet\n\nHvor skal vi komme hen? "
        "Skriv adressen, hvem vi skal spørge efter, og hvor vi kan parkere."
    )
    [told] = await anna.looks()
    assert told.text.startswith("Nyt besøg er aftalt.\n\n<b>mandag 23. november kl. 13.00</b>")
    assert (agreed.name, told.name) == ("hv-linjen.ics", "hv-linjen.ics")
    assert await jonas.looks() == []
    await mette.writes("Storegade 3, spørg efter Mette")
    [news] = await anna.looks()
    assert news.text.endswith("Mette, Storegade 3, spørg efter Mette")
    [promise] = await promises(line)
    assert (promise.latest_day, promise.state) == (date(2026, 11, 24), PromiseState.OPEN)


@DOORS
async def test_moved_by_the_employer_and_cancelled_by_the_specialist(
    line: Line, door: Channel
) -> None:
    mette, anna, jonas = await people(line, door)
    await booked(line, mette, anna, jonas)
    await mette.presses("Flyt")
    [moved] = await mette.presses("tirs. 24. nov. kl. 10.30 · Jonas")
    assert moved.text.startswith("Besøget er flyttet. Ny tid:\n\n<b>tirsdag 24. november kl. 10.30")
    assert "besøg på arbejdspladsen med Jonas" in moved.text
    [heard] = await jonas.looks()
    assert heard.text.startswith("Besøget er flyttet fra mandag 23. november kl. 13.00.")
    [free] = await anna.looks()
    assert free.text.endswith("Din tid er fri igen.")
    assert "METHOD:CANCEL" in calendar(line, free)
    assert "SEQUENCE:2" in calendar(line, heard)
    [sure] = await jonas.presses("Aflys")
    assert sure.text == "Vil du aflyse besøget tirsdag 24. november kl. 10.30?"
    await jonas.presses("Ja, aflys")
    off, again = await mette.looks()
    assert off.text == (
        "Jonas har aflyst: besøg på arbejdspladsen, tirsdag 24. november kl. 10.30, Bageriet."
    )
    assert again.text.startswith("Vi kommer <b>senest tirsdag 24. november</b>.")
    await mette.presses("tirs. 24. nov. kl. 08.30 · Anna")
    [visit] = await visits(line)
    assert (visit.starts_at, visit.status) == (
        instant(date(2026, 11, 24), time(8, 30)),
        VisitStatus.BOOKED,
    )


async def test_the_slower_of_two_sees_fresh_times(line: Line) -> None:
    mette, _anna, _jonas = await people(line)
    bo = await line.joins(Role.EMPLOYER, "Bo", "Værkstedet")
    await ask(mette)
    await ask(bo)
    await mette.presses(FIRST)
    [late] = await bo.presses(FIRST)
    assert late.text.startswith("Den tid er lige blevet optaget.")
    assert FIRST not in late.labels
    assert any(label.endswith("Jonas") for label in late.labels)


async def test_a_promise_that_a_specialist_has_kept_meanwhile_is_not_booked_again(
    line: Line,
) -> None:
    mette, anna, _jonas = await people(line)
    await ask(mette)
    await anna.writes("/visits")
    await anna.presses("Planlæg et besøg")
    await anna.presses("Bageriet · Mette")
    await anna.presses("man. 23. nov. kl. 14.00 · Anna")
    await mette.looks()
    [late] = await mette.presses(FIRST)
    assert late.text == (
        "Der er allerede aftalt et besøg. Det kan flyttes eller aflyses under »Besøg«."
    )
    [visit] = await visits(line)
    [promise] = await promises(line)
    assert visit.promise_id == promise.id


async def test_nothing_free_is_said_honestly_and_the_leader_hears_it_with_what_could_give(
    line: Line,
) -> None:
    mette, anna, _jonas = await people(line)
    bente = await line.joins(Role.REVIEWER, "Bente")
    await all_away(line, instant(date(2026, 11, 24), time(15)))
    text = await ask(mette)
    assert "er der ingen ledig tid inden da. Lederen har fået besked" in text
    [short] = await bente.looks()
    assert short.text.startswith("<b>Ingen ledig tid til Bageriet senest tirsdag 24. november</b>")
    assert short.labels == [
        "Ring i stedet: tirs. 24. nov. kl. 15.00 · Anna",
        "Overarbejde: tirs. 24. nov. kl. 16.00 · Anna",
        "Overarbejde: tirs. 24. nov. kl. 16.00 · Jonas",
        "Besøg",
    ]
    await anna.looks()
    await bente.presses("Overarbejde: tirs. 24. nov. kl. 16.00 · Anna")
    [visit] = await visits(line)
    assert visit.starts_at == instant(date(2026, 11, 24), time(16))
    [told] = await mette.looks()
    assert "<b>tirsdag 24. november kl. 16.00</b>" in told.text
    assert "tirsdag 24. november kl. 16.00" in (await anna.looks())[0].text


async def test_reminded_the_day_before_and_two_hours_before_and_noted_afterwards(
    line: Line,
) -> None:
    mette, anna, _jonas = await people(line)
    await ask(mette)
    await mette.presses("Senere tider")
    [later] = mette.inbox[-1:]
    assert later.text.startswith("Ledige tider til og med tirsdag 1. december.")
    await mette.presses(later.labels[0])
    [promise] = await promises(line)
    assert promise.state is PromiseState.CHOSEN_LATER
    [visit] = await visits(line)
    await anna.looks()
    line.clock[0] = visit.starts_at - timedelta(hours=3)
    await line.passes(minutes=1)
    [day_before] = await anna.looks()
    assert day_before.text.startswith("Husk besøget:")
    await line.passes(minutes=90)
    [soon] = await anna.looks()
    assert soon.text.startswith("Om lidt:")
    await mette.looks()
    await anna.presses("Jeg er på vej")
    assert [seen.text.split(".")[0] for seen in await mette.looks()] == ["Anna er på vej til jer"]
    await anna.presses("Forsinket")
    await anna.presses("20 minutter")
    [late] = await mette.looks()
    assert late.text.startswith("Anna er cirka 20 minutter forsinket")
    line.clock[0] = visit.ends_at
    await line.passes(minutes=16)
    [how] = await anna.looks()
    assert how.text == "Hvordan gik det hos Bageriet?"
    await anna.presses("Vi mødtes – skriv noten")
    await anna.writes("Larm ved ovnen")
    await anna.writes("Ørepropper fra i morgen")
    await anna.writes("Køb ørepropper 1/12")
    [thanks] = await mette.looks()
    assert thanks.text == (
        "Tak for i dag.\n\n<b>Det aftalte vi</b>\nØrepropper fra i morgen\n\n"
        "<b>Hvem gør hvad</b>\nKøb ørepropper 1/12"
    )
    [held] = await visits(line)
    assert (held.status, held.saw) == (VisitStatus.HELD, "Larm ved ovnen")
    await line.passes(days=5)
    assert await anna.looks() == []


async def test_a_promise_is_kept_when_the_visit_is_noted(line: Line) -> None:
    mette, anna, _jonas = await people(line)
    await booked(line, mette)
    await line.passes(hours=4, minutes=16)
    await anna.looks()
    await anna.presses("Vi mødtes – skriv noten")
    for _ in range(3):
        await anna.presses("Spring over")
    [promise] = await promises(line)
    assert (promise.state, promise.reason) == (PromiseState.KEPT, PromiseReason.NONE)
    [thanks] = (await mette.looks())[-1:]
    assert thanks.text == "Tak for i dag."


async def test_who_does_not_choose_is_asked_again_and_then_the_promise_is_broken(
    line: Line,
) -> None:
    mette, anna, _jonas = await people(line)
    bente = await line.joins(Role.REVIEWER, "Bente")
    await ask(mette)
    await line.passes(minutes=61)
    [again] = await mette.looks()
    assert again.text.startswith("I har endnu ikke valgt en tid.")
    assert (await anna.looks())[0].text.startswith("Mette fra Bageriet har ikke valgt en tid endnu")
    await line.passes(days=1)
    assert await bente.looks() == []
    line.clock[0] = instant(date(2026, 11, 25), time(8))
    await line.passes(minutes=1)
    [broken] = await bente.looks()
    assert broken.text == (
        "Løftet til Bageriet om et besøg senest tirsdag 24. november blev ikke holdt: "
        "der blev ikke valgt en tid."
    )
    [sorry] = await mette.looks()
    assert sorry.text.startswith("Vi nåede ikke at besøge jer senest tirsdag 24. november")
    [promise] = await promises(line)
    assert (promise.state, promise.reason) == (PromiseState.BROKEN, PromiseReason.NOT_CHOSEN)
    await mette.presses(sorry.labels[0])
    [visit] = await visits(line)
    line.clock[0] = visit.ends_at
    await line.passes(minutes=16)
    await anna.looks()
    await anna.presses("Vi mødtes – skriv noten")
    for _ in range(3):
        await anna.presses("Spring over")
    [promise] = await promises(line)
    assert promise.state is PromiseState.KEPT_LATE


async def test_a_visit_that_nobody_notes_is_asked_for_again_and_then_the_leader_hears(
    line: Line,
) -> None:
    mette, anna, _jonas = await people(line)
    bente = await line.joins(Role.REVIEWER, "Bente")
    await booked(line, mette, anna)
    for hours in (5, 21, 48):
        await line.passes(hours=hours)
    texts = [seen.text for seen in await anna.looks()]
    assert texts[0] == "Hvordan gik det hos Bageriet?"
    assert texts[1].startswith("Der mangler en note")
    [told] = await bente.looks()
    assert told.text.startswith("Ingen har noteret, om besøget hos Bageriet")
    [promise] = await promises(line)
    assert (promise.state, promise.reason) == (PromiseState.BROKEN, PromiseReason.NOT_NOTED)


async def test_nobody_there_from_either_side(line: Line) -> None:
    mette, anna, _jonas = await people(line)
    bente = await line.joins(Role.REVIEWER, "Bente")
    await booked(line, mette, anna)
    await mette.presses("Menu")
    await mette.presses("Besøg")
    await line.passes(hours=3, minutes=20)
    await mette.presses("man. 23. nov. kl. 13.00")
    await mette.presses("Der kom ingen")
    assert (await anna.looks())[-1].text.startswith("Mette fra Bageriet melder, at ingen kom")
    assert len(await bente.looks()) == 1
    [promise] = await promises(line)
    assert (promise.state, promise.reason) == (PromiseState.BROKEN, PromiseReason.NO_SHOW)
    [twice] = await anna.presses_after("visitnobody:1")
    assert twice.text == "Det er noteret allerede. Tak."


async def test_both_come_and_a_call_needs_no_way(line: Line) -> None:
    mette, anna, jonas = await people(line)
    await ask(mette)
    [both] = await mette.presses("Begge specialister")
    assert both.labels[0] == "man. 23. nov. kl. 13.00 · Anna + Jonas"
    await mette.presses(both.labels[0])
    assert len(await anna.looks()) == len(await jonas.looks()) == 1
    await ask(mette)
    [calls] = await mette.presses("Telefon")
    assert calls.labels[0] == "man. 23. nov. kl. 10.30 · Anna"
    [agreed] = await mette.presses(calls.labels[0])
    assert "telefonsamtale med Anna" in agreed.text
    assert agreed.text.endswith("Hvilket nummer skal vi ringe på?")


async def test_the_specialist_sees_the_week_plans_a_visit_and_lets_the_company_choose(
    line: Line,
) -> None:
    mette, anna, _jonas = await people(line)
    [empty] = await anna.presses("Besøg")
    assert empty.text.startswith("<b>Uge 48 · mandag 23. november til fredag 27. november</b>")
    await anna.presses("Planlæg et besøg")
    await anna.presses("Bageriet · Mette")
    await anna.presses("Lad virksomheden vælge")
    [proposed] = await mette.looks()
    assert proposed.text.startswith("Vi vil gerne besøge jer.")
    await mette.presses(FIRST)
    [told] = await anna.looks()
    await anna.presses("Menu")
    [week] = await anna.presses("Besøg")
    assert week.text == (
        "<b>Uge 48 · mandag 23. november til fredag 27. november</b>\n\n"
        "mandag 23. november\n13.00–14.00  Anna · Bageriet · besøg på arbejdspladsen"
    )
    [drawn] = await anna.presses("Se som billede")
    assert drawn.name == "hv-linjen-2026-11-23.png"
    assert Path(drawn.file).read_bytes().startswith(b"\x89PNG")
    await anna.presses("man. 23. nov. kl. 13.00 · Bageriet")
    await anna.presses("Hvad skal være klar?")
    await anna.presses("Aftale før start")
    [ready] = await mette.looks()
    assert "Hav klar: Aftale før start" in ready.text
    assert told.labels == ["Jeg er på vej", "Forsinket", "Flyt", "Aflys", "Besøg"]


async def test_bad_input_is_refused_kindly(line: Line) -> None:
    mette, anna, _jonas = await people(line)
    bo = await line.joins(Role.EMPLOYER, "Bo", "Værkstedet")
    await booked(line, mette, anna)
    async with line.database.write() as session:
        session.add(ClosingDay(day=date(2026, 11, 25), name="Kursus"))
    gone = "Det besøg kan jeg ikke finde. Se dine aftaler under »Besøg«."
    for data in ("visit:1", "visitmove:1", "visitdrop:1", "visitgone:1", "visitprep:1"):
        assert [seen.text for seen in await bo.presses_after(data)] == [gone], data
    for data in ("visittimes:p1:w:0", "visitbook:v1:w:1:29000000", "visittimes:e3:w:0"):
        assert [seen.text for seen in await bo.presses_after(data)] == [gone], data
    for data in ("visit:x", "visitbook", "visittimes:", "visitlate:1", "visitnote:99", "visitlet:"):
        assert len(await bo.presses_after(data)) == 1, data
    minute = int(instant(date(2026, 11, 25), time(10)).timestamp()) // 60
    [closed] = await mette.presses_after(f"visitbook:v1:w:1:{minute}")
    assert closed.text == "Den dag har vi lukket. Vælg en anden dag under »Besøg«."
    [past] = await mette.presses_after("visitbook:v1:w:1:29000000")
    assert past.text.startswith("Den tid er lige blevet optaget.")
    await mette.presses_after("visitgone:1")
    await anna.looks()
    [twice] = await mette.presses_after("visitgone:1")
    assert twice.text.startswith("Det besøg er aflyst, i gang eller slut")
    [early] = await anna.presses_after("visitway:1")
    assert early.text == "Det er noteret allerede. Tak."
    [promise] = await promises(line)
    assert (promise.state, promise.reason) == (
        PromiseState.CHOSEN_LATER,
        PromiseReason.EMPLOYER_CANCELLED,
    )


@DOORS
async def test_an_urgent_case_shows_the_latest_day_at_once(line: Line, door: Channel) -> None:
    mette, _anna, _jonas = await people(line, door)
    await mette.presses("Det skete (opret en sag)")
    await mette.writes("Han råbte og gik hjem")
    await mette.presses("Ikke noget endnu")
    await mette.presses("Det haster")
    [times] = await mette.presses("Aftal et besøg – senest tirsdag 24. november")
    await mette.presses(times.labels[0])
    [visit] = await visits(line)
    [promise] = await promises(line)
    assert (visit.incident_id, visit.promise_id, promise.incident_id) == (1, promise.id, 1)


async def test_what_does_not_hurry_after_all_needs_no_visit(line: Line) -> None:
    mette, anna, _jonas = await people(line)
    await mette.writes("Han råber og slår på døren, kan I komme nu, det haster")
    await mette.presses("Det haster ikke alligevel")
    [promise] = await promises(line)
    assert (promise.state, promise.reason) == (
        PromiseState.CHOSEN_LATER,
        PromiseReason.NOT_NEEDED,
    )
    await anna.looks()


async def test_the_tasks_of_a_visit_come_back_on_their_day(line: Line) -> None:
    mette, anna, _jonas = await people(line)
    await booked(line, mette)
    await line.passes(hours=4, minutes=16)
    await anna.looks()
    await anna.presses("Vi mødtes – skriv noten")
    await anna.writes("Larm ved ovnen")
    await anna.presses("Spring over")
    await anna.writes("Køb ørepropper 26/11\nFlyt bordet")
    assert await anna.looks() == []
    line.clock[0] = instant(date(2026, 11, 26), time(10))
    await line.passes(minutes=1)
    assert any("Køb ørepropper 26/11" in seen.text for seen in await anna.looks())
    line.clock[0] = instant(date(2026, 11, 30), time(10))
    await line.passes(minutes=1)
    assert any("Flyt bordet" in seen.text for seen in await anna.looks())


async def test_employers_cannot_do_what_is_for_staff(line: Line) -> None:
    mette, anna, _jonas = await people(line)
    await booked(line, mette, anna)
    for data in ("visitway:1", "visitlate:1:10", "visitextra:p1:w:1:29700000"):
        [refused] = await mette.presses_after(data)
        assert refused.text in (
            "Det har du ikke adgang til her.",
            "Det er noteret allerede. Tak.",
        ), data
    async with line.database.read() as session:
        assert await leaders(session) == []
