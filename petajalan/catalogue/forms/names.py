"""Forms of entries that give names: indicators, themes, other names. Each knows the way to the kept data and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from petajalan.catalogue.choices import AliasKind, Direction, Measure
from petajalan.regulation.reference import Reference

NAME = 200


class NamesField(forms.CharField):
    """One name a line."""

    widget = forms.Textarea(attrs={"rows": 4})

    def to_python(self, value: object) -> Any:
        lines = [" ".join(line.split()) for line in str(value or "").splitlines()]
        return [line for line in dict.fromkeys(lines) if line]

    def prepare_value(self, value: object) -> object:
        return "\n".join(value) if isinstance(value, list) else value

    def validate(self, value: Any) -> None:
        if self.required and not value:
            raise forms.ValidationError(self.error_messages["required"])
        if any(len(name) > NAME for name in value):
            raise forms.ValidationError(_("Satu nama paling panjang 200 tanda. Pisahkan nama-nama dengan baris baru."))

    def run_validators(self, value: object) -> None:
        return None


class IndicatorForm(forms.Form):
    name = forms.CharField(
        label=_("Nama indikator"),
        max_length=NAME,
        error_messages={"required": _("Tulis nama indikator seperti dicetak dalam road map Anda.")},
    )
    names = NamesField(
        label=_("Ejaan lain"),
        required=False,
        help_text=_("Satu nama satu baris. Pemeriksaan menganggap semuanya indikator yang sama."),
    )
    scale = forms.ChoiceField(
        label=_("Skala"), required=False, help_text=_("Menentukan predikat dan batas nilai yang masuk akal.")
    )
    direction = forms.ChoiceField(
        label=_("Arah"), required=False, choices=[("", _("belum diketahui")), *Direction.choices]
    )
    unit = forms.ChoiceField(label=_("Satuan"), required=False, choices=[("", _("belum diketahui")), *Measure.choices])

    def __init__(self, *args: Any, reference: Reference, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        scales = sorted(((one.code, one.name) for one in reference.scales), key=lambda pair: pair[1])
        self.fields["scale"].choices = [("", _("tanpa skala")), *scales]  # type: ignore[attr-defined]

    @staticmethod
    def initial_of(data: Mapping[str, Any]) -> dict[str, object]:
        return {**data, "name": data["names"][0], "names": list(data["names"][1:])}

    def data_of(self) -> dict[str, object]:
        values = self.cleaned_data
        data: dict[str, object] = {"names": [values["name"], *values["names"]]}
        return data | {key: values[key] for key in ("scale", "direction", "unit") if values[key]}


class ThemeForm(forms.Form):
    name = forms.CharField(
        label=_("Nama tema"), max_length=NAME, error_messages={"required": _("Tulis nama tema instansi Anda.")}
    )
    names = NamesField(
        label=_("Nama lain"), required=False, help_text=_("Satu nama satu baris, misalnya singkatannya.")
    )

    @staticmethod
    def initial_of(data: Mapping[str, Any]) -> dict[str, object]:
        return dict(data)

    def data_of(self) -> dict[str, object]:
        return {"name": self.cleaned_data["name"], "names": self.cleaned_data["names"]}


class AliasForm(forms.Form):
    of = forms.ChoiceField(label=_("Nama lain dari"), choices=AliasKind)
    name = forms.CharField(
        label=_("Nama baku"),
        max_length=NAME,
        help_text=_("Nama lengkap seperti seharusnya tercetak."),
        error_messages={"required": _("Tulis nama bakunya.")},
    )
    names = NamesField(
        label=_("Nama lain atau singkatan"),
        help_text=_("Satu nama satu baris. Pemeriksaan menganggap semuanya hal yang sama."),
        error_messages={"required": _("Tulis sekurangnya satu nama lain.")},
    )

    @staticmethod
    def initial_of(data: Mapping[str, Any]) -> dict[str, object]:
        return dict(data)

    def data_of(self) -> dict[str, object]:
        return {key: self.cleaned_data[key] for key in ("of", "name", "names")}
