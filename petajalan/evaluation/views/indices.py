"""The register of outside indices: the list, one index with its trend, values entered, put right and withdrawn."""

from __future__ import annotations

from typing import Any

import rules
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from petajalan.accounts.access import SignedInRequest, agency_page, permit
from petajalan.accounts.models import Agency
from petajalan.common import clock
from petajalan.evaluation.display.index_chart import index_chart
from petajalan.evaluation.display.index_history import history_of
from petajalan.evaluation.display.index_words import doubt_words
from petajalan.evaluation.display.indices import lead, line_of, rows_of, tables_of
from petajalan.evaluation.forms.indices import AddIndexForm, IndexValueForm, ReleaseForm, WithdrawForm
from petajalan.evaluation.models import IndexCorrection, IndexValue
from petajalan.evaluation.queries.index_register import IndexEntry, index_register
from petajalan.evaluation.services import index_values as services
from petajalan.evaluation.views.doors import VIEW
from petajalan.planning.services.refusals import Refused
from petajalan.planning.views.answers import told

ENTER = "evaluation.enter_index"
KEPT = ("evidence", "entered_by", "made_by")  # what a correction names


@require_safe
@agency_page
def index_list(request: SignedInRequest, agency: Agency) -> HttpResponse:
    permit(request.user, VIEW, agency)
    return _list(request, agency)


@require_POST
@agency_page
def add(request: SignedInRequest, agency: Agency) -> HttpResponse:
    """One more index, from the catalogue."""
    permit(request.user, ENTER, agency)
    choices = index_register(agency, year=clock.today().year).addable
    form = AddIndexForm(choices, request.POST)
    if not form.is_valid():
        return _list(request, agency, form)
    code = form.cleaned_data["code"]
    try:
        services.expect_index(
            agency=agency, code=code, issuer=form.cleaned_data["issuer"], expected_month=None, years_later=1,
            version=0, by=request.user, at=clock.now(),
        )  # fmt: skip
    except Refused as refusal:
        form.add_error(None, refusal.sentence)
        return _list(request, agency, form)
    messages.success(request, _("Indeks ditambahkan."))
    return redirect("outside_index", agency.slug, code)


@require_http_methods(["GET", "HEAD", "POST"])
@agency_page
def index(request: SignedInRequest, agency: Agency, code: str) -> HttpResponse:
    """The index, and the entry of a year that has no value yet."""
    permit(request.user, VIEW, agency)
    entry = _find(agency, code)
    if request.method != "POST":
        return _page(request, agency, entry)
    permit(request.user, ENTER, agency)
    form = IndexValueForm.of(None, clock.today().year, request.POST, request.FILES)
    if not form.is_valid() or not _saved(request, agency, entry, form):
        return _page(request, agency, entry, form)
    return redirect("outside_index", agency.slug, code)


@require_http_methods(["GET", "HEAD", "POST"])
@agency_page
def value(request: SignedInRequest, agency: Agency, code: str, year: int) -> HttpResponse:
    """The value of one year, to be put right or withdrawn."""
    permit(request.user, ENTER, agency)
    entry = _find(agency, code)
    row = _row(request, agency, code, year)
    posted = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = IndexValueForm.of(row, year, *posted)
    if request.method == "POST" and form.is_valid() and _saved(request, agency, entry, form, year):
        return redirect("outside_index", agency.slug, code)
    return _correction(request, agency, entry, row, form)


@require_POST
@agency_page
def withdraw(request: SignedInRequest, agency: Agency, code: str, year: int) -> HttpResponse:
    permit(request.user, ENTER, agency)
    row = _row(request, agency, code, year)
    form = WithdrawForm(request.POST)
    form.is_valid()
    given = form.cleaned_data
    try:
        services.withdraw_index_value(
            value=row, reason=given.get("reason", ""), version=given.get("version", -1), by=request.user,
            at=clock.now(),
        )  # fmt: skip
    except Refused as refusal:
        form.add_error("reason", refusal.sentence)
        return _correction(request, agency, _find(agency, code), row, IndexValueForm.of(row, year), form)
    messages.success(request, _("Nilai ditarik. Isi dan alasannya tetap terbaca di riwayat."))
    return redirect("outside_index", agency.slug, code)


@require_POST
@agency_page
def release(request: SignedInRequest, agency: Agency, code: str) -> HttpResponse:
    """Issuer and month, as the agency knows them."""
    permit(request.user, ENTER, agency)
    entry = _find(agency, code)
    form = ReleaseForm(request.POST, release=entry.release, needs=_needs_issuer(entry))
    if not form.is_valid():
        return _page(request, agency, entry, release=form)
    with told(request, _("Perkiraan terbit tersimpan.")):
        services.expect_index(
            agency=agency, code=code, **form.values, version=form.cleaned_data["version"], by=request.user,
            at=clock.now(),
        )  # fmt: skip
    return redirect("outside_index", agency.slug, code)


def _list(request: SignedInRequest, agency: Agency, form: AddIndexForm | None = None) -> HttpResponse:
    register = index_register(agency, year=clock.today().year)
    lines = [line_of(one, clock.today()) for one in register.entries]
    context = {
        "lines": lines, "lead": lead(lines), "may_enter": rules.has_perm(ENTER, request.user, agency),
        "form": form or AddIndexForm(register.addable),
    }  # fmt: skip
    return render(request, "evaluation/index_list.html", context, status=422 if form else 200)


def _page(
    request: SignedInRequest, agency: Agency, entry: IndexEntry, form: IndexValueForm | None = None,
    release: ReleaseForm | None = None,
) -> HttpResponse:  # fmt: skip
    may = rules.has_perm(ENTER, request.user, agency)
    line = line_of(entry, clock.today())
    corrections = IndexCorrection.objects.filter(agency=agency, code=entry.code).select_related(*KEPT)
    context: dict[str, Any] = {
        "line": line, "entry": entry, "chart": index_chart(entry), "rows": rows_of(entry),
        "tables": tables_of(entry), "history": history_of(entry, corrections.order_by("-made_at", "-pk")),
        "may_enter": may, "limit": settings.UPLOAD_MAX_BYTES // (1024 * 1024),
    }  # fmt: skip
    if may:
        year = line.awaited.year if line.awaited else clock.today().year
        context["form"] = form or IndexValueForm.of(None, year)
        context["release"] = release or ReleaseForm(release=entry.release, needs=_needs_issuer(entry))
    return render(request, "evaluation/index.html", context, status=422 if form or release else 200)


def _correction(
    request: SignedInRequest, agency: Agency, entry: IndexEntry, row: IndexValue, form: IndexValueForm,
    withdrawing: WithdrawForm | None = None,
) -> HttpResponse:  # fmt: skip
    context = {
        "entry": entry, "row": row, "form": form, "limit": settings.UPLOAD_MAX_BYTES // (1024 * 1024),
        "line": line_of(entry, clock.today()),
        "withdrawing": withdrawing or WithdrawForm(initial={"version": row.version}, auto_id="tarik_%s"),
    }  # fmt: skip
    bad = form.errors or (withdrawing and withdrawing.errors)
    return render(request, "evaluation/index_value.html", context, status=422 if bad else 200)


def _saved(
    request: SignedInRequest, agency: Agency, entry: IndexEntry, form: IndexValueForm, year: int | None = None
) -> bool:
    given = form.cleaned_data
    year = given["year"] if year is None else year
    try:
        services.enter_index_value(
            agency=agency, code=entry.code, year=year, values=form.values, version=given["version"], by=request.user,
            at=clock.now(), key=given["key"],
        )  # fmt: skip
    except services.Implausible as refusal:
        form.add_error(None, refusal.sentence)
        for sentence in doubt_words(refusal.doubts, refusal.other_grade):
            form.add_error("confirmation", sentence)
        return False
    except Refused as refusal:
        form.add_error(None, refusal.sentence)
        return False
    messages.success(request, _("Nilai %(year)d tersimpan.") % {"year": year})
    return True


def _find(agency: Agency, code: str) -> IndexEntry:
    entry = index_register(agency, year=clock.today().year, code=code).entry(code)
    if entry is None:
        raise Http404
    return entry


def _row(request: SignedInRequest, agency: Agency, code: str, year: int) -> IndexValue:
    rows = IndexValue.objects.visible_to(request.user).select_related("entered_by", "evidence", "agency")
    row: IndexValue = get_object_or_404(rows, agency=agency, code=code, year=year)
    return row


def _needs_issuer(entry: IndexEntry) -> bool:
    return entry.own or entry.issuer is None
