"""Which period a meeting looks back on, and which notes may stand on its sheet."""

from datetime import date

import pytest

from domain.incidents import Category
from domain.meetings import Learned, Sheet, choose, is_nameless, looks_back
from domain.periods import Period


@pytest.mark.parametrize(
    ("sheet", "on", "first", "last"),
    [
        (Sheet.AGENDA, date(2026, 11, 29), date(2026, 1, 1), date(2026, 6, 30)),
        (Sheet.AGENDA, date(2026, 6, 30), date(2025, 7, 1), date(2025, 12, 31)),
        (Sheet.AGENDA, date(2027, 1, 1), date(2026, 7, 1), date(2026, 12, 31)),
        (Sheet.INVITATION, date(2026, 11, 29), date(2026, 7, 1), date(2026, 9, 30)),
        (Sheet.NOTES, date(2026, 2, 28), date(2025, 10, 1), date(2025, 12, 31)),
        (Sheet.NOTES, date(2026, 4, 1), date(2026, 1, 1), date(2026, 3, 31)),
    ],
)
def test_a_meeting_looks_back_on_the_last_period_that_is_over(
    sheet: Sheet, on: date, first: date, last: date
) -> None:
    assert looks_back(sheet, on) == Period(first, last)


@pytest.mark.parametrize(
    "text",
    [
        "Som i H-2026-0042: sig det højt",
        "P-7KQ2 trives bedst om morgenen",
        "Det hjalp, at Mette kom",
        "Brug Mettes liste",
        "På bageriet ringer klokken for højt",
        "Vores praktikant Peter Holm vil have pauser",
    ],
)
def test_a_note_that_names_somebody_is_not_nameless(text: str) -> None:
    assert not is_nameless(text, ["Mette Nr. 1"], ["Bageriet"])


def test_a_note_without_names_is_nameless() -> None:
    assert is_nameless("Ny sæbe er en ændring, der skal siges højt", ["Mette"], ["Bageriet", ""])


def test_the_newest_of_each_category_comes_first_and_the_commonest_leads() -> None:
    notes = [
        Learned(9, Category.PEOPLE, "ni"),
        Learned(8, Category.TASKS, "otte"),
        Learned(7, Category.TASKS, "syv"),
        Learned(6, Category.PEOPLE, "NI"),
        Learned(5, Category.TASKS, "fem"),
        Learned(4, Category.OVERLOAD, "fire"),
        Learned(3, Category.TASKS, "tre"),
    ]
    most = [Category.TASKS, Category.SAFETY, Category.OVERLOAD]
    chosen = choose(notes, most, lambda _text: True)
    assert [note.incident_id for note in chosen] == [8, 4, 9, 7, 5]
    chosen = choose(notes, most, lambda text: text not in ("otte", "fire", "fem"))
    assert [note.incident_id for note in chosen] == [7, 9, 3]
    assert choose([], [Category.TASKS], lambda _text: True) == []


def test_no_more_notes_are_looked_through_than_it_takes() -> None:
    notes = [Learned(n, Category.TASKS, f"nummer {n}") for n in range(10_000, 0, -1)]
    asked: list[str] = []

    def may_stand(text: str) -> bool:
        asked.append(text)
        return text != "nummer 9999"

    chosen = choose(notes, [Category.TASKS], may_stand)
    assert [note.incident_id for note in chosen] == [10_000, 9_998, 9_997, 9_996, 9_995]
    assert len(asked) == 6
