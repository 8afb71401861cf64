"""Where a line that somebody writes goes: to the case that was meant, or nowhere until they say."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import Enum


class Unclear(Enum):
    """No case is meant for sure: whoever writes is asked, or there is no conversation at all."""

    ASK = "ask"
    NOWHERE = "nowhere"


@dataclass(frozen=True)
class Aim:
    """How a line was written: as an answer to a message, in a chosen case, or just so.

    `answered` is the case of the message that was answered. `doubtful`: after the choice, the chat
    has shown something from another case. `open` are the writer's cases in which somebody listens.
    """

    answers: bool = False
    answered: int | None = None
    chosen: int | None = None
    doubtful: bool = False
    open: Collection[int] = ()


def aim(how: Aim) -> int | Unclear:
    """The case a line goes to. A message that is answered decides; then the chosen case, as long
    as no other has come in between."""
    if how.answered is not None:
        return how.answered
    unsure = how.answers or how.doubtful
    if how.chosen is not None and not unsure:
        return how.chosen
    return Unclear.ASK if how.open or how.chosen is not None else Unclear.NOWHERE
