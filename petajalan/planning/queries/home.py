"""What the home page says: what waits for this person, and how the road map stands."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q

from petajalan.accounts.models import Agency, User
from petajalan.planning.choices import FigureRole, RegulationStatus, RoadMapStatus
from petajalan.planning.models import Figure, KeyActivity, Regulation, RoadMap
from petajalan.planning.queries.register import Register, register_of

NEWEST = 10


@dataclass(frozen=True, slots=True)
class Readiness:
    """How a plan stands: its register, its key activities, and whose printed totals differ from what follows."""

    plan: RoadMap
    register: Register
    activities: int
    other_totals: int

    @property
    def conflicts(self) -> int:
        """Indicators with statements that contradict each other."""
        return sum(1 for entry in self.register.entries if entry.conflicts)


@dataclass(frozen=True, slots=True)
class Home:
    """`current` is the regulation behind the road map in force; `candidate` a newer one that could replace it.

    draft      what is being written: an amendment, or the only version there is
    readiness  of the draft for those who write it, else of the road map in force
    """

    road_map: RoadMap | None
    draft: RoadMap | None
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
        return not (self.road_map or self.draft or self.candidate or self.failed or self.underway)


def home_of(agency: Agency, user: User, *, writes: bool) -> Home:
    """Seven queries. `writes` is whether the person edits plans."""
    newest = list(
        Regulation.objects.visible_to(user)
        .filter(agency=agency)
        .select_related("reading", "road_map")
        .defer("reading__data")[:NEWEST]
    )
    versions = list(
        RoadMap.objects.visible_to(user)
        .filter(Q(current=True) | Q(status=RoadMapStatus.DRAFT), agency=agency)
        .select_related("regulation__reading")
        .defer("regulation__reading__data")
    )
    road_map = next((one for one in versions if one.current), None)
    draft = next((one for one in versions if one.is_draft), None)
    current = road_map.regulation if road_map else None
    since = current.uploaded_at if current else None
    candidates = [
        one
        for one in newest
        if one.is_read and not hasattr(one, "road_map") and (since is None or one.uploaded_at > since)
    ]
    shown = (draft if writes else None) or road_map
    return Home(
        road_map=road_map,
        draft=draft,
        current=current,
        candidate=candidates[0] if candidates else None,
        failed=[one for one in newest if one.status == RegulationStatus.FAILED],
        underway=[one for one in newest if one.is_underway],
        readiness=_readiness(shown) if shown else None,
    )


def _readiness(road_map: RoadMap) -> Readiness:
    printed = Figure.objects.filter(key_activity=OuterRef("pk"), role=FigureRole.TOTAL, value__isnull=False)
    counted = (
        KeyActivity.objects.filter(road_map=road_map)
        .annotate(differs=Exists(printed.exclude(value=OuterRef("total"))))
        .aggregate(activities=Count("pk"), other_totals=Count("pk", filter=Q(differs=True, total__isnull=False)))
    )
    return Readiness(plan=road_map, register=register_of(road_map), **counted)
