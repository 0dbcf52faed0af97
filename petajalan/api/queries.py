"""Which tokens there are, and whose token a secret is."""

from __future__ import annotations

from hashlib import sha256

from django.db.models import QuerySet

from petajalan.accounts.models import Agency, User
from petajalan.api.models import ApiToken


def digest_of(secret: str) -> str:
    """Secrets are long and random: a quick digest cannot be turned back into one."""
    return sha256(secret.encode()).hexdigest()


def token_behind(secret: str) -> ApiToken | None:
    """With its owner and agency. Whether it is still good is asked by who uses it. One query."""
    found: ApiToken | None = ApiToken.objects.select_related("owner", "agency").filter(digest=digest_of(secret)).first()
    return found


def tokens_of(user: User, agency: Agency, *, manages: bool) -> QuerySet[ApiToken]:
    """One's own; for who manages tokens, everybody's."""
    found: QuerySet[ApiToken] = ApiToken.objects.visible_to(user).filter(agency=agency)
    if not manages:
        found = found.filter(owner=user)
    return found.select_related("owner", "revoked_by")
