"""Data series of a theme, point by point or many at once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import TypedDict, Unpack

from django.db import transaction
from django.utils.translation import gettext as _

from petajalan.calc.numbers import format_value
from petajalan.common import audit
from petajalan.planning.models import DataPoint, DataSeries, Theme
from petajalan.planning.services.refusals import Refused
from petajalan.planning.services.writing import add, change, next_position, open_draft, remove

_PERIOD = re.compile(r"\d{4}(-(Q[1-4]|S[12]|0[1-9]|1[0-2]))?")
LARGEST = Decimal(10) ** 20


class SeriesValues(TypedDict, total=False):
    name: str
    unit: str
    source: str
    proxy: str
    simulated: bool


class PointValues(TypedDict, total=False):
    period: str
    value: Decimal
    source: str
    as_of: date | None


@dataclass(frozen=True, slots=True)
class Point:
    """One figure to be written. `period` is "2022", "2023-Q2", "2023-S1" or "2023-06"."""

    period: str
    value: Decimal
    source: str = ""
    as_of: date | None = None


@transaction.atomic
def add_series(
    *, theme: Theme, by: audit.Actor, at: datetime, reason: str = "", **values: Unpack[SeriesValues]
) -> DataSeries:
    """`name` is needed. `proxy` names whose figures stand in for the agency's own."""
    open_draft(theme.road_map, by=by, at=at)
    given = {"name": "", **values}
    _name_is_free(theme.pk, str(given["name"]), None)
    return add(DataSeries, road_map=theme.road_map, by=by, at=at, reason=reason, theme=theme, **given)


@transaction.atomic
def edit_series(
    *, series: DataSeries, seen: int, by: audit.Actor, at: datetime, reason: str = "", **values: Unpack[SeriesValues]
) -> DataSeries:
    open_draft(series.road_map, by=by, at=at)
    _name_is_free(series.theme_id, values.get("name", series.name), series.pk)
    change(series, seen=seen, by=by, at=at, values=dict(values), reason=reason)
    return series


@transaction.atomic
def remove_series(*, series: DataSeries, seen: int, by: audit.Actor, at: datetime, reason: str = "") -> None:
    open_draft(series.road_map, by=by, at=at)
    remove(series, seen=seen, by=by, at=at, names=("unit", "source", "proxy"), reason=reason)


@transaction.atomic
def set_points(
    *, series: DataSeries, points: Sequence[Point], by: audit.Actor, at: datetime, reason: str = ""
) -> tuple[int, int]:
    """Write many points at once, as a file brings them; gives how many are new and how many changed.

    Periods that the series has already get the new figure; the others stay. One mistake refuses them all.
    """
    road_map = series.road_map
    open_draft(road_map, by=by, at=at)
    for point in points:
        _usable(point.period, point.value)
    if len({point.period for point in points}) < len(points):
        raise Refused(_("Satu periode tertulis dua kali. Sisakan satu baris untuk setiap periode."))
    there = {one.period: one for one in DataPoint.objects.filter(agency=series.agency_id, series=series)}
    first = next_position(DataPoint, road_map)
    new: list[DataPoint] = []
    changed: list[DataPoint] = []
    before: dict[str, str] = {}
    for point in points:
        known = there.get(point.period)
        columns = {"value": point.value, "source": point.source.strip(), "as_of": point.as_of}
        if known is None:
            new.append(
                DataPoint(
                    agency_id=road_map.agency_id, road_map=road_map, position=first + len(new), series=series,
                    period=point.period, **columns,
                )
            )  # fmt: skip
        elif any(getattr(known, name) != value for name, value in columns.items()):
            before[point.period] = format_value(known.value)
            for name, value in columns.items():
                setattr(known, name, value)
            known.version += 1
            changed.append(known)
    DataPoint.objects.bulk_create(new)
    DataPoint.objects.bulk_update(changed, ["value", "source", "as_of", "version"])
    if new or changed:
        audit.record(
            agency=road_map.agency,
            by=by,
            action="data_points_set",
            about=series,
            at=at,
            before=before,
            after={one.period: format_value(one.value) for one in (*new, *changed)},
            reason=reason,
        )
    return len(new), len(changed)


@transaction.atomic
def edit_point(
    *, point: DataPoint, seen: int, by: audit.Actor, at: datetime, reason: str = "", **values: Unpack[PointValues]
) -> DataPoint:
    open_draft(point.road_map, by=by, at=at)
    period = values.get("period", point.period)
    _usable(period, values.get("value", point.value))
    same = DataPoint.objects.filter(agency=point.agency_id, series=point.series_id, period=period)
    if same.exclude(pk=point.pk).exists():
        raise Refused(_("Periode %(period)s sudah ada dalam seri ini. Ubah titik itu.") % {"period": period})
    change(point, seen=seen, by=by, at=at, values=dict(values), reason=reason)
    return point


@transaction.atomic
def remove_point(*, point: DataPoint, seen: int, by: audit.Actor, at: datetime, reason: str = "") -> None:
    open_draft(point.road_map, by=by, at=at)
    remove(point, seen=seen, by=by, at=at, names=("value", "source", "as_of"), reason=reason)


def _usable(period: str, value: Decimal) -> None:
    if not _PERIOD.fullmatch(period):
        raise Refused(_("Periode “%(period)s” tidak dikenal. Tulis 2022, 2023-Q2, atau 2023-06.") % {"period": period})
    if not value.is_finite() or abs(value) >= LARGEST:
        raise Refused(_("Nilai untuk %(period)s bukan angka yang dapat disimpan. Periksa lagi.") % {"period": period})


def _name_is_free(theme: int, name: str, own: int | None) -> None:
    same = DataSeries.objects.filter(theme=theme, name=name.strip()).values_list("pk", flat=True)
    if set(same) - {own}:
        raise Refused(_("Seri “%(name)s” sudah ada pada tema ini. Pakai nama lain.") % {"name": name.strip()})
