"""What the rows of a road map have in common."""

from __future__ import annotations

from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _

from petajalan.planning.models.placed import PlacedModel
from petajalan.planning.models.road_map import RoadMap, whole_of
from petajalan.planning.models.scope import AgencyOwnedModel


class PlanRow(AgencyOwnedModel):
    """A row of one version of a road map.

    key       stays the same in every version of the plan, so that versions can be compared row by row
    position  its place among the rows of its kind
    """

    road_map = models.ForeignKey(RoadMap, models.CASCADE, related_name="+")
    key = models.UUIDField(default=uuid4, editable=False)
    position = models.PositiveIntegerField(_("urutan"))

    class Meta:
        abstract = True
        ordering = ["road_map", "position"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "road_map", "position"], name="%(class)s_order"),
            models.UniqueConstraint(fields=["agency", "road_map", "key"], name="%(class)s_key_once"),
        ]

    @property
    def audit_whole(self) -> str:
        return whole_of(self.road_map_id)


class StatedModel(PlanRow, PlacedModel):
    """A row that may stand in a regulation, in the order in which it is printed. Without a place it was added here."""

    number = models.TextField(_("nomor tercetak"), null=True)

    class Meta(PlanRow.Meta):
        abstract = True


class EditedModel(models.Model):
    """A row that people edit. `version` counts its changes: an edit names the version it saw, and a stale one is
    refused."""

    version = models.PositiveIntegerField(_("versi baris"), default=1, editable=False)

    class Meta:
        abstract = True
