from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from petajalan.accounts.access import SignedInRequest
from petajalan.planning.display import words
from petajalan.planning.display.addresses import address_of
from petajalan.planning.display.findings import BRIEF, GRAVITY, meaning_of
from petajalan.planning.queries.live_findings import LiveFinding, LiveFindings, RowRef, live_findings_of
from petajalan.planning.views.plan import Plan, plan_page
from petajalan.regulation.findings.model import Severity

A_FEW = 4  # rows of a finding that are shown at once


@dataclass(frozen=True, slots=True)
class Shown:
    found: LiveFinding
    severity: str
    severity_name: str
    meaning: str
    message: str
    advice: str
    rows: tuple[tuple[str, str], ...]  # name and address of the page where the row is

    @property
    def is_long(self) -> bool:
        """Too long for a heading: the meaning of its kind stands first, and the sentence is opened."""
        return len(self.message) > BRIEF

    @property
    def first(self) -> tuple[tuple[str, str], ...]:
        return self.rows[:A_FEW]

    @property
    def rest(self) -> tuple[tuple[str, str], ...]:
        return self.rows[A_FEW:]


@require_safe
@plan_page
def live(request: SignedInRequest, plan: Plan) -> HttpResponse:
    """What the rules find in the plan as it is now, the gravest first, each a click from its rows.

    `tentang` narrows them to one row, by its key.
    """
    found = live_findings_of(plan.road_map)
    key = request.GET.get("tentang", "")
    about = next((ref for one in found.findings for ref in one.about if ref.key == key), None)
    if key:
        found = LiveFindings(found.about(key))
    ordered = sorted(found.findings, key=lambda one: GRAVITY[one.finding.severity])
    wanted = request.GET.get("tingkat", "")
    context = {
        "plan": plan,
        "key": key,
        "about": about,
        "about_page": _address(plan, about) if about else "",
        "tabs": [(one.value, str(words.SEVERITIES[one]), found.count(one)) for one in Severity],
        "chosen": wanted,
        "total": len(ordered),
        "shown": [_shown(plan, one) for one in ordered if wanted in ("", one.finding.severity.value)],
        "sentence": words.findings_sentence(*(found.count(one) for one in GRAVITY)),
    }
    return render(request, "planning/plan_findings.html", context)


def _shown(plan: Plan, one: LiveFinding) -> Shown:
    finding = one.finding
    return Shown(
        found=one,
        severity=finding.severity.value,
        severity_name=str(words.SEVERITIES[finding.severity]),
        meaning=meaning_of(finding.code),
        message=words.in_language(finding.message),
        advice=words.in_language(finding.advice),
        rows=tuple((ref.name, _address(plan, ref)) for ref in one.about),
    )


def _address(plan: Plan, ref: RowRef) -> str:
    return address_of(plan.road_map.agency.slug, ref.kind, ref.key) + plan.query
