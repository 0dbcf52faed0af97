"""`{% term first last %}`: from when until when, in words."""

from __future__ import annotations

from datetime import date

from django import template
from django.utils.formats import date_format
from django.utils.translation import gettext as _

register = template.Library()


@register.simple_tag
def term(first: date | None, last: date | None) -> str:
    """ "sejak 1 Jan 2024", "1 Jan 2024 sampai 3 Mar 2024", "sampai 3 Mar 2024"; "" when neither is known."""
    days = {"first": date_format(first, "j M Y") if first else "", "last": date_format(last, "j M Y") if last else ""}
    if first and last:
        return _("%(first)s sampai %(last)s") % days
    if first:
        return _("sejak %(first)s") % days
    return _("sampai %(last)s") % days if last else ""
