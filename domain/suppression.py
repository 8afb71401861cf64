"""Hides numbers from which a single person could be guessed: those below five, and those from which
a number below five could be worked out.

The reader is taken to know these rules, and every total that is shown. Zero is shown.
"""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

FEWEST = 5
"""The smallest number that is shown, except zero."""

Name = TypeVar("Name", bound=Hashable)


class Veil(StrEnum):
    """What is said of a number instead of it."""

    NONE = ""
    FEW = "few"
    ALL_BUT_FEW = "all-but-few"
    HIDDEN = "hidden"


@dataclass(frozen=True)
class Shown:
    """A number as it may be shown: itself, or what is said in its place."""

    number: int | None
    veil: Veil = Veil.NONE

    @property
    def is_exact(self) -> bool:
        """Whether the number itself is shown."""
        return self.number is not None


def is_few(number: int) -> bool:
    """Whether a number is too small to be shown."""
    return 0 < number < FEWEST


def nested(numbers: Sequence[int]) -> list[Shown]:
    """Numbers each of which counts part of the one before, such as asked, answered, in time.

    None of those shown differs from another by less than five, so that no difference tells of few.
    """
    shown: list[Shown] = []
    for number in numbers:
        shown.append(
            _within(number, [one.number for one in shown if one.number is not None], shown)
        )
    return shown


def _within(number: int, larger: Sequence[int], all_before: Sequence[Shown]) -> Shown:
    if not all_before:
        return Shown(None, Veil.FEW) if is_few(number) else Shown(number)
    if not larger:
        return Shown(None, Veil.HIDDEN)
    whole = min(larger)
    if number in (0, whole):
        return Shown(number)
    if whole < 2 * FEWEST:  # few, or all but few: either would tell too much
        return Shown(None, Veil.HIDDEN)
    if is_few(number):
        return Shown(None, Veil.FEW)
    if is_few(whole - number):
        return Shown(None, Veil.ALL_BUT_FEW)
    return Shown(number)


def breakdown(parts: Mapping[Name, int]) -> dict[Name, int | None] | None:
    """The parts of a total that is shown; None in place of those that are hidden. Nothing where no
    part can be shown safely.

    A part below five is hidden, and then those that follow it in the list, until the hidden ones
    can be told from neither their sum nor their number. Their order decides and not their size:
    that the smallest of the others was hidden too would tell how small it is.
    """
    if is_few(sum(parts.values())):
        return None
    names = [name for name, number in parts.items() if number]
    hidden = [name for name in names if is_few(parts[name])]
    first = names.index(hidden[0]) if hidden else 0
    while hidden and not _is_safe([parts[name] for name in hidden]):
        left = [name for name in (*names[first:], *names[:first]) if name not in hidden]
        if not left:
            return None
        hidden.append(left[0])
    return {name: None if name in hidden else number for name, number in parts.items()}


def _is_safe(hidden: Sequence[int]) -> bool:
    """Each hidden part is at least one. Their sum must leave room for any of them to be five."""
    return len(hidden) > 1 and sum(hidden) >= len(hidden) - 1 + FEWEST


def rounded_shares(parts: Mapping[Name, int]) -> dict[Name, int | None] | None:
    """Each part in percent, to the nearest five, where the total is not shown and at least ten;
    None in place of a part below five."""
    total = sum(parts.values())
    if total < 2 * FEWEST:
        return None
    return {
        name: None if is_few(number) else 5 * round(20 * number / total)
        for name, number in parts.items()
    }
