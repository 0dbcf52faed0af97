"""What people type into a row of an evaluation, and what the secretariat answers."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from petajalan.calc.evaluation import Dimension, Judgement
from petajalan.evaluation.choices import JudgementChoice
from petajalan.evaluation.values import RowValues
from petajalan.reporting.forms.reports import WriteForm


def _dimension() -> forms.ChoiceField:
    return forms.ChoiceField(choices=[("", ""), *JudgementChoice.choices], required=False)


class RowForm(WriteForm):
    """all  the button "semua sesuai", which stands for all four"""

    execution = _dimension()
    output = _dimension()
    quality = _dimension()
    timeliness = _dimension()
    note = forms.CharField(required=False, max_length=5000)
    recommendation = forms.CharField(required=False, max_length=5000)
    all = forms.ChoiceField(choices=[("", ""), (Judgement.CONFORMS.value, "")], required=False)

    @property
    def values(self) -> RowValues:
        judged = {one.value: self.cleaned_data[one.value] for one in Dimension}
        if self.cleaned_data["all"]:
            judged = dict.fromkeys(judged, self.cleaned_data["all"])
        return RowValues(
            **judged, note=self.cleaned_data["note"], recommendation=self.cleaned_data["recommendation"]
        )  # fmt: skip


class AnswerForm(WriteForm):
    reason = forms.CharField(required=False, max_length=2000)


class AreaForm(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput)
    title = forms.CharField(label=_("Judul"), max_length=300)
    condition = forms.CharField(
        label=_("Kondisi"), max_length=5000, widget=forms.Textarea({"rows": 3}), help_text=_("Apa yang ditemukan.")
    )
    criterion = forms.CharField(
        label=_("Kriteria"), max_length=5000, widget=forms.Textarea({"rows": 2}),
        help_text=_("Apa yang seharusnya, dan menurut aturan mana."),
    )  # fmt: skip
    consequence = forms.CharField(
        label=_("Akibat"), max_length=5000, widget=forms.Textarea({"rows": 2}),
        help_text=_("Apa yang terjadi bila dibiarkan."),
    )  # fmt: skip
    suggestion = forms.CharField(
        label=_("Saran"), max_length=5000, widget=forms.Textarea({"rows": 2}),
        help_text=_("Apa yang perlu dikerjakan, oleh siapa."),
    )  # fmt: skip
