"""What becomes of a question that no guide answered."""

from datetime import timedelta
from enum import StrEnum

UNDO_FOR = timedelta(minutes=2)
"""How long a decision can be taken back: only then is it written into the knowledge."""

WORDING_LIMIT = 500
"""Characters of an example message."""


class Decision(StrEnum):
    """What a specialist decides."""

    EXAMPLE = "example"
    NO_GUIDE = "no-guide"
    NEW_GUIDE = "new-guide"

    @property
    def teaches(self) -> bool:
        """Whether the search learns from it: a wish for a new guide waits until it is written."""
        return self is not Decision.NEW_GUIDE


def wording(text: str) -> str:
    """A message as one line of an example file."""
    return " ".join(text.split())[:WORDING_LIMIT].strip()
