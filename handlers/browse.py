"""The ways to a guide that need no words: what do you see → which part of the day; by condition."""

from telegram import Update

from domain.messages import Button, column
from handlers.turn import MENU, Turn, pressed
from knowledge.guides import CONDITIONS
from knowledge.situations import browse

START_GUIDES = ("what-is-autism", "first-day", "clear-communication", "giving-instructions")
"""What a new employer reads first (seed 000: what it is, what help there is, how to reach us)."""


async def choose_see(_update: Update, turn: Turn) -> None:
    """What do you see?"""
    see = [Button(f"see:{key}", f"see:{key}") for key in turn.library.situations.see]
    more = [Button("button-conditions", "conditions"), Button("button-start-guide", "startguide")]
    turn.say("browse-see", column(*see, *more, MENU))


async def choose_when(update: Update, turn: Turn) -> None:
    """Which part of the day? Only parts that lead to a guide are shown."""
    see = pressed(update)[1]
    guides = turn.library.guides
    when = [
        Button(f"when:{key}", f"when:{see}:{key}")
        for key in turn.library.situations.when
        if browse(guides, see=see, when=key)
    ]
    if not when:
        turn.say("guide-gone", ((MENU,),))
        return
    turn.say("browse-when", column(*when, Button("button-back", "guides")))


async def list_guides(update: Update, turn: Turn) -> None:
    """The guides for what you see in this part of the day."""
    _, see, when = (*pressed(update), "", "")[:3]
    found = browse(turn.library.guides, see=see, when=when)
    _list(turn, [guide.id for guide in found], f"see:{see}")


async def choose_condition(_update: Update, turn: Turn) -> None:
    """Autism, ADHD, ADD or anxiety?"""
    buttons = [Button(f"condition-{key}", f"condition:{key}") for key in CONDITIONS]
    turn.say("browse-condition", column(*buttons, Button("button-back", "guides")))


async def list_by_condition(update: Update, turn: Turn) -> None:
    """All guides that fit a condition."""
    found = browse(turn.library.guides, condition=pressed(update)[1])
    _list(turn, [guide.id for guide in found], "conditions")


async def start_guide(_update: Update, turn: Turn) -> None:
    """For those who are new to this: four guides in the order to read them."""
    _list(turn, [key for key in START_GUIDES if key in turn.library.guides], "guides")


def _list(turn: Turn, guide_ids: list[str], back: str) -> None:
    if not guide_ids:
        turn.say("guide-gone", ((MENU,),))
        return
    buttons = [Button(f"guide-title:{key}", f"guide:{key}") for key in guide_ids]
    turn.say("browse-guides", column(*buttons, Button("button-back", back)))
