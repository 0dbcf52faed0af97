"""What narrows the lists, and a value to try on a scale. A value that does not exist narrows nothing."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class ScaleFilterForm(forms.Form):
    cari = forms.CharField(max_length=100, required=False, label=_("Cari skala"))
    saring = forms.ChoiceField(
        required=False, choices=[(one, one) for one in ("belum-terkonfirmasi", "tanpa-predikat", "instansi")]
    )

    def chosen(self) -> dict[str, Any]:
        self.is_valid()
        return {"words": self.cleaned_data.get("cari", ""), "only": self.cleaned_data.get("saring", "")}


class IndicatorFilterForm(forms.Form):
    cari = forms.CharField(max_length=100, required=False, label=_("Cari indikator"))

    def chosen(self) -> str:
        self.is_valid()
        return str(self.cleaned_data.get("cari", ""))


class TryValueForm(forms.Form):
    """A number or a grade, and the year it was measured in."""

    nilai = forms.CharField(
        max_length=30,
        label=_("Nilai atau predikat"),
        error_messages={"required": _("Tulis nilainya, misalnya 64,09 atau BB.")},
    )
    tahun = forms.IntegerField(
        min_value=1990,
        max_value=2100,
        label=_("Tahun pengukuran"),
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages={
            "required": _("Tulis tahun pengukurannya, misalnya 2024."),
            "invalid": _("Tulis tahun dengan empat angka, misalnya 2024."),
            "min_value": _("Tulis tahun dengan empat angka, misalnya 2024."),
            "max_value": _("Tulis tahun dengan empat angka, misalnya 2024."),
        },
    )
