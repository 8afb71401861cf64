import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.masking import mask, mask_payload, names_hint

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
        "010190\u00a01234",
        "010190\n1234",
        "010190-\n1234",
        "010190\u20111234",
        "010190 \u2014 1234",
        "01.01.90 1234",
        "01-01-1990-1234",
        "01 01 90 12 34",
        "0 1 0 1 9 0 1 2 3 4",
        "\uff10\uff11\uff10\uff11\uff19\uff10\uff0d\uff11\uff12\uff13\uff14",
        "\u0660\u0661\u0660\u0661\u0669\u0660-\u0661\u0662\u0663\u0664",
        "01\u200b0190-12\u200b34",
        "290292-0000",
    ],
)
def test_every_spelling_of_a_cpr_number_is_taken_out(number: str) -> None:
    assert mask(f"det er {number} der er her").text == "det er [CPR fjernet] der er her"


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("cpr010190-1234 er det", "cpr[CPR fjernet] er det"),
        ("CPR:\n010190-1234", "CPR:\n[CPR fjernet]"),
        ("personnummer 0101901234", "personnummer [CPR fjernet]"),
        ("pnr. 010190 1234", "pnr. [CPR fjernet]"),
        ("hans cpr er 1.2.90-1234", "hans cpr er [CPR fjernet]"),
        ("cpr slutter på 1234", "cpr slutter på [CPR fjernet]"),
        ("de sidste fire cifre er 1234", "de sidste fire cifre er [CPR fjernet]"),
        ("sidste 4: 1234", "sidste 4: [CPR fjernet]"),
        ("last four digits are 1234", "last four digits are [CPR fjernet]"),
        ("tlf 20 20 20 20, cpr 290292-0000", "tlf 20 20 20 20, cpr [CPR fjernet]"),
        ("010101-0001 og 020202-0002", "[CPR fjernet] og [CPR fjernet]"),
    ],
)
def test_a_word_for_it_helps_to_find_the_number(text: str, masked: str) -> None:
    assert mask(text).text == masked


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
        "p-nr 1012345678",
        "konto 1234 0101901234",
        "ordre nr. 0101901234",
        "01.02.2025 0800",
        "01.01.2024 - 2025",
        "0045 12 34 56 78",
        "uge 45 46 47 4800 kr",
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


@pytest.mark.parametrize("text", ["310290-1234", "011390-1234", "320190-1234", "290291-1234"])
def test_a_date_that_cannot_be_is_no_cpr_number(text: str) -> None:
    assert mask(text).text == text


PHONES = st.tuples(*[st.integers(20, 99)] * 4).map(lambda p: " ".join(map(str, p)))
TEN_DIGITS = st.integers(0, 10**10 - 1).map("{:010}".format)


@given(PHONES, st.sampled_from(["", "+45 ", "0045 "]))
def test_phone_numbers_stay(number: str, country: str) -> None:
    text = f"ring på {country}{number} efter kl. 12"
    assert mask(text).text == text


@given(TEN_DIGITS, st.sampled_from(["ordre", "fakturanr.", "Kundenummer:", "EAN", "sporingsnr"]))
def test_ten_digits_named_as_something_else_stay(digits: str, name: str) -> None:
    text = f"det er {name} {digits} igen"
    assert mask(text).text == text


@given(st.integers(10**12, 10**13 - 1))
def test_longer_numbers_stay(number: int) -> None:
    assert mask(f"EAN {number}").text == f"EAN {number}"


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


def test_a_string_under_a_technical_key_stays_but_what_is_inside_a_table_does_not() -> None:
    assert mask_payload({"data": "0101901234", "id": 101901234}) == (
        {"data": "0101901234", "id": 101901234},
        0,
    )
    assert mask_payload({"data": {"text": "0101901234"}}) == (
        {"data": {"text": "[CPR fjernet]"}},
        1,
    )


@pytest.mark.parametrize(
    "text",
    [
        "Vores praktikant Mikkel Sørensen kommer for sent",
        "hun hedder Lise Madsen og er sød",
        "Praktikantens navn er Ali Hassan",
        "Medarbejderen Jens-Peter Holm lukker ned",
        "My trainee Tom Baker is late again",
        "jeg har talt med Mette Hansen om det",
    ],
)
def test_a_full_name_is_noticed(text: str) -> None:
    assert names_hint(text) is True


@pytest.mark.parametrize(
    "text",
    [
        "Jeg hedder Hanne Poulsen og er leder",
        "mvh Karen Hansen",
        "hun hedder Lise",
        "vores praktikant fra Silkeborg Kommune",
        "Hej Jobcenter Viborg",
        "den nye elev på Nørre Allé",
        "Vores praktikant starter mandag",
        "My name is John Smith, I run a bakery",
    ],
)
def test_places_firms_and_the_writer_are_no_names_of_employees(text: str) -> None:
    assert names_hint(text) is False
