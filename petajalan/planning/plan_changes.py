"""Who is told, in the same transaction, that another plan counts from now on.

What is kept of a plan above this app (totals of reports) has to change together with it, and this app knows nothing of
those above. Such an app names its function once, in its `apps.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from petajalan.accounts.models import Agency


class Told(Protocol):
    def __call__(self, *, agency: Agency, year: int | None = None) -> None:
        """`year` of the action plan that was approved; `None` where the road map in force is another one."""


_told: list[Told] = []


def when_plan_changes(tell: Told) -> None:
    if tell not in _told:
        _told.append(tell)


def plan_changed(*, agency: Agency, year: int | None = None) -> None:
    for tell in _told:
        tell(agency=agency, year=year)
