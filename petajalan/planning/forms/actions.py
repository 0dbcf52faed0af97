"""The upload of an action plan that was filled in as a workbook."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from petajalan.planning.action_cells import Lists
from petajalan.planning.choices import FigureRule


class ActionSheetForm(forms.Form):
    """figure_rule, indicator  answer what the portal's layout does not say"""

    berkas = forms.FileField(
        label=_("Berkas Excel"), error_messages={"required": _("Pilih berkasnya dahulu."), "empty": _("Berkas kosong.")}
    )
    angka = forms.ChoiceField(
        label=_("Angka triwulan dalam format portal"),
        choices=[("", _("Tentukan dari totalnya, tanyakan bila tidak jelas")), *FigureRule.choices],
        required=False,
    )
    indikator = forms.ChoiceField(label=_("Indikator untuk lembar format portal"), required=False)
    sebagian = forms.BooleanField(
        label=_("Simpan baris yang benar saja, walaupun baris lain masih salah"), required=False
    )

    def __init__(self, *args: Any, lists: Lists, **more: Any) -> None:
        super().__init__(*args, **more)
        names = [(one.name, one.name) for one in lists.indicators]
        self.fields["indikator"].choices = [("", _("Menurut nama lembar")), *names]  # type: ignore[attr-defined]
