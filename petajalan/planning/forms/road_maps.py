"""What people send while a road map lives: drafted, enacted, amended, revoked."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class RoadMapForm(forms.Form):
    title = forms.CharField(label=_("Judul"), max_length=500)
    period_start = forms.IntegerField(label=_("Tahun awal"), min_value=2000, max_value=2100)
    period_end = forms.IntegerField(label=_("Tahun akhir"), min_value=2000, max_value=2100)


class EnactForm(forms.Form):
    reference = forms.CharField(
        label=_("Ditetapkan dengan"), max_length=300, help_text=_("Misalnya “Peraturan Wali Kota Nomor 7 Tahun 2023”.")
    )
    on = forms.DateField(
        label=_("Tanggal penetapan"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=_("Alasan"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Alasannya belum ditulis. Tuliskan alasannya, lalu kirim lagi.")},
    )  # fmt: skip


class RevokeForm(forms.Form):
    reference = forms.CharField(label=_("Dicabut dengan"), max_length=300)
    reason = forms.CharField(label=_("Alasan pencabutan"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))


class YearForm(forms.Form):
    year = forms.IntegerField(label=_("Tahun"), min_value=2000, max_value=2100)


class SectionForm(forms.Form):
    """A section that is there already keeps its number and its part."""

    title = forms.CharField(label=_("Judul"), max_length=500)
    body = forms.CharField(
        label=_("Naskah"), max_length=200_000, required=False, widget=forms.Textarea(attrs={"rows": 18}),
        help_text=_("Paragraf dipisahkan baris kosong. Tabel rencana dibuat dari datanya, tidak ditulis di sini."),
    )  # fmt: skip
    reason = forms.CharField(
        label=_("Alasan perubahan"), max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )


class NewSectionForm(forms.Form):
    number = forms.CharField(label=_("Nomor"), max_length=30, required=False, help_text=_("Misalnya “III” atau “3.1”."))
    title = forms.CharField(label=_("Judul"), max_length=500)
    body = forms.CharField(
        label=_("Naskah"), max_length=200_000, required=False, widget=forms.Textarea(attrs={"rows": 14})
    )
