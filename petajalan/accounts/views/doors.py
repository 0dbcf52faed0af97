"""What views of this app share: finding rows of an agency, and turning refusals of services into words of a form."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import rules
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.forms import Form
from django.http import HttpRequest, QueryDict
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from petajalan.accounts.models import Agency, Invitation, Position, Team, Unit, User
from petajalan.accounts.queries import people_of


def may_manage_units(user: User, agency: Agency) -> bool:
    return bool(rules.has_perm("accounts.manage_units", user, agency))


def may_manage_people(user: User, agency: Agency) -> bool:
    return bool(rules.has_perm("accounts.manage_people", user, agency))


def find_unit(user: User, agency: Agency, key: int) -> Unit:
    units = Unit.objects.visible_to(user).select_related("agency", "parent")
    return get_object_or_404(units, agency=agency, pk=key)


def find_position(user: User, agency: Agency, key: int) -> Position:
    positions = Position.objects.visible_to(user).select_related("agency", "unit")
    return get_object_or_404(positions, agency=agency, pk=key)


def find_team(user: User, agency: Agency, key: int) -> Team:
    return get_object_or_404(Team.objects.visible_to(user).select_related("agency"), agency=agency, pk=key)


def find_person(agency: Agency, key: int) -> User:
    """A person of the agency. The agency of the page has been asked for already."""
    return get_object_or_404(people_of(agency), pk=key)


def find_invitation(user: User, agency: Agency, key: int) -> Invitation:
    invitations = Invitation.objects.visible_to(user).select_related("agency", "position__unit", "mail")
    return get_object_or_404(invitations, agency=agency, pk=key)


def posted(request: HttpRequest) -> QueryDict | None:
    """What was sent, even when it is nothing; `None` before."""
    return request.POST if request.method == "POST" else None


@contextmanager
def refusals_on(form: Form) -> Iterator[None]:
    """Show what a service refuses at the fields it names. The view then shows the form again."""
    try:
        yield
    except ValidationError as error:
        by_field = error.message_dict if hasattr(error, "error_dict") else {"": error.messages}
        for field, messages in by_field.items():
            for message in messages:
                form.add_error(field if field in form.fields else None, message)
    except IntegrityError:
        # Somebody else was first; the service's transaction is undone.
        form.add_error(None, _("Data ini baru saja diubah orang lain. Muat ulang halaman, lalu coba lagi."))


def site_of(request: HttpRequest) -> str:
    """The address people reach this server at."""
    return settings.PUBLIC_URL or request.build_absolute_uri("/")
