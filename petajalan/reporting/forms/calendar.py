"""Forms of the calendar and of exceptions from it."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.utils.translation import gettext_lazy as _

from petajalan.accounts.models import Agency, Unit
from petajalan.reporting.choices import DeadlineKind, DueRule
from petajalan.reporting.queries.calendar import Settings


class ChangeForm(forms.Form):
    """A change of the calendar. `values` is what its service takes."""

    reason = forms.CharField(
        label=_("Alasan"), max_length=1000, help_text=_("Nomor surat atau keputusan yang mendasarinya.")
    )

    def __init__(self, *args: Any, before: Settings, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.before = before

    def values(self) -> dict[str, Any]:
        return dict(self.cleaned_data)


class RuleForm(ChangeForm):
    field_order = ["due", "number", "months", "reason"]

    due = forms.ChoiceField(label=_("Cara menentukan tanggal"), choices=DueRule.choices)
    number = forms.IntegerField(
        label=_("Tanggal atau hari kerja ke-"),
        min_value=1,
        max_value=31,
        help_text=_("Tidak dipakai untuk hari kerja terakhir."),
    )
    months = forms.IntegerField(
        label=_("Bulan sesudah periode"),
        min_value=0,
        max_value=12,
        help_text=_("0: bulan terakhir periode itu sendiri; 1: bulan berikutnya."),
    )

    def __init__(self, *args: Any, kind: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kind = kind
        rule = self.before.rules[kind]
        self.initial = {"due": rule.due.value, "number": rule.number, "months": rule.months}

    @property
    def title(self) -> str:
        return str(DeadlineKind(self.kind).label)

    def values(self) -> dict[str, Any]:
        return {"kind": self.kind, **self.cleaned_data}


class OwnDayForm(ChangeForm):
    field_order = ["day", "working", "reason"]

    title = _("Hari khusus instansi")
    day = forms.DateField(label=_("Tanggal"), widget=forms.DateInput(attrs={"type": "date"}))
    working = forms.ChoiceField(
        label=_("Pada hari itu instansi"),
        choices=[("no", _("libur")), ("yes", _("bekerja")), ("national", _("mengikuti kalender nasional lagi"))],
    )

    def values(self) -> dict[str, Any]:
        working = {"yes": True, "no": False, "national": None}[self.cleaned_data["working"]]
        return {**self.cleaned_data, "working": working}


class WorkWeekForm(ChangeForm):
    field_order = ["saturday", "reason"]

    title = _("Hari kerja seminggu")
    saturday = forms.ChoiceField(
        label=_("Hari kerja"), choices=[("no", _("Senin sampai Jumat")), ("yes", _("Senin sampai Sabtu"))]
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial = {"saturday": "yes" if self.before.saturday else "no"}

    def values(self) -> dict[str, Any]:
        return {**self.cleaned_data, "saturday": self.cleaned_data["saturday"] == "yes"}


class ExceptionForm(forms.Form):
    unit = forms.ModelChoiceField(label=_("Unit"), queryset=Unit.objects.none(), empty_label=_("pilih unit"))
    kind = forms.ChoiceField(label=_("Kewajiban"), choices=DeadlineKind.choices)
    period = forms.CharField(
        label=_("Periode"), max_length=7, help_text=_("Bulan seperti 2025-03, triwulan seperti 2025-Q1, atau tahun.")
    )
    expires_on = forms.DateField(
        label=_("Berlaku sampai"),
        widget=forms.DateInput(attrs={"type": "date"}),
        help_text=_("Sampai akhir hari itu."),
    )
    reason = forms.CharField(label=_("Alasan"), max_length=1000)

    def __init__(self, *args: Any, agency: Agency, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.agency = agency
        self.fields["unit"].queryset = Unit.objects.filter(agency=agency)  # type: ignore[attr-defined]

    def values(self) -> dict[str, Any]:
        given = dict(self.cleaned_data)
        day = given.pop("expires_on")
        return {
            **given,
            "period": given["period"].strip().upper(),
            "expires_at": datetime.combine(day, time(23, 59, 59), ZoneInfo(self.agency.time_zone)),
        }
