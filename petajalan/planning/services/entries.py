"""Which rows of tables are one entry of the register: joining two entries, giving a row one of its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from petajalan.accounts.models import Unit
from petajalan.common import audit
from petajalan.planning.agreement import ABSENT, agree, description_taken, fullest
from petajalan.planning.choices import FigureRole
from petajalan.planning.models import AdoptedFigure, Figure, Indicator, IndicatorRow, InterimResult
from petajalan.planning.models.figure import ADOPTED_ROLES
from petajalan.planning.services.figures import columns_of
from petajalan.planning.services.refusals import Refused
from petajalan.planning.services.writing import add, change, conflict, next_position, open_draft, reason_given


@transaction.atomic
def set_row_coordinator(
    *, row: IndicatorRow, unit: Unit | None, seen: int, by: audit.Actor, at: datetime, reason: str = ""
) -> IndicatorRow:
    """Which unit answers for this indicator of a key activity; `None`: the units that lead the activity."""
    open_draft(row.road_map, by=by, at=at)
    if row.key_activity_id is None:
        raise Refused(_("Hanya indikator kegiatan utama yang mempunyai koordinator."))
    change(row, seen=seen, by=by, at=at, values={"coordinator_unit": unit}, reason=reason)
    return row


@transaction.atomic
def join_indicators(
    *, keep: Indicator, other: Indicator, seen: int, seen_other: int, by: audit.Actor, at: datetime, reason: str
) -> Indicator:
    """Two entries are one thing: the rows and statements of `other` become those of `keep`, and so does its history.

    What `keep` has stays; a figure or a part of the description that only `other` has is taken over. The trail keeps
    what goes.
    """
    road_map = keep.road_map
    open_draft(road_map, by=by, at=at)
    reason = reason_given(reason)
    if keep.pk == other.pk or other.road_map_id != road_map.pk:
        raise Refused(_("Pilih dua indikator yang berbeda dari road map ini."))
    _claim(keep, seen)
    _claim(other, seen_other)
    IndicatorRow.objects.filter(agency=road_map.agency_id, indicator=other).update(indicator=keep)
    InterimResult.objects.filter(agency=road_map.agency_id, indicator=other).update(indicator=keep)
    has = set(keep.adopted.values_list("role", "period"))
    described = description_taken(keep, other, baseline=(FigureRole.BASELINE, "") not in has)
    gone = []
    for figure in other.adopted.all():
        if (figure.role, figure.period) not in has:
            AdoptedFigure.objects.filter(agency=road_map.agency_id, pk=figure.pk).update(indicator=keep)
        else:
            gone.append(f"{figure.get_role_display()} {figure.period}".strip() + f": {figure.printed}")
    joined = [*keep.joined, *other.joined, {"pk": other.pk, "key": str(other.key)}]
    before = {"indicator": other.name, **{name: getattr(keep, name) for name in described}}
    before |= {"figures_left": gone} if gone else {}
    after = {"indicator": keep.name, **described}
    Indicator.objects.filter(agency=road_map.agency_id, pk=keep.pk).update(joined=joined, **described)
    for name, value in (("joined", joined), *described.items()):
        setattr(keep, name, value)
    for about in (other, keep):
        audit.record(
            agency=road_map.agency, by=by, action="indicators_joined", about=about, at=at,
            before=before, after=after, reason=reason,
        )  # fmt: skip
    other.delete()
    return keep


@transaction.atomic
def separate_row(
    *, row: IndicatorRow, seen: int, by: audit.Actor, at: datetime, reason: str, name: str = ""
) -> Indicator:
    """The row measures something else than the other rows of its entry: give it an entry of its own.

    It begins with what the row itself prints. Figures that somebody decided stay with the entry that it leaves. `seen`
    is the version of that entry; `name` what the new one is called, when not as printed.
    """
    road_map, left = row.road_map, row.indicator
    open_draft(road_map, by=by, at=at)
    reason = reason_given(reason)
    shared = IndicatorRow.objects.filter(agency=road_map.agency_id, indicator=left).exclude(pk=row.pk)
    if left is None or not shared.exists():
        raise Refused(_("Baris ini sudah menjadi satu-satunya baris indikatornya."))
    left.road_map = road_map
    _claim(left, seen)
    own = add(
        Indicator, road_map=road_map, by=by, at=at, reason=reason, name=name.strip() or row.name or "",
        unit=(row.unit or "")[:100], source=row.source or "", baseline_year=row.baseline_year,
    )  # fmt: skip
    IndicatorRow.objects.filter(agency=road_map.agency_id, pk=row.pk).update(
        indicator=own, name=own.name, version=row.version + 1
    )
    row.indicator, row.name, row.version = own, own.name, row.version + 1
    its_own = left.adopted.filter(statement__indicator_row=row)
    its_own.filter(decided_at=None).delete()
    its_own.update(statement=None)
    for indicator in (left, own):
        _adopt_printed(indicator)
    for about in (left, own):
        audit.record(
            agency=road_map.agency, by=by, action="indicator_row_separated", about=about, at=at,
            before={"indicator": left.name}, after={"indicator": own.name}, reason=reason,
        )  # fmt: skip
    return own


def _claim(indicator: Indicator, seen: int) -> None:
    """Take the entry as the person saw it; somebody else's change in between is a conflict."""
    rows = Indicator.objects.filter(agency=indicator.agency_id, pk=indicator.pk)
    if rows.filter(version=seen).update(version=seen + 1) == 1:
        indicator.version = seen + 1
        return
    stored = rows.first()
    if stored is None:
        raise Refused(_("Baris ini sudah dihapus orang lain. Muat ulang halaman."))
    raise conflict(stored, {})


def _adopt_printed(indicator: Indicator) -> None:
    """Figures of which the print says one thing, where the entry has none yet: as when a regulation is taken over."""
    has = set(indicator.adopted.values_list("role", "period"))
    new: list[AdoptedFigure] = []
    first = next_position(AdoptedFigure, indicator.road_map)
    for (role, period), figures in _said(indicator).items():
        readings = [figure.reading for figure in figures]
        chosen = fullest(readings) if agree(readings) else None
        if chosen is None or readings[chosen].state in ABSENT or (role, period) in has:
            continue
        new.append(
            AdoptedFigure(
                agency_id=indicator.agency_id,
                road_map=indicator.road_map,
                position=first + len(new),
                indicator=indicator,
                role=role,
                period=period,
                statement=figures[chosen],
                **columns_of(readings[chosen]),
            )
        )
    AdoptedFigure.objects.bulk_create(new)


def _said(indicator: Indicator) -> dict[tuple[str, str], list[Figure]]:
    said: dict[tuple[str, str], list[Figure]] = defaultdict(list)
    found: Iterable[Figure] = Figure.objects.filter(
        agency=indicator.agency_id, indicator_row__indicator=indicator, role__in=ADOPTED_ROLES
    )
    for figure in found:
        if figure.role != FigureRole.TARGET or figure.of:
            said[figure.role, figure.of].append(figure)
    return said
