"""What apps above this one show beside an indicator on its page.

They keep what they know of it themselves, and this app knows nothing of them. Such an app names its function once, in
its `apps.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from petajalan.accounts.models import Agency, User
    from petajalan.planning.models import Indicator


@dataclass(frozen=True, slots=True)
class Beside:
    """A card: its template, which takes `part`."""

    template: str
    part: Mapping[str, object]


class Shows(Protocol):
    def __call__(self, *, user: User, agency: Agency, indicator: Indicator) -> Beside | None: ...


_shown: list[Shows] = []


def show_beside_indicators(shows: Shows) -> None:
    if shows not in _shown:
        _shown.append(shows)


def beside(*, user: User, agency: Agency, indicator: Indicator) -> list[Beside]:
    found = (shows(user=user, agency=agency, indicator=indicator) for shows in _shown)
    return [one for one in found if one is not None]
