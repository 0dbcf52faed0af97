"""The form of what an agency sets about its achievements."""

from __future__ import annotations

from decimal import Decimal

from django import forms
from django.utils.translation import gettext_lazy as _

# The caps in use elsewhere (docs/formulas.md); the law that would set one was not found.
CAPS = (("100", _("100, seperti bawaan aplikasi")), ("120", _("120, capaian lebih ikut dihitung")))


class AchievementSettingForm(forms.Form):
    group_cap = forms.TypedChoiceField(
        label=_("Capaian seorang anggota dihitung paling tinggi (%)"), choices=CAPS, coerce=Decimal
    )
    reason = forms.CharField(
        label=_("Alasan"), max_length=1000, help_text=_("Nomor surat atau keputusan yang mendasarinya.")
    )
    version = forms.IntegerField(min_value=0, max_value=10**6, widget=forms.HiddenInput)
