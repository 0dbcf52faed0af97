"""Who writes guidance, and who raises recommendations."""

from __future__ import annotations

import rules

from petajalan.accounts.models import Agency, User
from petajalan.evaluation.choices import GuidanceKind, RecommendationSource
from petajalan.evaluation.models import EvaluationRow, Guidance, ImprovementArea

_RULES = {
    GuidanceKind.ASSISTANCE: "evaluation.write_assistance",
    GuidanceKind.DIRECTION: "evaluation.give_direction",
}


def rule_for(kind: GuidanceKind) -> str:
    """Assistance is the evaluation team's, a direction the secretariat's."""
    return _RULES[kind]


def may_raise(
    user: User,
    agency: Agency,
    kind: RecommendationSource | None,
    source: EvaluationRow | ImprovementArea | Guidance | None,
) -> bool:
    """The evaluation team; results of the national evaluation also the administrator. What follows from guidance is
    raised by who may write such guidance, and what follows from a row or a point also by who judged it for the team."""
    if isinstance(source, Guidance):
        return bool(rules.has_perm(rule_for(GuidanceKind(source.kind)), user, agency))
    if kind == RecommendationSource.NATIONAL:
        return bool(rules.has_perm("evaluation.raise_national", user, agency))
    if rules.has_perm("evaluation.raise_recommendation", user, agency):
        return True
    part = source.row or source.point if isinstance(source, ImprovementArea) else source
    stood_in = part is not None and part.judged_by_id == user.pk
    return stood_in and bool(rules.has_perm("evaluation.judge", user, agency))
