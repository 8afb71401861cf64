"""A list that stands in its own address: what it is filtered by, how it is sorted, which page."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from starlette.requests import Request

LONGEST = 200
"""Characters of one filter; what is longer was not typed into our form."""


@dataclass(frozen=True)
class Listing:
    """The address of a list. `sort` is a column, with `-` in front for falling order; `after` and
    `before` are keys of rows between which the page lies."""

    path: str
    filters: Mapping[str, str]
    sort: str
    after: str = ""
    before: str = ""
    following: str = ""
    """Where the next page begins, once it is known; empty on the last page."""
    preceding: str = ""
    """Where the page before ends; empty on the first page."""

    @property
    def column(self) -> str:
        """The column the list is sorted by."""
        return self.sort.removeprefix("-")

    @property
    def falling(self) -> bool:
        """Whether the largest stands first."""
        return self.sort.startswith("-")

    def address(self, **other: str) -> str:
        """This list with something else in its address; an empty value takes it away."""
        kept = {name: value for name, value in {**self._asked(), **other}.items() if value}
        return f"{self.path}?{urlencode(kept)}" if kept else self.path

    def _asked(self) -> dict[str, str]:
        return {**self.filters, "sort": self.sort}

    def sorted_by(self, column: str) -> str:
        """This list sorted by a column; by the one it is sorted by already, the other way round."""
        other_way = self.column == column and not self.falling
        return self.address(sort=f"-{column}" if other_way else column)

    @property
    def next_page(self) -> str:
        """The address of the next page, or nothing."""
        return self.address(after=self.following) if self.following else ""

    @property
    def previous_page(self) -> str:
        """The address of the page before, or nothing."""
        return self.address(before=self.preceding) if self.preceding else ""

    def between(self, preceding: str, following: str) -> "Listing":
        """The same, knowing where the pages around it begin and end."""
        return replace(self, preceding=preceding, following=following)


def listing(
    request: Request, filters: Collection[str], columns: Collection[str], usual: str
) -> Listing:
    """What a request asks of a list: only filters and columns that it has, else the usual order."""
    asked = request.query_params
    found = {name: " ".join(asked.get(name, "").split())[:LONGEST] for name in filters}
    sort = asked.get("sort", "")
    return Listing(
        request.url.path,
        {name: value for name, value in found.items() if value},
        sort if sort.removeprefix("-") in columns else usual,
        asked.get("after", "")[:LONGEST],
        asked.get("before", "")[:LONGEST],
    )
