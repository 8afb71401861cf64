"""Story 10: one line from every closed case, found again by the words that matter."""

from domain.people import Role
from tests.line import Line


async def test_a_note_from_closing_is_found_by_its_words_and_by_staff_only(line: Line) -> None:
    mette = await line.joins(Role.EMPLOYER, "Mette", "Bageriet")
    anna = await line.joins(Role.SPECIALIST, "Anna")
    for happened, note in (
        ("Han vil ikke ind i omklædningen", "Ny sæbe er en ændring, der skal siges højt"),
        ("Han går fra kassen", "Pauser ved kassen hver time"),
    ):
        await mette.presses("Tal med en specialist")
        await mette.writes(happened)
        await anna.looks()
        await anna.presses("Jeg tager den")
        await anna.presses("Luk sagen")
        await anna.presses("Det er løst")
        await anna.writes(note)
    [found] = await anna.writes("/learned ændringer i sæben")
    assert "H-2026-0001: Ny sæbe er en ændring, der skal siges højt" in found.text
    assert "kassen" not in found.text
    [newest] = await anna.writes("/learned")
    assert newest.text.index("H-2026-0002") < newest.text.index("H-2026-0001")
    [nothing] = await anna.writes("/learned vinterferie <b>")
    assert nothing.text.startswith("Jeg fandt ingen noter om »vinterferie &lt;b&gt;«.")
    await mette.looks()
    [refused] = await mette.writes("/learned sæbe")
    assert refused.text == "Det har du ikke adgang til her."
