"""What the agency shows to everybody: the administrator looks at each item first, then switches it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from petajalan.accounts.access import SignedInRequest, agency_page, permit
from petajalan.accounts.choices import PublicItem
from petajalan.accounts.models import Agency
from petajalan.accounts.queries.public import Shown, choices_of, text_of
from petajalan.accounts.services.public import TEXTS, show_publicly, write_public_text
from petajalan.common import clock
from petajalan.dashboard.display.public.items import item_rows
from petajalan.dashboard.forms.public import PublicTextForm
from petajalan.dashboard.queries.public.plan import road_map_in_force
from petajalan.dashboard.views.public.doors import Visit
from petajalan.dashboard.views.public.pages import overview_of

PUBLISH = "accounts.publish"
WORDS = {"tampilkan": True, "sembunyikan": False}


@require_safe
@agency_page
def setting(request: SignedInRequest, agency: Agency) -> HttpResponse:
    permit(request.user, PUBLISH, agency)
    return _page(request, agency)


@require_safe
@agency_page
def preview(request: SignedInRequest, agency: Agency, item: str) -> HttpResponse:
    """The public page as it would be with this item."""
    permit(request.user, PUBLISH, agency)
    chosen = _item(item)
    items = {one for one, choice in choices_of(agency).items() if choice.shown}
    shown = Shown(agency, frozenset(items | {chosen}), text_of(agency))
    visit = Visit(shown, get_language() or "id", request.path, preview=str(chosen.label))
    context = overview_of(visit, clock.now())
    return render(request, "dashboard/public/overview.html", {**context, "item": chosen, "is_shown": chosen in items})


@require_POST
@agency_page
def switch(request: SignedInRequest, agency: Agency, item: str) -> HttpResponse:
    permit(request.user, PUBLISH, agency)
    chosen, shown = _item(item), WORDS.get(request.POST.get("arah", ""))
    if shown is None:
        raise Http404
    changed = show_publicly(agency=agency, item=chosen, shown=shown, by=request.user, at=clock.now())
    told = {"item": chosen.label}
    if not changed:
        messages.info(request, _("Tetap sama: “%(item)s” tidak berubah.") % told)
    elif shown:
        messages.success(request, _("“%(item)s” kini tampil untuk umum.") % told)
    else:
        messages.success(
            request, _("“%(item)s” disembunyikan. Salinan di peramban orang dapat bertahan beberapa menit.") % told
        )
    return redirect("public_setting", agency.slug)


@require_POST
@agency_page
def write(request: SignedInRequest, agency: Agency) -> HttpResponse:
    permit(request.user, PUBLISH, agency)
    form = PublicTextForm(request.POST)
    if not form.is_valid():
        return _page(request, agency, form)
    seen = form.cleaned_data["version"]
    try:
        changed = write_public_text(agency=agency, values=form.values, seen=seen, by=request.user, at=clock.now())
    except ValidationError as refusal:
        form.add_error(None, refusal)
        return _page(request, agency, form)
    messages.success(request, _("Tersimpan.") if changed else _("Tetap sama."))
    return redirect("public_setting", agency.slug)


def _page(request: SignedInRequest, agency: Agency, form: PublicTextForm | None = None) -> HttpResponse:
    choices, text = choices_of(agency), text_of(agency)
    shown = Shown(agency, frozenset(item for item, one in choices.items() if one.shown), text)
    initial: dict[str, Any] = {name: getattr(text, name) for name in TEXTS} if text else {}
    context = {
        "rows": item_rows(choices), "text": text, "public": shown.anything,
        "count": len(shown.items), "enacted": road_map_in_force(agency) is not None,
        "form": form or PublicTextForm(initial={**initial, "version": text.version if text else 0}),
    }  # fmt: skip
    return render(request, "dashboard/public_setting.html", context, status=422 if form else 200)


def _item(item: str) -> PublicItem:
    if item not in PublicItem.values:
        raise Http404
    return PublicItem(item)
