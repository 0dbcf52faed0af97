from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from petajalan.accounts.access import SignedInRequest, permit
from petajalan.planning.display import comparison
from petajalan.planning.models import Regulation, RoadMap
from petajalan.planning.queries.comparison import compare as held_against
from petajalan.planning.readings import RegulationRead
from petajalan.planning.rules import may_upload
from petajalan.planning.views.doors import read_regulation_page
from petajalan.planning.views.plan import Plan, plan_page

MOST = 500  # differences on one page: with more, the file states another road map


@require_safe
@plan_page
def choose(request: SignedInRequest, plan: Plan) -> HttpResponse:
    """The files that this version can be held against; another one is uploaded first."""
    permit(request.user, "planning.view_regulation", plan.road_map.agency)
    files = Regulation.objects.visible_to(request.user).filter(agency=plan.road_map.agency)
    context = {
        "plan": plan,
        "files": files.select_related("road_map"),
        "may_upload": may_upload(request.user, plan.road_map.agency),
    }
    return render(request, "planning/compare_choose.html", context)


@require_safe
@read_regulation_page
def compare(request: SignedInRequest, regulation: Regulation, read: RegulationRead) -> HttpResponse:
    """What the file states otherwise than the version that `versi` names, else the one in force."""
    versions = list(RoadMap.objects.visible_to(request.user).filter(agency=regulation.agency))
    wanted = request.GET.get("versi", "")
    chosen = next((one for one in versions if str(one.version) == wanted), None)
    if wanted and chosen is None:
        raise Http404
    chosen = chosen or next((one for one in versions if one.current), None) or next(iter(versions), None)
    context = {"tab": "compare", "regulation": regulation, "versions": versions, "road_map": chosen}
    if chosen is not None:
        chosen.agency = regulation.agency
        found = held_against(chosen, read.data)
        told = comparison.told(found)
        context |= {
            "summary": comparison.summary(found),
            "rows": told[:MOST],
            "more": max(0, len(told) - MOST),
            "left_out": comparison.left_out_words(found),
        }
    return render(request, "planning/compare.html", context)
