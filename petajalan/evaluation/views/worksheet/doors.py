"""Finding the worksheet, the item and the party that an address names."""

from __future__ import annotations

from django.http import Http404
from django.shortcuts import get_object_or_404

from petajalan.accounts.access import SignedInRequest, permit
from petajalan.accounts.models import Agency
from petajalan.calc.index import Item
from petajalan.evaluation.choices import Party
from petajalan.evaluation.display.worksheet.words import PARTIES
from petajalan.evaluation.models import EvaluationWorksheet, Scenario
from petajalan.evaluation.queries.worksheet.index import Sheet
from petajalan.evaluation.queries.worksheet.leave import Leading, free_items
from petajalan.evaluation.views.doors import VIEW


def find_worksheet(request: SignedInRequest, agency: Agency, year: int, rule: str = VIEW) -> EvaluationWorksheet:
    permit(request.user, rule, agency)
    seen = EvaluationWorksheet.objects.visible_to(request.user).select_related("adopted", "finalised_by")
    found: EvaluationWorksheet = get_object_or_404(seen, agency=agency, year=year)
    found.agency = agency
    return found


def find_item(worksheet: EvaluationWorksheet, code: str) -> Item:
    found = next((one for one in worksheet.instrument.items() if one.code == code), None)
    if found is None:
        raise Http404
    return found


def find_party(slug: str) -> Party:
    if slug not in PARTIES:
        raise Http404
    return PARTIES[slug]


def find_scenario(request: SignedInRequest, agency: Agency, year: int, key: int, rule: str) -> Scenario:
    permit(request.user, rule, agency)
    rows = Scenario.objects.visible_to(request.user).select_related("worksheet__adopted")
    found: Scenario = get_object_or_404(rows, agency=agency, worksheet__year=year, pk=key)
    found.agency = found.worksheet.agency = agency
    return found


def at_once(request: SignedInRequest, sheet: Sheet, led: Leading) -> dict[Party, frozenset[str]]:
    """Items that the person may score in their cells: not the national column, whose values need a document."""
    if not sheet.worksheet.is_open:
        return {}
    items, agency = list(sheet.instrument.items()), sheet.worksheet.agency
    return {party: free_items(request.user, agency, items, party, led) for party in (Party.SELF, Party.INTERNAL)}
