"""Questions that pages of this app ask before they offer an action; the view of the action asks again."""

from __future__ import annotations

import rules

from petajalan.accounts.models import Agency, User


def may_upload(user: User, agency: Agency) -> bool:
    return bool(rules.has_perm("planning.upload_regulation", user, agency))
