"""The address of a list: what it keeps, how it is sorted, and where its pages lie."""

from starlette.requests import Request

from web.listing import LONGEST, Listing, listing


def asked(query: str) -> Listing:
    scope = {
        "type": "http",
        "path": "/review/x",
        "query_string": query.encode(),
        "headers": [],
        "server": ("localhost", 80),
    }
    return listing(Request(scope), ("q", "level"), ("when", "level"), "-when")


def test_only_known_filters_and_columns_are_taken() -> None:
    found = asked("q=+han++gik+&level=&strange=1&sort=name&after=7")
    assert (found.filters, found.sort, found.after) == ({"q": "han gik"}, "-when", "7")
    assert asked("sort=-level").sort == "-level"
    assert len(asked("q=" + "x" * 900).filters["q"]) == LONGEST


def test_the_address_keeps_filters_and_order_and_begins_at_the_first_page() -> None:
    found = asked("q=a%26b&after=7")
    assert found.address() == "/review/x?q=a%26b&sort=-when"
    assert found.address(q="") == "/review/x?sort=-when"
    assert found.between("3", "9").next_page == "/review/x?q=a%26b&sort=-when&after=9"
    assert found.between("3", "").previous_page == "/review/x?q=a%26b&sort=-when&before=3"
    assert found.next_page == ""


def test_a_column_sorts_first_upwards_and_then_the_other_way() -> None:
    assert asked("sort=level").sorted_by("level") == "/review/x?sort=-level"
    assert asked("sort=-level").sorted_by("level") == "/review/x?sort=level"
    assert asked("").sorted_by("level") == "/review/x?sort=level"
