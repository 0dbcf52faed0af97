"""What one agency shows of its road map, read once for a page or a file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from petajalan.accounts.choices import PublicItem
from petajalan.accounts.queries.public import Shown
from petajalan.dashboard.queries.public.actuals import Actual, actuals_of
from petajalan.dashboard.queries.public.plan import road_map_in_force
from petajalan.planning.models import RoadMap
from petajalan.planning.queries.register import Entry, Register, register_of


@dataclass(frozen=True)
class Published:
    """`road_map` is `None` while none is enacted; `register` also where indicators are not shown."""

    shown: Shown
    road_map: RoadMap | None
    register: Register | None
    actuals: Mapping[UUID, tuple[Actual, ...]] = field(default_factory=dict)

    @property
    def entries(self) -> tuple[Entry, ...]:
        return self.register.entries if self.register else ()

    @property
    def years(self) -> tuple[str, ...]:
        return self.register.years if self.register else ()

    def has(self, item: str) -> bool:
        """Whether the item is shown and there is an enacted road map to show it from."""
        return self.road_map is not None and self.shown.has(item)

    def of(self, entry: Entry) -> tuple[Actual, ...]:
        return self.actuals.get(entry.indicator.key, ())

    def year_of(self, today: int) -> str:
        """The year whose target the page holds figures against: this one, or the nearest of the plan."""
        years = [int(one) for one in self.years] or [today]
        return str(min(max(today, years[0]), years[-1]))


def published(shown: Shown, at: datetime) -> Published:
    """Seven queries at most."""
    road_map = road_map_in_force(shown.agency)
    if road_map is None or not shown.has(PublicItem.INDICATORS):
        return Published(shown, road_map, None)
    register = register_of(road_map)
    if not shown.has(PublicItem.ACTUALS):
        return Published(shown, road_map, register)
    listed = [one.indicator for one in register.entries]
    return Published(shown, road_map, register, actuals_of(shown.agency, listed, at))
