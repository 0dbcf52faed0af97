"""Decimal columns that give back the number that was written, not the zeros that the database pads it with."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.db import models


class DecimalField(models.DecimalField):
    """2.66 comes back as 2.66 from a column of ten places, so that pages and the trail write it so."""

    def from_db_value(self, value: Decimal | None, *_context: object) -> Decimal | None:
        if value is None:
            return None
        whole = value.to_integral_value()
        return whole if value == whole else value.normalize()

    def deconstruct(self) -> Any:
        """To migrations it is the usual column."""
        name, _path, arguments, options = super().deconstruct()
        return name, "django.db.models.DecimalField", arguments, options
