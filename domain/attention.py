"""What needs a person: said on the overview, the most pressing first."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum

from domain.messages import Param


class Pressing(IntEnum):
    """How soon somebody must act."""

    NOW = 0
    TODAY = 1
    SOON = 2


@dataclass(frozen=True)
class Need:
    """One thing that waits for a person. `key` names its sentence and `params` fill it; `path` is
    the page below `/review/` on which it is looked at."""

    key: str
    params: Mapping[str, Param]
    path: str
    pressing: Pressing
    since: datetime
