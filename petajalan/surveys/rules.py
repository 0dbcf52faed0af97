"""Questions that pages of this app ask before they offer an action; the action asks again."""

from __future__ import annotations

import rules

from petajalan.accounts.choices import Role
from petajalan.accounts.models import Agency, User
from petajalan.accounts.rules import holds, is_member, keeps_installation

rules.add_perm("surveys.view_surveys", is_member | keeps_installation)
# For their own unit; the administrator for every unit: see `duties.may_write`.
rules.add_perm("surveys.write_surveys", holds(Role.OPERATOR, Role.UNIT_HEAD, Role.ADMINISTRATOR) | keeps_installation)


def may_write_surveys(user: User, agency: Agency) -> bool:
    return bool(rules.has_perm("surveys.write_surveys", user, agency))
