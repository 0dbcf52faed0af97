from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from petajalan.accounts.choices import Acting
from petajalan.accounts.forms.fields import DayField, ReasonField
from petajalan.accounts.models import Agency, User
from petajalan.accounts.queries import people_of

DEFINITIVE = "definitive"
WAYS = [(DEFINITIVE, _("Definitif")), *Acting.choices]


class PersonField(forms.ModelChoiceField):
    def label_from_instance(self, obj: User) -> str:
        return f"{obj.full_name} ({obj.email})"


class PositionForm(forms.Form):
    name = forms.CharField(
        label=_("Nama jabatan"),
        max_length=200,
        help_text=_("Misalnya Kepala Dinas Sosial atau Analis Kebijakan."),
        error_messages={"required": _("Tulis nama jabatan, misalnya Kepala Dinas Sosial.")},
    )
    is_head = forms.BooleanField(
        label=_("Memimpin unit ini"),
        required=False,
        help_text=_("Pemegangnya berperan sebagai kepala unit dan mewakili unit dalam tim."),
    )
    shared = forms.BooleanField(
        label=_("Dapat dipegang beberapa orang sekaligus"),
        required=False,
        help_text=_("Untuk jabatan pelaksana atau fungsional. Jabatan lain dipegang satu orang pada satu waktu."),
    )

    def __init__(self, *args: Any, of_unit: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not of_unit:
            del self.fields["is_head"]
            del self.fields["shared"]
            self.fields["name"].help_text = _("Misalnya Wali Kota atau Wakil Wali Kota. Pemegangnya berperan pimpinan.")


class HandOverForm(forms.Form):
    on = DayField(label=_("Mulai"), help_text=_("Hari pertama pemegang yang baru."))
    acting = forms.ChoiceField(
        label=_("Cara memegang"),
        choices=WAYS,
        initial=DEFINITIVE,
        help_text=_(
            "Pejabat definitif atau Plt menggantikan pemegang sekarang. Plh mendampinginya selama ia berhalangan."
        ),
    )
    reason = ReasonField(label=_("Dasar atau alasan"), required=False, help_text=_("Misalnya nomor surat keputusan."))

    def __init__(self, *args: Any, agency: Agency, shared: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = people_of(agency).filter(is_active=True).order_by("full_name", "email")
        self.fields["to"] = PersonField(
            people,
            label=_("Pemegang baru"),
            empty_label=str(_("pilih orang")),
            help_text=_("Orang yang belum terdaftar diundang dahulu di halaman Orang."),
            error_messages={"required": _("Pilih orangnya."), "invalid_choice": _("Pilih orang dari daftar.")},
        )
        self.order_fields(["to", "on", "acting", "reason"])
        if shared:
            del self.fields["acting"]

    def clean_acting(self) -> str:
        return _acting(self)


class HoldingForm(forms.Form):
    starts_on = DayField(label=_("Mulai"))
    ends_on = DayField(label=_("Sampai"), required=False, help_text=_("Kosongkan bila masih memegang."))
    acting = forms.ChoiceField(label=_("Cara memegang"), choices=WAYS)
    reason = ReasonField(label=_("Alasan perbaikan"))

    def clean_acting(self) -> str:
        return _acting(self)


def _acting(form: forms.Form) -> str:
    chosen = str(form.cleaned_data["acting"])
    return "" if chosen == DEFINITIVE else chosen
