"""What people add as evidence: a file, a link, or something the unit has already."""

from __future__ import annotations

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from petajalan.reporting.models import Evidence

ACCEPTED = ".pdf,.jpg,.jpeg,.png,.gif,.webp,.heic,.doc,.docx,.xls,.xlsx,.ppt,.pptx,.odt,.ods,.odp,.csv,.txt"
MISSING = _("Pilih berkasnya lebih dahulu.")


def _page() -> forms.CharField:
    return forms.CharField(
        label=_("Halaman"), max_length=100, required=False, help_text=_("Misalnya 3 atau 3 sampai 5.")
    )


class EvidenceForm(forms.Form):
    """One way of adding. The key is the same however often the form arrives."""

    key = forms.UUIDField(required=False, widget=forms.HiddenInput)


class FileForm(EvidenceForm):
    file = forms.FileField(
        label=_("Berkas"),
        max_length=1000,
        error_messages={"required": MISSING, "missing": MISSING, "empty": _("Berkas ini kosong.")},
        widget=forms.FileInput(attrs={"accept": ACCEPTED}),
    )
    page = _page()

    def clean_file(self) -> object:
        file = self.cleaned_data["file"]
        if file.size > settings.UPLOAD_MAX_BYTES:
            limit = settings.UPLOAD_MAX_BYTES // (1024 * 1024)
            raise forms.ValidationError(_("Berkas ini lebih besar dari %(limit)d MB."), params={"limit": limit})
        return file


class LinkForm(EvidenceForm):
    link = forms.CharField(
        label=_("Tautan"),
        max_length=1000,
        error_messages={"required": _("Isi tautannya lebih dahulu.")},
        widget=forms.TextInput(attrs={"inputmode": "url", "autocomplete": "off"}),
    )
    name = forms.CharField(label=_("Nama"), max_length=255, required=False)
    page = _page()


class PickForm(EvidenceForm):
    evidence = forms.ModelChoiceField(
        label=_("Bukti dukung unit ini"),
        queryset=Evidence.objects.none(),
        empty_label=_("pilih bukti dukung"),
        error_messages={
            "required": _("Pilih bukti dukungnya lebih dahulu."),
            "invalid_choice": _("Bukti dukung itu tidak ada lagi. Muat ulang halaman, lalu pilih lagi."),
        },
    )
    page = _page()


class ReplaceForm(EvidenceForm):
    file = forms.FileField(
        label=_("Berkas versi baru"), max_length=1000, required=False,
        error_messages={"empty": _("Berkas ini kosong.")}, widget=forms.FileInput(attrs={"accept": ACCEPTED}),
    )  # fmt: skip
    link = forms.CharField(label=_("Atau tautan versi baru"), max_length=1000, required=False)
