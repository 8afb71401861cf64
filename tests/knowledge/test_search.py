from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from knowledge import search
from knowledge.errors import KnowledgeError
from knowledge.everyday import Concepts, find_concepts, fold, load_concepts, stem, tokens
from knowledge.features import make_lexicon, mend, split_compound
from knowledge.index import Index, from_bytes, to_bytes
from knowledge.language import detect_language
from tests.knowledge.folder import make_folder, write, write_guide

NO_CONCEPTS = Concepts({}, {}, {}, {})


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_folder(tmp_path_factory.mktemp("knowledge"))


@pytest.fixture(scope="module")
def index(folder: Path) -> Index:
    return search.fit(folder)


@pytest.mark.parametrize(
    ("text", "guide"),
    [
        ("bussen kom ik i dag", "transport"),
        ("HAN LUGTER AF SVED!!", "hygiene"),
        ("julefrokost??", "lunch"),
        ("de spiser alene", "lunch"),
        ("the transport is a problem", "transport"),
    ],
)
def test_the_best_guide_comes_first(index: Index, text: str, guide: str) -> None:
    answer = index.ask(text)
    assert answer.suggestions[0].guide_id == guide
    assert 0 < answer.suggestions[0].confidence <= 1
    assert answer.offers <= 3


def test_none_is_never_a_suggestion(index: Index) -> None:
    answer = index.ask("hvornår har I åbent i weekenden")
    assert {found.guide_id for found in answer.suggestions} == {"transport", "hygiene", "lunch"}


@pytest.mark.parametrize("text", ["", "   ", "🙂", "...", "\u202e\u200f", "<b></b>"[:0]])
def test_a_message_without_words_gets_no_guide(index: Index, text: str) -> None:
    assert index.ask(text).offers == 0


def test_the_language_is_read_from_the_text_and_else_as_asked(index: Index) -> None:
    assert index.ask("he is not at the table", "da").language == "en"
    assert index.ask("bus", "en").language == "en"
    assert index.ask("bus").language == "da"


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=400), st.sampled_from(["da", "en", None]))
def test_any_text_gets_an_answer(index: Index, text: str, lang: str | None) -> None:
    answer = index.ask(text, lang)  # type: ignore[arg-type]
    assert 0 <= answer.offers <= 3
    assert len(answer.suggestions) == 3
    assert all(0 <= found.confidence <= 1.001 for found in answer.suggestions)


@pytest.mark.parametrize(
    "text",
    ["bussen " * 2000, "æ" * 10_000, "12 34 " * 1700, "\ud800 bus", "שלום עולם", "<i>" * 3000],
)
def test_long_and_odd_text_gets_an_answer(index: Index, text: str) -> None:
    assert len(index.ask(text).suggestions) == 3


def test_an_index_survives_its_file(index: Index) -> None:
    again = from_bytes(to_bytes(index))
    assert again.ask("bussen kører ikk") == index.ask("bussen kører ikk")


def test_the_cache_is_fitted_in_another_process_and_read_again(
    folder: Path, tmp_path: Path
) -> None:
    cache = tmp_path / "cache"
    assert search.cached(folder, cache) is None
    fitted = search.load(folder, cache)
    assert [path.suffix for path in cache.iterdir()] == [".npz"]
    again = search.cached(folder, cache)
    assert again is not None
    assert again.ask("bussen") == fitted.ask("bussen")


def test_a_changed_folder_has_another_hash(folder: Path, tmp_path: Path) -> None:
    other = make_folder(tmp_path / "other")
    assert search.knowledge_hash(other) == search.knowledge_hash(folder)
    write(other / "examples" / "da" / "lunch.txt", "noget helt andet\n")
    assert search.knowledge_hash(other) != search.knowledge_hash(folder)


def test_a_broken_cache_is_not_used_but_an_older_one_serves(index: Index, tmp_path: Path) -> None:
    (tmp_path / "search-old.npz").write_bytes(to_bytes(index))
    (tmp_path / "search-new.npz").write_bytes(b"half a file")
    newest = search.newest(tmp_path)
    assert newest is not None
    assert newest.classes == index.classes


def test_a_folder_that_cannot_be_fitted_says_what_is_wrong(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "ours")
    (folder / "guides" / "lunch.en.md").unlink()
    with pytest.raises(KnowledgeError, match=r"lunch\.en\.md: file: is missing"):
        search.load(folder, tmp_path / "cache")


def test_an_overlay_hides_and_adds_guides_in_the_search(folder: Path, tmp_path: Path) -> None:
    write(tmp_path / "guides" / "lunch.da.md", "+++\nhide = true\n+++\n")
    write_guide(tmp_path, "parking", related="hygiene")
    write(tmp_path / "examples" / "da" / "parking.txt", "p-pladsen er fuld\nhvor parkerer han\n")
    classes = search.fit(folder, tmp_path).classes
    assert classes == ("hygiene", "none", "parking", "transport")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("lærling", "laerling"),
        ("gå", "ga"),
        ("søge", "soege"),
        ("spørger", "SPORGER"),
        ("café", "cafe"),
    ],
)
def test_spellings_fold_to_one_form(one: str, other: str) -> None:
    assert [fold(word) for word in tokens(one)] == [fold(word) for word in tokens(other)]


def test_compounds_are_split_and_slips_mended() -> None:
    known = {"frokost": "frokost", "stuen": "stu", "arbejde": "arbejd"}
    lexicon = make_lexicon(NO_CONCEPTS, known)
    assert split_compound(lexicon, "frokoststuen") == ("frokost", "stuen")
    assert split_compound(lexicon, "frokost") == ()
    assert mend(lexicon, "arbjede") == "arbejde"
    assert mend(lexicon, "xylofon") is None


def test_concepts_are_found_by_word_beginning_end_and_phrase(tmp_path: Path) -> None:
    path = tmp_path / "everyday.toml"
    write(path, '[concept.quiet]\nda = "stiv*, *stum, siger ingenting"\nen = "goes quiet"\n')
    concepts = load_concepts([path])

    def found(text: str) -> set[str]:
        words = tokens(text)
        return find_concepts(concepts, [fold(w) for w in words], [stem(w, "da") for w in words])

    assert found("han stivner") == {"quiet"}
    assert found("han er døvstum") == {"quiet"}
    assert found("hun sagde ingenting") == set()
    assert found("hun siger ingenting") == {"quiet"}


def test_words_tell_the_language() -> None:
    assert detect_language(tokens("han er ikke kommet")) == "da"
    assert detect_language(tokens("she is not here")) == "en"
    assert detect_language(tokens("ok")) is None
