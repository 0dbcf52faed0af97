"""The table of classes in the form of a scale.

A class is asked for by where it begins only: the next one ends it, so that a table can have no gaps and no overlaps.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from petajalan.catalogue.choices import Belongs, Colour, Confidence

ROWS = 6  # classes offered at first; more on request
MOST_ROWS = 15
NUMBER = _("Tulis angka, misalnya 60 atau 73,7.")
YEAR = _("Tulis tahun dengan empat angka, misalnya 2024.")


def number_field(label: Any, **options: Any) -> forms.DecimalField:
    messages = dict.fromkeys(("invalid", "max_digits", "max_whole_digits"), NUMBER)
    field = forms.DecimalField(
        label=label, required=False, localize=True, max_digits=18, error_messages=messages, **options
    )
    field.widget.attrs["inputmode"] = "decimal"
    return field


def year_field(label: Any, **options: Any) -> forms.IntegerField:
    messages = dict.fromkeys(("invalid", "min_value", "max_value"), YEAR)
    widget = forms.TextInput(attrs={"inputmode": "numeric"})
    return forms.IntegerField(
        label=label, required=False, min_value=1990, max_value=2100, error_messages=messages, widget=widget, **options
    )


class BandForm(forms.Form):
    """One class. A row without a letter and a name is no class."""

    letter = forms.CharField(label=_("Huruf"), max_length=10, required=False)
    label = forms.CharField(label=_("Sebutan"), max_length=60, required=False)
    starts = number_field(_("Mulai dari"))
    colour = forms.ChoiceField(label=_("Warna"), choices=Colour, initial=Colour.MUTE)

    @property
    def used(self) -> bool:
        return bool(self.cleaned_data.get("label") or self.cleaned_data.get("letter"))

    @property
    def title(self) -> str:
        return str(self.cleaned_data.get("label") or self.cleaned_data["letter"])

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        if values.get("starts") is not None and not self.used:
            self.add_error("label", gettext("Tulis sebutan kelas ini, atau kosongkan nilainya."))
        return values


class TableForm(forms.Form):
    """The classes of one scheme and the years it holds for."""

    first_year = year_field(_("Berlaku sejak tahun"), help_text=_("Kosong berarti sejak awal."))
    last_year = year_field(_("Sampai tahun"), help_text=_("Kosong berarti masih berlaku."))
    belongs = forms.ChoiceField(label=_("Nilai tepat di batas termasuk"), choices=Belongs)
    low = number_field(_("Nilai terendah"), help_text=_("Hanya bila lain dari rentang skala."))
    high = number_field(_("Nilai tertinggi"), help_text=_("Hanya bila lain dari rentang skala."))
    source = forms.CharField(
        label=_("Sumber tabel"), max_length=300, required=False, help_text=_("Kosong berarti sumber skala di atas.")
    )
    confidence = forms.ChoiceField(
        label=_("Keyakinan"), required=False, choices=[("", _("sama dengan skala di atas")), *Confidence.choices]
    )

    def __init__(self, data: Any = None, *, rows: Sequence[Mapping[str, Any]] = (), count: int = 0, **kwargs: Any):
        super().__init__(data, **kwargs)
        count = min(max(ROWS, count), MOST_ROWS)
        given = [*rows, *({} for _row in range(count - len(rows)))]
        self.rows = [BandForm(data, prefix=f"{self.prefix}-{at}", initial=dict(row)) for at, row in enumerate(given)]

    def is_valid(self) -> bool:
        return all([super().is_valid(), *(row.is_valid() for row in self.rows)])

    @property
    def bands(self) -> list[BandForm]:
        return [row for row in self.rows if row.used]

    @property
    def has_more(self) -> bool:
        return len(self.rows) < MOST_ROWS

    def data_of(
        self, *, numeric: bool, low: Decimal | None, high: Decimal | None, scale: Mapping[str, Any]
    ) -> dict[str, Any]:
        """The table as it is kept. `low` and `high` are those of the scale, which also fills in what is left empty."""
        values = self.cleaned_data
        own = (values["low"], values["high"])
        data: dict[str, Any] = {
            "years": [values["first_year"], values["last_year"]],
            "source": values["source"] or scale["source"],
            "confidence": values["confidence"] or scale["confidence"],
            "bands": self._intervals(*(own if any(one is not None for one in own) else (low, high)))
            if numeric
            else [[row.cleaned_data["letter"], row.title, None, row.cleaned_data["colour"]] for row in self.bands],
        }
        if numeric and any(one is not None for one in own):
            data["range"] = [written(one) for one in own]
        return data

    def _intervals(self, low: Decimal | None, high: Decimal | None) -> list[list[str | None]]:
        starts = [low, *(row.cleaned_data["starts"] for row in self.bands[1:])]
        ends = [*starts[1:], high]
        above = self.cleaned_data["belongs"] == Belongs.ABOVE
        bands: list[list[str | None]] = []
        for at, (row, start, end) in enumerate(zip(self.bands, starts, ends, strict=True)):
            opens = "[" if above or at == 0 else "("
            closes = "]" if not above or at == len(self.bands) - 1 else ")"
            interval = f"{opens}{written(start) or ''}, {written(end) or ''}{closes}"
            bands.append([row.cleaned_data["letter"] or None, row.title, interval, row.cleaned_data["colour"]])
        return bands

    def check_order(self, low: Decimal | None, high: Decimal | None) -> bool:
        """Whether each class begins above the one before and inside the range; says so in the row that does not."""
        if self.cleaned_data["low"] is not None or self.cleaned_data["high"] is not None:
            low, high = self.cleaned_data["low"], self.cleaned_data["high"]
        before, sound = low, True
        for at, row in enumerate(self.bands):
            start = row.cleaned_data["starts"]
            if at == 0:
                wrong = (
                    gettext("Kelas pertama mulai dari nilai terendah; kosongkan atau tulis nilai itu.")
                    if start not in (None, low)
                    else ""
                )
            elif start is None:
                wrong = gettext("Tulis mulai dari nilai berapa kelas ini.")
            elif before is not None and start <= before:
                wrong = gettext("Harus lebih besar daripada awal kelas sebelumnya. Urutkan dari yang terendah.")
            elif high is not None and start >= high:
                wrong = gettext("Harus lebih kecil daripada nilai tertinggi.")
            else:
                wrong = ""
            if wrong:
                row.add_error("starts", wrong)
                sound = False
            before = start if start is not None else before
        return sound


def written(number: Decimal | None) -> str | None:
    """A number as the data files write it: "73.7"."""
    if number is None:
        return None
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
