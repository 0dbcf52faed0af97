"""What the home page says: what waits for this person, and how the road map stands."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q

from petajalan.accounts.models import Agency, User
from petajalan.planning.choices import FigureRole, ReadingState, RegulationStatus
from petajalan.planning.models import Figure, IndicatorRow, KeyActivity, Regulation, RoadMap

STATED = (ReadingState.SET, ReadingState.TEXT)
NEWEST = 10


@dataclass(frozen=True, slots=True)
class Readiness:
    """Counts over the indicator rows and key activities of the current road map."""

    indicators: int
    without_baseline: int
    without_coordinator: int
    without_target: tuple[tuple[str, int], ...]  # period and how many rows
    activities: int
    other_totals: int


@dataclass(frozen=True, slots=True)
class Home:
    """`current` is the regulation behind the road map in force; `candidate` a newer one that could replace it."""

    road_map: RoadMap | None
    current: Regulation | None
    candidate: Regulation | None
    failed: list[Regulation]
    underway: list[Regulation]
    readiness: Readiness | None

    @property
    def regulation(self) -> Regulation | None:
        return self.current or self.candidate

    @property
    def is_empty(self) -> bool:
        return not (self.current or self.candidate or self.failed or self.underway)


def home_of(agency: Agency, user: User) -> Home:
    newest = list(
        Regulation.objects.visible_to(user)
        .filter(agency=agency)
        .select_related("reading", "road_map")
        .defer("reading__data")[:NEWEST]
    )
    road_map = (
        RoadMap.objects.visible_to(user)
        .filter(agency=agency, current=True)
        .select_related("regulation__reading")
        .defer("regulation__reading__data")
        .first()
    )
    current = road_map.regulation if road_map else None
    since = current.uploaded_at if current else None
    candidates = [
        one
        for one in newest
        if one.is_read and not hasattr(one, "road_map") and (since is None or one.uploaded_at > since)
    ]
    return Home(
        road_map=road_map,
        current=current,
        candidate=candidates[0] if candidates else None,
        failed=[one for one in newest if one.status == RegulationStatus.FAILED],
        underway=[one for one in newest if one.is_underway],
        readiness=_readiness(road_map) if road_map else None,
    )


def _readiness(road_map: RoadMap) -> Readiness:
    baseline = Figure.objects.filter(indicator_row=OuterRef("pk"), role=FigureRole.BASELINE, state__in=STATED)
    nobody = Q(coordinator__isnull=True) | Q(coordinator__in=["", "-"])
    rows = (
        IndicatorRow.objects.filter(road_map=road_map, name__isnull=False)
        .annotate(has_baseline=Exists(baseline))
        .aggregate(
            indicators=Count("pk"),
            without_baseline=Count("pk", filter=Q(has_baseline=False)),
            without_coordinator=Count("pk", filter=Q(key_activity__isnull=False) & nobody),
        )
    )
    periods = (
        Figure.objects.filter(road_map=road_map, role=FigureRole.TARGET)
        .exclude(state__in=STATED)
        .values("of")
        .annotate(count=Count("pk"))
        .order_by("of")
    )
    printed = Figure.objects.filter(key_activity=OuterRef("pk"), role=FigureRole.TOTAL, value__isnull=False)
    activities = (
        KeyActivity.objects.filter(road_map=road_map)
        .annotate(differs=Exists(printed.exclude(value=OuterRef("total"))))
        .aggregate(activities=Count("pk"), other_totals=Count("pk", filter=Q(differs=True, total__isnull=False)))
    )
    return Readiness(
        **rows,
        **activities,
        without_target=tuple((period["of"], period["count"]) for period in periods if period["of"]),
    )
