"""The one tree of errors: each has a sentence for the person and a short line for the log."""


class HotlineError(Exception):
    """Something the person can be told about kindly. Nothing has been changed when it is raised.

    `key` names the sentence in `locales/`; `params` fill it. `str(error)` is the line for the log:
    it never holds message text, names or numbers of people.
    """

    key = "error-general"
    ends_talk = False
    """Whether the conversation that was going on cannot go on."""

    def __init__(self, log: str = "", **params: str) -> None:
        super().__init__(log or self.key)
        self.params = params


class NotAllowed(HotlineError):
    """The acting person has no right to this."""

    key = "error-not-allowed"


class NotFound(HotlineError):
    """What was asked for does not exist, or is not this person's to see."""

    key = "error-not-found"


class InvitationRefused(HotlineError):
    """Unknown, used and expired codes get the same answer, so that nothing can be guessed."""

    key = "error-invitation"


class AlreadyTaken(HotlineError):
    """Somebody else won the case; `name` says who."""

    key = "error-already-taken"


class AlreadyClosed(HotlineError):
    """The case is closed."""

    key = "error-already-closed"
    ends_talk = True


class NotTaken(HotlineError):
    """Nobody has the case yet: whoever wants to write in it takes it first."""

    key = "error-not-taken"
    ends_talk = True


class SomebodyElses(HotlineError):
    """Somebody else has the case; `name` says who."""

    key = "error-somebody-elses"
    ends_talk = True


class CannotTakeOver(HotlineError):
    """The colleague cannot be asked now: off duty, away, or out of reach."""

    key = "error-cannot-take-over"


class DeliveryError(Exception):
    """A message could not be sent. `permanent`: trying again will not help."""

    def __init__(self, reason: str, *, permanent: bool = False, retry_after: float = 0) -> None:
        super().__init__(reason)
        self.reason = reason
        self.permanent = permanent
        self.retry_after = retry_after
