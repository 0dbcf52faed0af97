"""What indicators reached in a year, for what plans: a target is held against the year before.

Results are kept by apps above this one, of which it knows nothing. Such an app names its function once, in its
`apps.py`; without one nothing is known of any year.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Protocol
from uuid import UUID

if TYPE_CHECKING:
    from petajalan.accounts.models import Agency


class Knows(Protocol):
    def __call__(self, *, agency: Agency, year: int, keys: Collection[UUID]) -> Mapping[UUID, Decimal | str]:
        """The figure of the whole year, a number or a grade, of those of the indicators that have one."""


_known_by: list[Knows] = []


def ask_for_results(knows: Knows) -> None:
    if knows not in _known_by:
        _known_by.append(knows)


def results_of(*, agency: Agency, year: int, keys: Collection[UUID]) -> dict[UUID, Decimal | str]:
    found: dict[UUID, Decimal | str] = {}
    for knows in _known_by:
        found |= knows(agency=agency, year=year, keys=keys)
    return found
