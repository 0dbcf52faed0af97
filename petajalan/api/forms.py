"""What a person says of a new token."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from petajalan.accounts.forms.fields import DayField
from petajalan.api.choices import ApiScope


class TokenForm(forms.Form):
    name = forms.CharField(
        label=_("Dipakai untuk"),
        max_length=100,
        help_text=_("Sistem yang akan memakainya, misalnya “Portal kinerja kota”."),
        error_messages={"required": _("Tulis sistem yang akan memakai token ini.")},
    )
    scopes = forms.MultipleChoiceField(
        label=_("Boleh untuk"),
        choices=ApiScope.choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Pilih sekurang-kurangnya satu cakupan.")},
    )
    until = DayField(label=_("Berlaku sampai"), help_text=_("Paling lama 366 hari dari hari ini."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("auto_id", "token_%s")
        super().__init__(*args, **kwargs)
