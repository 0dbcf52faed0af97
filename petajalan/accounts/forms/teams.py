from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from petajalan.accounts.choices import TeamKind, TeamRole, UnitGroup
from petajalan.accounts.forms.fields import DayField
from petajalan.accounts.matching import Seat
from petajalan.accounts.models import Agency, Position, TeamMember, Unit


class TeamForm(forms.Form):
    kind = forms.ChoiceField(
        label=_("Jenis tim"),
        choices=TeamKind,
        help_text=_("Anggota tim evaluasi berperan menilai, anggota sekretariat (STU) menyetujui rencana."),
    )
    name = forms.CharField(label=_("Nama tim"), max_length=200, error_messages={"required": _("Tulis nama tim.")})
    theme = forms.CharField(
        label=_("Tema"),
        max_length=200,
        required=False,
        help_text=_("Untuk tim tematik, misalnya Pengentasan Kemiskinan."),
    )
    decree_number = forms.CharField(
        label=_("Nomor keputusan"), max_length=100, required=False, help_text=_("Keputusan yang membentuk tim ini.")
    )
    decree_date = DayField(label=_("Tanggal keputusan"), required=False)
    starts_on = DayField(label=_("Berlaku sejak"))
    ends_on = DayField(label=_("Berlaku sampai"), required=False, help_text=_("Kosongkan bila masih berlaku."))


class MemberForm(forms.Form):
    """One list holds positions, units and groups, so that it works without scripts."""

    role = forms.ChoiceField(label=_("Kedudukan dalam tim"), choices=[*TeamRole.choices])
    who = forms.ChoiceField(
        label=_("Anggota"),
        help_text=_("Jabatan mewakili pemegangnya. Unit dan kelompok diwakili kepalanya."),
        error_messages={"required": _("Pilih anggotanya."), "invalid_choice": _("Pilih anggota dari daftar.")},
    )

    def __init__(self, *args: Any, agency: Agency, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        today = timezone.localdate()
        positions = Position.objects.filter(agency=agency).open_on(today).select_related("unit")
        units = Unit.objects.filter(agency=agency).active_on(today).order_by("name")
        self._positions = {f"position:{one.pk}": one for one in positions.order_by("unit__name", "-is_head", "name")}
        self._units = {f"unit:{one.pk}": one for one in units}
        groups = [(f"group:{value}", label) for value, label in UnitGroup.choices]
        self.fields["who"].choices = [  # type: ignore[attr-defined]
            ("", gettext("pilih jabatan, unit, atau kelompok")),
            (gettext("Jabatan"), [(key, one.full_name) for key, one in self._positions.items()]),
            (gettext("Unit"), [(key, one.name) for key, one in self._units.items()]),
            (gettext("Kelompok"), groups),
        ]

    def seat(self) -> Seat:
        chosen = self.cleaned_data["who"]
        if chosen in self._positions:
            return Seat(position=self._positions[chosen])
        if chosen in self._units:
            return Seat(unit=self._units[chosen])
        return Seat(group=chosen.removeprefix("group:"))

    @staticmethod
    def chosen_of(member: TeamMember) -> str:
        if member.position_id:
            return f"position:{member.position_id}"
        if member.unit_id:
            return f"unit:{member.unit_id}"
        return f"group:{member.group}" if member.group else ""
