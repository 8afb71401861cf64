"""The case a line goes to."""

from hypothesis import given
from hypothesis import strategies as st

from domain.relay import Aim, Unclear, aim


def test_the_answered_message_decides_before_the_chosen_case() -> None:
    assert aim(Aim(answers=True, answered=1, chosen=2, open=(1, 2))) == 1


def test_an_answer_to_an_unknown_message_is_asked_about() -> None:
    assert aim(Aim(answers=True, chosen=2, open=(1, 2))) is Unclear.ASK


def test_without_a_choice_it_is_asked_and_without_a_case_it_goes_nowhere() -> None:
    assert aim(Aim(open=(1,))) is Unclear.ASK
    assert aim(Aim()) is Unclear.NOWHERE


IDS = st.sampled_from([1, 2, 3])
SCREEN = st.lists(
    st.tuples(st.sampled_from(["choose", "arrives", "stop"]), IDS), min_size=1, max_size=12
)


@given(SCREEN)
def test_what_is_written_under_a_line_of_one_case_never_goes_to_another(
    screen: list[tuple[str, int]],
) -> None:
    chosen, doubtful, seen = None, False, None
    for what, case in screen:
        match what:
            case "choose":
                chosen, doubtful, seen = case, False, case
            case "arrives":
                doubtful, seen = doubtful or case != chosen, case
            case "stop":
                chosen, doubtful, seen = None, False, None
    found = aim(Aim(chosen=chosen, doubtful=doubtful, open=(1, 2, 3)))
    assert found is Unclear.ASK or found == seen
