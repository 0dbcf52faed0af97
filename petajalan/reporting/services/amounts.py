"""Amounts that a column can hold as they were given: nothing is rounded or cut on its way in without a word."""

from __future__ import annotations

from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from petajalan.planning.models.decimals import DecimalField
from petajalan.planning.services.refusals import Refused
from petajalan.reporting.models import ProgressLine


def check_amount(amount: Decimal | None, field: str) -> None:
    """Refuse what `field` of a line cannot hold: `realised_output` or `budget_absorbed`."""
    if amount is None:
        return
    if amount < 0:
        raise Refused(_("Isi angka nol atau lebih."))
    check_fits(amount, ProgressLine._meta.get_field(field))


def check_fits(amount: Decimal, column: object) -> None:
    """Refuse what a decimal column would round or cannot hold."""
    assert isinstance(column, DecimalField)
    digits, places = column.max_digits, column.decimal_places
    assert digits is not None
    assert places is not None
    if abs(amount) >= Decimal(10) ** (digits - places):
        raise Refused(_("Angka ini terlalu besar. Periksa satuannya."))
    if amount != amount.quantize(Decimal(1).scaleb(-places)):
        told = ngettext(
            "Tulis paling banyak %(count)d angka di belakang koma.",
            "Tulis paling banyak %(count)d angka di belakang koma.",
            places,
        )
        raise Refused(told % {"count": places})
