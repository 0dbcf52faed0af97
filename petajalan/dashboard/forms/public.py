"""The form of what the public page says in the agency's own words."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from petajalan.accounts.choices import Licence


class PublicTextForm(forms.Form):
    for_whom = forms.CharField(
        label=_("Untuk siapa road map ini"), required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Satu atau dua kalimat biasa, tampil di bawah judul. Kosongkan bila tidak perlu."),
    )  # fmt: skip
    office = forms.CharField(
        label=_("Bagian yang dapat ditanya"),
        required=False,
        max_length=200,
        help_text=_("Nama bagian, bukan nama orang."),
    )
    address = forms.CharField(
        label=_("Alamat kantor"), required=False, max_length=500, widget=forms.Textarea(attrs={"rows": 2})
    )
    email = forms.EmailField(label=_("Alamat surel kantor"), required=False)
    phone = forms.CharField(label=_("Nomor telepon kantor"), required=False, max_length=50)
    website = forms.URLField(label=_("Situs web"), required=False, assume_scheme="https")
    licence = forms.ChoiceField(
        label=_("Lisensi data terbuka"), choices=Licence.choices, initial=Licence.CC_BY,
        help_text=_("CC BY: boleh dipakai siapa saja asal menyebut sumbernya."),
    )  # fmt: skip
    version = forms.IntegerField(min_value=0, max_value=10**6, initial=0, widget=forms.HiddenInput)

    @property
    def values(self) -> dict[str, str]:
        return {name: value for name, value in self.cleaned_data.items() if name != "version"}
