"""Telegram's limits are kept whatever is sent when, and a limited chat delays no other."""

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from domain.pacing import UNPACED, Pace, Pacer

PAUSES = st.floats(min_value=0, max_value=4)
CHATS = st.sampled_from(["telegram:1", "telegram:2", "telegram:-3", "telegram:-4"])


def send_all(wishes: list[tuple[float, str]], pace: Pace) -> list[tuple[float, str]]:
    """Send each as soon as the pacer allows it, one after the other."""
    pacer, now, sent = Pacer(pace), 1000.0, []
    for pause, chat in wishes:
        now += pause
        wait = max(
            pacer.overall_wait(now), pacer.chat_wait(chat, now, group=chat.startswith("telegram:-"))
        )
        now += wait + 1e-6
        pacer.sent(chat, now)
        sent.append((now, chat))
    return sent


def most_within(times: list[float], seconds: float) -> int:
    return max((sum(at <= t < at + seconds for t in times) for at in times), default=0)


@given(st.lists(st.tuples(PAUSES, CHATS), max_size=120))
@example([(0.0, "telegram:1")] * 10)
@example([(0.0, "telegram:-3")] * 45)
def test_no_window_holds_more_than_telegram_allows(wishes: list[tuple[float, str]]) -> None:
    sent = send_all(wishes, Pace(overall_per_second=5))
    assert most_within([at for at, _chat in sent], 1) <= 5
    for chat in {chat for _at, chat in sent}:
        times = [at for at, to in sent if to == chat]
        if chat.startswith("telegram:-"):
            assert most_within(times, 60) <= 20
        else:
            assert most_within(times, 3) <= 3


@given(st.lists(CHATS, max_size=60))
def test_a_wait_is_never_longer_than_the_limit_asks_for(chats: list[str]) -> None:
    sent = send_all([(0.0, chat) for chat in chats], Pace())
    assert all(later - earlier <= 60.1 for (earlier, _), (later, _) in pairwise(sent))


@given(st.floats(min_value=0.1, max_value=3600), st.floats(min_value=0, max_value=3600))
def test_a_pause_that_telegram_asks_for_is_that_chats_alone(seconds: float, later: float) -> None:
    pacer = Pacer(Pace())
    pacer.retry_after("telegram:1", 1000.0, seconds)
    assert pacer.chat_wait("telegram:2", 1000.0) == 0
    left = max(0, seconds - later)
    assert pacer.chat_wait("telegram:1", 1000.0 + later) == pytest.approx(left, abs=1e-6)


def test_unpaced_never_waits() -> None:
    assert len({at for at, _ in send_all([(0.0, "telegram:1")] * 500, UNPACED)}) == 500


def test_it_forgets_chats_that_have_been_quiet_also_one_that_only_had_to_wait() -> None:
    pacer = Pacer(Pace())
    pacer.sent("telegram:-1", 0.0)
    pacer.retry_after("telegram:-1", 0.0, 1)
    pacer.chat_wait("telegram:-1", 100.0)  # its window is empty now
    for number in range(10_001):
        pacer.sent(f"telegram:{number}", 100.0)
    assert "telegram:-1" not in pacer.chats
    assert not pacer.blocked_until
    assert len(pacer.chats) == 10_001
