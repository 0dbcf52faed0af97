"""Whose task guidance and its follow-ups are."""

from __future__ import annotations

import rules

from petajalan.accounts.models import User
from petajalan.evaluation.choices import GuidanceKind
from petajalan.evaluation.models import FollowUp
from petajalan.reporting.duties import is_of

_RULES = {
    GuidanceKind.ASSISTANCE: "evaluation.write_assistance",
    GuidanceKind.DIRECTION: "evaluation.give_direction",
}


def rule_for(kind: GuidanceKind) -> str:
    """Assistance is the evaluation team's, a direction the secretariat's."""
    return _RULES[kind]


def may_close(user: User, follow_up: FollowUp) -> bool:
    """People of the unit that owns it, and those who may write such guidance."""
    rule = rule_for(GuidanceKind(follow_up.guidance.kind))
    return is_of(user, follow_up.owner) or bool(rules.has_perm(rule, user, follow_up.guidance.agency))
