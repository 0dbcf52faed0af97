"""Ranges typed in one line: "0–100; 1–4"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from petajalan.catalogue.display.words import value_range
from petajalan.catalogue.forms.tables import number_field

Range = tuple[Decimal, Decimal]
_BETWEEN = re.compile(r"^(?P<low>-?[\d.,]+)\s*(?:[–—-]|s\.?d\.?|sampai|to)\s*(?P<high>-?[\d.,]+)$")


class RangesField(forms.CharField):
    """Any number of ranges, one after the other."""

    def __init__(self, **options: Any) -> None:
        super().__init__(required=False, max_length=200, **options)

    def prepare_value(self, value: Any) -> Any:
        """What is typed comes back as it was; what is kept is written as on the page of the scale."""
        if value is None or isinstance(value, str):
            return value
        return "; ".join(value_range(*(Decimal(str(bound)) for bound in one)) for one in value)

    def clean(self, value: Any) -> tuple[Range, ...]:
        typed = super().clean(value)
        return tuple(_range(part) for part in map(str.strip, typed.split(";")) if part)


def _range(typed: str) -> Range:
    found = _BETWEEN.match(typed)
    if found is None:
        message = gettext("“%(typed)s” bukan rentang. Tulis seperti 0–100; beberapa rentang dipisahkan titik koma.")
        raise ValidationError(message % {"typed": typed})
    field = number_field(_("Rentang"))
    low, high = field.clean(found["low"]), field.clean(found["high"])
    if low >= high:
        message = gettext("Pada rentang “%(typed)s” angka kedua harus lebih besar daripada yang pertama.")
        raise ValidationError(message % {"typed": typed})
    return low, high
