"""A write happens once, however often its form arrives: a double click, a retry after a lost connection."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from petajalan.accounts.models import Agency, User
from petajalan.reporting.models import WriteKey


def first_time(*, agency: Agency, key: UUID | None, what: str, by: User, at: datetime) -> bool:
    """Whether this key is new. Called inside the transaction of the write: if that fails, the key is free again."""
    if key is None:
        return True
    try:
        with transaction.atomic():
            WriteKey.objects.create(agency=agency, key=key, user=by, what=what, used_at=at)
    except IntegrityError:
        return False
    return True
