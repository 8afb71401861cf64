import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.masking import mask, mask_payload

DATES = st.tuples(st.integers(1, 28), st.integers(1, 12), st.integers(0, 99))
FOUR = st.integers(0, 9999)


@pytest.mark.parametrize(
    "number",
    [
        "010190-1234",
        "010190 1234",
        "0101901234",
        "010190.1234",
        "010190/1234",
        "010190 - 1234",
        "010190–1234",
        "01-01-90-1234",
        "01.01.90-1234",
        "01 01 90 1234",
        "01011990-1234",
        "610190-1234",
    ],
)
def test_every_spelling_of_a_cpr_number_is_taken_out(number: str) -> None:
    assert mask(f"det er {number} der er her").text == "det er [CPR fjernet] der er her"


@pytest.mark.parametrize(
    "text",
    [
        "ring på 20 30 40 50",
        "mit nummer er +45 12345678",
        "ordre 4500012345 er pakket",
        "perioden er 010124-311224",
        "vores cvr er 12345678",
        "starter d. 01.02.2025 kl. 08.00",
        "EAN 5790000123456",
        "pakken 00370712345678901234 er væk",
        "faktura 9900112233",
        "der står 112 paller",
    ],
)
def test_what_only_looks_like_one_stays(text: str) -> None:
    masked = mask(text)
    assert (masked.text, masked.found) == (text, 0)


@given(DATES, FOUR, st.sampled_from(["", "-", " ", " - ", ".", "/", "–"]))
def test_any_date_with_four_digits_is_masked(
    date: tuple[int, int, int], four: int, between: str
) -> None:
    day, month, year = date
    text = f"han hedder {day:02}{month:02}{year:02}{between}{four:04} hos os"
    assert mask(text).text == "han hedder [CPR fjernet] hos os"


@given(st.text(max_size=300))
def test_masking_never_fails_and_masks_nothing_twice(text: str) -> None:
    once = mask(text)
    assert mask(once.text).text == once.text


def test_every_text_of_an_update_is_masked_and_technical_ids_stay() -> None:
    update = {
        "message": {
            "text": "010190-1234",
            "document": {"file_id": "0101901234", "file_name": "010190-1234.pdf"},
            "entities": [{"type": "bold", "offset": 0}],
        }
    }
    masked, found = mask_payload(update)
    assert found == 2
    assert masked == {
        "message": {
            "text": "[CPR fjernet]",
            "document": {"file_id": "0101901234", "file_name": "[CPR fjernet].pdf"},
            "entities": [{"type": "bold", "offset": 0}],
        }
    }
