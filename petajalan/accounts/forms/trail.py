from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class TrailFilter(forms.Form):
    """What of the trail to show. A filter that cannot be read is left out rather than refused."""

    first = forms.DateField(label=_("Dari"), required=False, widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"))
    last = forms.DateField(label=_("Sampai"), required=False, widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"))

    def __init__(self, data: Any, *, actions: list[tuple[str, str]], people: list[str]) -> None:
        super().__init__(data)
        self.fields["action"] = forms.ChoiceField(
            label=_("Tindakan"), required=False, choices=[("", _("Semua tindakan")), *actions]
        )
        self.fields["who"] = forms.ChoiceField(
            label=_("Pelaku"), required=False, choices=[("", _("Semua pelaku")), *((name, name) for name in people)]
        )
        self.order_fields(["action", "who", "first", "last"])

    def chosen(self) -> dict[str, Any]:
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}
