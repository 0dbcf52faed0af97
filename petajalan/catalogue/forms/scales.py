"""The form of a scale and of its tables; it knows the way to the kept data and back."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from petajalan.catalogue.choices import Belongs, Confidence, Direction
from petajalan.catalogue.forms.ranges import RangesField
from petajalan.catalogue.forms.tables import TableForm, number_field, written

MOST_TABLES = 6
NUMBERS, LEVELS = "numbers", "levels"
_START = re.compile(r"[\[(]\s*([-\d.]*)\s*,")


class ScaleForm(forms.Form):
    name = forms.CharField(
        label=_("Nama skala"), max_length=150, error_messages={"required": _("Tulis nama skala ini.")}
    )
    measured = forms.ChoiceField(
        label=_("Nilainya berupa"),
        choices=[(NUMBERS, _("angka")), (LEVELS, _("tingkat tanpa angka, seperti opini"))],
    )
    low = number_field(_("Nilai terendah"), help_text=_("Kosong berarti tanpa batas."))
    high = number_field(_("Nilai tertinggi"), help_text=_("Kosong berarti tanpa batas."))
    printed_ranges = RangesField(
        label=_("Juga dicetak sebagai"),
        help_text=_(
            "Rentang lain yang lazim tercetak untuk skala ini, misalnya 0–100; 1–4. Yang ini tidak dianggap salah."
        ),
    )
    direction = forms.ChoiceField(label=_("Arah"), choices=Direction.choices[:2])
    source = forms.CharField(
        label=_("Sumber"),
        max_length=300,
        help_text=_("Peraturan atau dokumen yang memuatnya, misalnya “Keputusan Wali Kota 12/2024”."),
        error_messages={"required": _("Tulis dari mana skala ini berasal.")},
    )
    confidence = forms.ChoiceField(
        label=_("Keyakinan"),
        choices=[("", _("pilih")), *Confidence.choices],
        error_messages={"required": _("Pilih dari mana Anda tahu batas-batasnya.")},
    )

    def __init__(self, data: Any = None, *, initial: Mapping[str, Any] | None = None, counts: list[int] | None = None):
        """`counts` is how many rows each table offers; without it as many as the initial tables need."""
        super().__init__(data, initial=dict(initial or {}))
        tables: list[Mapping[str, Any]] = list(self.initial.get("tables", []))
        if counts is None:
            counts = [len(table["rows"]) + 1 for table in tables] or [0]
        self.tables = [
            TableForm(
                data,
                prefix=f"t{at}",
                initial={
                    key: value for key, value in (tables[at] if at < len(tables) else {}).items() if key != "rows"
                },
                rows=tables[at]["rows"] if at < len(tables) else (),
                count=count,
            )
            for at, count in enumerate(counts[:MOST_TABLES])
        ]

    @classmethod
    def sent(cls, data: Any) -> ScaleForm:
        """The form with what a person sent; how many tables and rows there were is sent along."""
        return cls(data, counts=_counts(data))

    @classmethod
    def enlarged(cls, data: Any) -> ScaleForm:
        """What a person sent, unjudged, with the rows or the table that they asked for."""
        counts, asked = _counts(data), data.get("add", "")
        if asked == "table":
            counts.append(0)
        elif asked[1:].isdecimal() and int(asked[1:]) < len(counts):
            counts[int(asked[1:])] += 3
        return cls(initial=cls.sent(data)._as_sent(), counts=counts)

    def _as_sent(self) -> dict[str, Any]:
        return {
            **_raw(self),
            "tables": [{**_raw(table), "rows": [_raw(row) for row in table.rows]} for table in self.tables],
        }

    @property
    def has_more(self) -> bool:
        return len(self.tables) < MOST_TABLES

    def is_valid(self) -> bool:
        """Everything that is wrong is said at once, as far as the fields can be compared."""
        own = super().is_valid()
        tables = [table.is_valid() for table in self.tables]
        comparable = all(tables) and {"measured", "low", "high"} <= self.cleaned_data.keys()
        return comparable and self._fits() and own

    def _fits(self) -> bool:
        """The checks over several fields; each mistake is said where it stands."""
        if self.numeric:
            low, high = self.cleaned_data["low"], self.cleaned_data["high"]
            if low is not None and high is not None and low >= high:
                self.add_error("high", gettext("Harus lebih besar daripada nilai terendah."))
                return False
            sound = [table.check_order(low, high) for table in self.tables]
            return all(sound)
        if not self.tables[0].bands:
            self.add_error(None, gettext("Tulis tingkat-tingkatnya dalam tabel, dari yang terburuk."))
        for row in [row for table in self.tables for row in table.bands if not row.cleaned_data["letter"]]:
            row.add_error("letter", gettext("Tulis singkatan tingkat ini, misalnya WTP."))
        return not self.errors and all(not row.errors for table in self.tables for row in table.rows)

    @property
    def numeric(self) -> bool:
        return self.cleaned_data["measured"] == NUMBERS

    def _levels(self) -> list[str]:
        return [row.cleaned_data["letter"] for row in self.tables[0].bands]

    def data_of(self) -> dict[str, Any]:
        values, numeric = self.cleaned_data, self.numeric
        low, high = (values["low"], values["high"]) if numeric else (None, None)
        used = sorted((table for table in self.tables if table.bands), key=_first_year)
        data: dict[str, Any] = {key: values[key] for key in ("name", "direction", "source", "confidence")}
        if numeric:
            data["range"] = [written(low), written(high)]
            if ranges := values["printed_ranges"]:
                data["printed_ranges"] = [[written(first), written(last)] for first, last in ranges]
        else:
            data["levels"] = self._levels()
        data["classifications"] = [table.data_of(numeric=numeric, low=low, high=high, scale=values) for table in used]
        return data

    @staticmethod
    def initial_of(data: Mapping[str, Any]) -> dict[str, Any]:
        low, high = (_number(bound) for bound in data.get("range", (None, None)))
        head = {
            key: data[key] for key in ("name", "direction", "source", "confidence", "printed_ranges") if key in data
        }
        tables = [_table(table) for table in data.get("classifications", ())]
        return {
            **head,
            "measured": LEVELS if data.get("levels") else NUMBERS,
            "low": low,
            "high": high,
            "tables": tables or [{"rows": []}],
        }


def _counts(data: Any) -> list[int]:
    tables = min(_whole(data.get("tables")) or 1, MOST_TABLES)
    return [_whole(data.get(f"t{at}-rows")) for at in range(tables)]


def _whole(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 4 else 0


def _raw(form: forms.Form) -> dict[str, Any]:
    return {name: form[name].data for name in form.fields if form[name].data is not None}


def _first_year(table: TableForm) -> int:
    return table.cleaned_data["first_year"] or 0


def _number(bound: object) -> Decimal | None:
    return None if bound is None else Decimal(str(bound))


def _table(table: Mapping[str, Any]) -> dict[str, Any]:
    """A kept table as the form asks for it."""
    low, high = (_number(bound) for bound in table.get("range", (None, None)))
    bands = table["bands"]
    inner = [interval for _letter, _label, interval, _colour in bands[1:]]
    return {
        "first_year": table["years"][0],
        "last_year": table["years"][1],
        "belongs": Belongs.BELOW if any(interval and interval.startswith("(") for interval in inner) else Belongs.ABOVE,
        "low": low,
        "high": high,
        "source": table["source"],
        "confidence": table["confidence"],
        "rows": [
            {"letter": letter or "", "label": label, "starts": _start(interval), "colour": colour}
            for letter, label, interval, colour in bands
        ],
    }


def _start(interval: str | None) -> Decimal | None:
    found = _START.match(interval) if interval else None
    return Decimal(found[1]) if found and found[1] else None
