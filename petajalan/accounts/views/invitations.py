from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from petajalan.accounts import queries, services
from petajalan.accounts.access import SignedInRequest, agency_page, permit
from petajalan.accounts.forms import AcceptForm, InvitationForm
from petajalan.accounts.models import Agency
from petajalan.accounts.views.doors import find_invitation, posted, refusals_on, site_of


@agency_page
def invite(request: SignedInRequest, agency: Agency) -> HttpResponse:
    permit(request.user, "accounts.manage_people", agency)
    form = InvitationForm(posted(request), agency=agency)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            invitation = services.invite_person(
                agency=agency, site=site_of(request), by=request.user, at=timezone.now(), **form.cleaned_data
            )
            messages.success(request, _("Undangan untuk %(email)s sedang dikirim.") % {"email": invitation.email})
            return redirect("invitation_list", agency.slug)
    return render(request, "accounts/invite.html", {"form": form})


@require_POST
@agency_page
def resend(request: SignedInRequest, agency: Agency, key: int) -> HttpResponse:
    permit(request.user, "accounts.manage_people", agency)
    invitation = find_invitation(request.user, agency, key)
    try:
        services.resend_invitation(invitation=invitation, site=site_of(request), by=request.user, at=timezone.now())
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        said = _("Undangan untuk %(email)s dikirim ulang; tautan yang lama tidak berlaku lagi.")
        messages.success(request, said % {"email": invitation.email})
    return redirect("invitation_list", agency.slug)


@require_POST
@agency_page
def withdraw(request: SignedInRequest, agency: Agency, key: int) -> HttpResponse:
    permit(request.user, "accounts.manage_people", agency)
    invitation = find_invitation(request.user, agency, key)
    try:
        services.withdraw_invitation(invitation=invitation, by=request.user, at=timezone.now())
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, _("Undangan untuk %(email)s ditarik.") % {"email": invitation.email})
    return redirect("invitation_list", agency.slug)


@login_not_required
@sensitive_post_parameters()
def accept(request: HttpRequest, secret: str) -> HttpResponse:
    """The page behind the link of the mail: a name and a password, or one button for who has an account already."""
    invitation = queries.invitation_behind(secret)
    if invitation is None or invitation.withdrawn_at or invitation.accepted_at:
        return render(request, "accounts/invitation_gone.html", {"invitation": invitation}, status=410)
    if invitation.is_expired_at(timezone.now()):
        return render(request, "accounts/invitation_gone.html", {"invitation": invitation}, status=410)
    person = queries.invited_person(invitation)
    signed_in = request.user if request.user.is_authenticated else None
    context = {"invitation": invitation, "person": person, "secret": secret}
    if signed_in and signed_in != person:
        return render(request, "accounts/invitation_other.html", context, status=403)
    if person and not signed_in:
        return render(request, "accounts/invitation_sign_in.html", context)
    form = AcceptForm(posted(request), initial={"full_name": invitation.full_name})
    if person:
        form.fields.clear()
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            user = services.accept_invitation(
                invitation=invitation,
                full_name=form.cleaned_data.get("full_name", ""),
                password=form.cleaned_data.get("password1", ""),
                as_user=signed_in,
                at=timezone.now(),
            )
            if not signed_in:
                login(request, user, settings.AUTHENTICATION_BACKENDS[0])
            messages.success(request, _("Selamat datang di %(agency)s.") % {"agency": invitation.agency})
            return redirect("agency_home", invitation.agency.slug)
    return render(request, "accounts/invitation.html", {**context, "form": form})
