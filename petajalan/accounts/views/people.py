from __future__ import annotations

from typing import cast

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from petajalan.accounts import queries, services
from petajalan.accounts.access import SignedInRequest, agency_page, permit
from petajalan.accounts.forms import DeactivateForm, EndRoleForm, PeopleFilter, RoleForm
from petajalan.accounts.models import Agency, Invitation, Membership, User
from petajalan.accounts.views.doors import find_person, may_manage_people, posted, refusals_on

PER_PAGE = 50


@agency_page
def person_list(request: SignedInRequest, agency: Agency) -> HttpResponse:
    permit(request.user, "accounts.view_people", agency)
    today = timezone.localdate()
    active = request.GET.get("keadaan") != "nonaktif"
    form = PeopleFilter(request.GET)
    found = queries.search_people(agency, form.chosen()).filter(is_active=active)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("halaman"))
    context = {
        "form": form,
        "page": page,
        "rows": queries.person_rows(agency, cast("QuerySet[User]", page.object_list), today),
        "active": active,
        "counts": queries.count_people(agency),
        "may_manage": may_manage_people(request.user, agency),
    }
    return render(request, "accounts/person_list.html", context)


@agency_page
def invitation_list(request: SignedInRequest, agency: Agency) -> HttpResponse:
    permit(request.user, "accounts.view_people", agency)
    open_ones = Invitation.objects.visible_to(request.user).open().filter(agency=agency)
    found = open_ones.select_related("position__unit", "mail", "invited_by")
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("halaman"))
    context = {
        "page": page,
        "now": timezone.now(),
        "counts": queries.count_people(agency),
        "may_manage": may_manage_people(request.user, agency),
    }
    return render(request, "accounts/invitation_list.html", context)


@agency_page
def person_page(request: SignedInRequest, agency: Agency, key: int) -> HttpResponse:
    permit(request.user, "accounts.view_people", agency)
    person = find_person(agency, key)
    context = {
        "person": person,
        "standing": queries.standing(person, agency, timezone.localdate()),
        "may_manage": may_manage_people(request.user, agency),
    }
    return render(request, "accounts/person.html", context)


@agency_page
def give_role(request: SignedInRequest, agency: Agency, key: int) -> HttpResponse:
    permit(request.user, "accounts.manage_people", agency)
    person = find_person(agency, key)
    form = RoleForm(posted(request), initial={"starts_on": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            services.give_role(agency=agency, user=person, by=request.user, at=timezone.now(), **form.cleaned_data)
            messages.success(request, _("Peran diberikan kepada %(name)s.") % {"name": person})
            return redirect("person", agency.slug, person.pk)
    return render(request, "accounts/role_form.html", {"form": form, "person": person})


@agency_page
def end_role(request: SignedInRequest, agency: Agency, key: int, membership_key: int) -> HttpResponse:
    permit(request.user, "accounts.manage_people", agency)
    person = find_person(agency, key)
    membership = get_object_or_404(
        Membership.objects.select_related("agency"), agency=agency, user=person, pk=membership_key
    )
    form = EndRoleForm(posted(request), initial={"on": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            services.end_role(membership=membership, by=request.user, at=timezone.now(), **form.cleaned_data)
            messages.success(request, _("Peran %(name)s diakhiri.") % {"name": person})
            return redirect("person", agency.slug, person.pk)
    return render(request, "accounts/role_end.html", {"form": form, "person": person, "membership": membership})


@agency_page
def deactivate_person(request: SignedInRequest, agency: Agency, key: int) -> HttpResponse:
    """For an active account: asks why, then closes it. For a closed one: opens it again."""
    permit(request.user, "accounts.manage_people", agency)
    person = find_person(agency, key)
    form = DeactivateForm(posted(request))
    if not person.is_active:
        del form.fields["reason"]
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            if person.is_active:
                services.deactivate_person(
                    agency=agency, user=person, reason=form.cleaned_data["reason"], by=request.user, at=timezone.now()
                )
                messages.success(request, _("Akun %(name)s dinonaktifkan.") % {"name": person})
            else:
                services.reactivate_person(agency=agency, user=person, by=request.user, at=timezone.now())
                messages.success(request, _("Akun %(name)s aktif kembali.") % {"name": person})
            return redirect("person", agency.slug, person.pk)
    standing = queries.standing(person, agency, timezone.localdate())
    return render(request, "accounts/person_activity.html", {"form": form, "person": person, "standing": standing})
