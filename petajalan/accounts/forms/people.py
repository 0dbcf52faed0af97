from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from petajalan.accounts.choices import GIVEN_ROLES
from petajalan.accounts.forms.fields import DayField, PositionField, ReasonField
from petajalan.accounts.forms.sign_in import NEW_PASSWORD_HELP
from petajalan.accounts.models import Agency, Holding, Position

ROLES = [(role.value, role.label) for role in GIVEN_ROLES]


class InvitationForm(forms.Form):
    full_name = forms.CharField(
        label=_("Nama lengkap"), max_length=150, error_messages={"required": _("Tulis nama lengkap orangnya.")}
    )
    email = forms.EmailField(
        label=_("Alamat surel"),
        max_length=254,
        help_text=_("Tautan undangan dikirim ke sini, dan alamat ini dipakai untuk masuk."),
        error_messages={
            "required": _("Tulis alamat surelnya."),
            "invalid": _("Tulis alamat surel lengkap, misalnya nama@kota.go.id."),
        },
    )
    role = forms.ChoiceField(
        label=_("Peran"),
        required=False,
        choices=[("", _("tanpa peran khusus")), *ROLES],
        help_text=_("Operator dan kepala unit mengikuti jabatan; untuk mereka pilih jabatannya saja."),
    )

    def __init__(self, *args: Any, agency: Agency, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["position"] = PositionField(
            vacant_positions(agency),
            label=_("Jabatan"),
            required=False,
            empty_label=str(_("tanpa jabatan")),
            help_text=_("Hanya jabatan yang belum terisi. Dipegang sejak undangan diterima."),
        )


def vacant_positions(agency: Agency) -> Any:
    """Positions that a person who accepts can take without putting anybody out."""
    today = timezone.localdate()
    held = Holding.objects.filter(position=OuterRef("pk"), acting="", position__shared=False).exclude(ends_on__lt=today)
    positions = Position.objects.filter(agency=agency).open_on(today)
    return positions.filter(~Exists(held))


class AcceptForm(forms.Form):
    full_name = forms.CharField(
        label=_("Nama lengkap"),
        max_length=150,
        help_text=_("Nama ini tampil pada tugas, catatan jejak, dan dokumen."),
        error_messages={"required": _("Tulis nama lengkap Anda.")},
    )
    password1 = forms.CharField(
        label=_("Kata sandi baru"),
        strip=False,
        help_text=NEW_PASSWORD_HELP,
        widget=forms.PasswordInput({"autocomplete": "new-password"}),
        error_messages={"required": _("Tulis kata sandi yang baru.")},
    )
    password2 = forms.CharField(
        label=_("Ulangi kata sandi baru"),
        strip=False,
        widget=forms.PasswordInput({"autocomplete": "new-password"}),
        error_messages={"required": _("Tulis kata sandi yang baru sekali lagi.")},
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        first, second = given.get("password1"), given.get("password2")
        if first and second and first != second:
            self.add_error("password2", _("Kedua kata sandi tidak sama. Tulis ulang."))
        return given


class RoleForm(forms.Form):
    role = forms.ChoiceField(
        label=_("Peran"),
        choices=ROLES,
        help_text=_("Operator dan kepala unit tidak diberikan di sini: keduanya mengikuti jabatan."),
    )
    starts_on = DayField(label=_("Mulai"))
    ends_on = DayField(label=_("Sampai"), required=False, help_text=_("Kosongkan bila tanpa batas waktu."))


class EndRoleForm(forms.Form):
    on = DayField(label=_("Hari terakhir"))


class DeactivateForm(forms.Form):
    reason = ReasonField(help_text=_("Misalnya pindah tugas atau pensiun."))


class PeopleFilter(forms.Form):
    cari = forms.CharField(label=_("Cari orang"), required=False, max_length=100)

    def chosen(self) -> str:
        self.is_valid()
        return str(self.cleaned_data.get("cari", ""))
