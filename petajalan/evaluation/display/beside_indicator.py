"""The recommendations that concern an indicator, on its page in the register."""

from __future__ import annotations

import rules

from petajalan.accounts.models import Agency, User
from petajalan.common import clock
from petajalan.evaluation.display.recommendations import shown
from petajalan.evaluation.queries.recommendations import recommendations_of
from petajalan.evaluation.queries.recommended_indicators import concerning
from petajalan.planning.beside import Beside
from petajalan.planning.models import Indicator
from petajalan.reporting.queries.measuring import keys_of

ROWS = 5  # the list has them all


def recommended(*, user: User, agency: Agency, indicator: Indicator) -> Beside | None:
    """Those that somebody still has to do first, by due day. One query."""
    if not rules.has_perm("evaluation.view_evaluations", user, agency):
        return None
    found = list(concerning(recommendations_of(user, agency), keys_of(indicator)).order_by("due", "year", "number"))
    found.sort(key=lambda one: not one.is_live)
    today = clock.today()
    return Beside(
        "evaluation/recommendations/beside.html",
        {
            "rows": [shown(one, agency, today=today) for one in found[:ROWS]], "count": len(found),
            "key": indicator.key, "raises": rules.has_perm("evaluation.raise_national", user, agency),
        },
    )  # fmt: skip
