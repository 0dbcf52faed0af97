"""Who may do what with the catalogue."""

from __future__ import annotations

import rules

from petajalan.accounts.models import Agency, User
from petajalan.accounts.rules import is_administrator, is_member, keeps_installation

rules.add_perm("catalogue.view_catalogue", is_member | keeps_installation)
rules.add_perm("catalogue.change_catalogue", is_administrator | keeps_installation)


def may_change(user: User, agency: Agency) -> bool:
    return bool(rules.has_perm("catalogue.change_catalogue", user, agency))
