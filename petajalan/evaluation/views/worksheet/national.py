"""National results of a year: a workbook with a preview, and the totals as they are printed."""

from __future__ import annotations

from uuid import uuid4

import rules
from django.contrib import messages
from django.core import signing
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from petajalan.accounts.access import SignedInRequest, agency_page
from petajalan.accounts.models import Agency
from petajalan.common import clock
from petajalan.common.templatetags.petajalan import num
from petajalan.evaluation.display.worksheet.national import checks_shown, counted, kept_words, lead, lines_shown
from petajalan.evaluation.forms.national import ConfirmForm, NationalFileForm, PrintedForm
from petajalan.evaluation.models import EvaluationWorksheet
from petajalan.evaluation.national_sheet import LARGEST, NationalRead, read_again, read_national
from petajalan.evaluation.queries.worksheet.index import sheet_of
from petajalan.evaluation.queries.worksheet.official import official_index
from petajalan.evaluation.queries.worksheet.printed import checks_of, result_of
from petajalan.evaluation.services.worksheet import national as services
from petajalan.evaluation.services.worksheet.national import SCORE, Document, Kind
from petajalan.evaluation.services.worksheet.printed import record_printed_result
from petajalan.evaluation.views.worksheet.doors import find_worksheet
from petajalan.planning.services.refusals import Refused
from petajalan.regulation.document import UnusableFile

SALT = "petajalan.evaluation.national"


@require_safe
@agency_page
def national(request: SignedInRequest, agency: Agency, year: int) -> HttpResponse:
    return _page(request, find_worksheet(request, agency, year))


@require_POST
@agency_page
def upload(request: SignedInRequest, agency: Agency, year: int) -> HttpResponse:
    """What the file would change. Nothing is written yet."""
    found = find_worksheet(request, agency, year, SCORE)
    form = NationalFileForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, found, form=form)
    file = form.cleaned_data["file"]
    if file.size > LARGEST:
        form.add_error("file", _("Berkas ini lebih dari 5 MB. Hapus gambar atau lembar lain, lalu unggah lagi."))
        return _page(request, found, form=form)
    try:
        read = read_national(file.read(), file.name)
    except UnusableFile as error:
        english = (get_language() or "").startswith("en")
        form.add_error("file", error.message_en if english else error.message_id)
        return _page(request, found, form=form)
    return _preview(request, found, read, ConfirmForm(initial={"key": uuid4()}))


@require_POST
@agency_page
def confirm(request: SignedInRequest, agency: Agency, year: int) -> HttpResponse:
    found = find_worksheet(request, agency, year, SCORE)
    form = ConfirmForm(request.POST, request.FILES)
    try:
        kept = signing.loads(request.POST.get("read", ""), salt=SALT)
    except signing.BadSignature:
        messages.error(request, _("Pratinjau ini tidak berlaku lagi. Unggah berkasnya sekali lagi."))
        return redirect("worksheet_national", agency.slug, year)
    if kept["worksheet"] != found.pk:
        messages.error(request, _("Pratinjau ini tidak berlaku lagi. Unggah berkasnya sekali lagi."))
        return redirect("worksheet_national", agency.slug, year)
    read = read_again(kept)
    if not form.is_valid():
        return _preview(request, found, read, form, status=422)
    given = form.cleaned_data
    document = Document(given["source"], given["page"], **form.given_file)
    try:
        plan = services.record_national_results(
            worksheet=found, read=read, versions=kept["versions"], document=document, reason=given["reason"],
            by=request.user, at=clock.now(), key=given["key"],
        )  # fmt: skip
    except Refused as refusal:
        # The preview below is made anew: sent again, it writes over what it now shows.
        form.add_error(None, refusal.sentence)
        return _preview(request, found, read, form, status=422)
    messages.success(request, kept_words(plan))
    return redirect("worksheet_differences", agency.slug, year)


@require_POST
@agency_page
def printed(request: SignedInRequest, agency: Agency, year: int) -> HttpResponse:
    found = find_worksheet(request, agency, year, SCORE)
    form = PrintedForm.of(None, request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, found, printed=form)
    given = {name: form.cleaned_data[name] for name in ("version", "key")} | form.given_file
    try:
        record_printed_result(worksheet=found, values=form.values, by=request.user, at=clock.now(), **given)
    except Refused as refusal:
        now = result_of(found)
        form.data = {**request.POST.dict(), "version": str(now.version if now else 0)}
        form.add_error(None, refusal.sentence)
        return _page(request, found, printed=form)
    messages.success(request, _("Hasil tercetak tersimpan."))
    return redirect("worksheet_national", agency.slug, year)


def _page(
    request: SignedInRequest, found: EvaluationWorksheet, form: NationalFileForm | None = None,
    printed: PrintedForm | None = None,
) -> HttpResponse:  # fmt: skip
    sheet, result = sheet_of(found), result_of(found)
    official = official_index(found.agency, found.year)
    checks = checks_of(sheet, result, official) if result else []
    context = {
        "worksheet": found, "year": found.year, "lead": lead(sheet), "form": form or NationalFileForm(),
        "printed": printed or PrintedForm.of(result), "result": result, "official": official,
        "checks": checks_shown(checks), "contradicts": sum(1 for one in checks if one.differs),
        "scores": rules.has_perm(SCORE, request.user, found.agency),
        "enters": rules.has_perm("evaluation.enter_index", request.user, found.agency),
    }  # fmt: skip
    refused = bool(form or printed)
    return render(request, "evaluation/worksheet_national.html", context, status=422 if refused else 200)


def _preview(
    request: SignedInRequest, found: EvaluationWorksheet, read: NationalRead, form: ConfirmForm, status: int = 200
) -> HttpResponse:
    plan = services.planned(worksheet=found, read=read)
    signed = signing.dumps(
        {**read.kept(), "worksheet": found.pk, "versions": plan.versions}, salt=SALT, compress=True
    )  # fmt: skip
    context = {
        "worksheet": found, "year": found.year, "form": form, "plan": plan, "lines": lines_shown(plan),
        "counted": counted(plan), "signed": signed, "corrects": bool(plan.of(Kind.CORRECTED)),
        "printed": [
            (PrintedForm.base_fields[name].label, value if name == "grade" else num(value))
            for name in ("general", "thematic", "index", "grade")
            if plan.printed is not None and (value := getattr(plan.printed, name)) not in (None, "")
        ],
    }  # fmt: skip
    return render(request, "evaluation/worksheet_national_preview.html", context, status=status)
