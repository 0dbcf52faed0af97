"""Forms of the parts of a plan: issues, conditions, themes and what is known of each."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from petajalan.accounts.models import Unit
from petajalan.planning.choices import CauseCategory, IssueLevel, IssueScope, ProgrammeKind, ProgrammeStatus
from petajalan.planning.models import RoadMap, RootCause, Theme

LONG = 20_000


def line(label: Any, required: bool = True, help_text: Any = "") -> forms.CharField:
    return forms.CharField(label=label, max_length=1000, required=required, help_text=help_text)


def lines(label: Any, required: bool = False, help_text: Any = "", rows: int = 4) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, max_length=LONG, required=required, help_text=help_text, widget=widget)


class PartForm(forms.Form):
    """Knows the plan, and the theme of the row where it has one."""

    def __init__(self, *args: Any, road_map: RoadMap, theme: Theme | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.road_map = road_map
        self.theme = theme


class IssueForm(PartForm):
    title = line(_("Isu strategis"))
    level = forms.ChoiceField(label=_("Letak isu"), choices=IssueLevel.choices)
    scope = forms.ChoiceField(label=_("Lingkup"), choices=IssueScope.choices)
    text = lines(_("Uraian"))


class ConditionForm(PartForm):
    title = line(_("Kondisi"))
    text = lines(_("Uraian"), rows=6)


class ThemeForm(PartForm):
    name = line(_("Nama tema"))
    # What is not known of a theme is `None`, as where the print leaves it out.
    objective = forms.CharField(label=_("Sasaran tematik"), max_length=1000, required=False, empty_value=None)
    wanted = line(
        _("Kinerja yang diinginkan"), required=False, help_text=_("Angka lebih dulu: “5,10% penduduk miskin”.")
    )
    existing = line(_("Kinerja saat ini"), required=False, help_text=_("Angka lebih dulu: “6,37% pada 2022”."))
    gap = line(_("Kesenjangan"), required=False, help_text=_("Selisih keduanya: “1,27 poin”."))
    evidence = lines(_("Data dan bukti"), help_text=_("Dari mana diketahui bahwa ini masalahnya."))


class ObstacleForm(PartForm):
    text = lines(_("Hambatan"), required=True, rows=3)


class RootCauseForm(PartForm):
    text = lines(_("Akar masalah"), required=True, rows=3)
    category = forms.ChoiceField(label=_("Kelompok sebab"), choices=CauseCategory.choices)
    parent = forms.ModelChoiceField(
        label=_("Sebab dari"),
        queryset=RootCause.objects.none(),
        required=False,
        empty_label=_("masalah tema itu sendiri"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["parent"].queryset = RootCause.objects.filter(theme=self.theme)  # type: ignore[attr-defined]


class ProgrammeForm(PartForm):
    name = line(_("Program atau inovasi"))
    kind = forms.ChoiceField(label=_("Bentuk"), choices=ProgrammeKind.choices)
    status = forms.ChoiceField(label=_("Keadaan"), choices=ProgrammeStatus.choices)
    owner = forms.ModelChoiceField(
        label=_("Penanggung jawab"), queryset=Unit.objects.none(), required=False, empty_label=_("belum ada")
    )
    cause = forms.ModelChoiceField(
        label=_("Menjawab akar masalah"), queryset=RootCause.objects.none(), required=False, empty_label=_("belum ada")
    )
    text = lines(_("Uraian"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        units = Unit.objects.filter(agency=self.road_map.agency).active_on(timezone.localdate()).order_by("name")
        self.fields["owner"].queryset = units  # type: ignore[attr-defined]
        self.fields["cause"].queryset = RootCause.objects.filter(theme=self.theme)  # type: ignore[attr-defined]


class RelatedRegulationForm(PartForm):
    title = lines(
        _("Peraturan terkait"), required=True, rows=2, help_text=_("Tulis jenis, nomor, tahun, dan judulnya.")
    )


class SeriesForm(PartForm):
    name = line(_("Nama seri"), help_text=_("Misalnya “Persentase penduduk miskin (P0)”."))
    unit = forms.CharField(label=_("Satuan"), max_length=100, required=False)
    source = line(_("Sumber data"), required=False, help_text=_("Misalnya “BPS, Susenas Maret”."))
    proxy = line(
        _("Memakai data daerah lain"), required=False,
        help_text=_("Isi nama daerahnya bila angkanya bukan milik daerah ini, misalnya inflasi kota terdekat."),
    )  # fmt: skip
    simulated = forms.BooleanField(label=_("Data simulasi, bukan data resmi"), required=False)
