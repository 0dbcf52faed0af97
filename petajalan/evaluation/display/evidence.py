"""What pieces of evidence show here: entries about recommendations, and objections."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import gettext as _

from petajalan.accounts.models import Agency
from petajalan.evaluation.models import FollowUpEvidence, ObjectionEvidence
from petajalan.reporting.display.evidence import Proof
from petajalan.reporting.models import Evidence


def followed(agency: Agency, pieces: Sequence[Evidence]) -> dict[int, list[Proof]]:
    """By key of the piece. One query."""
    uses = FollowUpEvidence.objects.filter(agency=agency, evidence__in=[one.pk for one in pieces]).order_by("pk")
    found: dict[int, list[Proof]] = defaultdict(list)
    for use in uses.select_related("follow_up__recommendation"):
        one = use.follow_up.recommendation
        name = _("Tindak lanjut rekomendasi %(code)s") % {"code": one.code}
        found[use.evidence_id].append(Proof(name, reverse("recommendation", args=(agency.slug, one.pk)), use.page))
    return found


def objected(agency: Agency, pieces: Sequence[Evidence]) -> dict[int, list[Proof]]:
    """By key of the piece. One query."""
    uses = ObjectionEvidence.objects.filter(agency=agency, evidence__in=[one.pk for one in pieces]).order_by("pk")
    found: dict[int, list[Proof]] = defaultdict(list)
    for use in uses.select_related("objection__worksheet"):
        one, year = use.objection, use.objection.worksheet.year
        name = _("Sanggahan butir %(code)s, LKE %(year)d") % {"code": one.item, "year": year}
        found[use.evidence_id].append(Proof(name, reverse("objection", args=(agency.slug, year, one.pk)), use.page))
    return found
