"""Columns shared by everything that stands somewhere in a regulation."""

from __future__ import annotations

from django.db import models

from petajalan.regulation.document import Place


class PlacedModel(models.Model):
    """Where a statement is printed. See `regulation.document.Place`; never changed once stored."""

    place_line = models.PositiveIntegerField(null=True, editable=False)
    place_page = models.PositiveIntegerField(null=True, editable=False)
    place_table = models.CharField(max_length=30, blank=True, editable=False)
    place_row = models.PositiveIntegerField(null=True, editable=False)
    place_column = models.PositiveIntegerField(null=True, editable=False)

    class Meta:
        abstract = True

    @staticmethod
    def columns_of(place: Place) -> dict[str, object]:
        return {
            "place_line": place.line,
            "place_page": place.page,
            "place_table": (place.table or "")[:30],
            "place_row": place.row,
            "place_column": place.column,
        }
