"""Holding a forum: opened, attendance, minutes, decisions, closed."""

from __future__ import annotations

from uuid import uuid4

from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from petajalan.accounts.access import SignedInRequest, agency_page
from petajalan.accounts.models import Agency
from petajalan.common import clock
from petajalan.planning.services.refusals import Refused
from petajalan.planning.views.answers import seen, told, typed
from petajalan.reporting.forms.forum import DecisionForm, InviteForm, MinutesForm
from petajalan.reporting.models import ForumItem
from petajalan.reporting.queries.forums import owner_names
from petajalan.reporting.services.forum import decisions, meeting
from petajalan.reporting.views.forum.agenda import to_item
from petajalan.reporting.views.forum.doors import find_forum, find_item
from petajalan.reporting.views.forum.pages import show


@require_POST
@agency_page
def open_forum(request: SignedInRequest, agency: Agency, year: int, quarter: int) -> HttpResponse:
    forum = find_forum(request, agency, year, quarter)
    with told(request, _("Forum dimulai. Catat kehadiran, lalu isi catatan tiap butir.")):
        meeting.open_forum(forum=forum, version=seen(request, "version"), by=request.user, at=clock.now())
    return redirect("forum", agency.slug, year, quarter)


@require_POST
@agency_page
def invite(request: SignedInRequest, agency: Agency, year: int, quarter: int) -> HttpResponse:
    forum = find_forum(request, agency, year, quarter)
    names = owner_names(agency, clock.today())
    form = InviteForm(request.POST, names=names, auto_id="undang_%s")
    if form.is_valid():
        try:
            meeting.invite(forum=forum, **form.cleaned_data, by=request.user, at=clock.now())
        except Refused as refusal:
            form.add_error("who", refusal.sentence)
        else:
            return redirect(f"{reverse('forum', args=[agency.slug, year, quarter])}#hadir")
    return show(request, agency, forum, bound={"invite": form}, status=422)


@require_POST
@agency_page
def attendance(request: SignedInRequest, agency: Agency, year: int, quarter: int) -> HttpResponse:
    """The whole list in one go. Each row sends its key, version, presence and who stood in."""
    forum = find_forum(request, agency, year, quarter)
    keys = [int(text) for text in request.POST.getlist("baris") if text.isdecimal() and len(text) < 15]
    marks = [
        meeting.Mark(key, seen(request, f"versi-{key}"), typed(request, f"hadir-{key}"), typed(request, f"wakil-{key}"))
        for key in keys
    ]
    with told(request, _("Kehadiran tersimpan.")):
        meeting.mark_attendance(forum=forum, marks=marks, by=request.user, at=clock.now())
    return redirect(f"{reverse('forum', args=[agency.slug, year, quarter])}#hadir")


@require_POST
@agency_page
def minutes(request: SignedInRequest, agency: Agency, key: int) -> HttpResponse:
    """Answers a page, or to its script what became of the text."""
    item = find_item(request, agency, key)
    form = MinutesForm.of(item, request.POST)
    scripted = request.headers.get("Accept") == "application/json"
    if form.is_valid():
        try:
            item = meeting.write_minutes(item=item, **form.cleaned_data, by=request.user, at=clock.now())
        except Refused as refusal:
            form.add_error(None, refusal.sentence)
            return _refused(request, agency, item, form, scripted)
        if scripted:
            said = _("Tersimpan %(time)s") % {"time": f"{timezone.localtime(clock.now()):%H.%M}"}
            return JsonResponse({"version": item.version, "said": said})
        return to_item(agency, item)
    return _refused(request, agency, item, form, scripted)


@require_POST
@agency_page
def decide(request: SignedInRequest, agency: Agency, key: int) -> HttpResponse:
    item = find_item(request, agency, key)
    form = DecisionForm.of(item, owner_names(agency, clock.today()), request.POST)
    if form.is_valid():
        try:
            decisions.decide(forum=item.forum, item=item, **form.cleaned_data, by=request.user, at=clock.now())
        except Refused as refusal:
            form.add_error(None, refusal.sentence)
        else:
            return to_item(agency, item)
    return show(request, agency, item.forum, bound={"decision": form}, about=item.pk, status=422)


@require_POST
@agency_page
def close(request: SignedInRequest, agency: Agency, year: int, quarter: int) -> HttpResponse:
    forum = find_forum(request, agency, year, quarter)
    with told(request, _("Berita acara ditutup. Keputusan kini menjadi tugas penanggung jawabnya.")):
        meeting.close_forum(forum=forum, version=seen(request, "version"), by=request.user, at=clock.now())
    return redirect("forum", agency.slug, year, quarter)


def _refused(
    request: SignedInRequest, agency: Agency, item: ForumItem, form: MinutesForm, scripted: bool
) -> HttpResponse:
    """Nothing typed is lost: the page comes back with it and with what is stored now; sending again overwrites."""
    if scripted:
        said = [str(error) for errors in form.errors.values() for error in errors]
        return JsonResponse({"said": " ".join(said)}, status=409)
    theirs = ForumItem.objects.visible_to(request.user).get(agency=agency, pk=item.pk)
    form.data = {**request.POST.dict(), "version": str(theirs.version), "key": str(uuid4())}
    return show(request, agency, item.forum, bound={"minutes": form}, about=item.pk, theirs=theirs, status=409)
