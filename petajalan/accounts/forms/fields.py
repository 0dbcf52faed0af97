"""Fields that several forms share, with their words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from petajalan.accounts.models import Agency, Position, Unit

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


class DayField(forms.DateField):
    """A day, with the browser's own calendar."""

    def __init__(self, *, label: str | _StrPromise, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.DateInput({"type": "date"}, "%Y-%m-%d"))
        super().__init__(label=label, **kwargs)
        self.error_messages |= {
            "required": _("Pilih tanggalnya."),
            "invalid": _("Tulis tanggal seperti 31/12/2024."),
        }
        self.input_formats = ["%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y"]


class ReasonField(forms.CharField):
    """Why something is done, for the trail."""

    def __init__(self, *, label: str | _StrPromise = "", **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.Textarea({"rows": 2}))
        super().__init__(label=label or _("Alasan"), max_length=1000, **kwargs)
        self.error_messages["required"] = _("Tulis alasannya; alasan tercatat dalam jejak.")


class UnitField(forms.ModelChoiceField):
    """Units that are not retired; `besides` is chosen already and stays a choice, `without` never is one."""

    def __init__(
        self,
        agency: Agency,
        *,
        label: str | _StrPromise,
        besides: Unit | None = None,
        without: Unit | None = None,
        **kwargs: Any,
    ) -> None:
        units = Unit.objects.filter(Q(active_until=None) | Q(pk=besides.pk if besides else None), agency=agency)
        super().__init__(units.exclude(pk=without.pk if without else None).order_by("name"), label=label, **kwargs)

    def label_from_instance(self, obj: Any) -> str:
        return str(obj.name)


class PositionField(forms.ModelChoiceField):
    def __init__(self, positions: Any, *, label: str | _StrPromise, **kwargs: Any) -> None:
        super().__init__(
            positions.select_related("unit").order_by("unit__name", "-is_head", "name"), label=label, **kwargs
        )

    def label_from_instance(self, obj: Position) -> str:
        return obj.full_name
