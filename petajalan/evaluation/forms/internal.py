"""What people type into a point of an evaluation of a year, and into the report around its tables."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from petajalan.evaluation.choices import JudgementChoice
from petajalan.evaluation.values import PointValues
from petajalan.reporting.forms.reports import WriteForm


class PointForm(WriteForm):
    judgement = forms.ChoiceField(choices=[("", ""), *JudgementChoice.choices], required=False)
    note = forms.CharField(required=False, max_length=5000)

    @property
    def values(self) -> PointValues:
        return PointValues(self.cleaned_data["judgement"], self.cleaned_data["note"])


class TextsForm(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput)
    overview = forms.CharField(
        label=_("Gambaran umum"), required=False, max_length=10000, widget=forms.Textarea({"rows": 6}),
        help_text=_("Pelaksanaan RB General dan Tematik pada periode ini, dalam beberapa kalimat."),
    )  # fmt: skip
    conclusion = forms.CharField(
        label=_("Simpulan"), required=False, max_length=10000, widget=forms.Textarea({"rows": 6}),
        help_text=_("Yang terpenting dari penilaian, dan yang perlu dikerjakan sesudahnya."),
    )  # fmt: skip
