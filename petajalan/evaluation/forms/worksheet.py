"""What people type into a worksheet: a value with its document, a coefficient, supposed values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from petajalan.calc.index import Item, Value
from petajalan.calc.numbers import format_value
from petajalan.evaluation.choices import ItemState, Party
from petajalan.evaluation.models import WorksheetScore
from petajalan.planning.forms.priorities import NumberField
from petajalan.reporting.forms.evidence import ACCEPTED
from petajalan.reporting.forms.reports import WriteForm

NO_LEVEL = _("“%(value)s” bukan tingkat butir ini. Pilih salah satu dari daftar.")


class QuickForm(WriteForm):
    """The raw value alone, in its cell: a number, or a level where the item has levels."""

    raw = NumberField(label=_("Nilai mentah"), max_length=30, required=False)

    def __init__(self, item: Item, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        if item.levels:
            codes = [one.code for one in item.levels]
            self.fields["raw"] = forms.ChoiceField(
                label=_("Tingkat atau opini"), choices=[("", _("pilih")), *((code, code) for code in codes)],
                required=False,
                error_messages={"invalid_choice": NO_LEVEL},
            )  # fmt: skip

    @property
    def given(self) -> dict[str, Any]:
        """`raw` or `level`."""
        value = self.cleaned_data["raw"]
        return {"level": value} if isinstance(value, str) else {"raw": value}


class ScoreForm(QuickForm):
    """A value with its state, its document and its page. `reason`: of a correction."""

    excluded = forms.BooleanField(label=_("Di luar lokus: instansi ini tidak dinilai pada butir ini"), required=False)
    source = forms.CharField(
        label=_("Dokumen sumber"), max_length=1000, required=False,
        help_text=_("Nama, nomor, dan tanggal dokumen yang memuat nilai ini."),
    )  # fmt: skip
    page = forms.CharField(
        label=_("Halaman"), max_length=100, required=False, help_text=_("Misalnya 3 atau 3 sampai 5.")
    )
    file = forms.FileField(
        label=_("Berkas dokumen"), max_length=1000, required=False,
        error_messages={"empty": _("Berkas ini kosong.")}, widget=forms.FileInput(attrs={"accept": ACCEPTED}),
    )  # fmt: skip
    link = forms.CharField(label=_("Atau tautan dokumen"), max_length=1000, required=False)
    note = forms.CharField(label=_("Catatan"), max_length=5000, required=False, widget=forms.Textarea({"rows": 2}))
    reason = forms.CharField(label=_("Alasan koreksi"), max_length=2000, required=False)

    def __init__(
        self, item: Item, row: WorksheetScore | None, *args: Any, correcting: bool = False, **more: Any
    ) -> None:
        super().__init__(item, *args, initial=_initial(row), **more)
        if not correcting:
            del self.fields["reason"]

    def clean_file(self) -> object:
        file = self.cleaned_data["file"]
        if file is not None and file.size > settings.UPLOAD_MAX_BYTES:
            limit = settings.UPLOAD_MAX_BYTES // (1024 * 1024)
            raise forms.ValidationError(_("Berkas ini lebih besar dari %(limit)d MB."), params={"limit": limit})
        return file

    @property
    def given(self) -> dict[str, Any]:
        """What the service takes as the values of a score."""
        said = {name: self.cleaned_data[name] for name in ("excluded", "source", "page", "file", "link", "note")}
        file = said["file"]
        return {**super().given, **said, "filename": file.name if file is not None else ""}


class CoefficientForm(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput)
    coefficient = NumberField(
        label=_("Koefisien"), max_length=20, help_text=_("0, atau pengurangan di bawah 0, misalnya -0,5.")
    )
    note = forms.CharField(
        label=_("Dokumen yang menetapkannya"), max_length=2000, required=False, widget=forms.Textarea({"rows": 2})
    )
    reason = forms.CharField(label=_("Alasan koreksi"), max_length=2000, required=False)

    def __init__(self, *args: Any, correcting: bool = False, **more: Any) -> None:
        super().__init__(*args, **more)
        if not correcting:
            del self.fields["reason"]


class SimulationForm(forms.Form):
    """One field an item, named after its place among the items: an empty one stands for the value there is."""

    dasar = forms.ChoiceField(label=_("Berangkat dari"), choices=Party.choices, required=False)

    def __init__(self, items: list[Item], *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.items = items
        for place, item in enumerate(items):
            if item.levels:
                codes = [one.code for one in item.levels]
                field: forms.Field = forms.ChoiceField(
                    choices=[("", ""), *((code, code) for code in codes)],
                    required=False,
                    error_messages={"invalid_choice": NO_LEVEL},
                )
            else:
                field = NumberField(max_length=30, required=False)
            field.label = item.name
            self.fields[f"n{place}"] = field

    def clean(self) -> dict[str, Any]:
        """A value outside of the range is said at its field, and left out of the calculation."""
        for place, item in enumerate(self.items):
            value = self.cleaned_data.get(f"n{place}")
            if value is not None and not isinstance(value, str) and not item.holds(value):
                told = {"low": format_value(item.low), "high": format_value(item.high)}
                words = _("Di luar rentang %(low)s sampai %(high)s.")
                self.add_error(f"n{place}", forms.ValidationError(words, params=told))
        return self.cleaned_data

    @property
    def supposed(self) -> Mapping[str, Value]:
        found = {}
        for place, item in enumerate(self.items):
            value = self.cleaned_data.get(f"n{place}")
            if value not in (None, ""):
                found[item.code] = Value(None, level=value) if isinstance(value, str) else Value(value)
        return found


class ScenarioForm(forms.Form):
    key = forms.UUIDField(required=False, widget=forms.HiddenInput)
    nama = forms.CharField(label=_("Nama skenario"), max_length=100, required=False)


def _initial(row: WorksheetScore | None) -> dict[str, object]:
    if row is None:
        return {"version": 0, "key": uuid4()}
    return {
        "version": row.version,
        "key": uuid4(),
        "raw": row.level or (format_value(row.raw) if row.raw is not None else ""),
        "excluded": row.state == ItemState.EXCLUDED,
        "source": row.source,
        "page": row.page,
        "note": row.note,
    }
