"""Every address of the interface that reads, filled in with rows of one agency."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from petajalan.accounts.models import Agency, Unit
from petajalan.api.v1.endpoint import Endpoint
from petajalan.api.v1.urls import ENDPOINTS
from petajalan.evaluation.models import Evaluation, EvaluationWorksheet, Recommendation
from petajalan.planning.models import ActionPlan, Indicator, IndicatorRow, RoadMap
from petajalan.reporting.models import ProgressLine

YEAR = 2025
DOCUMENTS = "year=2025&month=1&quarter=1&theme=x"


def readable(agency: Agency) -> Iterator[tuple[Endpoint, str]]:
    """An address for each endpoint that only reads, documents apart: those have tests of their own."""
    rows = examples(agency)
    for one in ENDPOINTS:
        if one.method != "GET" or (one.tag == "documents" and one.path != "documents"):
            continue
        yield one, filled(one.path, rows)


def filled(path: str, rows: Mapping[str, Any]) -> str:
    parts = []
    for part in path.split("/"):
        name = part.strip("<>").split(":")[-1]
        parts.append(str(rows[name]) if part.startswith("<") else part)
    return "/".join(parts)


def examples(agency: Agency) -> dict[str, Any]:
    """By the name in an address."""
    road_map = RoadMap.objects.filter(agency=agency, current=True).get()
    led = IndicatorRow.objects.filter(agency=agency, road_map=road_map).exclude(key_activity__coordinator=None)
    row = led.exclude(indicator=None).select_related("indicator", "key_activity").first()
    line = ProgressLine.objects.filter(agency=agency).latest("pk")
    worksheet = EvaluationWorksheet.objects.filter(agency=agency).latest("pk")
    assert row is not None
    assert row.indicator is not None
    assert row.key_activity is not None
    return {
        "slug": agency.slug,
        "unit": row.key_activity.coordinator_id,
        "version": road_map.version,
        "key": Indicator.objects.filter(agency=agency, road_map=road_map).latest("pk").key,
        "plan": ActionPlan.objects.filter(agency=agency).latest("pk").pk,
        "report": line.report_id,
        "line": line.pk,
        "year": worksheet.year,
        "quarter": 1,
        "indicator": row.indicator.key,
        "evaluation": Evaluation.objects.filter(agency=agency, kind="month").latest("pk").pk,
        "recommendation": Recommendation.objects.filter(agency=agency).latest("pk").pk,
        "party": "self",
        "kind": "action_plan",
        "of_unit": Unit.objects.filter(agency=agency).latest("pk").pk,
    }
