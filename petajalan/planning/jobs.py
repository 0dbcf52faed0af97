"""Queued work of this app."""

from __future__ import annotations

from django.utils import timezone

from petajalan.common.jobs import at_worker_start, job
from petajalan.planning.models import Regulation, RoadMap


@job
def read_regulation(regulation: int) -> None:
    from petajalan.planning.services import read_uploaded

    found = Regulation.objects.select_related("agency").filter(pk=regulation).first()
    if found:
        read_uploaded(regulation=found, at=timezone.now())


@job
def check_plan(road_map: int) -> None:
    from petajalan.planning.services import check_plan as keep_findings

    found = RoadMap.objects.select_related("agency").filter(pk=road_map).first()
    if found:
        keep_findings(road_map=found)


@at_worker_start
def resume() -> None:
    from petajalan.planning.services import resume_unfinished

    resume_unfinished(at=timezone.now())
