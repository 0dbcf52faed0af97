"""The two doors of every page of an agency: may this person know it exists (404), may they do this (403)."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec
from zoneinfo import ZoneInfo

import rules
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _

from petajalan.accounts.models import Agency, User

P = ParamSpec("P")


class SignedInRequest(HttpRequest):
    """What a view behind the sign-in gets; only a name for the types."""

    user: User
    agency: Agency


def agency_page(
    view: Callable[Concatenate[SignedInRequest, Agency, P], HttpResponseBase],
) -> Callable[..., HttpResponseBase]:
    """Hand the view the agency named in the address, when the person belongs to it; 404 otherwise.

    Times on the page are the agency's. The address names the agency as `<slug:agency_slug>`.
    """

    @wraps(view)
    def guarded(request: SignedInRequest, agency_slug: str, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        agency = get_object_or_404(Agency, slug=agency_slug)
        # Whether somebody belongs to it today is asked of its own day.
        with timezone.override(ZoneInfo(agency.time_zone)):
            if not (request.user.is_superuser or agency.pk in request.user.visible_agencies):
                raise Http404
            request.agency = agency
            return view(request, agency, *args, **kwargs)

    return guarded


def permit(user: User, rule: str, about: object) -> None:
    """Refuse (403) unless the rule, such as "planning.upload_regulation", holds for this person and object."""
    if not rules.has_perm(rule, user, about):
        raise PermissionDenied(_("Peran Anda di instansi ini tidak mencakup tindakan tersebut."))
