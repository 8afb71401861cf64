"""Stops guessing: whoever fails too often has to wait."""

from collections import OrderedDict
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from ipaddress import IPv6Address, ip_address

MOST = 20
"""Failures; a whole office may share one address."""
WITHIN = timedelta(minutes=15)
REMEMBERED = 10_000
"""Addresses; the one that failed longest ago is forgotten first."""


@dataclass
class Attempts:
    """What failed lately, by address."""

    _failures: OrderedDict[str, list[datetime]] = field(default_factory=OrderedDict)

    def must_wait(self, address: str, now: datetime) -> bool:
        """Whether this address has failed too often."""
        return len(self._recent(address, now)) >= MOST

    def failed(self, address: str, now: datetime) -> None:
        """One more failure."""
        who = _network(address)
        self._failures[who] = [*self._recent(address, now), now][-MOST:]
        self._failures.move_to_end(who)
        while len(self._failures) > REMEMBERED:
            self._failures.popitem(last=False)

    def _recent(self, address: str, now: datetime) -> list[datetime]:
        return [at for at in self._failures.get(_network(address), []) if now - at < WITHIN]


def _network(address: str) -> str:
    """An IPv6 customer has a whole /64 to change addresses in."""
    try:
        known = ip_address(address)
    except ValueError:
        return address
    return known.exploded[:19] if isinstance(known, IPv6Address) else address
