"""The reference data of an agency: the national data with its own entries."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain, count
from typing import Any

from django.utils.text import slugify

from petajalan.accounts.models import Agency
from petajalan.catalogue.load import national_reference
from petajalan.catalogue.models import OwnEntry
from petajalan.catalogue.own import Merged, Own, merge
from petajalan.regulation.reference import Reference


def reference_for(agency: Agency) -> Reference:
    """What findings and pages of this agency go by. One query."""
    return merged_for(agency).reference


def merged_for(agency: Agency, without: OwnEntry | None = None) -> Merged:
    """As `reference_for`, with the entries that do not fit; `without` leaves one entry out, as if it were retired."""
    entries = OwnEntry.objects.filter(agency=agency, active=True)
    if without is not None:
        entries = entries.exclude(pk=without.pk)
    return merge(national_reference(), [Own(*row) for row in entries.values_list("kind", "code", "data")])


def free_code(agency: Agency, kind: str, data: Mapping[str, Any]) -> str:
    """A code for a new entry, from its name; neither a national entry nor an earlier one of the agency has it."""
    base = slugify(str(data.get("name") or data["names"][0]))[:50].strip("-") or kind
    national = national_reference()
    taken = {one.code for one in national.scales} | {one.code for one in national.indicators}
    taken |= set(OwnEntry.objects.filter(agency=agency, kind=kind).values_list("code", flat=True))
    candidates = chain([base], (f"{base}-{number}" for number in count(2)))
    return next(code for code in candidates if code not in taken)
