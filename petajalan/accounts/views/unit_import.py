from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from petajalan.accounts import services
from petajalan.accounts.access import SignedInRequest, agency_page, permit
from petajalan.accounts.forms import UnitSheetForm
from petajalan.accounts.models import Agency
from petajalan.accounts.unit_sheet import CellProblem, read_unit_sheet
from petajalan.accounts.views.doors import posted, refusals_on


@agency_page
def import_units(request: SignedInRequest, agency: Agency) -> HttpResponse:
    permit(request.user, "accounts.manage_units", agency)
    form = UnitSheetForm(posted(request), request.FILES if request.method == "POST" else None)
    problems: list[CellProblem] = []
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            lines, problems = read_unit_sheet(form.cleaned_data["file"].read())
            if not problems:
                try:
                    done = services.import_units(agency=agency, lines=lines, by=request.user, at=timezone.now())
                except services.SheetRefused as refused:
                    problems = list(refused.problems)
                else:
                    said = _("%(added)d unit ditambahkan, %(changed)d diubah, %(same)d tetap.")
                    counts = {"added": done.added, "changed": done.changed, "same": done.same}
                    messages.success(request, said % counts)
                    return redirect("unit_list", agency.slug)
    return render(request, "accounts/unit_import.html", {"form": form, "problems": problems})
