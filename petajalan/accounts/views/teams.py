from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from petajalan.accounts import queries, services
from petajalan.accounts.access import SignedInRequest, agency_page, permit
from petajalan.accounts.display import teams as shown
from petajalan.accounts.forms import MemberForm, TeamForm
from petajalan.accounts.models import Agency, Team, TeamMember, Unit
from petajalan.accounts.services import TeamValues
from petajalan.accounts.views.doors import find_team, may_manage_units, posted, refusals_on


@agency_page
def team_list(request: SignedInRequest, agency: Agency) -> HttpResponse:
    permit(request.user, "accounts.view_units", agency)
    today = timezone.localdate()
    ended = request.GET.get("keadaan") == "berakhir"
    every = Team.objects.filter(agency=agency)
    current = every.in_force_on(today)
    teams = every.exclude(pk__in=current) if ended else current
    rows = queries.team_rows(agency, queries.with_members(teams), today)
    context = {
        "rows": shown.by_kind(rows),
        "summary": shown.summary(rows),
        "ended": ended,
        "shown": len(rows),
        "units": Unit.objects.filter(agency=agency).active_on(today).count(),
        "teams": len(rows) if not ended else current.count(),
        "may_manage": may_manage_units(request.user, agency),
    }
    return render(request, "accounts/team_list.html", context)


@agency_page
def team_page(request: SignedInRequest, agency: Agency, key: int) -> HttpResponse:
    permit(request.user, "accounts.view_units", agency)
    today = timezone.localdate()
    team = find_team(request.user, agency, key)
    (row,) = queries.team_rows(agency, queries.with_members(Team.objects.filter(pk=team.pk)), today)
    context = {
        "team": team,
        "row": row,
        "in_force": team.is_in_force_on(today),
        "may_manage": may_manage_units(request.user, agency),
    }
    return render(request, "accounts/team.html", context)


@agency_page
def add_team(request: SignedInRequest, agency: Agency) -> HttpResponse:
    permit(request.user, "accounts.manage_units", agency)
    form = TeamForm(posted(request), initial={"starts_on": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            values = TeamValues(**form.cleaned_data)
            team = services.create_team(agency=agency, values=values, by=request.user, at=timezone.now())
            messages.success(request, _("Tim tersimpan. Tambahkan anggotanya."))
            return redirect("team", agency.slug, team.pk)
    return render(request, "accounts/team_form.html", {"form": form})


@agency_page
def edit_team(request: SignedInRequest, agency: Agency, key: int) -> HttpResponse:
    permit(request.user, "accounts.manage_units", agency)
    team = find_team(request.user, agency, key)
    form = TeamForm(posted(request), initial={name: getattr(team, name) for name in TeamForm.base_fields})
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            values = TeamValues(**form.cleaned_data)
            services.change_team(team=team, values=values, by=request.user, at=timezone.now())
            messages.success(request, _("Tim tersimpan."))
            return redirect("team", agency.slug, team.pk)
    return render(request, "accounts/team_form.html", {"form": form, "team": team})


@agency_page
def add_member(request: SignedInRequest, agency: Agency, key: int) -> HttpResponse:
    permit(request.user, "accounts.manage_units", agency)
    team = find_team(request.user, agency, key)
    form = MemberForm(posted(request), agency=agency, initial={"role": "member"})
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            role, seat = form.cleaned_data["role"], form.seat()
            member = services.add_member(team=team, role=role, seat=seat, by=request.user, at=timezone.now())
            messages.success(request, _("%(member)s menjadi anggota.") % {"member": member.who})
            return redirect("team", agency.slug, team.pk)
    return render(request, "accounts/member_form.html", {"form": form, "team": team})


@agency_page
def edit_member(request: SignedInRequest, agency: Agency, key: int, member_key: int) -> HttpResponse:
    permit(request.user, "accounts.manage_units", agency)
    team = find_team(request.user, agency, key)
    member = _member(team, member_key)
    initial = {"role": member.role, "who": MemberForm.chosen_of(member)}
    form = MemberForm(posted(request), agency=agency, initial=initial)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            role, seat = form.cleaned_data["role"], form.seat()
            services.change_member(member=member, role=role, seat=seat, by=request.user, at=timezone.now())
            messages.success(request, _("Anggota tersimpan."))
            return redirect("team", agency.slug, team.pk)
    context = {"form": form, "team": team, "member": member, "may_manage": True}
    return render(request, "accounts/member_form.html", context)


@agency_page
def remove_member(request: SignedInRequest, agency: Agency, key: int, member_key: int) -> HttpResponse:
    """Asks first; the removal itself is a POST."""
    permit(request.user, "accounts.manage_units", agency)
    team = find_team(request.user, agency, key)
    member = _member(team, member_key)
    if request.method == "POST":
        services.remove_member(member=member, by=request.user, at=timezone.now())
        messages.success(request, _("%(member)s tidak lagi menjadi anggota.") % {"member": member.who})
        return redirect("team", agency.slug, team.pk)
    return render(request, "accounts/member_remove.html", {"team": team, "member": member})


def _member(team: Team, key: int) -> TeamMember:
    members = TeamMember.objects.select_related("agency", "team", "position__unit", "unit")
    return get_object_or_404(members, team=team, pk=key)
