"""Forms of activities for the core values."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from petajalan.accounts.models import Unit
from petajalan.reporting.choices import CoreValue

MOST_PARTICIPANTS = 1_000_000


def _participants() -> forms.IntegerField:
    return forms.IntegerField(label=_("Jumlah peserta"), min_value=0, max_value=MOST_PARTICIPANTS, required=False)


class ActivityForm(forms.Form):
    """`units`: those it may be of; none where it is of one already."""

    key = forms.UUIDField(required=False, widget=forms.HiddenInput)
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)
    title = forms.CharField(
        label=_("Kegiatan"), max_length=200, help_text=_("Misalnya Apel nilai BerAKHLAK, Pelatihan layanan ramah.")
    )
    day = forms.DateField(label=_("Tanggal"), widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"))
    core_value = forms.ChoiceField(label=_("Nilai yang dituju"), choices=CoreValue.choices)
    participants = _participants()
    note = forms.CharField(label=_("Catatan"), max_length=2000, required=False, widget=forms.Textarea({"rows": 3}))

    def __init__(self, *args: Any, units: list[Unit] | None = None, **more: Any) -> None:
        super().__init__(*args, **more)
        if units is not None:
            offered = Unit.objects.filter(pk__in=[unit.pk for unit in units]).order_by("name")
            initial = units[0] if len(units) == 1 else None
            self.fields["unit"] = forms.ModelChoiceField(
                label=_("Unit"), queryset=offered, empty_label=_("pilih unit"), initial=initial
            )
            self.order_fields(["unit"])


class HeldForm(forms.Form):
    version = forms.IntegerField()
    participants = _participants()
