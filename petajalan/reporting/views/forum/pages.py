"""Reading forums: the list of a year, one forum, its printed minutes."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from petajalan.accounts.access import SignedInRequest, agency_page, permit
from petajalan.accounts.models import Agency
from petajalan.common import clock
from petajalan.reporting.choices import Presence
from petajalan.reporting.forms.forum import DecisionForm, InviteForm, ItemForm, MinutesForm
from petajalan.reporting.models import ForumItem, ReviewForum
from petajalan.reporting.queries.forums import forum_page, forums_of, owner_names
from petajalan.reporting.rules import may_close_forum, may_prepare_forum
from petajalan.reporting.views.forum.doors import check_period, find_forum
from petajalan.reporting.words import ROMAN, period_words


@require_safe
@agency_page
def this_year(request: SignedInRequest, agency: Agency) -> HttpResponse:
    """The year of the quarter that ended last: its forum is the next one."""
    permit(request.user, "reporting.view_forum", agency)
    today = clock.today()
    ended = date(today.year, today.month - (today.month - 1) % 3, 1) - timedelta(days=1)
    return redirect("forums", agency.slug, ended.year)


@require_safe
@agency_page
def forums(request: SignedInRequest, agency: Agency, year: int) -> HttpResponse:
    permit(request.user, "reporting.view_forum", agency)
    check_period(year, 1)
    today = clock.today()
    rows = forums_of(request.user, agency, year, at=clock.now())
    known = [row.forum for row in rows if row.forum]
    context = {
        "year": year, "may_prepare": may_prepare_forum(request.user, agency),
        "rows": [
            {"row": one, "name": period_words(f"{year}-Q{one.quarter}"), "begun": begun(year, one.quarter, today)}
            for one in rows
        ],
        "held": sum(one.opened_at is not None for one in known),
        "left": sum(getattr(one, "left", 0) for one in known),
    }  # fmt: skip
    return render(request, "reporting/forums.html", context)


def begun(year: int, quarter: int, today: date) -> bool:
    return date(year, quarter * 3 - 2, 1) <= today


@require_safe
@agency_page
def forum(request: SignedInRequest, agency: Agency, year: int, quarter: int) -> HttpResponse:
    return show(request, agency, find_forum(request, agency, year, quarter))


@require_safe
@agency_page
def minutes(request: SignedInRequest, agency: Agency, year: int, quarter: int) -> HttpResponse:
    """The berita acara on paper."""
    found = find_forum(request, agency, year, quarter)
    context = {"page": _page(request, agency, found), **_named(found)}
    return render(request, "reporting/forum_minutes.html", context)


def show(
    request: SignedInRequest, agency: Agency, found: ReviewForum, *, bound: dict[str, Any] | None = None,
    about: int = 0, theirs: ForumItem | None = None, status: int = 200,
) -> HttpResponse:  # fmt: skip
    """The forum's page. `bound` holds a form that was refused, with what was typed; `about` is its point."""
    page = _page(request, agency, found)
    bound = bound or {}
    writes = page.runs and page.may_prepare
    edits = page.may_prepare and (page.runs or page.prepares)
    names = owner_names(agency, clock.today()) if edits else {}

    def of(item: ForumItem) -> dict[str, Any]:
        mine = bound if item.pk == about else {}
        return {
            "minutes": mine.get("minutes") or MinutesForm.of(item),
            "decision": mine.get("decision") or DecisionForm.of(item, names),
            "theirs": theirs if item.pk == about else None,
        }

    context = {
        "page": page, "names": names, "key": uuid4(), "presences": Presence.choices, **_named(found),
        "items": [{"row": row, **(of(row.item) if writes else {})} for row in page.items],
        "writes": writes, "edits": edits,
        "own": bound.get("own") or ItemForm(initial={"key": uuid4()}, auto_id="tambah_%s"),
        "invite": bound.get("invite") or InviteForm(names=names, initial={"key": uuid4()}, auto_id="undang_%s"),
    }  # fmt: skip
    return render(request, "reporting/forum.html", context, status=status)


def _page(request: SignedInRequest, agency: Agency, found: ReviewForum) -> Any:
    user = request.user
    return forum_page(
        found, user, clock.today(), may_prepare=may_prepare_forum(user, agency), may_close=may_close_forum(user, agency)
    )


def _named(found: ReviewForum) -> dict[str, object]:
    return {"forum": found, "name": period_words(found.period), "roman": ROMAN[found.quarter - 1]}
