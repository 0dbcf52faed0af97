"""What people type as the measurement of an indicator."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from petajalan.calc.numbers import Reading, format_value, read_typed
from petajalan.planning.choices import ValueKind
from petajalan.planning.forms.priorities import NumberField
from petajalan.reporting.forms.reports import WriteForm
from petajalan.reporting.models import Measurement
from petajalan.reporting.queries.measured import Measured
from petajalan.reporting.values import FigureValues

RELEASED = [("ya", _("Sudah final")), ("belum", _("Indeks dari luar, belum terbit"))]
LABELS: Mapping[str, Any] = {
    ValueKind.PERCENT: _("Realisasi (persen)"),
    ValueKind.ORDINAL: _("Predikat atau opini"),
    ValueKind.LEVEL: _("Tingkat"),
}
HELPS: Mapping[str, Any] = {
    ValueKind.PERCENT: _("Misalnya 72,5. Lebih baik isi pembilang dan penyebutnya di bawah."),
    ValueKind.ORDINAL: _("Misalnya BB, WTP, atau nilainya beserta predikat: 70,4 (BB)."),
    ValueKind.LEVEL: _("Misalnya 3."),
}


class FigureField(forms.CharField):
    """A figure as people here write it; what cannot be read comes back as a refused reading, which the service says."""

    def clean(self, value: str | None) -> Reading | None:
        text = super().clean(value)
        return read_typed(" ".join(text.split())) if text else None


class FigureForm(WriteForm):
    """The figure and where it is from: as measured, or as corrected."""

    figure = FigureField(max_length=100, required=False)
    numerator = NumberField(label=_("Pembilang"), max_length=30, required=False)
    denominator = NumberField(label=_("Penyebut"), max_length=30, required=False)
    released = forms.ChoiceField(label=_("Keadaan angka"), choices=RELEASED, widget=forms.RadioSelect)
    issuer = forms.CharField(label=_("Penerbit"), max_length=200, required=False)
    expected_month = forms.TypedChoiceField(
        label=_("Perkiraan bulan terbit"), coerce=int, empty_value=None, required=False
    )
    source = forms.CharField(
        label=_("Dokumen sumber"),
        max_length=1000,
        required=False,
        help_text=_("Nama, nomor, dan tanggal dokumen yang memuat angka ini."),
    )

    def __init__(self, seen: Measured, data: object = None) -> None:
        super().__init__(data, initial=_initial(seen.row), auto_id="ukur_%s")  # type: ignore[arg-type]
        kind = seen.indicator.value_kind
        self.fields["figure"].label = LABELS.get(kind, _("Realisasi"))
        self.fields["figure"].help_text = HELPS.get(kind, _("Koma desimal, misalnya 2,66."))
        months = [(month, date_format(date(seen.year, month, 1), "F")) for month in range(1, 13)]
        self.fields["expected_month"].choices = [("", _("pilih bulan")), *months]  # type: ignore[attr-defined]
        if kind not in ("", ValueKind.PERCENT):
            del self.fields["numerator"], self.fields["denominator"]

    @property
    def values(self) -> FigureValues:
        given = self.cleaned_data
        return FigureValues(
            figure=given["figure"],
            numerator=given.get("numerator"),
            denominator=given.get("denominator"),
            released=given["released"] == "ya",
            source=given["source"],
            issuer=given["issuer"],
            expected_month=given["expected_month"],
            note=given.get("note", ""),
            confirmation=given.get("confirmation", ""),
        )


class MeasurementForm(FigureForm):
    note = forms.CharField(label=_("Catatan"), required=False, max_length=5000, widget=forms.Textarea({"rows": 2}))
    confirmation = forms.CharField(label=_("Alasan bahwa angka ini benar"), required=False, max_length=1000)


class CorrectionForm(FigureForm):
    reason = forms.CharField(label=_("Alasan koreksi"), max_length=2000, required=False)


def _initial(row: Measurement | None) -> dict[str, object]:
    if row is None:
        return {"version": 0, "key": uuid4(), "released": "ya"}
    return {
        "version": row.version,
        "key": uuid4(),
        "figure": _typed(row),
        "numerator": format_value(row.numerator) if row.numerator is not None else "",
        "denominator": format_value(row.denominator) if row.denominator is not None else "",
        "released": "ya" if row.released else "belum",
        "issuer": row.issuer,
        "expected_month": row.expected_month or "",
        "source": row.source,
        "note": row.note,
        "confirmation": row.confirmation,
    }


def _typed(row: Measurement) -> str:
    """The figure as somebody would type it again."""
    if row.value is None:
        return row.level
    return f"{format_value(row.value)} ({row.level})" if row.level else format_value(row.value)
