"""Finding what an address of a forum names, for people who may know of it."""

from __future__ import annotations

from typing import Any

from django.forms import Form
from django.http import Http404
from django.shortcuts import get_object_or_404

from petajalan.accounts.access import SignedInRequest, permit
from petajalan.accounts.models import Agency
from petajalan.planning.services.refusals import Refused
from petajalan.reporting.models import ForumDecision, ForumItem, ReviewForum
from petajalan.reporting.services.calendar import YEARS

HEADED = ("chair__unit", "closed_by")


def find_forum(request: SignedInRequest, agency: Agency, year: int, quarter: int) -> ReviewForum:
    check_period(year, quarter)
    permit(request.user, "reporting.view_forum", agency)
    found = ReviewForum.objects.visible_to(request.user).select_related(*HEADED)
    forum: ReviewForum = get_object_or_404(found, agency=agency, year=year, quarter=quarter)
    forum.agency = agency
    return forum


def find_item(request: SignedInRequest, agency: Agency, key: int) -> ForumItem:
    permit(request.user, "reporting.view_forum", agency)
    found = ForumItem.objects.visible_to(request.user).select_related(*(f"forum__{name}" for name in HEADED))
    item: ForumItem = get_object_or_404(found, agency=agency, pk=key)
    item.forum.agency = agency
    return item


def find_decision(request: SignedInRequest, agency: Agency, key: int) -> ForumDecision:
    permit(request.user, "reporting.view_forum", agency)
    found = ForumDecision.objects.visible_to(request.user).select_related("forum")
    decision: ForumDecision = get_object_or_404(found, agency=agency, pk=key)
    decision.forum.agency = agency
    return decision


def check_period(year: int, quarter: int) -> None:
    if year not in YEARS or quarter not in (1, 2, 3, 4):
        raise Http404


def cleaned(form: Form) -> dict[str, Any]:
    """What a small form brought, or a refusal that says what is wrong with it."""
    if not form.is_valid():
        raise Refused(" ".join(str(error) for errors in form.errors.values() for error in errors))
    return dict(form.cleaned_data)
