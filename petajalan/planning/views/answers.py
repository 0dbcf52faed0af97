"""How pages of the plan answer when something was written, or was not."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypeVar

from django.contrib import messages
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from petajalan.planning.services.refusals import Conflict, Incomplete, Refused
from petajalan.planning.views.plan import Plan

RowT = TypeVar("RowT", bound=Model)


def row_of(rows: QuerySet[RowT], plan: Plan, key: int) -> RowT:
    """A row of this version of the plan, 404 otherwise."""
    row = get_object_or_404(rows, agency=plan.road_map.agency, road_map=plan.road_map, pk=key)
    row.road_map = plan.road_map  # type: ignore[attr-defined]
    return row


def seen(request: HttpRequest, name: str = "versi_baris") -> int:
    """The version of the row that the person saw; one that never existed where the form lost it."""
    text = request.POST.get(name, "")
    return int(text) if text.isdecimal() and len(text) < 9 else -1


def typed(request: HttpRequest, name: str, longest: int = 2000) -> str:
    """A text as somebody typed it, without white space around it. PostgreSQL cannot keep NUL, and no text needs it."""
    return request.POST.get(name, "").replace("\0", "").strip()[:longest]


@contextmanager
def told(request: HttpRequest, success: str = "") -> Iterator[None]:
    """Say on the next page what came of it: the sentence of a refusal, what clashes, or the success."""
    try:
        yield
    except Refused as refusal:
        messages.error(request, sentence_of(refusal))
    else:
        if success:
            messages.success(request, success)


def sentence_of(refusal: Refused) -> str:
    parts = [refusal.sentence]
    if isinstance(refusal, Conflict):
        words = _("%(field)s: Anda menulis “%(yours)s”, sekarang “%(theirs)s”.")
        parts += [words % {"field": one.label, "yours": one.yours, "theirs": one.theirs} for one in refusal.clashes]
    if isinstance(refusal, Incomplete):
        parts += refusal.missing
    return " ".join(parts)
