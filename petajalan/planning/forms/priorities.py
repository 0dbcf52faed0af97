"""What people send to the page of priorities."""

from __future__ import annotations

from decimal import Decimal

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from petajalan.calc.numbers import State, read_typed


class NumberField(forms.CharField):
    """A number as people here write it ("7,5"); `None` for nothing or a dash."""

    widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})

    def clean(self, value: str | None) -> Decimal | None:
        text = super().clean(value)
        reading = read_typed(text)
        if reading.state in (State.NOT_SET, State.NOT_AVAILABLE):
            return None
        if reading.state is not State.SET or reading.value is None or reading.unit or reading.low or reading.high:
            raise forms.ValidationError(
                _("“%(text)s” bukan angka. Tulis satu angka, misalnya 7 atau 7,5."), params={"text": text}
            )
        return reading.value


class FactorForm(forms.Form):
    name = forms.CharField(label=gettext_lazy("Nama faktor"), max_length=200)
    low = NumberField(label=gettext_lazy("Skor terendah"), max_length=20, required=False)
    high = NumberField(label=gettext_lazy("Skor tertinggi"), max_length=20, required=False)
    weight = NumberField(
        label=gettext_lazy("Bobot"),
        max_length=20,
        required=False,
        help_text=gettext_lazy("Kosongkan bila skornya dijumlahkan biasa. Koma desimal, misalnya 1,5."),
    )
