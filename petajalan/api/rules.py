"""Questions that pages of this app ask before they offer an action; the action asks again."""

from __future__ import annotations

import rules

from petajalan.accounts.models import Agency, User
from petajalan.accounts.rules import is_administrator, is_member, keeps_installation

rules.add_perm("api.use_api", is_member | keeps_installation)
rules.add_perm("api.manage_tokens", is_administrator | keeps_installation)


def may_manage(user: User, agency: Agency) -> bool:
    return bool(rules.has_perm("api.manage_tokens", user, agency))
