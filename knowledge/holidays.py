"""Danish public holidays, from the `holidays` package (Great Prayer Day is gone from 2024 on)."""

from datetime import date
from functools import lru_cache

from holidays import country_holidays


@lru_cache(maxsize=16)
def public_holidays(year: int) -> frozenset[date]:
    """The days of this year on which Denmark is closed by law."""
    return frozenset(country_holidays("DK", years=year))
