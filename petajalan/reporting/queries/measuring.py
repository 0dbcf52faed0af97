"""Which unit measures which indicator in a year: those of the road map in force that it coordinates."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import reduce
from operator import or_
from uuid import UUID

from django.db.models import F, Q, QuerySet, Subquery

from petajalan.accounts.models import Agency, Unit
from petajalan.planning.choices import RoadMapStatus
from petajalan.planning.models import Indicator, IndicatorRow, RoadMap
from petajalan.planning.queries.register import owner_of


@dataclass(frozen=True, slots=True)
class Led:
    """An indicator that units answer for.

    units  keys of the units: of its rows, or of the key activities that they stand under
    under  what it stands under: a key activity, a theme
    """

    indicator: Indicator
    units: frozenset[int]
    under: str

    @property
    def keys(self) -> tuple[UUID, ...]:
        return keys_of(self.indicator)


def keys_of(indicator: Indicator) -> tuple[UUID, ...]:
    """Its own key first, then those of entries that were joined into it: what was measured under them is its own."""
    return (indicator.key, *(UUID(one["key"]) for one in indicator.joined))


def road_map_in(agency: Agency, year: int) -> RoadMap | None:
    """The road map in force in a year: the enacted one, or, where that is of another period, the newest before it."""
    found: RoadMap | None = _in_force(agency, year).first()
    return found


# Of what a row stands under, its name and who leads it.
_NAMES = {
    "goal": ("name", "national_name"),
    "objective": ("name", "national_name"),
    "key_activity": ("name", "coordinator", "second_coordinator"),
    "theme": ("name",),
    "indicator__road_map": ("version", "current"),
}
_NEEDED = (
    "indicator",
    "coordinator_unit",
    *(f"indicator__{field.name}" for field in Indicator._meta.concrete_fields),
    *(f"{named}__{column}" for named, columns in _NAMES.items() for column in columns),
)


def led_in(
    agency: Agency, year: int, units: Iterable[Unit] | None = None, *, key: UUID | None = None, known: bool = False
) -> list[Led]:
    """Indicators of the road map in force with a unit that answers for them, in the order of the plan. One query.

    Only those of `units` where given; `key` narrows it to one indicator, `known` to those of the catalogue.
    """
    rows = rows_in_force(agency, year)
    if known:
        rows = rows.exclude(indicator__known_code="")
    if key is not None:
        rows = rows.filter(indicator__key=key)
    if units is not None:
        keys = [unit.pk for unit in units]
        own = Q(coordinator_unit__in=keys)
        leads = Q(key_activity__coordinator__in=keys) | Q(key_activity__second_coordinator__in=keys)
        rows = rows.filter(own | Q(coordinator_unit=None) & leads)
    of_units: dict[int, set[int]] = defaultdict(set)
    first: dict[int, IndicatorRow] = {}
    for row in rows.select_related(*_NAMES, "indicator").only(*_NEEDED).order_by("position"):
        found = units_of_row(row)
        if found:
            first.setdefault(row.indicator_id or 0, row)
            of_units[row.indicator_id or 0] |= found
    listed = []
    for one, row in first.items():
        assert row.indicator is not None  # filtered above
        listed.append(Led(row.indicator, frozenset(of_units[one]), str(owner_of(row) or "")))
    return listed


@dataclass(frozen=True, slots=True)
class Duty:
    """What units have to measure in a year: an indicator, with its keys and those of its units, as in `Led`."""

    indicator: int
    keys: tuple[UUID, ...]
    units: frozenset[int]


def led_by_year(agency: Agency, years: Collection[int]) -> dict[int, list[Duty]]:
    """As `led_in` for each of the years, with no more than keys. One query, however many years."""
    newest = {f"in_{year}": Subquery(_in_force(agency, year).values("pk")[:1]) for year in years}
    units: dict[int, dict[int, set[int]]] = {year: defaultdict(set) for year in years}
    keys: dict[int, tuple[UUID, ...]] = {}
    if newest:
        found = IndicatorRow.objects.filter(agency=agency, indicator__isnull=False).annotate(**newest)
        found = found.filter(reduce(or_, (Q(road_map=F(name)) for name in newest)))
        leads = ("coordinator_unit", "key_activity__coordinator", "key_activity__second_coordinator")
        columns = ("road_map", "indicator", "indicator__key", "indicator__joined", *leads, *newest)
        for road_map, indicator, key, joined, own, first, second, *in_force in found.order_by().values_list(*columns):
            keys[indicator] = (key, *(UUID(one["key"]) for one in joined))
            for year, one in zip(years, in_force, strict=True):
                if one == road_map:
                    units[year][indicator] |= _answering(own, first, second)
    return {
        year: [Duty(one, keys[one], frozenset(answer)) for one, answer in found.items() if answer]
        for year, found in units.items()
    }


def rows_in_force(agency: Agency, year: int) -> QuerySet[IndicatorRow]:
    """Where the road map in force names its indicators."""
    newest = _in_force(agency, year).values("pk")[:1]
    found: QuerySet[IndicatorRow] = IndicatorRow.objects.filter(agency=agency, road_map=newest, indicator__isnull=False)
    return found


def _in_force(agency: Agency, year: int) -> QuerySet[RoadMap]:
    found: QuerySet[RoadMap] = RoadMap.objects.filter(
        agency=agency, status__in=[RoadMapStatus.ENACTED, RoadMapStatus.AMENDED],
        period_start__lte=year, period_end__gte=year,
    ).order_by("-current", "-version")  # fmt: skip
    return found


def units_of_row(row: IndicatorRow) -> set[int]:
    """The row's own unit, else those that lead its key activity."""
    activity = row.key_activity
    leads = (activity.coordinator_id, activity.second_coordinator_id) if activity else ()
    return _answering(row.coordinator_unit_id, *leads)


def _answering(own: int | None, *leads: int | None) -> set[int]:
    return {own} if own else {key for key in leads if key}
