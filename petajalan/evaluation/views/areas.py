"""The form of an area of improvement, which stands beside a row of a month or quarter and beside a point of a year."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.utils.translation import gettext as _

from petajalan.accounts.access import SignedInRequest
from petajalan.common import clock
from petajalan.evaluation.forms.rows import AreaForm
from petajalan.evaluation.models import ImprovementArea
from petajalan.evaluation.services.areas import AreaValues
from petajalan.planning.services.refusals import Refused


def area_form(request: SignedInRequest, known: ImprovementArea | None) -> AreaForm:
    """As sent, or with what is written already."""
    initial = {name: getattr(known, name, "") for name in AreaForm.base_fields} | {
        "version": getattr(known, "version", 0)
    }
    return AreaForm(request.POST if request.method == "POST" else None, initial=initial)


def written(request: SignedInRequest, form: AreaForm, write: Callable[..., object]) -> bool:
    """Whether what was sent is kept; a refusal then stands in the form. `write` takes values, version, by and at."""
    if request.method != "POST" or not form.is_valid():
        return False
    version = form.cleaned_data.pop("version")
    try:
        write(values=AreaValues(**form.cleaned_data), version=version, by=request.user, at=clock.now())
    except Refused as refusal:
        form.add_error(None, refusal.sentence)
        return False
    messages.success(request, _("Area perbaikan tersimpan."))
    return True
