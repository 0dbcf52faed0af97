"""What people type about a recommendation: the evaluator who raises it, its owner, and who answers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from petajalan.accounts.models import Agency, Unit
from petajalan.evaluation.choices import RecommendationSource, RecommendationState
from petajalan.evaluation.forms.guidance import day_field, text_field
from petajalan.evaluation.queries.recommendations import Wanted
from petajalan.evaluation.queries.recommended_indicators import current_indicators
from petajalan.planning.models import Action, Indicator
from petajalan.reporting.forms.evidence import ACCEPTED
from petajalan.reporting.forms.reports import WriteForm
from petajalan.reporting.models import Evidence
from petajalan.reporting.services.calendar import YEARS

YEAR_WORDS = _("Isi tahun dengan empat angka, misalnya 2024.")


class ActionField(forms.ModelChoiceField):
    def label_from_instance(self, action: Any) -> str:
        return f"{action.plan.coordinator}: {action.name}"


class FromSourceForm(forms.Form):
    """What is made of a row or an area: its words and its unit are there already."""

    key = forms.UUIDField(required=False, widget=forms.HiddenInput)
    what = text_field(_("Yang harus dikerjakan"), 3)
    owner = forms.ModelChoiceField(label=_("Penanggung jawab"), queryset=Unit.objects.none())
    due = day_field(_("Tenggat"))

    def __init__(self, *args: Any, agency: Agency, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["owner"].queryset = Unit.objects.filter(agency=agency).order_by("name")  # type: ignore[attr-defined]


class RaiseForm(FromSourceForm):
    """What no row or area of an evaluation here stands behind: a document does."""

    source_kind = forms.ChoiceField(label=_("Asal"))
    reference = forms.CharField(
        label=_("Dokumen asal"), max_length=300,
        help_text=_("Nama atau nomornya, dan bagian yang memuat rekomendasi ini."),
    )  # fmt: skip
    year = forms.IntegerField(
        label=_("Tahun yang dievaluasi"), min_value=YEARS.start, max_value=YEARS.stop - 1,
        error_messages={"invalid": YEAR_WORDS, "min_value": YEAR_WORDS, "max_value": YEAR_WORDS},
    )  # fmt: skip
    indicator = forms.ModelChoiceField(
        label=_("Indikator yang bersangkutan"), queryset=Indicator.objects.none(), required=False, to_field_name="key"
    )
    action = ActionField(label=_("Aksi yang bersangkutan"), queryset=Action.objects.none(), required=False)
    field_order = ("key", "source_kind", "year", "reference", "what", "indicator", "action", "owner", "due")

    def __init__(self, *args: Any, agency: Agency, kinds: Sequence[RecommendationSource], **more: Any) -> None:
        super().__init__(*args, agency=agency, **more)
        self.fields["indicator"].queryset = current_indicators(agency)  # type: ignore[attr-defined]
        self.fields["source_kind"].choices = [(one.value, one.label) for one in kinds]  # type: ignore[attr-defined]
        actions = Action.objects.filter(agency=agency, withdrawn=False).select_related("plan__coordinator")
        self.fields["action"].queryset = actions.order_by("-plan__year", "plan__coordinator__name", "position")  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        indicator = self.cleaned_data.pop("indicator", None)
        return {**self.cleaned_data, "indicator_key": indicator.key if indicator else None}


class ProgressForm(WriteForm):
    """done  the second button"""

    text = text_field(_("Yang sudah dikerjakan"), 3)
    percent = forms.IntegerField(
        label=_("Kemajuan (persen)"), required=False, min_value=0, max_value=100,
        error_messages={
            name: _("Isi kemajuan dengan angka 0 sampai 100.") for name in ("invalid", "min_value", "max_value")
        },
    )  # fmt: skip
    file = forms.FileField(
        label=_("Berkas bukti"), required=False, max_length=1000, error_messages={"empty": _("Berkas ini kosong.")},
        widget=forms.FileInput(attrs={"accept": ACCEPTED}),
    )  # fmt: skip
    link = forms.CharField(
        label=_("Atau tautan"), required=False, max_length=1000,
        widget=forms.TextInput(attrs={"inputmode": "url", "autocomplete": "off"}),
    )  # fmt: skip
    known = forms.ModelChoiceField(
        label=_("Atau bukti dukung yang sudah ada"), required=False, queryset=Evidence.objects.none(),
        empty_label=_("pilih bukti dukung"),
        error_messages={
            "invalid_choice": _("Bukti dukung itu tidak ada lagi. Muat ulang halaman, lalu pilih lagi.")
        },
    )  # fmt: skip
    page = forms.CharField(label=_("Halaman"), required=False, max_length=100)
    done = forms.BooleanField(required=False)

    def __init__(self, *args: Any, unit: Unit, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["known"].queryset = Evidence.objects.filter(  # type: ignore[attr-defined]
            agency=unit.agency_id, unit=unit, replaced_by=None
        ).order_by("-added_at", "-pk")

    def clean_file(self) -> object:
        file = self.cleaned_data["file"]
        if file and file.size > settings.UPLOAD_MAX_BYTES:
            limit = settings.UPLOAD_MAX_BYTES // (1024 * 1024)
            raise forms.ValidationError(_("Berkas ini lebih besar dari %(limit)d MB."), params={"limit": limit})
        return file


class ReasonForm(WriteForm):
    reason = text_field(_("Alasan"), 2, required=False)


class DueForm(WriteForm):
    due = day_field(_("Tenggat baru"))
    reason = text_field(_("Alasan"), 2)


class FilterForm(forms.Form):
    """Which recommendations to list. A value that cannot be read is left out rather than refused."""

    keadaan = forms.ChoiceField(
        required=False, choices=[(one, one) for one in ("hidup", "terlambat", "semua", *RecommendationState.values)]
    )
    unit = forms.IntegerField(required=False, min_value=1, max_value=2**31)
    asal = forms.ChoiceField(required=False, choices=RecommendationSource.choices)
    tahun = forms.IntegerField(required=False, min_value=1, max_value=9999)
    indikator = forms.UUIDField(required=False)
    urut = forms.ChoiceField(required=False, choices=[(one, one) for one in ("umur", "unit", "nomor")])

    @property
    def wanted(self) -> Wanted:
        self.is_valid()
        given = self.cleaned_data
        return Wanted(
            state=given.get("keadaan") or "hidup", unit=given.get("unit"), source=given.get("asal") or "",
            year=given.get("tahun"), order=given.get("urut") or "", indicator=given.get("indikator"),
        )  # fmt: skip
