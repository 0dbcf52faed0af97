"""Public holidays and joint leave of Indonesia, as an input for `WorkCalendar`.

The list of the `holidays` library is taken when dates are generated and not looked at again: a later version of the
library, or a later joint decree, moves no stored date. Years without a decree yet hold estimated days of the moon.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date


def non_working_days(
    years: Iterable[int], *, add: Collection[date] = (), remove: Collection[date] = ()
) -> frozenset[date]:
    """National holidays and joint leave of the years, with the agency's own days added and taken away."""
    import holidays  # slow to import, and the checks of a document never need it

    national = holidays.country_holidays("ID", years=list(years), categories=("public", "government"))
    return (frozenset(national) | frozenset(add)) - frozenset(remove)
