"""Stored achievements of a quarter with the names of what they are of: for pages, files and dashboards.

`achieved` gives everything of one quarter in at most five queries; a percentage is shown as `shown` gives it, and the
class of `band` is in words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, NamedTuple, TypeVar

from django.db.models import Case, F, OuterRef, QuerySet, Subquery, When

from petajalan.accounts.models import Agency, Unit
from petajalan.calc.achievement import clamped
from petajalan.calc.scales import Band, Scale, classify
from petajalan.calc.totals import ALL, Pending
from petajalan.planning.models import Action, Indicator
from petajalan.planning.queries.national import reference_of
from petajalan.reporting.choices import SubjectKind
from petajalan.reporting.models import Achievement, AchievementSetting
from petajalan.reporting.queries.measuring import keys_of, rows_in_force, units_of_row

Key = tuple[str, str]
T = TypeVar("T")
BANDS = "achievement"  # the scale of the catalogue that gives an achievement its class


@dataclass(frozen=True, slots=True)
class Subject:
    """What an achievement is of.

    under  keys of the groups it belongs to: activity, objective, theme, units
    units  the units that answer for it, as people call them
    """

    kind: str
    key: str
    name: str
    under: tuple[Key, ...] = ()
    units: tuple[str, ...] = ()
    indicator: Indicator | None = None
    action: Action | None = None
    unit: Unit | None = None


class Stored(NamedTuple):
    """A stored `Achievement` as it is read: a year has hundreds, and a tuple is made in a tenth of the time of a row
    that could be saved. `trace` is empty where it was not asked for; `group_cap` is null where the agency set none."""

    agency_id: int
    kind: str
    key: str
    year: int
    quarter: int
    actual: Decimal | None
    target: Decimal | None
    percent: Decimal | None
    reason: str
    known: int
    parts: int
    work_percent: Decimal | None
    work_known: int
    work_parts: int
    budget: Decimal | None
    absorbed: Decimal | None
    provisional: bool
    simulated: bool
    trace: dict[str, Any]
    group_cap: Decimal | None

    def get_kind_display(self) -> str:
        return str(SubjectKind(self.kind).label)


def stored_in(rows: QuerySet[Achievement], traced: Iterable[int]) -> list[Stored]:
    """How those of the quarters in `traced` came about is read too. One query."""
    trace = Case(When(quarter__in=list(traced), then=F("trace")), default=None)
    setting = AchievementSetting.objects.filter(agency=OuterRef("agency")).values("group_cap")[:1]
    found = rows.order_by().annotate(kept=trace, cap=Subquery(setting))
    told = found.values_list(*Stored._fields[:-2], "kept", "cap")
    return [Stored._make((*row, kept or {}, cap)) for *row, kept, cap in told]


@dataclass(frozen=True, slots=True)
class Achieved:
    row: Stored | Achievement
    subject: Subject
    band: Band | None = None
    work_band: Band | None = None

    @property
    def shown(self) -> Decimal | None:
        return shown(self.row.percent, self.subject.indicator if self.subject.kind == SubjectKind.INDICATOR else None)

    @property
    def is_judged(self) -> bool:
        return self.row.percent is not None

    @property
    def is_active(self) -> bool:
        return self.row.reason != Pending.NOT_ACTIVE

    @property
    def absorbed_percent(self) -> Decimal | None:
        """Budget absorbed of the budget so far; unknown without a budget."""
        row = self.row
        return None if row.absorbed is None or not row.budget else row.absorbed / row.budget * 100


@dataclass(frozen=True, slots=True)
class Quarter:
    """What is stored of a quarter, in the order of the plan."""

    agency: Agency
    year: int
    quarter: int
    units: tuple[Unit, ...]
    of: Mapping[Key, Achieved]

    def kind(self, kind: str) -> list[Achieved]:
        return [one for (of, _key), one in self.of.items() if of == kind]

    def below(self, kind: str, group: Key) -> list[Achieved]:
        """Indicators or actions of a group, actions of an indicator."""
        return [one for one in self.kind(kind) if group in one.subject.under]

    @property
    def group_cap(self) -> Decimal:
        """The most that a member counts in the mean of a group, in percent."""
        caps = (one.row.group_cap for one in self.of.values() if isinstance(one.row, Stored))
        return next(caps, None) or ALL

    def get(self, kind: str, key: object) -> Achieved | None:
        return self.of.get((kind, str(key)))


def achieved(agency: Agency, year: int, quarter: int, kinds: Iterable[str] = SubjectKind.values) -> Quarter:
    """Achievements of these kinds that are stored for the quarter; none where nothing was accepted or planned."""
    kinds = [str(kind) for kind in kinds]
    units = tuple(Unit.objects.filter(agency=agency).order_by("name"))
    names = subjects(agency, year, kinds, units)
    scale = bands_of(agency)
    rows = Achievement.objects.filter(agency=agency, year=year, quarter=quarter, kind__in=kinds)
    stored = {(row.kind, row.key): row for row in stored_in(rows, [quarter])}
    of = {
        key: Achieved(stored[key], subject, band_of(scale, stored[key].percent, year),
                      band_of(scale, stored[key].work_percent, year))
        for key, subject in names.items()
        if key in stored
    }  # fmt: skip
    return Quarter(agency, year, quarter, units, of)


def bands_of(agency: Agency) -> Scale | None:
    return next((one for one in reference_of(agency).scales if one.code == BANDS), None)


def band_of(scale: Scale | None, percent: Decimal | None, year: int) -> Band | None:
    """The class of an unrounded percentage; below 0 it is that of 0."""
    found = classify(scale, clamped(percent), year) if scale and percent is not None else None
    return found.band if found else None


def shown(percent: Decimal | None, indicator: Indicator | None = None) -> Decimal | None:
    """Not below 0, and not above the cap of the indicator; unrounded."""
    return None if percent is None else clamped(percent, cap=indicator.cap if indicator else None)


def subjects(agency: Agency, year: int, kinds: Iterable[str], of_agency: Iterable[Unit]) -> dict[Key, Subject]:
    """What there is to be judged in a year, by kind and key, in the order of the plan."""
    wanted = set(kinds)
    units = {one.pk: one for one in of_agency}
    found = _of_road_map(agency, year, units)
    if SubjectKind.ACTION in wanted:
        found |= _actions(agency, year, found, units)
    if SubjectKind.UNIT in wanted:
        found |= {
            (SubjectKind.UNIT, str(one.pk)): Subject(SubjectKind.UNIT, str(one.pk), one.name, unit=one)
            for one in units.values()
        }
    return {key: one for key, one in found.items() if one.kind in wanted}


_NAMED = ("key", "name", "position")
_NEEDED = (
    "indicator",
    "coordinator_unit",
    *(f"indicator__{field.name}" for field in Indicator._meta.concrete_fields),
    *(
        f"{owner}__{column}"
        for owner in ("objective", "key_activity__objective")
        for column in (*_NAMED, "national_name")
    ),
    *(f"{owner}__{column}" for owner in ("key_activity", "theme") for column in _NAMED),
    "key_activity__coordinator",
    "key_activity__second_coordinator",
)


# Of an action what pages and files say of it beside its achievement: targets and budgets stand there.
_OF_ACTION = (
    "key", "position", "indicator_key", "name", "output_indicator", "output_unit", "figure_rule", "all_units",
    "withdrawn", "problem", "problem_indicator", "focus_code", "plan__coordinator", "plan__year", "plan__revision",
)  # fmt: skip


def _of_road_map(agency: Agency, year: int, units: Mapping[int, Unit]) -> dict[Key, Subject]:
    groups: dict[Key, Subject] = {}
    under: dict[Key, list[Key]] = defaultdict(list)
    leads: dict[Key, list[str]] = defaultdict(list)
    indicators: dict[Key, Indicator] = {}
    order: dict[Key, tuple[int, int]] = {}
    rows = rows_in_force(agency, year).select_related("indicator", "objective", "key_activity__objective", "theme")
    for row in rows.only(*_NEEDED).order_by("position"):
        indicator = row.indicator
        assert indicator is not None  # filtered above
        key = (SubjectKind.INDICATOR, str(indicator.key))
        indicators[key] = indicator
        order.setdefault(key, (indicator.position, 0))
        activity, theme = row.key_activity, row.theme
        objective = row.objective or (activity.objective if activity else None)
        for kind, owner in (
            (SubjectKind.ACTIVITY, activity), (SubjectKind.OBJECTIVE, objective), (SubjectKind.THEME, theme)
        ):  # fmt: skip
            if owner is not None:
                group = (kind, str(owner.key))
                groups[group] = Subject(kind, str(owner.key), str(owner))
                order[group] = (owner.position, 0)
                under[key].append(group)
                if kind == SubjectKind.OBJECTIVE and activity is not None:
                    under[SubjectKind.ACTIVITY, str(activity.key)].append(group)
        for unit in units_of_row(row):
            under[key].append((SubjectKind.UNIT, str(unit)))
            name = units[unit].called
            leads[key].append(name)
            if activity is not None:
                leads[SubjectKind.ACTIVITY, str(activity.key)].append(name)
    found = {
        key: Subject(*key, one.name, _once(under[key]), _once(leads[key]), indicator=one)
        for key, one in indicators.items()
    }
    found |= {key: Subject(*key, one.name, _once(under[key]), _once(leads[key])) for key, one in groups.items()}
    return dict(sorted(found.items(), key=lambda item: (item[0][0], order[item[0]])))


def _actions(agency: Agency, year: int, known: Mapping[Key, Subject], units: Mapping[int, Unit]) -> dict[Key, Subject]:
    """With the groups of their indicators: what an action belongs to follows from what it serves."""
    current = {
        alias: one for one in known.values() if one.indicator is not None for alias in reversed(keys_of(one.indicator))
    }
    rows = Action.objects.filter(agency=agency, plan__year=year).select_related("plan").only(*_OF_ACTION)
    found: dict[Key, Subject] = {}
    for row in rows.order_by("plan__coordinator__name", "plan", "position"):
        serves = current.get(row.indicator_key)
        groups = [key for key in serves.under if key[0] != SubjectKind.UNIT] if serves else []
        own = (SubjectKind.INDICATOR, serves.key if serves else str(row.indicator_key))
        unit = row.plan.coordinator = units[row.plan.coordinator_id]
        under = (own, *groups, (SubjectKind.UNIT, str(unit.pk)))
        key = (SubjectKind.ACTION, str(row.key))
        found[key] = Subject(*key, row.name, under, (unit.called,), serves.indicator if serves else None, row)
    return found


def _once(listed: list[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(listed))
