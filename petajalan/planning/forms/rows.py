"""Forms for the rows of a plan: what is chosen from is of the same plan and agency."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from petajalan.accounts.models import Unit
from petajalan.planning.choices import Direction, Element, FormulaChoice, TimeRuleChoice, UnitRuleChoice, ValueKind
from petajalan.planning.forms.priorities import NumberField
from petajalan.planning.models import Goal, KeyActivity, Objective, PolicyObjective, RoadMap, Theme

UNDECIDED = ("", pgettext_lazy("pilihan", "Belum ditentukan"))
REQUIRED = {"required": _("Isian ini masih kosong. Isi dahulu, lalu simpan lagi.")}


def _name(label: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=1000, widget=forms.Textarea({"rows": 2}), error_messages=REQUIRED)


def _choice(label: Any, choices: Any, help_text: Any = "") -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=[UNDECIDED, *choices], required=False, help_text=help_text)


class RowForm(forms.Form):
    """A row of `road_map`; `scales` are code and name of the scales that an indicator may stand on."""

    def __init__(self, *args: Any, road_map: RoadMap, scales: list[tuple[str, str]] | None = None, **more: Any) -> None:
        super().__init__(*args, **more)
        self.road_map = road_map
        self.scales = scales or []
        self.prepare()

    def prepare(self) -> None:
        """Fill what is chosen from."""

    def rows(self, model: Any) -> QuerySet[Any]:
        found: QuerySet[Any] = model.objects.filter(agency=self.road_map.agency_id, road_map=self.road_map)
        return found


class GoalForm(RowForm):
    name = _name(_("Tujuan"))


class ObjectiveForm(RowForm):
    name = _name(_("Sasaran strategis"))
    goal = forms.ModelChoiceField(
        Goal.objects.none(), label=_("Tujuan"), required=False, empty_label=_("Semua tujuan"),
    )  # fmt: skip
    element = _choice(_("Unsur"), Element.choices, _("Hard element: tata kelola. Soft element: budaya dan SDM."))

    def prepare(self) -> None:
        self.fields["goal"].queryset = self.rows(Goal)  # type: ignore[attr-defined]


class PolicyObjectiveForm(RowForm):
    name = _name(_("Sasaran kebijakan"))
    objective = forms.ModelChoiceField(
        Objective.objects.none(), label=_("Sasaran strategis"), empty_label=_("Pilih"), error_messages=REQUIRED
    )

    def prepare(self) -> None:
        self.fields["objective"].queryset = self.rows(Objective)  # type: ignore[attr-defined]


class KeyActivityForm(RowForm):
    name = _name(_("Kegiatan utama"))
    objective = forms.ModelChoiceField(
        Objective.objects.none(), label=_("Sasaran strategis"), required=False, empty_label=_("Belum dikaitkan")
    )
    policy_objective = forms.ModelChoiceField(
        PolicyObjective.objects.none(), label=_("Sasaran kebijakan"), required=False, empty_label=_("Tidak ada")
    )
    mandatory = forms.TypedChoiceField(
        label=_("Sifat"),
        choices=[UNDECIDED, ("ya", _("Mandatory (wajib nasional)")), ("tidak", _("Inisiatif instansi"))],
        coerce=lambda value: {"ya": True, "tidak": False}[value],
        empty_value=None,
        required=False,
        help_text=_("Kegiatan wajib mendahului inisiatif dalam prioritas."),
    )
    coordinator = forms.ChoiceField(label=_("Koordinator"), required=False)
    second_coordinator = forms.ChoiceField(
        label=_("Koordinator kedua"), required=False, help_text=_("Hanya bila dua unit memimpinnya bersama.")
    )
    all_units = forms.BooleanField(label=_("Dilaksanakan semua perangkat daerah dan kecamatan"), required=False)
    implementers = forms.MultipleChoiceField(label=_("Pelaksana"), required=False, widget=forms.CheckboxSelectMultiple)

    def prepare(self) -> None:
        self.fields["objective"].queryset = self.rows(Objective)  # type: ignore[attr-defined]
        self.fields["policy_objective"].queryset = self.rows(PolicyObjective)  # type: ignore[attr-defined]
        # These fields offer the same units: read once. One that is no longer active stays while it is named.
        leading = {self.initial.get("coordinator"), self.initial.get("second_coordinator")}
        named = {*leading, *self.initial.get("implementers", ())} - {None}
        today = timezone.localdate()
        units = Unit.objects.filter(agency=self.road_map.agency_id)
        self.units = {str(one.pk): one for one in units if one.is_active_on(today) or one.pk in named}
        offered = [(key, str(one)) for key, one in self.units.items()]
        self.fields["coordinator"].choices = [UNDECIDED, *offered]  # type: ignore[attr-defined]
        self.fields["second_coordinator"].choices = [("", _("Tidak ada")), *offered]  # type: ignore[attr-defined]
        self.fields["implementers"].choices = offered  # type: ignore[attr-defined]

    def clean_coordinator(self) -> Unit | None:
        return self.units.get(self.cleaned_data["coordinator"])

    def clean_second_coordinator(self) -> Unit | None:
        return self.units.get(self.cleaned_data["second_coordinator"])

    def clean_implementers(self) -> list[Unit]:
        return [self.units[key] for key in self.cleaned_data["implementers"]]


class IndicatorForm(RowForm):
    name = _name(_("Indikator"))
    definition = forms.CharField(
        label=_("Definisi operasional"), required=False, max_length=4000, widget=forms.Textarea({"rows": 3}),
        help_text=_("Apa yang diukur dan bagaimana menghitungnya."),
    )  # fmt: skip
    value_kind = _choice(_("Jenis nilai"), ValueKind.choices)
    direction = _choice(_("Arah"), Direction.choices)
    formula = _choice(_("Rumus capaian"), FormulaChoice.choices, _("Cara membandingkan realisasi dengan target."))
    cap = NumberField(
        label=_("Batas atas capaian (%)"),
        required=False,
        help_text=_("Kosongkan bila tidak dibatasi. Contoh: 120 atau 110,5"),
    )
    time_rule = _choice(_("Dari triwulan ke tahun"), TimeRuleChoice.choices)
    unit_rule = _choice(_("Dari unit ke instansi"), UnitRuleChoice.choices)
    scale_code = forms.ChoiceField(label=_("Skala"), required=False)
    unit = forms.CharField(label=_("Satuan"), required=False, max_length=100, help_text=_("Contoh: persen, indeks"))
    source = forms.CharField(label=_("Sumber data"), required=False, max_length=500)
    baseline_year = forms.IntegerField(label=_("Tahun baseline"), required=False, min_value=1990, max_value=2100)

    def prepare(self) -> None:
        self.fields["scale_code"].choices = [  # type: ignore[attr-defined]
            ("", _("Tanpa skala")), *self.scales
        ]  # fmt: skip


class NewIndicatorForm(IndicatorForm):
    """`owner` is what it measures: "kegiatan-12" is the key activity with that primary key."""

    owner = forms.ChoiceField(label=_("Mengukur"), error_messages=REQUIRED)
    field_order = ("owner", "name")

    def prepare(self) -> None:
        super().prepare()
        self.owners = {
            f"{code}-{row.pk}": row
            for code, model in (
                ("tujuan", Goal), ("sasaran", Objective), ("kegiatan", KeyActivity), ("tema", Theme),
            )
            for row in self.rows(model)
        }  # fmt: skip
        groups: dict[str, list[tuple[str, str]]] = {}
        for code, row in self.owners.items():
            groups.setdefault(str(row._meta.verbose_name).capitalize(), []).append((code, str(row)[:120]))
        self.fields["owner"].choices = [("", _("Pilih")), *groups.items()]  # type: ignore[attr-defined]

    def clean_owner(self) -> object:
        return self.owners[self.cleaned_data["owner"]]
