"""Questions that pages of this app ask before they offer an action; the action asks again."""

from __future__ import annotations

import rules

from petajalan.accounts.models import Agency, User
from petajalan.accounts.rules import is_administrator, keeps_installation

rules.add_perm("exports.set_letterhead", is_administrator | keeps_installation)


def may_set_letterhead(user: User, agency: Agency) -> bool:
    return bool(rules.has_perm("exports.set_letterhead", user, agency))
