from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from petajalan.accounts.choices import UnitKind
from petajalan.accounts.forms.fields import DayField, ReasonField, UnitField
from petajalan.accounts.models import Agency, Unit

MOST_BYTES = 5 * 1024 * 1024


class UnitForm(forms.Form):
    kind = forms.ChoiceField(label=_("Jenis"), choices=UnitKind)
    name = forms.CharField(
        label=_("Nama unit"),
        max_length=200,
        help_text=_("Nama lengkap, misalnya Dinas Komunikasi, Informatika dan Statistik."),
        error_messages={"required": _("Tulis nama unit.")},
    )
    short_name = forms.CharField(
        label=_("Singkatan"), max_length=50, required=False, help_text=_("Misalnya Diskominfo. Tampil di tabel.")
    )
    aliases = forms.CharField(
        label=_("Sebutan lain"),
        required=False,
        max_length=4000,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("Satu sebutan per baris: nama lama dan singkatan yang dipakai peraturan, misalnya Bagor."),
    )
    head = forms.CharField(
        label=_("Jabatan yang memimpin"),
        max_length=200,
        required=False,
        help_text=_("Misalnya Kepala Dinas Sosial, Inspektur, atau Camat Purworejo. Pemegangnya diisi kemudian."),
    )
    active_from = DayField(
        label=_("Aktif sejak"), required=False, help_text=_("Kosongkan bila sudah ada sebelum Petajalan dipakai.")
    )

    def __init__(self, *args: Any, agency: Agency, unit: Unit | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["parent"] = UnitField(
            agency,
            label=_("Bagian dari"),
            required=False,
            besides=unit.parent if unit else None,
            without=unit,
            empty_label=str(_("tidak menjadi bagian dari unit lain")),
            help_text=_("Misalnya Sekretariat Daerah untuk sebuah bagian."),
        )
        self.order_fields(["kind", "name", "short_name", "parent", "aliases", "head", "active_from"])
        if unit is not None:
            del self.fields["head"]

    def clean_aliases(self) -> tuple[str, ...]:
        lines = self.cleaned_data["aliases"].splitlines()
        if long := next((line for line in lines if len(line.strip()) > 200), None):
            raise forms.ValidationError(_("Sebutan ini terlalu panjang: %(line)s…"), params={"line": long[:40]})
        return tuple(line.strip() for line in lines if line.strip())


class EndForm(forms.Form):
    """The last day of something, and why."""

    on = DayField(label=_("Hari terakhir"))
    reason = ReasonField(help_text=_("Misalnya nomor peraturan yang mengubah susunan perangkat daerah."))


class ReopenForm(forms.Form):
    reason = ReasonField()


class UnitFilter(forms.Form):
    """What of the list to show. A filter that cannot be read is left out rather than refused."""

    cari = forms.CharField(label=_("Cari unit"), required=False, max_length=100)
    jenis = forms.ChoiceField(label=_("Jenis"), required=False, choices=[("", _("Semua jenis")), *UnitKind.choices])
    keadaan = forms.ChoiceField(
        label=_("Keadaan"),
        required=False,
        choices=[("", _("Aktif")), ("kosong", _("Belum dipimpin")), ("berakhir", _("Sudah berakhir"))],
    )

    def chosen(self) -> dict[str, str]:
        self.is_valid()
        return {name: self.cleaned_data.get(name, "") for name in self.fields}


class UnitSheetForm(forms.Form):
    file = forms.FileField(
        label=_("Berkas Excel"),
        error_messages={"required": _("Pilih berkas Excel (.xlsx) lebih dahulu."), "empty": _("Berkas ini kosong.")},
        widget=forms.FileInput({"accept": ".xlsx"}),
    )

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise forms.ValidationError(_("Berkas daftar unit paling besar 5 MB."))
        return file
