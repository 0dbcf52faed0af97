"""A write happens once, however often its form arrives: a double click, a retry after a lost connection."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from petajalan.accounts.models import Agency, User
from petajalan.accounts.models.scope import AgencyOwnedModel
from petajalan.reporting.models import WriteKey


def first_time(*, about: AgencyOwnedModel | Agency, key: UUID | None, what: str, by: User, at: datetime) -> bool:
    """Whether this key is new for this write to this row. Called inside the transaction of the write: if that fails,
    the key is free again. `about`: the row, or the agency where the write makes one."""
    if key is None:
        return True
    try:
        with transaction.atomic():
            agency = about.pk if isinstance(about, Agency) else about.agency_id
            WriteKey.objects.create(agency_id=agency, key=key, user=by, what=f"{what} {about.pk}", used_at=at)
    except IntegrityError:
        return False
    return True
