"""A workbook that comes back: every problem by cell, and nothing stored unless all is right or the person says so."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from petajalan.accounts.access import SignedInRequest, permit
from petajalan.common import clock
from petajalan.planning.action_cells import Lists
from petajalan.planning.action_sheet import LIMITS, read_action_sheet
from petajalan.planning.forms.actions import ActionSheetForm
from petajalan.planning.models import ActionPlan
from petajalan.planning.services.actions import Imported, import_actions
from petajalan.planning.services.actions.rows import permit_writing
from petajalan.planning.services.refusals import Refused
from petajalan.planning.views.actions.doors import action_plan_page


@require_http_methods(["GET", "HEAD", "POST"])
@action_plan_page
def upload(request: SignedInRequest, plan: ActionPlan) -> HttpResponse:
    permit(request.user, "planning.write_actions", plan.agency)
    permit_writing(plan, request.user)
    form = ActionSheetForm(request.POST or None, request.FILES or None, lists=Lists(plan))
    result = None
    if request.method == "POST" and form.is_valid():
        result = _import(request, plan, form)
        if result is not None and result.stored and not result.problems and not result.notices:
            messages.success(request, _said(result))
            return redirect("action_plan", plan.agency.slug, plan.pk)
    context = {"plan": plan, "form": form, "result": result, "said": _said(result) if result else ""}
    refused = bool(form.errors) or bool(result and not result.stored)
    return render(request, "planning/action_upload.html", context, status=422 if refused else 200)


def _import(request: SignedInRequest, plan: ActionPlan, form: ActionSheetForm) -> Imported | None:
    file, given = form.cleaned_data["berkas"], form.cleaned_data
    try:
        if file.size > LIMITS.bytes:
            raise ValidationError(_("Berkas ini lebih dari 5 MB. Hapus gambar atau lembar lain, lalu unggah lagi."))
        sheet = read_action_sheet(file.read())
        return import_actions(
            plan=plan, sheet=sheet, only_right=given["sebagian"], figure_rule=given["angka"],
            indicator=given["indikator"], by=request.user, at=clock.now(),
        )  # fmt: skip
    except ValidationError as error:
        form.add_error("berkas", error)
    except Refused as refusal:
        form.add_error(None, refusal.sentence)
    return None


def _said(result: Imported) -> str:
    told = {"added": result.added, "changed": result.changed, "unchanged": result.unchanged}
    if result.stored:
        return _("Tersimpan: %(added)d aksi baru, %(changed)d diubah, %(unchanged)d tetap.") % told
    return _("Belum ada yang disimpan. Perbaiki sel-sel di bawah, lalu unggah lagi.")
