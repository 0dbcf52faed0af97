"""Every edit of a plan, as a call on the row of a fixture: what the tests of all services go through."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from petajalan.accounts.models import User
from petajalan.planning import services
from tests.planning.regulations import AT
from tests.planning.services.conftest import Plan


@dataclass(frozen=True)
class Edit:
    """An edit by its service: `run(plan, by, seen)`. `action` is how the trail calls it.

    versioned  whether it is refused for somebody who saw an older version of the row
    """

    service: str
    action: str
    run: Callable[[Plan, User | str, int], object]
    versioned: bool = True

    def __str__(self) -> str:
        return self.service


def adding(service: str, action: str, **values: object) -> Edit:
    """An edit that makes a row: values that are callables are asked of the plan."""

    def run(plan: Plan, by: User | str, seen: int) -> object:
        given = {name: value(plan) if callable(value) else value for name, value in values.items()}
        return getattr(services, service)(by=by, at=AT, **given)

    return Edit(service, action, run, versioned=False)


def editing(service: str, action: str, **values: object) -> Edit:
    def run(plan: Plan, by: User | str, seen: int) -> object:
        given = {name: value(plan) if callable(value) else value for name, value in values.items()}
        return getattr(services, service)(seen=seen, by=by, at=AT, **given)

    return Edit(service, action, run)


EDITS = (
    adding("add_goal", "goal_added", road_map=lambda p: p.road_map, name="Birokrasi lincah"),
    editing("edit_goal", "goal_changed", goal=lambda p: p.goal, name="Birokrasi yang bersih"),
    editing("remove_goal", "goal_removed", goal=lambda p: p.goal),
    adding("add_objective", "objective_added", road_map=lambda p: p.road_map, name="ASN profesional", element="soft"),
    editing("edit_objective", "objective_changed", objective=lambda p: p.objective, element="hard"),
    editing("remove_objective", "objective_removed", objective=lambda p: p.objective),
    adding("add_policy_objective", "policy_objective_added", objective=lambda p: p.objective, name="Data terpadu"),
    editing(
        "edit_policy_objective", "policy_objective_changed", policy_objective=lambda p: p.policy, name="Layanan meluas"
    ),
    editing("remove_policy_objective", "policy_objective_removed", policy_objective=lambda p: p.policy),
    adding("add_key_activity", "key_activity_added", road_map=lambda p: p.road_map, name="Arsip Digital"),
    editing("edit_key_activity", "key_activity_changed", activity=lambda p: p.activity, coordinator=lambda p: p.unit),
    editing(
        "set_implementers", "key_activity_changed",
        activity=lambda p: p.activity, units=lambda p: [p.unit, p.other_unit], all_units=False,
    ),
    editing("remove_key_activity", "key_activity_removed", activity=lambda p: p.activity),
    editing(
        "set_score", "score_changed", activity=lambda p: p.activity, factor=lambda p: p.factor, value=Decimal(9)
    ),
    adding("add_factor", "factor_added", road_map=lambda p: p.road_map, name="Kesiapan"),
    editing("edit_factor", "factor_changed", factor=lambda p: p.factor, weight=Decimal(2)),
    editing("remove_factor", "factor_removed", factor=lambda p: p.factor),
    adding("add_indicator", "indicator_row_added", owner=lambda p: p.theme, name="Laju Inflasi Melati"),
    editing("edit_indicator", "indicator_changed", indicator=lambda p: p.indicator, definition="Indeks PANRB"),
    editing("remove_indicator", "indicator_removed", indicator=lambda p: p.indicator),
    adding("name_indicator", "indicator_row_added", owner=lambda p: p.objective, indicator=lambda p: p.indicator),
    adding("remove_indicator_row", "indicator_removed", row=lambda p: p.row),
    editing("set_row_coordinator", "indicator_row_changed", row=lambda p: p.row, unit=lambda p: p.unit),
    editing("set_counterpart", "key_activity_changed", row=lambda p: p.activity, code="complaints"),
    adding("add_theme", "theme_added", road_map=lambda p: p.road_map, name="Peningkatan Investasi"),
    editing("edit_theme", "theme_changed", theme=lambda p: p.theme, gap="2 poin"),
    editing("remove_theme", "theme_removed", theme=lambda p: p.theme),
    adding("add_obstacle", "obstacle_added", theme=lambda p: p.theme, text="Gudang kurang"),
    editing("edit_obstacle", "obstacle_changed", obstacle=lambda p: p.obstacle, text="Pasokan tersendat"),
    editing("remove_obstacle", "obstacle_removed", obstacle=lambda p: p.obstacle),
    adding(
        "add_root_cause", "root_cause_added",
        theme=lambda p: p.theme, parent=lambda p: p.cause, text="Petugas kurang", category="people",
    ),
    editing("edit_root_cause", "root_cause_changed", cause=lambda p: p.cause, category="process"),
    editing("remove_root_cause", "root_cause_removed", cause=lambda p: p.cause),
    adding("add_programme", "programme_added", theme=lambda p: p.theme, name="Toko tani", kind="innovation"),
    editing("edit_programme", "programme_changed", programme=lambda p: p.programme, status="running"),
    editing("remove_programme", "programme_removed", programme=lambda p: p.programme),
    adding("add_related_regulation", "related_regulation_added", theme=lambda p: p.theme, title="Perpres 1/2024"),
    editing("edit_related_regulation", "related_regulation_changed", regulation=lambda p: p.law, title="Perda 2/2023"),
    editing("remove_related_regulation", "related_regulation_removed", regulation=lambda p: p.law),
    adding("add_series", "data_series_added", theme=lambda p: p.theme, name="Harga beras", proxy="Kota Mawar"),
    editing("edit_series", "data_series_changed", series=lambda p: p.series, proxy="Kota Mawar"),
    editing("remove_series", "data_series_removed", series=lambda p: p.series),
    adding(
        "set_points", "data_points_set",
        series=lambda p: p.series, points=lambda p: [services.Point("2024-Q1", Decimal("3.1"), "BPS")],
    ),
    editing("edit_point", "data_point_changed", point=lambda p: p.point, value=Decimal("2.6")),
    editing("remove_point", "data_point_removed", point=lambda p: p.point),
    adding("add_section", "section_text_added", road_map=lambda p: p.road_map, title="LAMPIRAN"),
    editing(
        "write_section", "section_text_changed", section=lambda p: p.section, title="MANAJEMEN RB", body="Tim dibentuk."
    ),
    editing("remove_section", "section_text_removed", section=lambda p: p.section),
    adding(
        "add_issue", "strategic_issue_added",
        road_map=lambda p: p.road_map, title="Kemiskinan", level="downstream", scope="national",
    ),
    editing("edit_issue", "strategic_issue_changed", issue=lambda p: p.issue, text="Belum merata"),
    editing("remove_issue", "strategic_issue_removed", issue=lambda p: p.issue),
    adding("add_condition", "condition_added", road_map=lambda p: p.road_map, title="Indeks RB 64,09"),
    editing("edit_condition", "condition_changed", condition=lambda p: p.condition, text="Nilai 2023"),
    editing("remove_condition", "condition_removed", condition=lambda p: p.condition),
    adding(
        "decide_figure", "figure_decided",
        indicator=lambda p: p.indicator, role="target", period="2024", seen=0, text="2,95",
    ),
    adding("edit_road_map", "road_map_changed", road_map=lambda p: p.road_map, title="Road map", period_start=2024,
           period_end=2026),
)  # fmt: skip
