"""What an agency set about its achievements: everybody reads it, the administrator changes it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from petajalan.accounts.access import SignedInRequest, agency_page, permit
from petajalan.accounts.models import Agency
from petajalan.calc.totals import ALL
from petajalan.common import clock
from petajalan.planning.services.refusals import Refused
from petajalan.reporting.forms.achievement import AchievementSettingForm
from petajalan.reporting.queries.achievement_setting import setting_of
from petajalan.reporting.rules import may_set_achievement
from petajalan.reporting.services.achievement_setting import set_group_cap


@require_safe
@agency_page
def setting(request: SignedInRequest, agency: Agency) -> HttpResponse:
    permit(request.user, "reporting.view_reports", agency)
    return _page(request, agency)


@require_POST
@agency_page
def change(request: SignedInRequest, agency: Agency) -> HttpResponse:
    permit(request.user, "reporting.set_achievement", agency)
    form = AchievementSettingForm(request.POST)
    if not form.is_valid():
        return _page(request, agency, form)
    cap, reason, seen = (form.cleaned_data[name] for name in ("group_cap", "reason", "version"))
    try:
        changed = set_group_cap(agency=agency, cap=cap, reason=reason, seen=seen, by=request.user, at=clock.now())
    except Refused as refusal:
        form.add_error(None, refusal.sentence)
        return _page(request, agency, form)
    messages.success(request, _("Batas diubah; semua capaian sudah dihitung ulang.") if changed else _("Tetap sama."))
    return redirect("achievement_setting", agency.slug)


def _page(request: SignedInRequest, agency: Agency, form: AchievementSettingForm | None = None) -> HttpResponse:
    stored = setting_of(agency)
    cap = stored.group_cap if stored else ALL
    initial = {"group_cap": f"{cap.normalize():f}", "version": stored.version if stored else 0}
    context = {
        "setting": stored, "cap": cap, "sets": may_set_achievement(request.user, agency),
        "form": form or AchievementSettingForm(initial=initial),
    }  # fmt: skip
    return render(request, "reporting/achievement_setting.html", context, status=422 if form else 200)
