"""Paper that anybody can read: one page, tagged, the right words, and a code that leads home."""

import subprocess
from pathlib import Path
from shutil import which

import pytest

from domain.people import LANGUAGES, Language
from knowledge.library import Library
from services.leaflets import Leaflet, guide_leaflet, handout, make
from services.phrases import Phrases

LINK = "https://hvlinjen.example.dk"
FACTS = {
    "organisation": "Eksempel Kommune",
    "body": "jobcentret",
    "phone": "87 00 00 00",
    "hours": "mandag-torsdag 8-15.30, fredag 8-14",
    "region": "midtjylland",
}
needs_poppler = pytest.mark.skipif(not which("pdfinfo"), reason="poppler-utils is not installed")


@pytest.fixture(scope="module")
def phrases(library: Library) -> Phrases:
    return Phrases.of(library, FACTS)


def facts_of(leaflet: Leaflet, folder: Path) -> dict[str, str]:
    file = folder / "leaflet.pdf"
    file.write_bytes(make(leaflet))
    told = subprocess.run(["pdfinfo", str(file)], capture_output=True, text=True, check=True).stdout
    return {
        key.strip(): value.strip()
        for key, _, value in (x.partition(":") for x in told.splitlines())
    }


def words_of(leaflet: Leaflet, folder: Path) -> str:
    file = folder / "leaflet.pdf"
    file.write_bytes(make(leaflet))
    command = ["pdftotext", "-layout", str(file), "-"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


@needs_poppler
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("invitation", [False, True])
def test_the_handout_is_one_tagged_page(
    phrases: Phrases, tmp_path: Path, language: Language, invitation: bool
) -> None:
    facts = facts_of(handout(phrases, language, LINK, invitation=invitation), tmp_path)
    assert (facts["Pages"], facts["Tagged"]) == ("1", "yes")
    assert facts["Page size"].endswith("(A4)")


@needs_poppler
def test_the_handout_stays_one_page_with_long_names(library: Library, tmp_path: Path) -> None:
    long = FACTS | {
        "organisation": "Ringkøbing-Skjern og Ikast-Brande Kommuners Fælles Virksomhedsservice",
        "body": "Arbejdsmarked, Uddannelse og Virksomhedsservice",
        "hours": "mandag-onsdag 8-15.30, torsdag 8-17, fredag 8-14, lørdag og helligdage lukket",
        "phone": "+45 87 00 00 00",
    }
    phrases = Phrases(library.guides, library.situations, long)
    link = f"{LINK}/en/lang/adresse/i/Ab3dE6gh1jKlmN0pQrStuv"
    for invitation in (False, True):
        facts = facts_of(handout(phrases, "da", link, invitation=invitation), tmp_path)
        assert facts["Pages"] == "1"


@needs_poppler
def test_the_handout_has_the_three_parts_and_the_organisation(
    phrases: Phrases, tmp_path: Path
) -> None:
    text = words_of(handout(phrases, "da", LINK), tmp_path)
    parts = ["Hvad autisme er", "Det får du hjælp til", "Sådan får du fat i os"]
    assert [text.index(part) for part in parts] == sorted(text.index(part) for part in parts)
    for told in ("Eksempel Kommune", "87 00 00 00", "ring 112", LINK, "5."):
        assert told in text


@needs_poppler
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_guide_is_one_tagged_page(
    phrases: Phrases, tmp_path: Path, language: Language
) -> None:
    for guide in phrases.guides.values():
        facts = facts_of(guide_leaflet(phrases, language, guide, LINK), tmp_path)
        assert (facts["Pages"], facts["Tagged"]) == ("1", "yes"), guide.id


@needs_poppler
def test_a_guide_with_numbers_has_them_right_under_what_to_do(
    phrases: Phrases, tmp_path: Path
) -> None:
    guide = phrases.guides["self-harm-suicidal"]
    text = words_of(guide_leaflet(phrases, "da", guide, LINK), tmp_path)
    assert text.index("Gør nu") < text.index("Ring til\n") < text.index("Undgå")
    assert "70 11 31 31 Lægevagten" in text


def test_signs_that_typst_would_read_as_markup_are_only_signs(library: Library) -> None:
    odd = FACTS | {"organisation": '#panic("x") *A* & <B> $C$ [D] @e', "phone": "_1_ #2"}
    phrases = Phrases(library.guides, library.situations, odd)
    assert make(handout(phrases, "en", "https://x.dk/?a=1&b=<2>#3")).startswith(b"%PDF")
