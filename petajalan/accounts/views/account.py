from __future__ import annotations

from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from petajalan.accounts import services
from petajalan.accounts.access import SignedInRequest
from petajalan.accounts.forms import ProfileForm
from petajalan.accounts.models import Agency
from petajalan.accounts.roles import by_weight, roles_of_holding


def start(request: SignedInRequest) -> HttpResponse:
    """The person's agency, or a choice, or a page that says whom to ask."""
    agencies = list(Agency.objects.visible_to(request.user)[:51])
    if len(agencies) == 1:
        return redirect("agency_home", agency_slug=agencies[0].slug)
    return render(request, "accounts/start.html", {"agencies": agencies})


def account_page(request: SignedInRequest) -> HttpResponse:
    form = ProfileForm(request.POST or None, initial={"full_name": request.user.full_name})
    if request.method == "POST" and form.is_valid():
        name = form.cleaned_data["full_name"]
        services.change_profile(user=request.user, full_name=name, by=request.user, at=timezone.now())
        messages.success(request, _("Nama Anda tersimpan."))
        return redirect("account_page")
    kinds = set(Authenticator.objects.filter(user=request.user).values_list("type", flat=True))
    return render(
        request,
        "accounts/account.html",
        {
            "form": form,
            "has_totp": Authenticator.Type.TOTP in kinds,
            "memberships": request.user.current_memberships,
            "holdings": [(one, by_weight(roles_of_holding(one))) for one in request.user.current_holdings],
        },
    )
