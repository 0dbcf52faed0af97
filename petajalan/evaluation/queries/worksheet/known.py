"""What is known of an item from elsewhere: of the year by its indicator, and of the years before."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from petajalan.calc.index import Item
from petajalan.evaluation.choices import ItemState, Party
from petajalan.evaluation.models import EvaluationWorksheet, WorksheetScore
from petajalan.evaluation.queries.index_values import IndexFigure, IndexValues, Origin, index_values
from petajalan.reporting.models import Evidence
from petajalan.reporting.words import period_words


@dataclass(frozen=True, slots=True)
class Known:
    """A value that an item may take. `fits`: whether it lies in the item's range, or is one of its levels."""

    year: int
    raw: Decimal | None
    level: str
    source: str
    provisional: bool
    fits: bool
    evidence: Evidence | None = None
    page: str = ""
    simulated: bool = False


def known_of(item: Item, values: IndexValues, year: int) -> Known | None:
    """What the register, the regulation or the coordinator says of the item's indicator in a year, the official figure
    first."""
    if item.indicator is None:
        return None
    found = values.official_or_latest(item.indicator, year)
    return None if found is None else _of_figure(item, found)


def earlier(worksheet: EvaluationWorksheet, item: Item, party: str) -> Known | None:
    """The last value before the year: of an earlier worksheet by the same party, else, for a self-assessment, of the
    item's indicator. Two queries, and those of `index_values` where no worksheet has one."""
    rows = WorksheetScore.objects.filter(
        agency=worksheet.agency_id, worksheet__year__lt=worksheet.year, party=party, item=item.code
    ).exclude(state=ItemState.EXCLUDED)
    for row in rows.select_related("worksheet__adopted", "evidence").order_by("-worksheet__year"):
        if _is_same(item, row):
            year = row.carried_from or row.worksheet.year
            fits = _fits(item, row.raw, row.level)
            return Known(year, row.raw, row.level, row.source, False, fits, row.evidence, row.page)
    if party != Party.SELF or item.indicator is None:
        return None
    return before(item, index_values(worksheet.agency, code=item.indicator), worksheet.year)


def before(item: Item, values: IndexValues, year: int) -> Known | None:
    """The latest year before this one that has a figure of the item's indicator."""
    found = values.before(item.indicator, year) if item.indicator else None
    return None if found is None else _of_figure(item, found)


def source_words(figure: IndexFigure) -> str:
    """Where a figure stands, in words."""
    if figure.origin is Origin.REGULATION:
        return _("Tercetak dalam peraturan road map")
    if figure.origin is Origin.MEASUREMENT:
        measured = _("Pengukuran %(period)s") % {"period": period_words(f"{figure.year}-Q{figure.quarter}")}
        return f"{measured}: {figure.document}" if figure.document else measured
    return figure.document


def _of_figure(item: Item, figure: IndexFigure) -> Known:
    level = figure.level if item.levels else ""
    raw = None if level else figure.value
    return Known(
        figure.year, raw, level, source_words(figure), figure.provisional, _fits(item, raw, level), figure.evidence,
        figure.page, figure.simulated,
    )  # fmt: skip


def _fits(item: Item, raw: Decimal | None, level: str) -> bool:
    if level:
        return any(one.code.casefold() == level.casefold() for one in item.levels)
    return raw is not None and item.holds(raw)


def _is_same(item: Item, row: WorksheetScore) -> bool:
    """Whether the code meant the same thing on the instrument of that year: codes move from year to year."""
    other = next((one for one in row.worksheet.instrument.items() if one.code == row.item), None)
    if other is None:
        return False
    return item.name == other.name or (item.indicator is not None and item.indicator == other.indicator)
