"""What pages read of a plan: completeness, alignment, differences, findings; each with as many queries for 40 rows as
for one."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from petajalan.planning.models import Factor, Indicator, IndicatorRow, KeyActivity, PlanCheck, RoadMap, Theme
from petajalan.planning.queries import road_map_json
from petajalan.planning.queries.alignment import alignment_of
from petajalan.planning.queries.as_data import plan_data
from petajalan.planning.queries.completeness import completeness_of
from petajalan.planning.queries.differences import differences_between, year_changes
from petajalan.planning.queries.history import of_row
from petajalan.planning.queries.live_findings import find_in, live_findings_of
from petajalan.planning.queries.national import reference_of
from petajalan.planning.readings import decode_findings
from petajalan.planning.services import (
    add_indicator,
    add_key_activity,
    add_theme,
    check_plan,
    create_road_map,
    decide_figure,
    edit_indicator,
    edit_theme,
    open_year,
    remove_theme,
    set_score,
    start_amendment,
)
from petajalan.regulation.findings.model import Finding
from tests.cast import Cast
from tests.planning.regulations import AT, LATER, MELATI, stored
from tests.planning.services.conftest import Plan


def aim(plan: Plan, indicator: Indicator, **targets: str) -> None:
    for year, text in targets.items():
        period = "" if year == "baseline" else year.removeprefix("y")
        role = "baseline" if year == "baseline" else "target"
        known = indicator.adopted.filter(role=role, period=period).first()
        decide_figure(
            indicator=indicator, role=role, period=period, seen=known.version if known else 0, text=text,
            by=plan.rina, at=AT,
        )  # fmt: skip


def codes(road_map: RoadMap) -> set[str]:
    return {one.finding.code for one in find_in(road_map).findings}


# ---- findings ----


def test_same_rules_run_on_a_draft_and_each_finding_leads_to_its_row(plan: Plan) -> None:
    aim(plan, plan.indicator, baseline="2,9", y2024="2,5", y2025="7")
    found = {one.finding.code: one for one in find_in(plan.road_map).findings}
    assert {"target_worse_than_baseline", "outside_scale"} <= found.keys()
    for code in ("target_worse_than_baseline", "outside_scale"):
        assert [(ref.kind, ref.key, ref.name) for ref in found[code].about] == [
            ("Indicator", str(plan.indicator.key), "Indeks SPBE")
        ]
    assert found["outside_scale"].finding.message.id.startswith("Nilai “Indeks SPBE” 7 (2025)")


def test_what_is_put_right_is_found_no_more(plan: Plan) -> None:
    aim(plan, plan.indicator, baseline="2,9", y2024="2,5", y2025="7")
    aim(plan, plan.indicator, y2024="3,0", y2025="3,1")
    assert codes(plan.road_map).isdisjoint({"target_worse_than_baseline", "outside_scale"})


def test_contested_figure_is_found_where_it_stands_and_gone_once_decided(cast: Cast) -> None:
    text = MELATI.replace(b"| 2,66 | 2,81 | 2,95 | Diskominfo", b"| 2,66 | 2,81 | 3,10 | Diskominfo")
    _regulation, printed = stored(cast.agency, text)
    road_map = start_amendment(road_map=printed, reason="x", by=cast.rina, at=AT)
    assert "indicator_two_values" in codes(road_map)
    spbe = Indicator.objects.get(road_map=road_map, known_code="spbe")
    decide_figure(indicator=spbe, role="target", period="2024", seen=0, text="3,10", reason="x", by=cast.rina, at=AT)
    assert "indicator_two_values" not in codes(road_map)


def test_totals_of_a_plan_are_computed_so_none_is_wrong(in_force: RoadMap) -> None:
    assert "wrong_total" in {one.code for one in _printed_findings(in_force)}
    assert "wrong_total" not in codes(in_force)


def _printed_findings(road_map: RoadMap) -> tuple[Finding, ...]:
    return decode_findings(road_map.regulation.reading.findings)


def test_constant_factor_leads_to_the_factor(plan: Plan) -> None:
    for position in range(2):
        activity = add_key_activity(road_map=plan.road_map, name=f"Kegiatan {position}", by=plan.rina, at=AT)
        set_score(activity=activity, factor=plan.factor, value=Decimal(8), seen=0, by=plan.rina, at=AT)
    found = {one.finding.code: one.about for one in find_in(plan.road_map).findings}
    assert [(ref.kind, ref.key) for ref in found["constant_factor"]] == [("Factor", str(plan.factor.key))]


def test_empty_plan_has_no_findings(cast: Cast) -> None:
    road_map = create_road_map(agency=cast.agency, title="A", period_start=2025, period_end=2026, by=cast.rina, at=AT)
    assert find_in(road_map).findings == ()


def test_kept_findings_are_read_with_one_query_until_the_plan_changes(plan: Plan) -> None:
    check_plan(road_map=RoadMap.objects.get(pk=plan.road_map.pk))
    road_map = RoadMap.objects.select_related("agency").get(pk=plan.road_map.pk)
    with CaptureQueriesContext(connection) as queries:
        kept = live_findings_of(road_map)
    assert len(queries) == 1
    assert kept == find_in(road_map)
    aim(plan, plan.indicator, baseline="2,9", y2024="2,5")
    assert "target_worse_than_baseline" in {
        one.finding.code for one in live_findings_of(RoadMap.objects.get(pk=road_map.pk)).findings
    }


def test_kept_findings_of_another_shape_are_found_anew(plan: Plan) -> None:
    road_map = RoadMap.objects.get(pk=plan.road_map.pk)
    check_plan(road_map=road_map)
    PlanCheck.objects.filter(road_map=road_map).update(findings='[{"old": 1}]')
    assert live_findings_of(road_map) == find_in(road_map)


# ---- differences ----


def test_copy_differs_in_nothing(in_force: RoadMap, cast: Cast) -> None:
    draft = start_amendment(road_map=in_force, reason="x", by=cast.rina, at=AT)
    assert differences_between(in_force, draft).rows == ()


def test_every_change_is_named_with_before_and_after(in_force: RoadMap, cast: Cast) -> None:
    draft = start_amendment(road_map=in_force, reason="x", by=cast.rina, at=AT)
    who = {"by": cast.rina, "at": LATER}
    spbe = Indicator.objects.get(road_map=draft, known_code="spbe")
    decide_figure(indicator=spbe, role="target", period="2024", seen=1, text="3,5", **who)
    edit_indicator(indicator=spbe, seen=1, definition="Menurut PANRB", **who)
    remove_theme(theme=Theme.objects.get(road_map=draft), seen=1, **who)
    add_theme(road_map=draft, name="Investasi", **who)
    archive = KeyActivity.objects.get(road_map=draft, name="Arsip Digital")
    severity = Factor.objects.get(road_map=draft, code="severity")
    set_score(activity=archive, factor=severity, value=Decimal(3), seen=1, **who)
    found = differences_between(in_force, draft)
    changed = {
        (one.kind, type(one.row).__name__, one.about): [(c.field, c.before, c.after) for c in one.changes]
        for one in found.rows
    }
    assert changed == {
        ("changed", "Indicator", "Indeks SPBE"): [("definition", "", "Menurut PANRB")],
        ("changed", "AdoptedFigure", "Indeks SPBE · Target 2024"): [("figure", "2,95", "3,5")],
        ("changed", "Score", "Arsip Digital · Tingkat Keparahan (1-10)"): [("value", "2", "3")],
        ("changed", "KeyActivity", "Arsip Digital"): [("total", "17", "18")],
        ("added", "Theme", "Investasi"): [],
        ("removed", "Theme", "Pengendalian Inflasi"): [],
        ("removed", "Indicator", "Tingkat Inflasi (YoY)"): [],
        ("removed", "IndicatorRow", "Tingkat Inflasi (YoY)"): [],
        ("removed", "AdoptedFigure", "Tingkat Inflasi (YoY) · Target 2023"): [],
        ("removed", "AdoptedFigure", "Tingkat Inflasi (YoY) · Target 2024"): [],
    }
    assert found.count == {"added": 1, "changed": 4, "removed": 5}


def test_year_beside_the_year_before(plan: Plan) -> None:
    aim(plan, plan.indicator, y2025="3")
    other = add_indicator(owner=plan.goal, name="Indeks lain", by=plan.rina, at=AT)
    aim(plan, other, y2025="10")
    open_year(road_map=plan.road_map, year=2026, by=plan.rina, at=AT)
    aim(plan, other, y2026="12")
    new = add_indicator(owner=plan.goal, name="Indeks baru", by=plan.rina, at=AT)
    aim(plan, new, y2026="1")
    assert {one.indicator.name: (one.kind, one.is_carried) for one in year_changes(plan.road_map, 2026)} == {
        "Indeks SPBE": ("same", True), "Indeks lain": ("changed", False), "Indeks baru": ("added", False),
    }  # fmt: skip


# ---- alignment ----


def test_plan_beside_the_national_framework(in_force: RoadMap) -> None:
    alignment = alignment_of(in_force)
    activities = alignment.section("activities")
    assert [match.national.code for match in activities.matched] == ["spbe-architecture", "digital-archives"]
    assert len(activities.matches) == 21
    assert activities.local == ()
    assert "complaints" in [match.national.code for match in activities.missing]
    spbe = next(one for one in activities.matches if one.national.code == "spbe-architecture")
    assert [str(row) for part in spbe.parts if part.is_matched for row in part.rows] == ["Indeks SPBE"]
    assert alignment.section("goals").matched != ()
    assert [str(one) for one in alignment.section("objectives").local] == ["Tata kelola digital Melati"]


def test_row_without_counterpart_is_local_and_naming_one_matches_it(plan: Plan) -> None:
    assert plan.theme in alignment_of(plan.road_map).section("themes").local
    edit_theme(theme=plan.theme, seen=1, national_code="inflation", by=plan.rina, at=AT)
    themes = alignment_of(plan.road_map).section("themes")
    assert themes.local == ()
    assert [str(row) for match in themes.matched for row in match.rows] == ["Pengendalian Inflasi"]


def test_years_without_a_framework_have_no_alignment(plan: Plan) -> None:
    RoadMap.objects.filter(pk=plan.road_map.pk).update(period_start=2010, period_end=2014)
    assert alignment_of(RoadMap.objects.get(pk=plan.road_map.pk)) is None


# ---- JSON ----


def test_json_of_a_plan_from_nothing_and_of_decisions(plan: Plan, in_force: RoadMap) -> None:
    aim(plan, plan.indicator, baseline="2,66", y2024="2,95")
    row = road_map_json(plan.road_map)["key_activities"][0]["indicators"][0]
    assert (row["name"], row["baseline"]["value"], {year: one["printed"] for year, one in row["targets"].items()}) == (
        "Indeks SPBE", 2.66, {"2024": "2,95"},
    )  # fmt: skip
    draft = start_amendment(road_map=in_force, reason="x", by=plan.rina, at=AT)
    spbe = Indicator.objects.get(road_map=draft, known_code="spbe")
    decide_figure(indicator=spbe, role="target", period="2024", seen=1, text="3,5", by=plan.rina, at=AT)
    decide_figure(indicator=spbe, role="target", period="2025", seen=0, text="3,6", by=plan.rina, at=AT)
    whole = road_map_json(draft)
    rows = [*whole["objectives"][0]["indicators"], *whole["key_activities"][1]["indicators"]]
    assert [{year: one["printed"] for year, one in row["targets"].items()} for row in rows] == [
        {"2024": "3,5", "2025": "3,6"}, {"2023": "2,81", "2024": "3,5", "2025": "3,6"},
    ]  # fmt: skip


# ---- the number of queries ----


def grown(plan: Plan, rows: int) -> RoadMap:
    """The plan with so many more activities, themes and indicators."""
    road_map, of = plan.road_map, {"agency": plan.agency, "road_map": plan.road_map}
    for number in range(rows):
        at = 100 + number
        activity = KeyActivity.objects.create(**of, position=at, name=f"Kegiatan {number}", objective=plan.objective)
        theme = Theme.objects.create(**of, position=at, name=f"Tema {number}")
        indicator = Indicator.objects.create(**of, position=at, name=f"Indikator {number}")
        IndicatorRow.objects.create(**of, position=at, name="x", key_activity=activity, indicator=indicator)
        IndicatorRow.objects.create(**of, position=at + 1000, name="x", theme=theme, indicator=indicator)
    return RoadMap.objects.select_related("agency").get(pk=road_map.pk)


@pytest.mark.parametrize(
    ("read", "queries"),
    [
        (completeness_of, 6),
        (alignment_of, 6),
        (find_in, 14),
        (lambda road_map: plan_data(road_map, reference_of(road_map.agency)), 14),
        (lambda road_map: differences_between(road_map, road_map), 21),
        (lambda road_map: year_changes(road_map, 2025), 2),
        (road_map_json, 11),
    ],
    ids=["completeness", "alignment", "findings", "data", "differences", "year", "json"],
)
@pytest.mark.parametrize("rows", [1, 3, 40])
def test_number_of_queries_does_not_grow(
    plan: Plan, read: Callable[[RoadMap], object], queries: int, rows: int
) -> None:
    road_map = grown(plan, rows)
    with CaptureQueriesContext(connection) as captured:
        read(road_map)
    assert len(captured) == queries


@pytest.mark.parametrize("rows", [1, 40])
def test_copy_takes_as_many_queries_for_a_large_plan(plan: Plan, rows: int) -> None:
    grown(plan, rows)
    RoadMap.objects.filter(pk=plan.road_map.pk).update(status="enacted")
    with CaptureQueriesContext(connection) as captured:
        start_amendment(road_map=RoadMap.objects.get(pk=plan.road_map.pk), reason="x", by="system", at=AT)
    assert len(captured) < 85


# ---- history ----


def test_history_of_a_row_reaches_over_versions(plan: Plan) -> None:
    edit_theme(theme=plan.theme, seen=1, gap="2 poin", reason="Data BPS", by=plan.rina, at=AT)
    RoadMap.objects.filter(pk=plan.road_map.pk).update(status="enacted")
    draft = start_amendment(road_map=plan.road_map, reason="x", by=plan.rina, at=AT)
    copied = Theme.objects.get(road_map=draft, key=plan.theme.key)
    edit_theme(theme=copied, seen=2, gap="1 poin", by=plan.cast.wati, at=LATER)
    rows = of_row(plan.agency, Theme, plan.theme.key)
    assert [(one.who, one.what, [(c.field, c.before, c.after) for c in one.changes]) for one in rows[:2]] == [
        ("Wati Setyowati", "Mengubah tema", [("kesenjangan", "2 poin", "1 poin")]),
        ("Rina Hapsari", "Mengubah tema", [("kesenjangan", "", "2 poin")]),
    ]
    assert (rows[1].reason, rows[2].what, len(rows)) == ("Data BPS", "Menambah tema", 3)
    assert of_row(plan.cast.other_agency, Theme, plan.theme.key) == []
