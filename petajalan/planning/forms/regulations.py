"""What people send to this app, as clean values."""

from __future__ import annotations

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from petajalan.planning.display.findings import Filter
from petajalan.regulation.findings.model import Severity

ACCEPTED = (".docx", ".pdf", ".xlsx", ".md", ".txt")


class UploadForm(forms.Form):
    """One regulation file. What it holds is judged by the reading, not by its name."""

    file = forms.FileField(
        label=_("Berkas peraturan"),
        max_length=1000,
        error_messages={
            "required": _("Pilih berkas peraturannya lebih dahulu."),
            "empty": _("Berkas ini kosong. Pilih berkas yang berisi naskah peraturan."),
            "missing": _("Pilih berkas peraturannya lebih dahulu."),
        },
        widget=forms.FileInput(attrs={"accept": ",".join(ACCEPTED)}),
    )

    def clean_file(self) -> object:
        file = self.cleaned_data["file"]
        if file.size > settings.UPLOAD_MAX_BYTES:
            limit = settings.UPLOAD_MAX_BYTES // (1024 * 1024)
            raise forms.ValidationError(
                _("Berkas ini lebih besar dari %(limit)d MB. Simpan ulang tanpa gambar, lalu unggah lagi."),
                params={"limit": limit},
            )
        return file


class FindingFilterForm(forms.Form):
    """The filter of the findings list. A value that does not exist narrows nothing."""

    tingkat = forms.ChoiceField(choices=[(severity.value, severity.value) for severity in Severity], required=False)
    jenis = forms.SlugField(required=False)
    letak = forms.CharField(max_length=60, required=False)
    cari = forms.CharField(max_length=100, required=False)

    @property
    def chosen(self) -> Filter:
        values = self.cleaned_data if self.is_valid() else {**self.cleaned_data}
        return Filter(
            severity=values.get("tingkat", ""),
            code=values.get("jenis", ""),
            spot=values.get("letak", ""),
            text=values.get("cari", ""),
        )
