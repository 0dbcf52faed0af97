"""Action plans of Diskominfo in Kota Melati, whose people are Siti and Pak Joko."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

import pytest

from petajalan.accounts.models import Unit
from petajalan.planning.models import Action, ActionPlan, Indicator
from petajalan.planning.services import actions as services
from tests.cast import Cast
from tests.planning.plans import draft
from tests.planning.regulations import AT

COMPLETE = {
    "output": "Layanan terpadu",
    "output_indicator": "Jumlah layanan terpadu",
    "output_unit": "layanan",
    "target_q1": Decimal(1),
    "target_q3": Decimal("2.5"),
    "budget_q1": Decimal(10_000_000),
}


@dataclass(frozen=True)
class Acting:
    cast: Cast
    unit: Unit
    plan: ActionPlan
    indicator: Indicator

    def add(self, name: str = "Menyatukan layanan", **more: object) -> Action:
        values = {"indicator_key": self.indicator.key, "implementers": [self.unit], **COMPLETE, **more}
        return services.add_action(plan=self.plan, name=name, by=self.cast.siti, at=AT, **values)

    def submit(self) -> None:
        services.submit_action_plan(plan=self.plan, seen=self.plan.version, by=self.cast.joko, at=AT)


@pytest.fixture
def acting(cast: Cast) -> Acting:
    road_map = draft(cast.agency)
    indicator = Indicator.objects.create(agency=cast.agency, road_map=road_map, position=1, name="Indeks SPBE")
    unit = cast.siti.current_holdings[0].position.unit
    plan = services.open_action_plan(agency=cast.agency, year=2024, coordinator=unit, by=cast.siti, at=AT)
    return Acting(cast, unit, plan, indicator)
