"""No number below five can be worked out, also by somebody who knows the rules and the totals."""

from collections import defaultdict
from itertools import product
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from domain.suppression import FEWEST, Veil, breakdown, is_few, nested, rounded_shares

COUNTS = st.integers(min_value=0, max_value=60)
PARTS = st.lists(COUNTS, min_size=1, max_size=8).map(lambda found: dict(enumerate(found)))


@given(PARTS)
def test_what_is_shown_is_true_and_never_few(parts: dict[int, int]) -> None:
    shown = breakdown(parts)
    if shown is not None:
        assert all(number is None or number == parts[name] for name, number in shown.items())
        assert not any(is_few(number) for number in shown.values() if number is not None)


@given(PARTS)
def test_the_difference_to_the_total_tells_of_no_part(parts: dict[int, int]) -> None:
    shown = breakdown(parts)
    if shown is None or None not in shown.values():
        return
    hidden = [parts[name] for name, number in shown.items() if number is None]
    assert len(hidden) >= 2
    rest = sum(parts.values()) - sum(number or 0 for number in shown.values())
    assert rest - (len(hidden) - 1) >= FEWEST  # any of them may be five or more


@given(PARTS)
def test_nothing_is_hidden_without_need(parts: dict[int, int]) -> None:
    if not any(is_few(number) for number in parts.values()):
        assert breakdown(parts) == parts


def worlds(outputs: dict[Any, list[tuple[int, ...]]]) -> None:
    """In all worlds that look the same, whatever is hidden has at least two values."""
    for shown, vectors in outputs.items():
        for place, number in enumerate(shown):
            if number == "hidden":
                assert len({vector[place] for vector in vectors}) > 1, (shown, vectors)


def test_somebody_who_knows_the_rules_cannot_tell_a_hidden_part() -> None:
    for size, most in ((2, 30), (3, 22), (4, 14)):
        outputs: dict[Any, list[tuple[int, ...]]] = defaultdict(list)
        for vector in product(range(most + 1), repeat=size):
            if sum(vector) > most:
                continue
            shown = breakdown(dict(enumerate(vector)))
            seen = [shown[i] if shown else None for i in range(size)]
            total = sum(vector) if not is_few(sum(vector)) else "few"
            key = tuple("hidden" if number is None else number for number in seen)
            outputs[(*key, total)].append(vector)
        worlds(outputs)


def test_somebody_who_knows_the_rules_cannot_tell_a_hidden_number_of_a_chain() -> None:
    outputs: dict[Any, list[tuple[int, ...]]] = defaultdict(list)
    for first in range(26):
        for second in range(first + 1):
            for third in range(second + 1):
                shown = nested((first, second, third))
                key = tuple(one.number if one.is_exact else one.veil for one in shown)
                outputs[key].append((first, second, third))
    for key, vectors in outputs.items():
        for place, number in enumerate(key):
            inner = all(vector[0] <= 21 for vector in vectors)
            if isinstance(number, Veil) and inner:
                assert len({vector[place] for vector in vectors}) > 1, (key, vectors)


@given(st.lists(COUNTS, min_size=1, max_size=5).map(lambda found: sorted(found, reverse=True)))
def test_no_two_numbers_of_a_chain_differ_by_few(numbers: list[int]) -> None:
    exact = [one.number for one in nested(numbers) if one.number is not None]
    assert not any(is_few(number) for number in exact)
    assert not any(is_few(abs(one - other)) for one in exact for other in exact)


def test_what_is_said_of_a_hidden_number() -> None:
    veils = [one.veil for one in nested([40, 38, 3])]
    assert veils == [Veil.NONE, Veil.ALL_BUT_FEW, Veil.FEW]
    assert [one.veil for one in nested([9, 8])] == [Veil.NONE, Veil.HIDDEN]
    assert [one.veil for one in nested([3, 2])] == [Veil.FEW, Veil.HIDDEN]
    assert [one.number for one in nested([30, 30, 0])] == [30, 30, 0]


def test_shares_are_rounded_and_few_are_hidden() -> None:
    assert rounded_shares({"a": 12, "b": 7, "c": 3}) == {"a": 55, "b": 30, "c": None}
    assert rounded_shares({"a": 9}) is None
