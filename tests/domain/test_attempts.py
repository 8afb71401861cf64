"""Whoever fails too often has to wait, and nobody else."""

from datetime import UTC, datetime, timedelta

from domain.attempts import MOST, REMEMBERED, WITHIN, Attempts

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def test_after_twenty_failures_an_address_waits_for_a_quarter_of_an_hour() -> None:
    attempts = Attempts()
    for _ in range(MOST - 1):
        attempts.failed("192.0.2.1", NOW)
    assert not attempts.must_wait("192.0.2.1", NOW)
    attempts.failed("192.0.2.1", NOW)
    assert attempts.must_wait("192.0.2.1", NOW)
    assert not attempts.must_wait("192.0.2.2", NOW)
    assert attempts.must_wait("192.0.2.1", NOW + WITHIN - timedelta(seconds=1))
    assert not attempts.must_wait("192.0.2.1", NOW + WITHIN)


def test_another_address_of_the_same_ipv6_network_is_the_same() -> None:
    attempts = Attempts()
    for number in range(MOST):
        attempts.failed(f"2001:db8::{number + 1:x}", NOW)
    assert attempts.must_wait("2001:db8::ffff", NOW)
    assert not attempts.must_wait("2001:db8:0:1::1", NOW)


def test_what_is_remembered_does_not_grow_without_end() -> None:
    attempts = Attempts()
    for number in range(REMEMBERED + 5):
        attempts.failed(f"name-{number}", NOW)
    assert len(attempts._failures) == REMEMBERED
