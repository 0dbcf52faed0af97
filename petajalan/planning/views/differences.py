from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from petajalan.accounts.access import SignedInRequest
from petajalan.planning.queries.differences import differences_between
from petajalan.planning.views.plan import Plan, plan_page

# The parts of the page, with the kinds of rows of each.
PARTS = {
    "indikator": (_("Indikator dan target"), ("Indicator", "IndicatorRow", "AdoptedFigure")),
    "kegiatan": (
        _("Tujuan, sasaran, kegiatan"),
        ("Goal", "Objective", "PolicyObjective", "KeyActivity", "Implementer"),
    ),
    "prioritas": (_("Skor prioritas"), ("Factor", "Score", "CorrectedFigure")),
    "tema": (_("Tema"), ("Theme", "Obstacle", "RootCause", "Programme", "RelatedRegulation")),
    "data": (_("Seri data"), ("DataSeries", "DataPoint")),
    "naskah": (_("Naskah"), ("SectionText", "StrategicIssue", "Condition")),
}


@require_safe
@plan_page
def difference(request: SignedInRequest, plan: Plan, version: int) -> HttpResponse:
    """What a version changed, part by part: semula beside menjadi."""
    newer = next((one for one in plan.versions if one.version == version), None)
    older = newer and next((one for one in plan.versions if one.pk == newer.based_on_id), None)
    part = request.GET.get("bagian", "indikator")
    if newer is None or older is None or part not in PARTS:
        raise Http404
    found = differences_between(older, newer, only=PARTS[part][1])
    context = {
        "plan": plan, "older": older, "newer": newer, "found": found, "part": part,
        "parts": [(key, title) for key, (title, _models) in PARTS.items()],
    }  # fmt: skip
    return render(request, "planning/difference.html", context)
