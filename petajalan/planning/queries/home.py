"""What the home page says: what waits for this person, and how the road map stands."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

from django.db.models import Count, Exists, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from petajalan.accounts.models import Agency, Invitation, User
from petajalan.planning.choices import FigureRole, RegulationStatus, RoadMapStatus
from petajalan.planning.models import Figure, KeyActivity, Regulation, RoadMap
from petajalan.planning.queries.completeness import Gap, gaps_of
from petajalan.planning.queries.register import Register, register_of

NEWEST = 10


@dataclass(frozen=True)
class Readiness:
    """How a plan stands: its register, its key activities, and whose printed totals differ from what follows."""

    plan: RoadMap
    register: Register
    activities: int
    other_totals: int

    @cached_property
    def conflicts(self) -> int:
        """Indicators with statements that contradict each other."""
        return sum(1 for entry in self.register.entries if entry.conflicts)

    @cached_property
    def gaps(self) -> tuple[Gap, ...]:
        return gaps_of(self.register)


@dataclass(frozen=True, slots=True)
class Home:
    """`current` is the regulation behind the road map in force; `candidate` a newer one that could replace it.

    draft      what is being written: an amendment, or the only version there is
    readiness  of the draft for those who write it, else of the road map in force
    invited    people who have not accepted their invitation yet, for those who invite
    """

    road_map: RoadMap | None
    draft: RoadMap | None
    current: Regulation | None
    candidate: Regulation | None
    failed: list[Regulation]
    underway: list[Regulation]
    readiness: Readiness | None
    invited: int = 0

    @property
    def regulation(self) -> Regulation | None:
        return self.current or self.candidate

    @property
    def is_empty(self) -> bool:
        return not (self.road_map or self.draft or self.candidate or self.failed or self.underway)


def home_of(agency: Agency, user: User, *, writes: bool, invites: bool = False) -> Home:
    """Six queries, seven for those who invite people. `writes` is whether the person edits plans."""
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
        .annotate(**_counts())
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
        invited=Invitation.objects.visible_to(user).open().filter(agency=agency).count() if invites else 0,
    )


def _readiness(road_map: RoadMap) -> Readiness:
    """Of a version that was read with `_counts`."""
    return Readiness(
        plan=road_map,
        register=register_of(road_map),
        activities=road_map.activities,  # type: ignore[attr-defined]
        other_totals=road_map.other_totals,  # type: ignore[attr-defined]
    )


@lru_cache
def _counts() -> dict[str, Coalesce]:
    """How many key activities a version has, and of how many the printed total is another than the computed one."""
    activities = KeyActivity.objects.filter(road_map=OuterRef("pk")).order_by()
    printed = Figure.objects.filter(key_activity=OuterRef("pk"), role=FigureRole.TOTAL, value__isnull=False)
    others = activities.filter(Exists(printed.exclude(value=OuterRef("total"))), total__isnull=False)
    return {
        name: Coalesce(Subquery(rows.values("road_map").annotate(number=Count("pk")).values("number")), 0)
        for name, rows in {"activities": activities, "other_totals": others}.items()
    }
