"""Entries of the register, and the rows of tables that name them. `seen` is the version that the person saw."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import TypedDict, Unpack

from django.db import transaction
from django.utils.translation import gettext as _

from petajalan.accounts.models import Unit
from petajalan.catalogue.matching import match_indicator
from petajalan.common import audit
from petajalan.planning.models import (
    AdoptedFigure,
    Goal,
    Indicator,
    IndicatorRow,
    InterimResult,
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
    reason_given,
    remove,
    same_agency,
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


@transaction.atomic
def set_row_coordinator(
    *, row: IndicatorRow, unit: Unit | None, by: audit.Actor, at: datetime, reason: str = ""
) -> IndicatorRow:
    """Which unit answers for this indicator of a key activity; `None`: the unit that leads the activity."""
    road_map = row.road_map
    open_draft(road_map, by=by, at=at)
    same_agency(unit, road_map)
    stored = IndicatorRow.objects.select_related("coordinator_unit").get(agency=row.agency_id, pk=row.pk)
    if stored.key_activity_id is None:
        raise Refused(_("Hanya indikator kegiatan utama yang mempunyai koordinator."))
    if stored.coordinator_unit == unit:
        return row
    IndicatorRow.objects.filter(agency=row.agency_id, pk=row.pk).update(coordinator_unit=unit)
    audit.record(
        agency=road_map.agency,
        by=by,
        action="indicator_row_changed",
        about=row,
        at=at,
        before={"coordinator_unit": str(stored.coordinator_unit) if stored.coordinator_unit else None},
        after={"coordinator_unit": str(unit) if unit else None},
        reason=reason,
    )
    row.coordinator_unit = unit
    return row


@transaction.atomic
def join_indicators(
    *, keep: Indicator, other: Indicator, seen: int, by: audit.Actor, at: datetime, reason: str
) -> Indicator:
    """Two entries are one thing: the rows and statements of `other` become those of `keep`.

    Figures that `keep` has stay; where only `other` has one it is taken over. `seen` is the version of `other`.
    """
    road_map = keep.road_map
    open_draft(road_map, by=by, at=at)
    reason = reason_given(reason)
    if keep.pk == other.pk or other.road_map_id != road_map.pk:
        raise Refused(_("Pilih dua indikator yang berbeda dari road map ini."))
    change(other, seen=seen, by=by, at=at, values={}, reason=reason)
    IndicatorRow.objects.filter(agency=road_map.agency_id, indicator=other).update(indicator=keep)
    InterimResult.objects.filter(agency=road_map.agency_id, indicator=other).update(indicator=keep)
    has = set(keep.adopted.values_list("role", "period"))
    for figure in other.adopted.all():
        if (figure.role, figure.period) not in has:
            AdoptedFigure.objects.filter(pk=figure.pk).update(indicator=keep)
    audit.record(
        agency=road_map.agency,
        by=by,
        action="indicators_joined",
        about=keep,
        at=at,
        before={"indicator": other.name},
        after={"indicator": keep.name},
        reason=reason,
    )
    other.delete()
    return keep


@transaction.atomic
def separate_row(*, row: IndicatorRow, by: audit.Actor, at: datetime, reason: str) -> Indicator:
    """The row measures something else than the other rows of its entry: give it an entry of its own.

    It begins with what the row itself prints; figures are to be decided anew.
    """
    road_map = row.road_map
    open_draft(road_map, by=by, at=at)
    reason = reason_given(reason)
    shared = IndicatorRow.objects.filter(agency=road_map.agency_id, indicator=row.indicator_id).exclude(pk=row.pk)
    if row.indicator_id is None or not shared.exists():
        raise Refused(_("Baris ini sudah menjadi satu-satunya baris indikatornya."))
    indicator = add(
        Indicator, road_map=road_map, by=by, at=at, reason=reason,
        name=row.name or "", unit=row.unit or "", source=row.source or "", baseline_year=row.baseline_year,
    )  # fmt: skip
    AdoptedFigure.objects.filter(agency=road_map.agency_id, statement__indicator_row=row).update(statement=None)
    IndicatorRow.objects.filter(agency=road_map.agency_id, pk=row.pk).update(indicator=indicator)
    row.indicator = indicator
    return indicator


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
