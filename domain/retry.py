"""How long to wait before a failed message is tried again."""

from datetime import timedelta


def backoff(attempt: int) -> timedelta:
    """1, 2, 4, … seconds after the first, second, third … failure; at most two minutes."""
    return timedelta(seconds=min(2 ** (attempt - 1), 120))
