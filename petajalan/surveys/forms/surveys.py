"""Forms of a survey itself, of its file, and of what is done with its index."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from petajalan.accounts.models import Unit
from petajalan.reporting.services.calendar import YEARS
from petajalan.surveys.periods import code_of

PARTS = [
    ("S1", _("Semester I")),
    ("S2", _("Semester II")),
    ("Q1", _("Triwulan I")),
    ("Q2", _("Triwulan II")),
    ("Q3", _("Triwulan III")),
    ("Q4", _("Triwulan IV")),
    ("", _("Setahun")),
]


class SurveyForm(forms.Form):
    key = forms.UUIDField(required=False, widget=forms.HiddenInput)
    unit = forms.ModelChoiceField(label=_("Unit layanan"), queryset=Unit.objects.none(), empty_label=_("pilih unit"))
    service = forms.CharField(
        label=_("Layanan"), max_length=200, required=False,
        help_text=_("Misalnya Perizinan usaha. Kosongkan bila survei mencakup semua layanan unit."),
    )  # fmt: skip
    year = forms.IntegerField(label=_("Tahun"), min_value=YEARS[0], max_value=YEARS[-1])
    part = forms.ChoiceField(label=_("Periode"), choices=PARTS, required=False)
    min_respondents = forms.IntegerField(
        label=_("Responden paling sedikit"), min_value=1, max_value=1_000_000, required=False,
        help_text=_("Bila jawabannya kurang dari ini, hasilnya ditandai. Kosongkan bila instansi tidak menetapkannya."),
    )  # fmt: skip

    def __init__(self, *args: Any, units: list[Unit], **more: Any) -> None:
        super().__init__(*args, **more)
        field = self.fields["unit"]
        field.queryset = Unit.objects.filter(pk__in=[unit.pk for unit in units]).order_by("name")  # type: ignore[attr-defined]
        if len(units) == 1:
            field.initial = units[0]

    @property
    def period(self) -> str:
        return code_of(self.cleaned_data["year"], self.cleaned_data["part"])


class SurveyChangeForm(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput)
    service = forms.CharField(label=_("Layanan"), max_length=200, required=False)
    min_respondents = forms.IntegerField(
        label=_("Responden paling sedikit"), min_value=1, max_value=1_000_000, required=False
    )
    public = forms.BooleanField(
        label=_("Formulir publik menerima jawaban"), required=False,
        help_text=_("Matikan bila tautannya disalahgunakan, atau bila survei hanya memakai kertas."),
    )  # fmt: skip


class StepForm(forms.Form):
    """A button of a survey: `version` is that of the survey, or of the measurement, that the person saw."""

    version = forms.IntegerField()
    key = forms.UUIDField(required=False)
    reason = forms.CharField(required=False, max_length=1000)
    confirmation = forms.CharField(required=False, max_length=1000)


class ResponseFileForm(forms.Form):
    file = forms.FileField(
        label=_("Berkas Excel atau CSV"), max_length=1000,
        error_messages={"required": _("Pilih berkasnya dahulu."), "empty": _("Berkas ini kosong.")},
        widget=forms.FileInput({"accept": ".xlsx,.csv,.txt"}),
    )  # fmt: skip
