"""What people type into the pages of a forum."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from petajalan.accounts.models import Agency, Position, Unit
from petajalan.reporting.forms.reports import WriteForm
from petajalan.reporting.models import ForumItem, ReviewForum

NAMES = "pemilik"  # the list of names on the page that the fields below offer


class NamedField(forms.CharField):
    """A unit or a position by its name, offered from the list of names of the page."""

    def __init__(self, **more: Any) -> None:
        super().__init__(max_length=400, widget=forms.TextInput({"list": NAMES, "autocomplete": "off"}), **more)


class KeyForm(forms.Form):
    key = forms.UUIDField(required=False, widget=forms.HiddenInput)


class ScheduleForm(WriteForm):
    held_on = forms.DateField(label=_("Tanggal"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    held_from = forms.TimeField(label=_("Pukul"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"))
    place = forms.CharField(label=_("Tempat"), max_length=300, required=False)
    link = forms.URLField(label=_("Tautan rapat daring"), max_length=500, required=False, assume_scheme="https")
    chair = forms.ModelChoiceField(
        label=_("Pemimpin rapat"), queryset=Position.objects.none(), empty_label=_("pilih jabatan")
    )

    def __init__(self, *args: Any, forum: ReviewForum, positions: list[Position], **more: Any) -> None:
        self.zone, self.year = ZoneInfo(forum.agency.time_zone), forum.year
        held = forum.held_at.astimezone(self.zone) if forum.held_at else None
        initial = {
            "version": forum.version, "place": forum.place, "link": forum.link, "chair": forum.chair_id,
            "held_on": held and held.date(), "held_from": held and held.time(),
        }  # fmt: skip
        super().__init__(*args, **{**more, "initial": initial})
        chair: Any = self.fields["chair"]
        chair.queryset = Position.objects.filter(agency=forum.agency_id)
        chair.choices = [("", gettext("pilih jabatan")), *((one.pk, one.full_name) for one in positions)]

    def clean_held_on(self) -> date:
        held: date = self.cleaned_data["held_on"]
        if not self.year <= held.year <= self.year + 1:
            said = gettext("Isi tanggal pada tahun %(year)s atau tahun sesudahnya.")
            raise forms.ValidationError(said % {"year": self.year})
        return held

    def values(self) -> dict[str, Any]:
        given = dict(self.cleaned_data)
        given.pop("key")
        held_at = datetime.combine(given.pop("held_on"), given.pop("held_from"), self.zone)
        return {**given, "held_at": held_at}


class ItemForm(KeyForm):
    title = forms.CharField(label=_("Pokok bahasan"), max_length=500)
    detail = forms.CharField(label=_("Keterangan"), max_length=2000, required=False, widget=forms.Textarea({"rows": 2}))


class MinutesForm(WriteForm):
    text = forms.CharField(
        label=_("Catatan rapat"), max_length=10000, required=False, widget=forms.Textarea({"rows": 3})
    )

    @classmethod
    def of(cls, item: ForumItem, data: object = None) -> MinutesForm:
        initial = {"text": item.minutes, "version": item.version, "key": uuid4()}
        return cls(data, initial=initial, auto_id=f"b{item.pk}_%s")  # type: ignore[arg-type]


class DecisionForm(KeyForm):
    """owner  resolved to the unit or the position of that name"""

    text = forms.CharField(label=_("Keputusan"), max_length=2000, widget=forms.Textarea({"rows": 2}))
    owner = NamedField(label=_("Penanggung jawab"))
    due = forms.DateField(label=_("Batas waktu"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))

    def __init__(self, *args: Any, names: Mapping[str, Unit | Position], **more: Any) -> None:
        super().__init__(*args, **more)
        self.names = names

    def clean_owner(self) -> Unit | Position:
        found = named(self.names, self.cleaned_data["owner"])
        if found is None:
            raise forms.ValidationError(gettext("Pilih unit atau jabatan dari daftar."))
        return found

    @classmethod
    def of(cls, item: ForumItem | None, names: Mapping[str, Unit | Position], data: object = None) -> DecisionForm:
        about = item.pk if item else 0
        return cls(data, names=names, initial={"key": uuid4()}, auto_id=f"k{about}_%s")


class InviteForm(KeyForm):
    """who  a unit or a position of that name, or else a guest"""

    who = NamedField(label=_("Jabatan, unit, atau nama tamu"))

    def __init__(self, *args: Any, names: Mapping[str, Unit | Position], **more: Any) -> None:
        super().__init__(*args, **more)
        self.names = names

    def clean_who(self) -> Unit | Position | str:
        return named(self.names, self.cleaned_data["who"]) or str(self.cleaned_data["who"])


class ReasonForm(WriteForm):
    reason = forms.CharField(max_length=2000, required=False)


class ReportForm(WriteForm):
    report = forms.CharField(max_length=5000, required=False)
    proof = forms.CharField(max_length=2000, required=False)


class CheckForm(WriteForm):
    verdict = forms.CharField(max_length=10)
    note = forms.CharField(max_length=2000, required=False)


def named(names: Mapping[str, Unit | Position], text: str) -> Unit | Position | None:
    """By name as people type it: capitals and spaces at the ends do not count."""
    wanted = " ".join(text.split()).casefold()
    return next((one for name, one in names.items() if name.casefold() == wanted), None)


def positions_of(agency: Agency, names: Mapping[str, Unit | Position]) -> list[Position]:
    """Those among the names that are positions."""
    return [one for one in names.values() if isinstance(one, Position) and one.agency_id == agency.pk]
