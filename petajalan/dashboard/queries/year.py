"""The stored achievements of a whole year, quarter by quarter, as far as a scope reaches."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from petajalan.accounts.models import Agency, Unit
from petajalan.dashboard.queries.scope import concerns
from petajalan.reporting.choices import SubjectKind
from petajalan.reporting.models import Achievement
from petajalan.reporting.queries.achievement import Achieved, Key, Quarter, band_of, bands_of, stored_in, subjects

KINDS = (SubjectKind.INDICATOR, SubjectKind.ACTION, SubjectKind.THEME)
QUARTERS = (1, 2, 3, 4)


def year_of(agency: Agency, year: int, chosen: int, units: frozenset[int] | None) -> dict[int, Quarter]:
    """Quarter 1 to 4. Of a theme the whole agency's figure is shown, also to those who have a part in it only. How a
    figure came about is known in the chosen quarter, and where the units that reported are asked for. Six queries."""
    everybody = tuple(Unit.objects.filter(agency=agency).order_by("name"))
    names = subjects(agency, year, KINDS, everybody)
    scale = bands_of(agency)
    found: dict[int, dict[Key, Achieved]] = defaultdict(dict)
    traced = [chosen] if units is None else QUARTERS
    for row in stored_in(Achievement.objects.filter(agency=agency, year=year, kind__in=KINDS), traced):
        subject = names.get((row.kind, row.key))
        if subject is not None:
            bands = (band_of(scale, percent, year) for percent in (row.percent, row.work_percent))
            found[row.quarter][row.kind, row.key] = Achieved(row, subject, *bands)
    return {
        quarter: Quarter(agency, year, quarter, everybody, {key: found[quarter][key] for key in kept})
        for quarter, kept in ((one, _kept(names, found[one], units)) for one in QUARTERS)
    }


def _kept(names: Iterable[Key], found: dict[Key, Achieved], units: frozenset[int] | None) -> list[Key]:
    """In the order of the plan."""
    there = [key for key in names if key in found]
    if units is None:
        return there
    own = [key for key in there if key[0] != SubjectKind.THEME and concerns(found[key], units)]
    themes = {above for key in own for above in found[key].subject.under if above[0] == SubjectKind.THEME}
    return [key for key in there if key in {*own, *themes}]
