"""How employers use the guides, counted by week with each thing they do: nobody has to go through
all that was shown to know it."""

from dataclasses import astuple, dataclass, fields
from datetime import date

from sqlalchemy.dialects.sqlite import insert
from sqlmodel import Field, SQLModel, col, func, select

from models.database import Session, write_later


@dataclass(frozen=True)
class GuideUse:
    """How employers used one guide: times shown, and what became of it. `escalated`: a case was
    opened from it; those count as not helped too."""

    guide_id: str
    shown: int = 0
    helped: int = 0
    not_helped: int = 0
    escalated: int = 0

    def since(self, before: "GuideUse") -> "GuideUse":
        """What has been added to `before`; what was taken back is below zero."""
        pairs = zip(astuple(self)[1:], astuple(before)[1:], strict=True)
        return GuideUse(self.guide_id, *(now - then for now, then in pairs))


class GuideWeek(SQLModel, table=True):
    """The use of one guide by employers: of what was shown in the week that begins on this
    Monday."""

    __tablename__ = "guide_week"

    week: date = Field(primary_key=True)
    guide_id: str = Field(primary_key=True)
    shown: int
    helped: int
    not_helped: int
    escalated: int


_COUNTS = {field.name: col(getattr(GuideWeek, field.name)) for field in fields(GuideUse)[1:]}


_ROW = insert(GuideWeek.__table__)  # type: ignore[attr-defined]
_ADDED = _ROW.on_conflict_do_update(
    index_elements=["week", "guide_id"],
    set_={name: count + _ROW.excluded[name] for name, count in _COUNTS.items()},
)


def add_use(session: Session, week: date, use: GuideUse) -> None:
    """Add this use to what is counted of the week; it is stored when the transaction ends."""
    write_later(session, _ADDED, {"week": week, **vars(use)})


async def use_since(session: Session, week: date) -> list[GuideUse]:
    """The use of each guide from this Monday on, the most shown first."""
    sums = [func.sum(count) for count in _COUNTS.values()]
    wanted = (
        select(GuideWeek.guide_id, *sums)
        .where(col(GuideWeek.week) >= week)
        .group_by(col(GuideWeek.guide_id))
        .order_by(sums[0].desc(), col(GuideWeek.guide_id))
    )
    return [GuideUse(*row) for row in await session.exec(wanted)]
