"""Who is told, in the same transaction, that the units of an agency are others than before: one more, another kind or
name, other days on which it is active.

What is kept above this app of what units did (totals of reports) has to change together with them, and this app knows
nothing of those above. Such an app names its function once, in its `apps.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from petajalan.accounts.models import Agency


class Told(Protocol):
    def __call__(self, *, agency: Agency) -> None: ...


_told: list[Told] = []


def when_units_change(tell: Told) -> None:
    if tell not in _told:
        _told.append(tell)


def units_changed(*, agency: Agency) -> None:
    for tell in _told:
        tell(agency=agency)
