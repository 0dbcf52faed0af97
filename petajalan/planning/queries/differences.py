"""What differs between two versions of a plan, row by row: rows of one key are one thing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db.models import Prefetch

from petajalan.calc.numbers import format_value
from petajalan.common import audit
from petajalan.planning import models
from petajalan.planning.models import RoadMap
from petajalan.planning.models.rows import PlanRow

# Kinds of rows in the order in which a plan is read, with what counts as a change of each.
COMPARED: tuple[tuple[type[PlanRow], tuple[str, ...]], ...] = (
    (models.SectionText, ("number", "title", "body")),
    (models.StrategicIssue, ("title", "text", "level", "scope")),
    (models.Condition, ("title", "text")),
    (models.Goal, ("name", "national_code")),
    (models.Objective, ("name", "goal", "element", "national_code")),
    (models.PolicyObjective, ("name", "objective")),
    (models.Factor, ("name", "low", "high", "weight")),
    (
        models.KeyActivity,
        (
            "name", "objective", "policy_objective", "mandatory", "coordinator", "second_coordinator", "all_units",
            "total", "rank", "national_code",
        ),
    ),
    (models.Score, ("value",)),
    (models.Implementer, ("unit",)),
    (
        models.Indicator,
        (
            "name", "definition", "value_kind", "direction", "formula", "time_rule", "unit_rule", "cap", "scale_code",
            "unit", "source", "baseline_year", "national_code",
        ),
    ),
    (models.IndicatorRow, ("coordinator_unit",)),
    (models.AdoptedFigure, ("figure",)),
    (models.CorrectedFigure, ("figure",)),
    (models.Theme, ("name", "objective", "evidence", "wanted", "existing", "gap", "national_code")),
    (models.Obstacle, ("text",)),
    (models.RootCause, ("text", "category", "parent")),
    (models.Programme, ("name", "kind", "text", "status", "owner", "cause")),
    (models.RelatedRegulation, ("title",)),
    (models.DataSeries, ("name", "unit", "source", "proxy")),
    (models.DataPoint, ("period", "value", "source", "as_of")),
)  # fmt: skip
# What a row is told as part of, where its own words do not say enough (`_about`).
PART_OF: dict[type[PlanRow], tuple[str, ...]] = {
    models.Score: ("key_activity", "factor"),
    models.Implementer: ("key_activity",),
    models.AdoptedFigure: ("indicator",),
    models.DataPoint: ("series",),
    **dict.fromkeys(
        (models.Obstacle, models.RootCause, models.Programme, models.RelatedRegulation, models.DataSeries), ("theme",)
    ),
}
# How rows and units are called.
CALLED = frozenset({"id", "key", "name", "national_name", "text", "title"})
ADDED, CHANGED, REMOVED = "added", "changed", "removed"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field in words. `before` and `after` are "belum ada" where there is nothing."""

    field: str
    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class RowChange:
    """How one row differs: "added", "changed" or "removed". `row` is the newer one, or the one that is gone.

    about  for a figure, a score or a data point: the row that it belongs to, in words
    """

    kind: str
    row: Any
    about: str
    changes: tuple[FieldChange, ...]

    @property
    def what(self) -> str:
        return str(self.row._meta.verbose_name)


@dataclass(frozen=True)
class Differences:
    older: RoadMap
    newer: RoadMap
    rows: tuple[RowChange, ...]

    @cached_property
    def count(self) -> dict[str, int]:
        return {kind: sum(1 for one in self.rows if one.kind == kind) for kind in (ADDED, CHANGED, REMOVED)}

    def of(self, model: str) -> tuple[RowChange, ...]:
        """The changes of one kind of row ("Indicator")."""
        return tuple(one for one in self.rows if type(one.row).__name__ == model)


def differences_between(older: RoadMap, newer: RoadMap, only: Collection[str] = ()) -> Differences:
    """Two versions of one agency's plan; `only` names the kinds of rows. One query for each kind."""
    rows: list[RowChange] = []
    for model, fields in COMPARED:
        if only and model.__name__ not in only:
            continue
        before, after = _rows(model, fields, older, newer)
        rows += _changes(before, after, fields)
    return Differences(older, newer, tuple(rows))


@dataclass(frozen=True, slots=True)
class YearChange:
    """The target of one year beside that of the year before. `kind` is "same", "changed", "added" or "missing"."""

    indicator: models.Indicator
    before: models.AdoptedFigure | None
    after: models.AdoptedFigure | None

    @property
    def kind(self) -> str:
        if self.after is None:
            return "missing"
        if self.before is None:
            return ADDED
        return "same" if _figure(self.before) == _figure(self.after) else CHANGED

    @property
    def is_carried(self) -> bool:
        """Taken over from the year before, and nobody has set it since."""
        return self.after is not None and bool(self.after.carried_from)


def year_changes(road_map: RoadMap, year: int) -> tuple[YearChange, ...]:
    """Every indicator that has a target in the year or the year before. Two queries."""
    periods = (str(year - 1), str(year))
    targets = models.AdoptedFigure.objects.filter(role="target", period__in=periods).select_related("decided_by")
    indicators = models.Indicator.objects.filter(agency=road_map.agency_id, road_map=road_map)
    found = []
    for indicator in indicators.prefetch_related(Prefetch("adopted", queryset=targets, to_attr="aims")):
        by_period = {one.period: one for one in indicator.aims}
        if by_period:
            found.append(YearChange(indicator, by_period.get(periods[0]), by_period.get(periods[1])))
    return tuple(found)


def years_with_targets(road_map: RoadMap) -> tuple[int, ...]:
    """The years that can be held against the year before: of the period or with a target, but for the first. One
    query."""
    targets = models.AdoptedFigure.objects.filter(agency=road_map.agency_id, road_map=road_map, role="target")
    periods = targets.order_by().values_list("period", flat=True).distinct()
    years = sorted({*road_map.years, *(int(one) for one in periods if len(one) == 4 and one.isdecimal())})
    return tuple(years[1:])


def _rows(
    model: type[PlanRow], fields: tuple[str, ...], older: RoadMap, newer: RoadMap
) -> tuple[dict[UUID, Any], dict[UUID, Any]]:
    compared = [name for name in fields if name != "figure" and model._meta.get_field(name).is_relation]
    related = [*compared, *PART_OF.get(model, ())]
    versions = (older.pk, newer.pk)
    found: Any = model._default_manager.filter(agency=newer.agency_id, road_map__in=versions).order_by("position")
    found = found.select_related(*related).only(*_columns(model, related))
    if model is models.SectionText:
        found = found.filter(current=True)
    if model is models.CorrectedFigure:
        found = found.select_related("figure__key_activity", "figure__interim_result", "figure__indicator_row")
    before: dict[UUID, Any] = {}
    after: dict[UUID, Any] = {}
    for row in found:
        (after if row.road_map_id == newer.pk else before)[row.key] = row
    return before, after


def _columns(model: type[PlanRow], related: Iterable[str]) -> Iterator[str]:
    """Of a row everything, of what it names only which row that is and how it is called."""
    yield from (field.name for field in model._meta.concrete_fields)
    for name in related:
        named: Any = model._meta.get_field(name).related_model
        yield from (f"{name}__{field.name}" for field in named._meta.concrete_fields if field.name in CALLED)


def _changes(before: dict[UUID, Any], after: dict[UUID, Any], fields: tuple[str, ...]) -> Iterator[RowChange]:
    for key, row in after.items():
        if key not in before:
            yield RowChange(ADDED, row, _about(row), ())
        elif changed := tuple(_fields(before[key], row, fields)):
            yield RowChange(CHANGED, row, _about(row), changed)
    for key, row in before.items():
        if key not in after:
            yield RowChange(REMOVED, row, _about(row), ())


def _fields(before: Any, after: Any, fields: tuple[str, ...]) -> Iterator[FieldChange]:
    for name in fields:
        then, now = _value(before, name), _value(after, name)
        if then != now:
            yield FieldChange(name, audit.field_words(name), _words(name, then), _words(name, now))


def _value(row: Any, name: str) -> Any:
    """What is compared: rows of the plan by their key, a figure as it is written."""
    if name == "figure":
        return _figure(row)
    value = getattr(row, name)
    return (value.key, str(value)) if isinstance(value, PlanRow) else value


def _figure(row: models.AdoptedFigure | models.CorrectedFigure) -> str:
    return format_value(row.reading)


def _words(name: str, value: Any) -> str:
    if isinstance(value, tuple):
        return str(value[1])
    return audit.value_words(name, format_value(value) if hasattr(value, "quantize") else value)


def _about(row: Any) -> str:
    match row:
        case models.AdoptedFigure():
            label = str(row.get_role_display())
            return f"{row.indicator.name} · {label} {row.period}".strip()
        case models.CorrectedFigure():
            stated = row.figure.key_activity or row.figure.interim_result or row.figure.indicator_row
            return f"{stated} · {row.get_role_display()} {row.figure.of}".strip()
        case models.Score():
            return f"{row.key_activity.name} · {row.factor.name}"
        case models.Implementer():
            return str(row.key_activity)
        case models.IndicatorRow():
            return str(row)
        case models.DataPoint():
            return f"{row.series.name} · {row.period}"
        case models.Obstacle() | models.RootCause() | models.Programme() | models.RelatedRegulation():
            return str(row.theme)
        case models.DataSeries():
            return str(row.theme)
    return str(row)
