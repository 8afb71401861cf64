"""The one clock. Everything else is given `now` as an argument."""

from datetime import UTC, datetime, timedelta


class Clock:
    """Real time, plus what the practice board has moved it forward."""

    def __init__(self, ahead: timedelta = timedelta()) -> None:
        self.ahead = ahead

    def now(self) -> datetime:
        """The time everybody goes by, aware, in UTC."""
        return datetime.now(UTC) + self.ahead  # noqa: TID251 - this is the clock
