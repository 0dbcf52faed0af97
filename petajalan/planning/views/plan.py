"""How a view of this app gets the version of the road map that it shows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import update_wrapper
from typing import Concatenate, ParamSpec

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import render

from petajalan.accounts.access import SignedInRequest, agency_page, permit
from petajalan.accounts.models import Agency
from petajalan.planning.models import RoadMap
from petajalan.planning.rules import may_edit, may_upload

P = ParamSpec("P")


@dataclass(frozen=True, slots=True)
class Plan:
    """The version on the page.

    versions  all of the agency, the newest first
    named     the address asked for this version
    editable  this person may change it: it is a draft
    amendable this person might change it after starting an amendment
    """

    road_map: RoadMap
    versions: tuple[RoadMap, ...]
    named: bool
    editable: bool
    amendable: bool

    @property
    def draft(self) -> RoadMap | None:
        """A draft beside the version on the page."""
        return next((one for one in self.versions if one.is_draft and one != self.road_map), None)

    @property
    def in_force(self) -> RoadMap | None:
        """The current version, where another one is on the page."""
        return next((one for one in self.versions if one.current and one != self.road_map), None)

    @property
    def query(self) -> str:
        """The end of an address that stays with this version: "?versi=2", or "" where the usual one is shown."""
        return f"?versi={self.road_map.version}" if self.named else ""


class Locked(Exception):
    """Somebody who edits opened a form of a version that nobody may change any more."""


def permit_edit(request: SignedInRequest, plan: Plan) -> None:
    """Refuse (403) who may not edit; keep a form from being filled in that cannot be saved (`Locked`)."""
    permit(request.user, "planning.edit_plan", plan.road_map)
    if request.method != "POST" and not plan.road_map.is_draft:
        raise Locked


def find_plan(request: SignedInRequest, agency: Agency) -> Plan | None:
    """The version that `versi` names; else the draft for those who edit; else the one in force. One query.

    `None` when the agency has no road map; 404 for a version that does not exist.
    """
    permit(request.user, "accounts.view_agency", agency)
    versions = tuple(RoadMap.objects.visible_to(request.user).filter(agency=agency))
    for one in versions:
        one.agency = agency
    edits = may_edit(request.user, agency)
    wanted = request.GET.get("versi", "")
    chosen: RoadMap | None
    if wanted:
        chosen = next((one for one in versions if str(one.version) == wanted), None)
        if chosen is None:
            raise Http404
    else:
        drafts = [one for one in versions if one.is_draft] if edits else []
        chosen = next(iter([*drafts, *(one for one in versions if one.current)]), None)
    if chosen is None:
        return None
    return Plan(
        road_map=chosen,
        versions=versions,
        named=bool(wanted),
        editable=edits and chosen.is_draft,
        amendable=edits and chosen.current and not chosen.is_draft,
    )


def plan_page(
    view: Callable[Concatenate[SignedInRequest, Plan, P], HttpResponseBase],
) -> Callable[..., HttpResponseBase]:
    """Hand the view the plan. Without one, the page says how to begin; a form of a locked one says what to do."""

    def guarded(request: SignedInRequest, agency: Agency, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        plan = find_plan(request, agency)
        if plan is None:
            return no_plan(request, agency)
        try:
            return view(request, plan, *args, **kwargs)
        except Locked:
            return render(request, "planning/locked.html", {"plan": plan}, status=409)

    update_wrapper(guarded, view)
    return agency_page(guarded)


def no_plan(request: SignedInRequest, agency: Agency) -> HttpResponse:
    context = {"may_upload": may_upload(request.user, agency)}
    return render(request, "planning/no_plan.html", context, status=404 if request.method == "POST" else 200)
