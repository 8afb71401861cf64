"""An employer's own placements: where each stands, and when somebody asks again."""

from datetime import date

from telegram import Update

from domain.messages import Button, Param, Ref, column
from handlers.turn import MENU, Turn, pressed_id
from services import followups, placements


async def list_placements(_update: Update, turn: Turn) -> None:
    """`/placements`: those that are not over."""
    found = await placements.own_placements(turn.session, turn.person)
    buttons = [
        Button(
            "button-placement",
            f"placement:{one.id}",
            params={"reference": one.reference, "type": Ref(f"type-{one.type}")},
        )
        for one in found
    ]
    turn.say("placements", column(*buttons, MENU), count=len(found))


async def open_placement(update: Update, turn: Turn) -> None:
    """One placement in a few lines."""
    placement = await placements.find_placement(turn.session, turn.person, pressed_id(update))
    hours = placements.hours_now(placement, turn.now)
    following = await followups.next_due(turn.session, placement)
    turn.say(
        "placement-view",
        column(Button("button-placements", "placements"), MENU),
        reference=placement.reference,
        type=Ref(f"type-{placement.type}"),
        status=Ref(f"placement-{placement.status}"),
        starts=_day(placement.starts_on),
        ends=_day(placement.ends_on),
        hours=Ref("placement-no-hours") if hours is None else f"{hours:g}",
        next=following or Ref("placement-nothing-next"),
    )


def _day(day: date | None) -> Param:
    return day or Ref("placement-no-date")
