"""Forms of guidance, its follow-ups, and waivers."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from petajalan.accounts.models import Agency, Unit


def day_field(label: object, **more: Any) -> forms.DateField:
    return forms.DateField(label=label, widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"), **more)  # type: ignore[arg-type]


def text_field(label: object, rows: int, **more: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=5000, widget=forms.Textarea({"rows": rows}), **more)  # type: ignore[arg-type]


class GuidanceForm(forms.Form):
    key = forms.UUIDField(required=False, widget=forms.HiddenInput)
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)
    day = day_field(_("Tanggal"))
    subject = forms.CharField(label=_("Perihal"), max_length=200)
    text = text_field(_("Isi"), 5)


class FollowUpForm(forms.Form):
    key = forms.UUIDField(required=False, widget=forms.HiddenInput)
    what = text_field(_("Yang harus dikerjakan"), 2)
    owner = forms.ModelChoiceField(label=_("Penanggung jawab"), queryset=Unit.objects.none())
    due = day_field(_("Tenggat"))

    def __init__(self, *args: Any, agency: Agency, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["owner"].queryset = Unit.objects.filter(agency=agency).order_by("name")  # type: ignore[attr-defined]


class WaiverForm(forms.Form):
    """chosen  "unit:action" of each box that was ticked; a waiver is signed for one unit at a time"""

    chosen = forms.MultipleChoiceField(
        error_messages={"required": _("Pilih sekurang-kurangnya satu aksi.")}, widget=forms.CheckboxSelectMultiple
    )
    reason = forms.CharField(
        label=_("Alasan"), max_length=1000, widget=forms.Textarea({"rows": 3}),
        help_text=_("Mengapa tidak ada penilai lain. Alasan ini dicetak pada setiap evaluasi yang memakainya."),
    )  # fmt: skip

    def __init__(self, *args: Any, choices: list[tuple[str, str]], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["chosen"].choices = choices  # type: ignore[attr-defined]
