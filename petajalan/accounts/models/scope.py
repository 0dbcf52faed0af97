"""The one way in which rows are limited to the agencies of a person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from django.db import models

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from petajalan.accounts.models.user import User


class AgencyOwnedQuerySet(models.QuerySet[Any]):
    def visible_to(self, user: User | AnonymousUser) -> Self:
        if not user.is_authenticated or not user.is_active:
            return self.none()
        return self if user.is_superuser else self.filter(agency__in=user.visible_agencies)


class AgencyOwnedModel(models.Model):
    """A row of one agency. `agency` stands first in every unique key and index; each model names its own manager."""

    agency = models.ForeignKey("accounts.Agency", models.PROTECT, related_name="+")

    class Meta:
        abstract = True
