"""Rows of this app belong to an agency and are limited to a person's agencies in the one way of `accounts`."""

from __future__ import annotations

from petajalan.accounts.models import scope


class AgencyOwnedModel(scope.AgencyOwnedModel):
    objects = scope.AgencyOwnedQuerySet.as_manager()

    class Meta:
        abstract = True
