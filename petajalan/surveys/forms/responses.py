"""Forms of answers: what somebody types from paper, and what the public sees."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from petajalan.surveys.choices import AgeBand, Education, Occupation, Sex
from petajalan.surveys.models import ELEMENTS, SurveyResponse
from petajalan.surveys.values import ResponseValues
from petajalan.surveys.words import ANSWERS, QUESTIONS

ANSWER_ERROR = _("Tulis 1, 2, 3, atau 4; kosongkan bila tidak dijawab.")
ABOUT = {
    "sex": (_("Jenis kelamin"), Sex),
    "age_band": (_("Usia"), AgeBand),
    "education": (_("Pendidikan"), Education),
    "occupation": (_("Pekerjaan"), Occupation),
}


class ResponseForm(forms.Form):
    """What people say of themselves; never more than that, and never needed."""

    key = forms.UUIDField(widget=forms.HiddenInput)
    service = forms.CharField(label=_("Layanan yang dipakai"), max_length=200, required=False)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        for name, (label, choices) in ABOUT.items():
            offered = [("", _("tidak disebutkan")), *choices.choices]
            self.fields[name] = forms.ChoiceField(label=label, choices=offered, required=False)

    @property
    def values(self) -> ResponseValues:
        given = self.cleaned_data
        about = {name: given.get(name, "") for name in (*ABOUT, "service")}
        return ResponseValues(
            answers={code: int(given[code]) if given.get(code) else None for code in ELEMENTS},
            day=given.get("day"),
            **about,
        )

    @property
    def about(self) -> list[forms.BoundField]:
        return [self[name] for name in ABOUT]


class EntryForm(ResponseForm):
    """One paper questionnaire as a row of the grid."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    day = forms.DateField(label=_("Tanggal"), widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"))

    def __init__(self, *args: Any, names: dict[str, str], **more: Any) -> None:
        super().__init__(*args, **more)
        for code in ELEMENTS:
            typed = {"inputmode": "numeric", "pattern": "[1-4]", "maxlength": "1", "autocomplete": "off"}
            self.fields[code] = forms.ChoiceField(
                label=names.get(code, code.upper()), choices=[("", ""), *((str(one), str(one)) for one in range(1, 5))],
                required=False, widget=forms.TextInput(typed), error_messages={"invalid_choice": ANSWER_ERROR},
            )  # fmt: skip

    @property
    def answers(self) -> list[tuple[str, forms.BoundField]]:
        return [(code.upper(), self[code]) for code in ELEMENTS]

    @classmethod
    def of(cls, row: SurveyResponse, names: dict[str, str]) -> EntryForm:
        columns = ("key", "version", "day", "service", *ABOUT, *ELEMENTS)
        return cls(initial={name: getattr(row, name) for name in columns}, names=names, auto_id=f"r{row.pk}_%s")


class PublicForm(ResponseForm):
    """The nine questions in words. `address` is a field that only programs fill in: people do not see it."""

    address = forms.CharField(required=False, max_length=500)

    def __init__(self, *args: Any, codes: list[str], **more: Any) -> None:
        super().__init__(*args, **more)
        self.codes = codes
        for code in codes:
            self.fields[code] = forms.ChoiceField(
                label=QUESTIONS[code], required=False, widget=forms.RadioSelect,
                choices=[*((str(at), words) for at, words in enumerate(ANSWERS[code], start=1)), ("", _("Lewati"))],
                error_messages={"invalid_choice": _("Pilih salah satu jawaban, atau lewati.")},
            )  # fmt: skip

    @property
    def questions(self) -> list[forms.BoundField]:
        return [self[code] for code in self.codes]

    @property
    def by_a_program(self) -> bool:
        return bool(self.data.get("address", "").strip())
