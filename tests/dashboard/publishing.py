"""Kota Melati opens its page: one enacted road map with an indicator that Budi measures in 2025."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from petajalan.accounts.choices import PublicItem
from petajalan.accounts.services.public import show_publicly
from petajalan.planning.models import DataPoint, DataSeries, Goal, Indicator, IndicatorRow, Objective, Theme
from petajalan.reporting.services.rollups import refresh_year
from tests.cast import Cast
from tests.reporting.measuring import YEAR, Measuring

SWITCHED = datetime(2025, 4, 1, 3, 0, tzinfo=UTC)
PAGE = "/publik/kota-melati/"
CONTENT = [one for one in PublicItem if one is not PublicItem.SEARCH]


def show(cast: Cast, *items: PublicItem, shown: bool = True) -> None:
    for item in items:
        show_publicly(agency=cast.agency, item=item, shown=shown, by=cast.wati, at=SWITCHED)


def enacted(measuring: Measuring) -> Measuring:
    measuring.road_map.current = True
    measuring.road_map.save()
    return measuring


def grow(measuring: Measuring, number: int) -> Indicator:
    """A goal, an objective and a theme with a series, each with an indicator of its own that was measured."""
    place: dict[str, Any] = {"agency": measuring.cast.agency, "road_map": measuring.road_map}
    at = {**place, "position": number}
    goal = Goal.objects.create(**at, name=f"Tujuan {number}")
    objective = Objective.objects.create(**at, goal=goal, name=f"Sasaran {number}")
    theme = Theme.objects.create(**at, name=f"Tema {number}", objective="Warga sejahtera")
    series = DataSeries.objects.create(**at, theme=theme, name=f"Seri {number}", simulated=True)
    for year in (2023, 2024):
        position = DataPoint.objects.count() + 1
        DataPoint.objects.create(**place, position=position, series=series, period=str(year), value=year)
    made = None
    for owner in ({"goal": goal}, {"objective": objective}, {"theme": theme}):
        made = measuring.indicator(f"Indeks {number} {next(iter(owner))}")
        position = IndicatorRow.objects.count() + 100
        IndicatorRow.objects.create(**place, position=position, indicator=made, name=made.name, **owner)
        measuring.save(made, "2,8")
    assert made is not None
    refresh_year(agency=measuring.cast.agency, year=YEAR)
    return made
