"""What people send to the pages of the register, as clean values."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import MAXYEAR, MINYEAR, date
from typing import Any

from django import forms

from petajalan.planning.display.indicators import Filter
from petajalan.planning.models import RoadMap


class IndicatorFilterForm(forms.Form):
    """The filter of the list. A value that does not exist narrows nothing, or shows nothing."""

    tampil = forms.CharField(max_length=60, required=False)
    cari = forms.CharField(max_length=100, required=False)
    koordinator = forms.CharField(max_length=300, required=False)
    sumber = forms.CharField(max_length=500, required=False)
    sasaran = forms.CharField(max_length=1000, required=False)
    urut = forms.ChoiceField(choices=[(one, one) for one in ("nama", "target", "isian")], required=False)

    @property
    def chosen(self) -> Filter:
        self.is_valid()
        values = self.cleaned_data
        return Filter(
            show=values.get("tampil", ""),
            text=values.get("cari", ""),
            coordinator=values.get("koordinator", ""),
            source=values.get("sumber", ""),
            objective=values.get("sasaran", ""),
            sort=values.get("urut", ""),
        )


class FigureForm(forms.Form):
    """A decision about one figure: a printed statement (`pilihan` is its number) or a value of one's own."""

    pilihan = forms.CharField(max_length=20, required=False)
    nilai = forms.CharField(max_length=200, required=False, strip=True)
    alasan = forms.CharField(max_length=2000, required=False, strip=True)


class HistoryFilterForm(forms.Form):
    """What of the trail to show. A value that cannot be read is left out rather than refused."""

    rencana = forms.IntegerField(min_value=1, required=False)
    jenis = forms.SlugField(required=False)
    siapa = forms.CharField(max_length=200, required=False)
    dari = forms.DateField(required=False)
    sampai = forms.DateField(required=False)

    def __init__(self, *args: Any, versions: Sequence[RoadMap], **more: Any) -> None:
        super().__init__(*args, **more)
        self.versions = {one.version: one for one in versions}

    @property
    def chosen(self) -> dict[str, Any]:
        self.is_valid()
        given = self.cleaned_data
        given["rencana"] = self.versions.get(given.get("rencana") or 0)
        named = {"version": "rencana", "kind": "jenis", "who": "siapa", "first": "dari", "last": "sampai"}
        return {name: given[field] for name, field in named.items() if given.get(field)}

    def clean_dari(self) -> date | None:
        return _within_reach(self.cleaned_data["dari"])

    def clean_sampai(self) -> date | None:
        return _within_reach(self.cleaned_data["sampai"])


def _within_reach(day: date | None) -> date | None:
    """The first and the last year of the calendar have moments that no other time zone can name."""
    if day is not None and day.year in (MINYEAR, MAXYEAR):
        raise forms.ValidationError("out of reach")
    return day
