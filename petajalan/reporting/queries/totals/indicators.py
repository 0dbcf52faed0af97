"""Indicators in the quarters of a year, from what their coordinators measured and the targets of the road map."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from petajalan.calc.achievement import Formula, Reason, Target
from petajalan.calc.measuring import Figure, standing
from petajalan.calc.measuring import plain as as_shown
from petajalan.calc.numbers import Reading
from petajalan.calc.rollup import TimeRule, UnitRule
from petajalan.calc.scales import Scale
from petajalan.calc.totals import LACKS, Combined, Pending, combined
from petajalan.planning.agreement import ABSENT
from petajalan.planning.choices import FigureRole, TimeRuleChoice, ValueKind
from petajalan.planning.models import AdoptedFigure, Indicator
from petajalan.planning.queries.national import reference_of
from petajalan.reporting.choices import SubjectKind
from petajalan.reporting.models import Measurement
from petajalan.reporting.queries.measured import figure_of
from petajalan.reporting.queries.measuring import keys_of
from petajalan.reporting.queries.totals.structure import QUARTERS, Structure
from petajalan.reporting.queries.totals.values import Computed, plain, trace_as_data


@dataclass(frozen=True)
class Facts:
    """What is known of the indicators: measurements by indicator, quarter and unit; figures of the plan by indicator,
    role and period."""

    rows: dict[str, dict[int, dict[int, Measurement]]]
    adopted: dict[str, dict[tuple[str, str], Reading]]
    scales: dict[str, Scale]


def computed_indicators(
    structure: Structure, quarters: Iterable[int] = QUARTERS, keys: Sequence[str] | None = None
) -> list[Computed]:
    """Three queries."""
    chosen = list(structure.indicators) if keys is None else [key for key in keys if key in structure.indicators]
    if not chosen:
        return []
    facts = _facts(structure, chosen)
    return [_computed(structure, facts, key, quarter) for key in chosen for quarter in quarters]


def _facts(structure: Structure, keys: Sequence[str]) -> Facts:
    names = {alias: key for key in keys for alias in reversed(keys_of(structure.indicators[key]))}
    rows: dict[str, dict[int, dict[int, Measurement]]] = defaultdict(lambda: defaultdict(dict))
    measured = Measurement.objects.filter(agency=structure.agency, year=structure.year, indicator_key__in=names)
    # What was measured under the key that the indicator has now goes before what was under one joined into it.
    for row in sorted(measured, key=lambda one: str(one.indicator_key) == names[one.indicator_key]):
        rows[names[row.indicator_key]][row.quarter][row.coordinator_id] = row
    by_pk = {structure.indicators[key].pk: key for key in keys}
    adopted: dict[str, dict[tuple[str, str], Reading]] = defaultdict(dict)
    for figure in AdoptedFigure.objects.filter(agency=structure.agency, indicator__in=by_pk).order_by("pk"):
        if figure.reading.state not in ABSENT:
            adopted[by_pk[figure.indicator_id]][figure.role, figure.period] = figure.reading
    return Facts(rows, adopted, {one.code: one for one in reference_of(structure.agency).scales})


def _computed(structure: Structure, facts: Facts, key: str, quarter: int) -> Computed:
    indicator = structure.indicators[key]
    rows, adopted, year = facts.rows[key], facts.adopted[key], structure.year
    together = [_combined(structure, indicator, rows[one]) for one in range(1, quarter + 1)]
    now = together[-1]
    of_quarter = adopted.get((FigureRole.TARGET, f"{year}-Q{quarter}"))
    of_year = adopted.get((FigureRole.TARGET, str(year)))
    baseline = adopted.get((FigureRole.BASELINE, ""))
    read = of_quarter or of_year
    period = f"{year}-Q{quarter}" if of_quarter else str(year)
    found = standing(
        Formula(indicator.formula) if indicator.formula else None,
        TimeRule(indicator.time_rule) if indicator.time_rule else None,
        [one.figure for one in together],
        of_quarter=Target.of(of_quarter) if of_quarter else None,
        of_year=Target.of(of_year) if of_year else Target(),
        percent=indicator.value_kind == ValueKind.PERCENT,
        baseline=baseline.value if baseline else None,
        cap=indicator.cap,
        scale=facts.scales.get(indicator.scale_code),
        year=year,
        sources={**dict.fromkeys(("target", "low", "high"), period), "actual": "measured", "baseline": "baseline"},
    )
    gathered = not of_quarter and indicator.time_rule not in ("", TimeRuleChoice.LAST) and not found.lack
    used = range(1, quarter + 1) if gathered else [quarter]
    trace: dict[str, Any] = {
        "basis": "quarter" if of_quarter else "year",
        "time_rule": indicator.time_rule,
        "unit_rule": indicator.unit_rule,
        "road_map": structure.road_map.version if structure.road_map else None,
        "printed": read.printed if read else "",
        "level": found.actual if isinstance(found.actual, str) else "",
        "parts": [
            {
                "unit": row.coordinator_id,
                "measurement": row.pk,
                "quarter": at,
                "value": plain(as_shown(figure_of(row, indicator))),
                "numerator": plain(row.numerator),
                "denominator": plain(row.denominator),
                "source": row.source,
                "provisional": row.provisional,
            }
            for at in used
            for row in rows[at].values()
        ],
        "quarters": [found.known, found.parts],
    }
    percent, reason = None, ""
    if now.figure is None and now.pending:
        reason = str(now.pending)
    elif found.achievement is not None:
        percent, reason = found.achievement.percent, str(found.achievement.reason or "")
        trace |= trace_as_data(found.achievement.trace)
    elif found.lack is not None:
        reason = str(LACKS[found.lack])
    if percent is None and read is None:
        reason = str(Reason.NO_TARGET)  # it is not assessed this year, whatever else is missing
    elif reason == Reason.NO_ACTUAL and any(not one.released for one in rows[quarter].values()):
        reason = str(Pending.NOT_RELEASED)
    if found.progress is not None and found.progress.percent is not None:
        trace["progress"] = plain(found.progress.percent)
    return Computed(
        kind=SubjectKind.INDICATOR, key=key, quarter=quarter, percent=percent, reason=reason,
        actual=found.actual if isinstance(found.actual, Decimal) else None, target=read.value if read else None,
        known=now.known, parts=now.parts, provisional=any(one.provisional for one in rows[quarter].values()),
        simulated=any(one.simulated for one in rows[quarter].values()), trace=trace,
    )  # fmt: skip


def _combined(structure: Structure, indicator: Indicator, rows: dict[int, Measurement]) -> Combined:
    leaders = structure.leaders.get(str(indicator.key), ())
    units = [*leaders, *(unit for unit in sorted(rows) if unit not in leaders)]
    figures: dict[int, Figure | None] = {
        unit: figure_of(rows[unit], indicator) if unit in rows else None for unit in units
    }
    timed = sorted((row for row in rows.values() if row.measured_at), key=lambda row: (row.measured_at, row.pk))
    last = next((figures[row.coordinator_id] for row in reversed(timed) if figures[row.coordinator_id]), None)
    rule = UnitRule(indicator.unit_rule) if indicator.unit_rule else None
    percent = indicator.value_kind == ValueKind.PERCENT
    return combined(rule, list(figures.values()), percent=percent, last=last)
