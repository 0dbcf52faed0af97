"""What people type into a line of a report, and what its reviewers send."""

from __future__ import annotations

from decimal import Decimal
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from petajalan.calc.numbers import format_value
from petajalan.planning.forms.priorities import NumberField
from petajalan.reporting.models import ProgressLine
from petajalan.reporting.values import LineValues

FIELDS = ("realised_output", "budget_absorbed", "narrative", "obstacle", "solution", "nil", "confirmation")


def _text(label: object, *, rows: int = 3) -> forms.CharField:
    return forms.CharField(label=label, required=False, max_length=5000, widget=forms.Textarea({"rows": rows}))  # type: ignore[arg-type]


class WriteForm(forms.Form):
    """A write names the version that the person saw, and a key that is the same however often it arrives."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    key = forms.UUIDField(required=False, widget=forms.HiddenInput)


class LineForm(WriteForm):
    realised_output = NumberField(label=_("Output yang dicapai"), max_length=30, required=False)
    budget_absorbed = NumberField(label=_("Anggaran terserap (Rp)"), max_length=30, required=False)
    narrative = _text(_("Uraian kemajuan"))
    obstacle = _text(_("Kendala"), rows=2)
    solution = _text(_("Solusi"), rows=2)
    nil = forms.BooleanField(label=_("Nihil: tidak ada kemajuan bulan ini"), required=False)
    confirmation = forms.CharField(label=_("Alasan bahwa angka ini benar"), required=False, max_length=1000)

    @property
    def values(self) -> LineValues:
        return LineValues(**{name: self.cleaned_data[name] for name in FIELDS})

    @classmethod
    def of(cls, line: ProgressLine, data: object = None) -> LineForm:
        """A form of the row as it is, or with what was typed."""
        initial = {**{name: _shown(getattr(line, name)) for name in FIELDS}, "version": line.version, "key": uuid4()}
        return cls(data, initial=initial, auto_id=f"l{line.pk}_%s")  # type: ignore[arg-type]


class NoteForm(WriteForm):
    note = forms.CharField(required=False, max_length=2000)


class CorrectionForm(WriteForm):
    field = forms.ChoiceField(
        choices=[("realised_output", _("realisasi output")), ("budget_absorbed", _("realisasi anggaran"))]
    )
    value = NumberField(max_length=30, required=False)
    reason = forms.CharField(required=False, max_length=2000)


def _shown(value: object) -> object:
    """A figure as people here write it."""
    return format_value(value) if isinstance(value, Decimal) else value
