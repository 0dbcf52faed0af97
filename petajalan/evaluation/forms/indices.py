"""What people enter of outside indices."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import uuid4

from django import forms
from django.conf import settings
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from petajalan.calc.numbers import format_value
from petajalan.evaluation.models import IndexRelease, IndexValue
from petajalan.evaluation.values import IssuedValues
from petajalan.reporting.forms.evidence import ACCEPTED
from petajalan.reporting.forms.measurements import FigureField
from petajalan.reporting.forms.reports import WriteForm

STATES = [("resmi", _("Resmi, sudah terbit")), ("sementara", _("Sementara, belum resmi"))]
LATER = (0, 1)  # years after the year that was measured


class IndexValueForm(WriteForm):
    """A value of one index: of a year that has none yet, or as it is put right."""

    year = forms.IntegerField(label=_("Tahun ukur"), min_value=1990, max_value=2200)
    figure = FigureField(label=_("Nilai atau predikat"), max_length=100)
    state = forms.ChoiceField(label=_("Keadaan nilai"), choices=STATES, widget=forms.RadioSelect)
    released_on = forms.DateField(
        label=_("Tanggal terbit"), required=False, widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d")
    )
    source = forms.CharField(
        label=_("Dokumen sumber"), max_length=1000,
        help_text=_("Nama, nomor, dan tanggal dokumen dari penerbitnya."),
    )  # fmt: skip
    file = forms.FileField(
        label=_("Berkas dokumen"), required=False, max_length=1000, error_messages={"empty": _("Berkas ini kosong.")},
        widget=forms.FileInput(attrs={"accept": ACCEPTED}),
    )  # fmt: skip
    link = forms.CharField(
        label=_("Atau tautan dokumen"), max_length=1000, required=False,
        widget=forms.TextInput(attrs={"inputmode": "url", "autocomplete": "off"}),
    )  # fmt: skip
    page = forms.CharField(label=_("Halaman"), max_length=100, required=False)
    confirmation = forms.CharField(label=_("Alasan bahwa angka ini benar"), required=False, max_length=1000)
    reason = forms.CharField(label=_("Alasan koreksi"), required=False, max_length=2000)

    def clean_file(self) -> object:
        file = self.cleaned_data["file"]
        if file and file.size > settings.UPLOAD_MAX_BYTES:
            limit = settings.UPLOAD_MAX_BYTES // (1024 * 1024)
            raise forms.ValidationError(_("Berkas ini lebih besar dari %(limit)d MB."), params={"limit": limit})
        return file or None

    @property
    def values(self) -> IssuedValues:
        given = self.cleaned_data
        return IssuedValues(
            figure=given["figure"], provisional=given["state"] == "sementara", source=given["source"],
            released_on=given["released_on"], file=given["file"], filename=given["file"].name if given["file"] else "",
            link=given["link"], page=given["page"], confirmation=given["confirmation"], reason=given.get("reason", ""),
        )  # fmt: skip

    @classmethod
    def of(cls, row: IndexValue | None, year: int, data: Any = None, files: Any = None) -> IndexValueForm:
        """Of the row as it is; without one, of a year to enter."""
        initial: dict[str, object] = {"key": uuid4(), "version": 0, "year": year, "state": "resmi"}
        if row is not None:
            link = row.evidence.link if row.evidence else ""
            initial |= {
                "version": row.version, "figure": typed(row), "state": "sementara" if row.provisional else "resmi",
                "released_on": row.released_on, "source": row.source, "page": row.page, "link": link,
                "confirmation": row.confirmation,
            }  # fmt: skip
        form = cls(data, files, initial=initial, auto_id="indeks_%s")
        if row is not None:
            form.fields["year"].widget = forms.HiddenInput()
        else:
            del form.fields["reason"]
        return form


class WithdrawForm(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput)
    reason = forms.CharField(label=_("Alasan penarikan"), max_length=2000, required=False)


class ReleaseForm(forms.Form):
    """When the value of a year is expected, and who issues it where the national data do not say it."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    issuer = forms.CharField(label=_("Penerbit"), max_length=200, required=False)
    expected = forms.ChoiceField(label=_("Perkiraan terbit"), required=False)

    def __init__(self, data: Mapping[str, Any] | None = None, *, release: IndexRelease | None, needs: bool) -> None:
        """`needs`: the issuer is known nowhere else."""
        month = release.expected_month if release else None
        initial = {
            "version": release.version if release else 0, "issuer": release.issuer if release else "",
            "expected": f"{release.years_later}-{month}" if release and month else "",
        }  # fmt: skip
        super().__init__(data, initial=initial, auto_id="terbit_%s")
        self.fields["expected"].choices = [("", gettext("belum diketahui")), *_months()]  # type: ignore[attr-defined]
        self.fields["issuer"].required = needs
        if not needs:
            self.fields["issuer"].help_text = gettext("Isi hanya bila berbeda dari penerbit menurut data nasional.")

    @property
    def values(self) -> dict[str, Any]:
        later, _dash, month = self.cleaned_data["expected"].partition("-")
        return {
            "issuer": self.cleaned_data["issuer"], "expected_month": int(month) if month else None,
            "years_later": int(later) if later else 1,
        }  # fmt: skip


class AddIndexForm(forms.Form):
    """An indicator of the catalogue that becomes an outside index here."""

    code = forms.ChoiceField(label=_("Indikator katalog"))
    issuer = forms.CharField(label=_("Penerbit"), max_length=200)

    def __init__(self, choices: list[tuple[str, str]], data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data, auto_id="tambah_%s")
        self.fields["code"].choices = [("", gettext("pilih indikator")), *choices]  # type: ignore[attr-defined]


def typed(row: IndexValue) -> str:
    """The figure as somebody would type it again."""
    if row.value is None:
        return row.level
    return f"{format_value(row.value)} ({row.level})" if row.level else format_value(row.value)


def _months() -> list[tuple[str, str]]:
    words = (gettext("%(month)s tahun ukur itu juga"), gettext("%(month)s tahun berikutnya"))
    return [
        (f"{later}-{month}", words[later] % {"month": date_format(date(2024, month, 1), "F")})
        for later in LATER
        for month in range(1, 13)
    ]
