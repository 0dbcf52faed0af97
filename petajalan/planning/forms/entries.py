"""What people send about the rows of an indicator and about two entries that are one."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from petajalan.accounts.models import Unit
from petajalan.planning.forms.rows import REQUIRED
from petajalan.planning.models import RoadMap

NO_REASON = {"required": _("Alasannya belum ditulis. Tuliskan alasannya, lalu kirim lagi.")}


def _reason(*, required: bool, help_text: Any = "") -> forms.CharField:
    return forms.CharField(
        label=_("Alasan"), max_length=2000, required=required, widget=forms.Textarea({"rows": 2}),
        error_messages=NO_REASON, help_text=help_text,
    )  # fmt: skip


class JoinForm(forms.Form):
    reason = _reason(required=True, help_text=_("Mengapa keduanya indikator yang sama."))


class RowCoordinatorForm(forms.Form):
    """Empty: the units that lead the key activity answer for the row as well."""

    coordinator = forms.ModelChoiceField(
        Unit.objects.none(), label=_("Unit koordinator baris ini"), required=False,
        empty_label=_("Sama dengan koordinator kegiatan utama"),
    )  # fmt: skip
    reason = _reason(required=False)

    def __init__(self, *args: Any, road_map: RoadMap, **more: Any) -> None:
        super().__init__(*args, **more)
        units = Unit.objects.filter(agency=road_map.agency_id)
        named = self.initial.get("coordinator")
        active = units.active_on(timezone.localdate())
        self.fields["coordinator"].queryset = units.filter(  # type: ignore[attr-defined]
            Q(pk__in=active.values("pk")) | Q(pk=named)
        ).order_by("name")


class SeparateForm(forms.Form):
    name = forms.CharField(
        label=_("Nama indikator yang baru"),
        max_length=1000,
        widget=forms.Textarea({"rows": 2}),
        error_messages=REQUIRED,
    )
    reason = _reason(required=True, help_text=_("Apa bedanya dengan baris yang lain."))
