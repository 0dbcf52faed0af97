"""What is asked before a document is made, before it is frozen, and when a file is checked."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from urllib.parse import parse_qsl, urlencode
from uuid import UUID, uuid4

from django import forms
from django.conf import settings
from django.utils.dates import MONTHS
from django.utils.translation import gettext_lazy as _

from petajalan.accounts.models import Agency, Unit, User
from petajalan.accounts.roles import units_of
from petajalan.common import clock
from petajalan.exports.choices import FormatChoice
from petajalan.exports.documents.choice import Choice, Of
from petajalan.exports.documents.kinds import KINDS, Kind
from petajalan.exports.queries.documents import TABS, Wanted, sees_whole
from petajalan.planning.models import RoadMap, Theme
from petajalan.reporting.queries.measurement_page import usual_quarter
from petajalan.reporting.services.calendar import YEARS
from petajalan.reporting.words import ROMAN

NAMES = {
    Of.YEAR: "tahun", Of.MONTH: "bulan", Of.QUARTER: "triwulan", Of.UNIT: "unit", Of.THEME: "tema",
    Of.ROAD_MAP: "versi",
}  # fmt: skip


class ChoiceForm(forms.Form):
    """Only the fields that the kind needs."""

    tahun = forms.TypedChoiceField(label=_("Tahun"), coerce=int)
    bulan = forms.TypedChoiceField(label=_("Bulan"), coerce=int, choices=list(MONTHS.items()))
    triwulan = forms.TypedChoiceField(
        label=_("Triwulan"), coerce=int, choices=[(at, f"TW {name}") for at, name in enumerate(ROMAN, start=1)]
    )
    unit = forms.ModelChoiceField(
        Unit.objects.none(),
        label=_("Unit"),
        empty_label=_("Pilih unit"),
        error_messages={"invalid_choice": _("Pilih unit dari daftarnya.")},
    )
    tema = forms.ChoiceField(label=_("Tema"))
    versi = forms.TypedChoiceField(label=_("Versi road map"), coerce=int, empty_value=None, required=False)
    format = forms.ChoiceField(label=_("Format"))
    key = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(
        self, data: Mapping[str, Any] | None, *, kind: Kind, agency: Agency, user: User, given: Mapping[str, str]
    ) -> None:  # fmt: skip
        self.agency = agency
        super().__init__(data, initial={**_usual(kind, agency, user), **given, "key": uuid4()})
        for of, name in NAMES.items():
            if of not in kind.of:
                del self.fields[name]
        self._choose("format", [(one, FormatChoice(one).label) for one in kind.formats])
        self._choose("tahun", [(one, str(one)) for one in _years(self.initial.get("tahun"))])
        if "unit" in self.fields:
            self.fields["unit"].queryset = _units(agency, user)  # type: ignore[attr-defined]
        if "tema" in self.fields:
            self._choose("tema", _themes(agency))
        if "versi" in self.fields:
            self._choose("versi", _road_maps(agency))

    def _choose(self, name: str, choices: list[tuple[object, object]]) -> None:
        if name in self.fields:
            self.fields[name].choices = choices  # type: ignore[attr-defined]

    @property
    def choice(self) -> Choice:
        held = self.cleaned_data
        unit = held.get("unit")
        if unit is not None:
            unit.agency = self.agency
        return Choice(
            self.agency, year=held.get("tahun"), month=held.get("bulan"), quarter=held.get("triwulan"), unit=unit,
            theme=held.get("tema", ""), road_map=held.get("versi"),
        )  # fmt: skip

    @property
    def choosing(self) -> list[forms.BoundField]:
        return self.visible_fields()


def _usual(kind: Kind, agency: Agency, user: User) -> dict[str, object]:
    """What people mostly want: the period that ended last, their own unit."""
    year, quarter = usual_quarter(agency, at=clock.now())
    month = clock.last_month()
    if Of.MONTH in kind.of:
        year = month.year
    elif Of.QUARTER not in kind.of:
        year = clock.today().year
    own, whole = units_of(user, agency), sees_whole(user, agency)
    return {
        "tahun": year, "bulan": month.month, "triwulan": quarter, "unit": own[0].pk if own and not whole else None,
        "format": kind.formats[0],
    }  # fmt: skip


def _years(chosen: object) -> list[int]:
    """The newest first; the one that an address asks for is among them."""
    this = clock.today().year
    asked = int(str(chosen)) if str(chosen).isdecimal() and len(str(chosen)) == 4 else this
    listed = {*range(this - 5, this + 2), asked}
    return sorted((one for one in listed if one in YEARS), reverse=True)


def _units(agency: Agency, user: User) -> Any:
    units = Unit.objects.filter(agency=agency).order_by("name")
    if sees_whole(user, agency):
        return units.active_on(clock.today())
    return units.filter(pk__in=[one.pk for one in units_of(user, agency)])


def _themes(agency: Agency) -> list[tuple[object, object]]:
    rows = Theme.objects.filter(agency=agency, road_map__current=True).order_by("position")
    return [(str(key), name) for key, name in rows.values_list("key", "name")]


def _road_maps(agency: Agency) -> list[tuple[object, object]]:
    rows = RoadMap.objects.filter(agency=agency).order_by("-version")
    return [("", _("Yang berlaku")), *((one.pk, f"{one} ({one.get_status_display()})") for one in rows)]


class FreezeForm(forms.Form):
    number = forms.CharField(label=_("Nomor surat"), max_length=100, help_text=_("Seperti di buku agenda surat."))
    dated = forms.DateField(label=_("Tanggal surat"), widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}))

    def __init__(self, data: Mapping[str, Any] | None) -> None:
        super().__init__(data, initial={"dated": clock.today()})

    @property
    def day(self) -> date:
        found: date = self.cleaned_data["dated"]
        return found


class CheckForm(forms.Form):
    file = forms.FileField(label=_("Berkas yang diperiksa"), allow_empty_file=False)

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > settings.UPLOAD_MAX_BYTES:
            raise forms.ValidationError(_("Berkas ini terlalu besar untuk diperiksa."))
        return file


class AnotherFormatForm(forms.Form):
    format = forms.ChoiceField(choices=FormatChoice.choices)
    key = forms.UUIDField()

    @property
    def asked(self) -> tuple[str, UUID]:
        return self.cleaned_data["format"], self.cleaned_data["key"]


def asked_again(about: str) -> str:
    """The same choice as the address of the form asks for it."""
    return urlencode([(NAMES[Of(name)], value) for name, value in parse_qsl(about)])


def wanted_in(asked: Mapping[str, str]) -> Wanted:
    """What the address of the list asks for; what it says wrongly is left out."""
    year = asked.get("tahun", "")
    tab, kind = asked.get("keadaan", ""), asked.get("jenis", "")
    known = year.isdecimal() and len(year) == 4 and int(year) in YEARS
    return Wanted(tab if tab in TABS else "", kind if kind in KINDS else "", int(year) if known else None)
