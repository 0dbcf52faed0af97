"""Entries of the register, and the rows of tables that name them. `seen` is the version that the person saw."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import TypedDict, Unpack

from django.db import transaction
from django.utils.translation import gettext as _

from petajalan.catalogue.matching import match_indicator
from petajalan.common import audit
from petajalan.planning.models import (
    Goal,
    Indicator,
    IndicatorRow,
    KeyActivity,
    Objective,
    RoadMap,
    Theme,
)
from petajalan.planning.queries.national import framework_of, reference_of
from petajalan.planning.services.refusals import Refused
from petajalan.planning.services.register import identify, known_values
from petajalan.planning.services.rows_left import remove_unnamed
from petajalan.planning.services.writing import (
    add,
    change,
    open_draft,
    remove,
)
from petajalan.regulation.findings.tables.indicators import indicators_of
from petajalan.regulation.reference import Reference


class IndicatorValues(TypedDict, total=False):
    """Choices are the codes of `planning.choices`; "" means not decided yet."""

    name: str
    definition: str
    value_kind: str
    direction: str
    formula: str
    time_rule: str
    unit_rule: str
    cap: Decimal | None
    scale_code: str
    unit: str
    source: str
    baseline_year: int | None
    national_code: str
    known_code: str


Owner = Goal | Objective | KeyActivity | Theme


@transaction.atomic
def add_indicator(
    *, owner: Owner, by: audit.Actor, at: datetime, reason: str = "", **values: Unpack[IndicatorValues]
) -> Indicator:
    """Name an indicator under a goal, objective, key activity or theme. `name` is needed.

    When the register has an entry for the same thing already, that one is named and its values stay as they are. Of a
    well-known indicator the catalogue fills in what is not given.
    """
    road_map = owner.road_map
    open_draft(road_map, by=by, at=at)
    name = values.get("name", "")
    reference = reference_of(road_map.agency)
    indicator = same_in_register(road_map, name, reference)
    if indicator is None:
        identity = identify(name, indicators_of(reference))
        scales = {scale.code: scale for scale in reference.scales}
        known = known_values(identity.known if identity.sure else None, scales)
        framework = framework_of(road_map)
        if identity.sure and framework is not None and (found := match_indicator(name, framework, reference)):
            known["national_code"] = found.code
        given = {"name": "", **known, **values}
        indicator = add(Indicator, road_map=road_map, by=by, at=at, reason=reason, **given)
    _name_under(owner, indicator, by=by, at=at, reason=reason)
    return indicator


@transaction.atomic
def name_indicator(
    *, owner: Owner, indicator: Indicator, by: audit.Actor, at: datetime, reason: str = ""
) -> IndicatorRow:
    """Name an entry of the register under one more owner."""
    open_draft(owner.road_map, by=by, at=at)
    if indicator.road_map_id != owner.road_map_id:
        raise Refused(_("Indikator itu bukan bagian dari road map ini. Muat ulang halaman, lalu pilih lagi."))
    return _name_under(owner, indicator, by=by, at=at, reason=reason)


@transaction.atomic
def edit_indicator(
    *, indicator: Indicator, seen: int, by: audit.Actor, at: datetime, reason: str = "",
    **values: Unpack[IndicatorValues],
) -> Indicator:  # fmt: skip
    """Rows that carry its name as it was carry the new one."""
    open_draft(indicator.road_map, by=by, at=at)
    before = Indicator.objects.values_list("name", flat=True).filter(pk=indicator.pk).first()
    if change(indicator, seen=seen, by=by, at=at, values=dict(values), reason=reason) and "name" in values:
        indicator.rows.filter(name=before).update(name=indicator.name)
    return indicator


@transaction.atomic
def remove_indicator_row(*, row: IndicatorRow, by: audit.Actor, at: datetime, reason: str = "") -> None:
    """Name the indicator here no more. The entry goes with its last row."""
    open_draft(row.road_map, by=by, at=at)
    remove(row, seen=None, by=by, at=at, reason=reason)
    if row.indicator_id is not None:
        remove_unnamed(row.road_map, [row.indicator_id], by=by, at=at, reason=reason)


@transaction.atomic
def remove_indicator(*, indicator: Indicator, seen: int, by: audit.Actor, at: datetime, reason: str = "") -> None:
    """Take it out of every table that names it, with its baseline and targets."""
    open_draft(indicator.road_map, by=by, at=at)
    remove(indicator, seen=seen, by=by, at=at, reason=reason)


def same_in_register(road_map: RoadMap, name: str, reference: Reference) -> Indicator | None:
    """The entry that surely measures what the name says: the same well-known indicator, or the same words."""
    known = indicators_of(reference)
    wanted = identify(name, known)
    if not name.strip() or (wanted.known is not None and not wanted.sure):
        return None
    for indicator in Indicator.objects.filter(agency=road_map.agency_id, road_map=road_map):
        if wanted.known is not None and indicator.known_code == wanted.known.code:
            return indicator
        own = identify(indicator.name, known)
        if own.key == wanted.key and own.sure == wanted.sure:
            return indicator
    return None


def _name_under(owner: Owner, indicator: Indicator, *, by: audit.Actor, at: datetime, reason: str) -> IndicatorRow:
    field = {Goal: "goal", Objective: "objective", KeyActivity: "key_activity", Theme: "theme"}[type(owner)]
    if owner.indicators.filter(indicator=indicator).exists():
        raise Refused(_("Indikator “%(name)s” sudah ada di sini.") % {"name": indicator.name})
    return add(
        IndicatorRow, road_map=owner.road_map, by=by, at=at, reason=reason,
        **{field: owner, "indicator": indicator, "name": indicator.name},
    )  # fmt: skip
