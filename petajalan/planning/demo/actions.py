"""The action plans of the demonstration year, from `actions_2024/`. All of them are made up, and say so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import yaml

from petajalan.accounts.models import Agency, Unit, User
from petajalan.common.audit import SYSTEM, Actor
from petajalan.planning.choices import FigureRule
from petajalan.planning.models import Action, ActionPlan, IndicatorRow, RootCause
from petajalan.planning.rules import may_decide_actions
from petajalan.planning.services import actions as services
from petajalan.planning.services.writing import add
from petajalan.regulation.recognise.names import plain

YEAR = 2024
SUBMITTED, APPROVED = datetime(2023, 12, 18, 10, 0), datetime(2023, 12, 27, 14, 0)  # noqa: DTZ001  # in the city's zone
EVERYBODY = "all"
TO_DATE = "s/d"
FIGURES = ("target", "budget")
# Fields of a row by what the files call them.
TEXTS = {
    **{"name": "name", "output": "output", "measure": "output_indicator", "unit": "output_unit"},
    **{"unit_rule": "unit_rule", "evidence": "evidence_needed"},
    **{"problem": "problem", "problem_indicator": "problem_indicator", "focus": "focus_code"},
}


@dataclass(frozen=True, slots=True)
class DemoAction:
    """code  names the action in the data of the year; `row` is it as the file has it"""

    code: str
    coordinator: str
    row: dict[str, Any]

    @property
    def units(self) -> list[str]:
        return [] if self.row["by"] == EVERYBODY else list(self.row["by"])


@cache
def demo_actions() -> tuple[DemoAction, ...]:
    found = files(__package__).joinpath(f"actions_{YEAR}")
    data = [yaml.safe_load(one.read_text("utf-8")) for one in sorted(found.iterdir(), key=lambda one: one.name)]
    return tuple(DemoAction(row["code"], plan["coordinator"], row) for plan in data for row in plan["actions"])


def plan_year(*, agency: Agency, decider: User | None) -> dict[str, Action]:
    """Approved plans with the actions by their code. A unit that has a plan for the year keeps it and gets none."""
    units = {name: unit for unit in Unit.objects.filter(agency=agency) for name in (unit.name, unit.short_name) if name}
    keys = _indicator_keys(agency)
    causes = _add_causes(agency, keys)
    made: dict[str, Action] = {}
    for coordinator in dict.fromkeys(one.coordinator for one in demo_actions()):
        unit = units.get(coordinator)
        if unit is None or ActionPlan.objects.filter(agency=agency, year=YEAR, coordinator=unit).exists():
            continue
        wanted = [one for one in demo_actions() if one.coordinator == coordinator]
        made |= _plan(agency, unit, wanted, units, keys, causes, decider)
    return made


def _plan(
    agency: Agency, coordinator: Unit, wanted: list[DemoAction], units: dict[str, Unit], keys: dict[str, Any],
    causes: dict[str, UUID], decider: User | None,
) -> dict[str, Action]:  # fmt: skip
    submitted, approved = (moment.replace(tzinfo=ZoneInfo(agency.time_zone)) for moment in (SUBMITTED, APPROVED))
    plan = services.open_action_plan(agency=agency, year=YEAR, coordinator=coordinator, by=SYSTEM, at=submitted)
    made = {}
    for one in wanted:
        doing = [units[name] for name in one.units if name in units]
        key = keys.get(plain(one.row["indicator"]))
        if key is None or not (doing or one.row["by"] == EVERYBODY):
            continue  # people took the indicator or the units out of the city
        made[one.code] = services.add_action(
            plan=plan, implementers=doing, simulated=True, by=SYSTEM, at=submitted, indicator_key=key,
            all_units=one.row["by"] == EVERYBODY, root_cause_key=causes.get(one.code), **dict(_values(one.row)),
        )  # fmt: skip
    if made:
        services.submit_action_plan(plan=plan, seen=plan.version, by=SYSTEM, at=submitted)
        by: Actor = decider if decider is not None and may_decide_actions(decider, plan) else SYSTEM
        services.approve_action_plan(plan=plan, seen=plan.version, by=by, at=approved)
    return made


def _values(row: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    for code, name in TEXTS.items():
        if code in row:
            yield name, row[code]
    yield "figure_rule", FigureRule.TO_DATE if row.get("rule") == TO_DATE else FigureRule.PER_QUARTER
    for code in FIGURES:
        for quarter, figure in enumerate(row[code], start=1):
            yield f"{code}_q{quarter}", None if figure is None else Decimal(str(figure))


def _add_causes(agency: Agency, keys: dict[str, Any]) -> dict[str, UUID]:
    """Made-up root causes of the plan in force: the key of each by the code of the action that answers it.

    The regulation prints none, so a plan that is enacted gets them too. Themes that have causes keep those alone.
    """
    rows = IndicatorRow.objects.filter(agency=agency, road_map__current=True, theme__root_causes=None)
    themes = {one.indicator.key: one.theme for one in rows.select_related("indicator", "theme__road_map__agency")
              if one.indicator and one.theme}  # fmt: skip
    at = SUBMITTED.replace(tzinfo=ZoneInfo(agency.time_zone))
    made = {}
    for one in demo_actions():
        key = keys.get(plain(one.row["indicator"]))
        theme = themes.get(key) if key is not None else None
        if theme is not None and "cause" in one.row:
            told = {"theme": theme, "simulated": True, **one.row["cause"]}
            made[one.code] = add(RootCause, road_map=theme.road_map, by=SYSTEM, at=at, **told).key
    return made


def _indicator_keys(agency: Agency) -> dict[str, Any]:
    """Keys of indicators by what the tables print and by what the register calls them."""
    rows = IndicatorRow.objects.filter(agency=agency, indicator__isnull=False).select_related("indicator")
    found: dict[str, Any] = {}
    for row in rows.order_by("road_map__version", "position"):
        assert row.indicator is not None  # filtered above
        for name in (row.name, row.indicator.name):
            if name:
                found[plain(name)] = row.indicator.key
    return found
