"""What agencies show to everybody. Nothing is public until somebody switched it on."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.db.models import Exists, OuterRef, QuerySet

from petajalan.accounts.choices import PublicItem
from petajalan.accounts.models import Agency, PublicChoice, PublicText

# A page of only these would have nothing to read.
BESIDE = frozenset({PublicItem.DATA, PublicItem.CONTACT, PublicItem.SEARCH})


@dataclass(frozen=True)
class Shown:
    """What one agency shows.

    text  the agency's own words; `None` while it has written none
    """

    agency: Agency
    items: frozenset[str] = field(default_factory=frozenset)
    text: PublicText | None = None

    @property
    def anything(self) -> bool:
        return bool(self.items - BESIDE)

    def has(self, item: str) -> bool:
        return item in self.items


def shown_by(slug: str) -> Shown | None:
    """`None` where there is no such agency or it shows nothing: nobody outside can tell which. Two queries."""
    found = list(PublicChoice.objects.filter(agency__slug=slug, shown=True).select_related("agency"))
    if not found:
        return None
    agency = found[0].agency
    shown = Shown(agency, frozenset(one.item for one in found), text_of(agency))
    return shown if shown.anything else None


def choices_of(agency: Agency) -> dict[str, PublicChoice]:
    """By item; one that was never switched has none. One query."""
    found = PublicChoice.objects.filter(agency=agency).select_related("changed_by")
    return {one.item: one for one in found}


def text_of(agency: Agency) -> PublicText | None:
    found: PublicText | None = PublicText.objects.filter(agency=agency).select_related("changed_by").first()
    return found


def public_agencies() -> QuerySet[Agency]:
    """Agencies with something to read, by name. One query."""
    return Agency.objects.filter(Exists(_readable(OuterRef("pk")))).order_by("name")


def anything_public() -> bool:
    return _readable().exists()


def _readable(agency: OuterRef | None = None) -> QuerySet[PublicChoice]:
    found: QuerySet[PublicChoice] = PublicChoice.objects.filter(shown=True).exclude(item__in=BESIDE)
    return found if agency is None else found.filter(agency=agency)
