"""What comes in of a national evaluation: a workbook, the document it was taken from, the totals that it prints."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from petajalan.calc.numbers import format_value
from petajalan.evaluation.models import NationalResult
from petajalan.evaluation.values import FIGURES, PrintedValues
from petajalan.planning.forms.priorities import NumberField
from petajalan.reporting.forms.evidence import ACCEPTED
from petajalan.reporting.forms.reports import WriteForm


class NationalFileForm(forms.Form):
    file = forms.FileField(
        label=_("Berkas Excel"), max_length=1000,
        error_messages={"required": _("Pilih berkasnya dahulu."), "empty": _("Berkas ini kosong.")},
        widget=forms.FileInput({"accept": ".xlsx"}),
    )  # fmt: skip


class DocumentForm(forms.Form):
    """The document that states official values."""

    key = forms.UUIDField(required=False, widget=forms.HiddenInput)
    source = forms.CharField(
        label=_("Dokumen sumber"), max_length=1000,
        help_text=_("Nama, nomor, dan tanggal dokumen hasil evaluasi nasional."),
    )  # fmt: skip
    page = forms.CharField(label=_("Halaman"), max_length=100, required=False)
    file = forms.FileField(
        label=_("Berkas dokumen"), max_length=1000, required=False,
        error_messages={"empty": _("Berkas ini kosong.")}, widget=forms.FileInput(attrs={"accept": ACCEPTED}),
    )  # fmt: skip
    link = forms.CharField(label=_("Atau tautan dokumen"), max_length=1000, required=False)

    def clean_file(self) -> object:
        file = self.cleaned_data["file"]
        if file is not None and file.size > settings.UPLOAD_MAX_BYTES:
            limit = settings.UPLOAD_MAX_BYTES // (1024 * 1024)
            raise forms.ValidationError(_("Berkas ini lebih besar dari %(limit)d MB."), params={"limit": limit})
        return file

    @property
    def given_file(self) -> dict[str, Any]:
        file = self.cleaned_data["file"]
        return {"file": file, "filename": file.name if file else "", "link": self.cleaned_data["link"]}


class ConfirmForm(DocumentForm):
    """A preview taken over. `read` holds what the workbook said, signed, so that nothing is uploaded twice."""

    read = forms.CharField(widget=forms.HiddenInput)
    reason = forms.CharField(
        label=_("Alasan koreksi"), max_length=2000, required=False, widget=forms.Textarea({"rows": 2})
    )


class PrintedForm(WriteForm, DocumentForm):
    general = NumberField(label=_("RB General"), max_length=20, required=False)
    thematic = NumberField(label=_("RB Tematik"), max_length=20, required=False)
    index = NumberField(label=_("Indeks"), max_length=20, required=False)
    grade = forms.CharField(label=_("Predikat"), max_length=60, required=False)

    @classmethod
    def of(cls, result: NationalResult | None, data: Any = None, files: Any = None) -> PrintedForm:
        initial: dict[str, Any] = {"version": 0, "key": uuid4()}
        if result is not None:
            figures = {name: getattr(result, name) for name in FIGURES}
            initial |= {name: "" if value is None else format_value(value) for name, value in figures.items()}
            initial |= {name: getattr(result, name) for name in ("version", "grade", "source", "page")}
        return cls(data, files, initial=initial, auto_id="cetak_%s")

    @property
    def values(self) -> PrintedValues:
        return PrintedValues(**{name: self.cleaned_data[name] for name in (*FIGURES, "grade", "source", "page")})
