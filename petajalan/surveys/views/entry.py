"""Paper questionnaires, typed row by row, and files of answers."""

from __future__ import annotations

from uuid import uuid4

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from petajalan.accounts.access import SignedInRequest, agency_page, permit
from petajalan.accounts.models import Agency
from petajalan.catalogue.satisfaction import questionnaire_for
from petajalan.common import clock
from petajalan.planning.services.refusals import Refused
from petajalan.planning.views.answers import told
from petajalan.regulation.document import UnusableFile
from petajalan.reporting.queries.reports import today_of
from petajalan.surveys.forms.responses import EntryForm
from petajalan.surveys.forms.surveys import ResponseFileForm, StepForm
from petajalan.surveys.models import Survey, SurveyResponse
from petajalan.surveys.queries.surveys import entries_of
from petajalan.surveys.response_sheet import LARGEST, ResponsesRead, read_responses
from petajalan.surveys.services import responses as services
from petajalan.surveys.services.imports import import_responses
from petajalan.surveys.views.doors import WRITE, find_survey

ROWS = 20  # of those typed last


@require_safe
@agency_page
def entry(request: SignedInRequest, agency: Agency, key: int) -> HttpResponse:
    survey = find_survey(request, agency, key, WRITE)
    return _page(request, survey, None)


@require_POST
@agency_page
def save(request: SignedInRequest, agency: Agency, key: int) -> HttpResponse:
    """One row. A script asks for JSON; without one the page comes back."""
    survey = find_survey(request, agency, key, WRITE)
    form = EntryForm(request.POST, names=_names(survey))
    scripted = "application/json" in request.headers.get("Accept", "")
    if not form.is_valid():
        said = " ".join(str(error) for errors in form.errors.values() for error in errors)
        return JsonResponse({"said": said}, status=422) if scripted else _page(request, survey, form)
    given = form.cleaned_data
    try:
        row = services.save_entry(
            survey=survey, key=given["key"], values=form.values, version=given["version"], by=request.user,
            at=clock.now(),
        )  # fmt: skip
    except Refused as refusal:
        form.add_error(None, refusal.sentence)
        return JsonResponse({"said": refusal.sentence}, status=422) if scripted else _page(request, survey, form)
    if not scripted:
        messages.success(request, _("Kuesioner tersimpan."))
        return redirect("survey_entry", agency.slug, key)
    count = SurveyResponse.objects.filter(agency=agency, survey=survey).count()
    told = ngettext("%(count)d jawaban tersimpan.", "%(count)d jawaban tersimpan.", count) % {"count": count}
    kept = {"version": row.version, "said": _("Tersimpan"), "count": told}
    return JsonResponse(kept)


@require_POST
@agency_page
def remove(request: SignedInRequest, agency: Agency, key: int) -> HttpResponse:
    permit(request.user, WRITE, agency)
    rows = SurveyResponse.objects.visible_to(request.user).select_related("survey__unit__agency", "agency")
    row: SurveyResponse = get_object_or_404(rows, agency=agency, pk=key)
    form = StepForm(request.POST)
    form.is_valid()
    with told(request, _("Kuesioner dihapus.")):
        services.remove_entry(
            response=row, version=form.cleaned_data.get("version", -1), by=request.user, at=clock.now()
        )
    return redirect("survey_entry", agency.slug, row.survey_id)


@require_http_methods(["GET", "HEAD", "POST"])
@agency_page
def upload(request: SignedInRequest, agency: Agency, key: int) -> HttpResponse:
    survey = find_survey(request, agency, key, WRITE)
    services.writable_by(survey, request.user)
    form = ResponseFileForm(request.POST or None, request.FILES or None)
    read = None
    if request.method == "POST" and form.is_valid():
        read = _read(survey, form)
        if read is not None and not read.problems and _stored(request, survey, read, form):
            return redirect("survey", agency.slug, key)
    refused = bool(form.errors) or bool(read and read.problems)
    context = {"survey": survey, "form": form, "problems": read.problems if read else []}
    return render(request, "surveys/upload.html", context, status=422 if refused else 200)


def _read(survey: Survey, form: ResponseFileForm) -> ResponsesRead | None:
    file = form.cleaned_data["file"]
    if file.size > LARGEST:
        form.add_error("file", _("Berkas ini lebih dari 5 MB. Hapus gambar atau lembar lain, lalu unggah lagi."))
        return None
    last = min(survey.last_day, today_of(survey.agency, clock.now()))
    try:
        return read_responses(file.read(), file.name, first=survey.first_day, last=last)
    except UnusableFile as error:
        english = (get_language() or "").startswith("en")
        form.add_error("file", error.message_en if english else error.message_id)
        return None


def _stored(request: SignedInRequest, survey: Survey, read: ResponsesRead, form: ResponseFileForm) -> bool:
    try:
        done = import_responses(survey=survey, read=read, by=request.user, at=clock.now())
    except Refused as refusal:
        form.add_error(None, refusal.sentence)
        return False
    said = ngettext("%(count)d kuesioner masuk.", "%(count)d kuesioner masuk.", done.added) % {"count": done.added}
    if done.known:
        twice = ngettext(
            "%(count)d sudah ada dari unggahan sebelumnya dan tidak dihitung lagi.",
            "%(count)d sudah ada dari unggahan sebelumnya dan tidak dihitung lagi.",
            done.known,
        )
        said = f"{said} {twice % {'count': done.known}}"
    messages.success(request, said)
    return True


def _page(request: SignedInRequest, survey: Survey, refused: EntryForm | None) -> HttpResponse:
    services.writable_by(survey, request.user)
    names = _names(survey)
    today = min(today_of(survey.agency, clock.now()), survey.last_day)
    rows = entries_of(survey, ROWS)
    context = {
        "survey": survey,
        "names": names,
        "blank": EntryForm(initial={"key": uuid4(), "version": 0, "day": today}, names=names, auto_id="baru_%s"),
        "refused": refused,
        "rows": [(row, EntryForm.of(row, names)) for row in rows],
        "count": SurveyResponse.objects.filter(agency=survey.agency_id, survey=survey).count(),
    }
    return render(request, "surveys/entry.html", context, status=422 if refused else 200)


def _names(survey: Survey) -> dict[str, str]:
    asked = questionnaire_for(survey.last_day.year)
    return {one.code: f"{one.code.upper()} {one.name}" for one in asked.elements} if asked else {}
