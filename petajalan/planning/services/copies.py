"""Copying a version of a plan: every row with the same key, pointing to the copies of what it pointed to."""

from __future__ import annotations

from typing import Any

from django.db.models import ForeignKey, Model

from petajalan.planning import models
from petajalan.planning.models import RoadMap
from petajalan.planning.models.rows import PlanRow

# What a row points to is copied before it.
COPIED: tuple[type[PlanRow], ...] = (
    models.SectionText,
    models.StrategicIssue,
    models.Condition,
    models.Goal,
    models.Objective,
    models.PolicyObjective,
    models.Factor,
    models.KeyActivity,
    models.Implementer,
    models.Score,
    models.Theme,
    models.Obstacle,
    models.RootCause,
    models.Programme,
    models.RelatedRegulation,
    models.DataSeries,
    models.DataPoint,
    models.Indicator,
    models.InterimResult,
    models.IndicatorRow,
    models.Figure,
    models.AdoptedFigure,
    models.CorrectedFigure,
    models.PrintedTeam,
    models.PrintedTeamMember,
)


def copy_rows(source: RoadMap, target: RoadMap) -> None:
    """All rows of the plan into an empty version of the same agency: two queries for each kind of row.

    Of a section only the wording in use is copied; the earlier ones stay with the version that they belong to.
    """
    copies: dict[type[Model], dict[int, Model]] = {}
    for model in COPIED:
        rows: Any = model._default_manager.filter(agency=source.agency_id, road_map=source)
        if model is models.SectionText:
            rows = rows.filter(current=True)
        own: dict[int, Model] = {}
        copies[model] = own
        new: list[Any] = []
        for row in rows:
            old = row.pk
            row.pk, row._state.adding = None, True
            row.road_map = target
            if isinstance(row, models.SectionText):
                row.wording = 1
            own[old] = row
            new.append(row)
        _point_to_copies(model, new, copies)
        tree = _own_parent(model)
        if tree is None:
            model._default_manager.bulk_create(new)
        else:
            _store_tree(model, new, tree, own)


def _point_to_copies(model: type[PlanRow], rows: list[Any], copies: dict[type[Model], dict[int, Model]]) -> None:
    for field in model._meta.concrete_fields:
        related = field.related_model
        if not isinstance(field, ForeignKey) or related is model or related not in copies:
            continue
        for row in rows:
            old = getattr(row, field.attname)
            if old is not None:
                setattr(row, field.name, copies[related][old])


def _own_parent(model: type[PlanRow]) -> ForeignKey[Any, Any] | None:
    return next(
        (
            field
            for field in model._meta.concrete_fields
            if isinstance(field, ForeignKey) and field.related_model is model
        ),
        None,
    )


def _store_tree(model: type[PlanRow], rows: list[Any], parent: ForeignKey[Any, Any], copies: dict[int, Model]) -> None:
    """Stored without parents, then given those: a child may stand before its parent."""
    parents = [getattr(row, parent.attname) for row in rows]
    for row in rows:
        setattr(row, parent.name, None)
    model._default_manager.bulk_create(rows)
    moved = []
    for row, old in zip(rows, parents, strict=True):
        if old is not None:
            setattr(row, parent.name, copies[old])
            moved.append(row)
    model._default_manager.bulk_update(moved, [parent.name])
