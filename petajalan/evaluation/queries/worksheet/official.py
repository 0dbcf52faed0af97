"""What stands beside a worksheet: the official index, instruments to begin on, values that are known already."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import F, FilteredRelation, Q, QuerySet

from petajalan.accounts.models import Agency, User
from petajalan.calc.index import Item
from petajalan.catalogue.models import AdoptedInstrument
from petajalan.evaluation.choices import Party
from petajalan.evaluation.models import EvaluationWorksheet, IndexValue
from petajalan.evaluation.queries.index_values import index_values
from petajalan.evaluation.queries.worksheet.known import Known, known_of
from petajalan.evaluation.queries.worksheet.leave import free_items, leading

INDEX = "reform-index"  # the outside index that a worksheet estimates


@dataclass(frozen=True, slots=True)
class Proposal:
    """A value that is known of an item without a self-assessment. `takes`: whether the person may use it at once."""

    item: Item
    known: Known
    takes: bool


def official_index(agency: Agency, year: int) -> IndexValue | None:
    """The official figure of the register, entered with its document. One query."""
    found: IndexValue | None = IndexValue.objects.filter(
        agency=agency, code=INDEX, year=year, provisional=False, value__isnull=False
    ).first()
    return found


def adopted_for(agency: Agency, year: int) -> list[AdoptedInstrument]:
    """Instruments of the agency that cover the year, those changed last first. One query."""
    found = AdoptedInstrument.objects.filter(agency=agency, first_year__lte=year, last_year__gte=year)
    return list(found.order_by("-changed_at"))


def years_of(agency: Agency) -> list[int]:
    """Years that have a worksheet, the newest first. One query."""
    found = EvaluationWorksheet.objects.filter(agency=agency).order_by("-year")
    return list(found.values_list("year", flat=True))


def with_own_scores(worksheets: QuerySet[EvaluationWorksheet]) -> QuerySet[EvaluationWorksheet]:
    """A row for each item with a self-assessment, which `scored` names; one without a name where there is none."""
    own = FilteredRelation("scores", condition=Q(scores__party=Party.SELF))
    found: QuerySet[EvaluationWorksheet] = worksheets.annotate(own=own).annotate(scored=F("own__item"))
    return found


def proposals(user: User, worksheet: EvaluationWorksheet, scored: Collection[str]) -> list[Proposal]:
    """For the items that have an indicator and no self-assessment yet, in their order. `scored`: codes of those that
    have one."""
    items = [one for one in worksheet.instrument.items() if one.indicator and one.code not in scored]
    if not items or not worksheet.is_open:
        return []
    agency, year = worksheet.agency, worksheet.year
    values = index_values(agency, year=year)
    free = free_items(user, agency, items, Party.SELF, leading(agency, year))
    found = [(one, known_of(one, values, year)) for one in items]
    return [Proposal(item, known, known.fits and item.code in free) for item, known in found if known is not None]
