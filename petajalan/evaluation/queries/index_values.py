"""What is known of outside indices, by measurement year: entered in the register, printed in the regulation, measured.

Whoever needs the figure of an index asks here; nothing keeps a copy:

    values = index_values(agency, year=2024)          # one read for all indices
    found = values.official_or_latest("spbe", 2024)   # None while nothing is known
    found.value, found.level, found.provisional, found.document
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db.models import F, FilteredRelation, Q, QuerySet

from petajalan.accounts.models import Agency
from petajalan.calc.measuring import plain
from petajalan.calc.numbers import Reading, State
from petajalan.calc.scales import Classified, Scale, classify, in_range, rank_of
from petajalan.catalogue.queries import reference_for
from petajalan.evaluation.models import IndexValue
from petajalan.planning.choices import FigureRole
from petajalan.planning.models import Figure, Indicator
from petajalan.regulation.document import Place
from petajalan.regulation.findings.tables.indicators import indicators_of
from petajalan.regulation.reference import KnownIndicator, Reference
from petajalan.reporting.models import Evidence, Measurement
from petajalan.reporting.queries.measured import figure_of

PLACE = ("line", "page", "table", "row", "column")


class Origin(StrEnum):
    """Who says it. The order is that of their weight where several speak of one year, a provisional entry aside."""

    REGISTER = "register"  # entered here, with the document of the issuer
    REGULATION = "regulation"  # printed as a result or a baseline of the road map
    MEASUREMENT = "measurement"  # measured by a coordinator: never official


@dataclass(frozen=True)
class IndexFigure:
    """One figure of one index for one measurement year.

    value, level  a number, a grade or opinion ("BB", "WTP"), or both; one of them is known
    provisional   not official: a draft result of the issuer, or what a coordinator measured
    document      what states it; "" for the print of the regulation, which `place` leads to
    quarter       of a measurement: the last of the year that was measured; else `None`
    row           of the register, else `None`
    """

    code: str
    year: int
    origin: Origin
    value: Decimal | None
    level: str
    provisional: bool
    document: str = ""
    released_on: date | None = None
    evidence: Evidence | None = None
    page: str = ""
    place: Place | None = None
    quarter: int | None = None
    simulated: bool = False
    row: IndexValue | None = None

    @property
    def official(self) -> bool:
        """Entered with the document of its issuer, as final."""
        return self.origin is Origin.REGISTER and not self.provisional

    @property
    def figure(self) -> Decimal | str:
        """The number where there is one, else the level."""
        return self.level if self.value is None else self.value

    def classified(self, scale: Scale | None) -> Classified | None:
        """Its class by the table valid in its measurement year, never by today's."""
        return classify(scale, self.figure, self.year) if scale else None

    def off_scale(self, scale: Scale | None) -> bool:
        """Whether it does not lie on the scale of its year, such as a percentage where the issuer grades 1 to 5."""
        if scale is None:
            return False
        if self.value is not None and not scale.levels:
            return in_range(scale, self.value, self.year) is False
        return rank_of(scale, self.figure, self.year) is None

    def differs_from(self, other: IndexFigure) -> bool:
        """Whether the two say different things; a number beside a bare grade says nothing against it."""
        if self.value is not None and other.value is not None:
            return self.value != other.value
        if self.level and other.level:
            return self.level.casefold() != other.level.casefold()
        return False


@dataclass(frozen=True)
class IndexValues:
    """Everything known of the outside indices of an agency: `figures` by code, by year and weight."""

    reference: Reference
    figures: dict[str, tuple[IndexFigure, ...]]

    def of(self, code: str) -> tuple[IndexFigure, ...]:
        return self.figures.get(code, ())

    def official_or_latest(self, code: str, year: int) -> IndexFigure | None:
        """The official figure of a year, else what else is known of it: printed, provisional, measured."""
        return next((one for one in self.of(code) if one.year == year), None)

    def before(self, code: str, year: int) -> IndexFigure | None:
        """Of the latest year before this one that has a figure."""
        years = [one.year for one in self.of(code) if one.year < year]
        return self.official_or_latest(code, max(years)) if years else None

    @cached_property
    def known(self) -> dict[str, KnownIndicator]:
        return {one.code: one for one in self.reference.indicators}

    @cached_property
    def _scales(self) -> dict[str, Scale]:
        return {one.code: one for one in self.reference.scales}

    def scale(self, code: str) -> Scale | None:
        known = self.known.get(code)
        return self._scales.get(known.scale) if known and known.scale else None


def index_values(agency: Agency, *, year: int | None = None, code: str = "") -> IndexValues:
    """All figures of the outside indices of an agency, or those of one measurement year, or of one index. Five queries
    however many there are."""
    reference = reference_for(agency)
    indicators = {one.pk: one for one in _indicators(agency)}
    found: dict[str, list[IndexFigure]] = defaultdict(list)
    sources = (
        _entered(agency), _interim(agency, reference, indicators), _baselines(indicators),
        _measured(agency, indicators),
    )  # fmt: skip
    for source in sources:
        for one in source:
            if year in (None, one.year) and code in ("", one.code):
                found[one.code].append(one)
    return IndexValues(reference, {key: _ordered(figures) for key, figures in found.items()})


def official_or_latest(agency: Agency, code: str, year: int) -> IndexFigure | None:
    """As `IndexValues.official_or_latest`; who asks for several indices reads `index_values` once instead."""
    return index_values(agency, year=year).official_or_latest(code, year)


def _ordered(figures: Sequence[IndexFigure]) -> tuple[IndexFigure, ...]:
    """By year, within it the weightiest first; what two sources of one origin say alike is there once."""
    weight = list(Origin).index
    ordered = sorted(figures, key=lambda one: (one.year, one.provisional, weight(one.origin)))
    kept: list[IndexFigure] = []
    for one in ordered:
        twin = any(
            (other.year, other.origin) == (one.year, one.origin) and not other.differs_from(one) for other in kept
        )
        if not twin or one.origin is Origin.REGISTER:
            kept.append(one)
    return tuple(kept)


def _entered(agency: Agency) -> Iterator[IndexFigure]:
    rows = IndexValue.objects.filter(agency=agency).select_related("entered_by", "evidence")
    for row in rows.order_by("code", "year"):
        yield IndexFigure(
            code=row.code, year=row.year, origin=Origin.REGISTER, value=row.value, level=row.level,
            provisional=row.provisional, document=row.source, released_on=row.released_on, evidence=row.evidence,
            page=row.page, simulated=row.simulated, row=row,
        )  # fmt: skip


def _interim(agency: Agency, reference: Reference, indicators: dict[int, Indicator]) -> Iterator[IndexFigure]:
    """Results of earlier years as the regulation prints them, as somebody put them right where that was decided."""
    figures = Figure.objects.filter(
        agency=agency, road_map__current=True, role=FigureRole.VALUE, interim_result__isnull=False
    ).annotate(result=F("interim_result__name"), result_of=F("interim_result__indicator"))
    names = indicators_of(reference)
    codes: dict[str, str] = {}
    for figure in figures.select_related("correction").order_by("position"):
        if figure.result not in codes:
            indicator = indicators.get(figure.result_of)
            known = None if indicator else names.known(figure.result)
            codes[figure.result] = indicator.known_code if indicator else known.code if known else ""
        if codes[figure.result] and figure.of.isdecimal():
            read = getattr(figure, "correction", figure)
            yield from _printed(codes[figure.result], int(figure.of), read.reading, _place(figure))


def _indicators(agency: Agency) -> QuerySet[Indicator]:
    """The well-known indicators of the road map in force, each with its baseline: `base_state`, `base_value`,
    `base_level`, and where that is printed."""
    baseline = FilteredRelation("adopted", condition=Q(adopted__role=FigureRole.BASELINE))
    columns = {f"base_{name}": F(f"base__{name}") for name in ("state", "value", "level")}
    columns |= {f"base_{name}": F(f"base__statement__place_{name}") for name in PLACE}
    found = Indicator.objects.filter(agency=agency, road_map__current=True).exclude(known_code="")
    listed: QuerySet[Indicator] = found.annotate(base=baseline).annotate(**columns).order_by("pk")
    return listed


def _baselines(indicators: dict[int, Indicator]) -> Iterator[IndexFigure]:
    for one in indicators.values():
        base: dict[str, Any] = {name: getattr(one, f"base_{name}") for name in ("state", "value", "level", *PLACE)}
        if one.baseline_year is None or base["state"] is None:
            continue
        reading = Reading("", State(base["state"]), value=base["value"], level=base["level"])
        place = Place(base["line"], base["page"], base["table"] or None, base["row"], base["column"])
        yield from _printed(one.known_code, one.baseline_year, reading, place if base["table"] else None)


def _printed(code: str, year: int, reading: Reading, place: Place | None) -> Iterator[IndexFigure]:
    figure = _single(reading)
    if figure is not None:
        yield IndexFigure(
            code=code, year=year, origin=Origin.REGULATION, value=figure[0], level=figure[1], provisional=False,
            place=place,
        )  # fmt: skip


def _single(reading: Reading) -> tuple[Decimal | None, str] | None:
    """The number and the level; `None` for what is no single figure, such as a range or words."""
    if reading.state is not State.SET or (reading.value is None and not reading.level):
        return None
    return reading.value, reading.level or ""


def _place(figure: Figure) -> Place:
    return Place(
        figure.place_line, figure.place_page, figure.place_table or None, figure.place_row, figure.place_column
    )


def _measured(agency: Agency, indicators: dict[int, Indicator]) -> Iterator[IndexFigure]:
    """What coordinators measured last in each year; what they have from elsewhere becomes official by an entry here."""
    of_key = {
        key: one for one in indicators.values() for key in (*(UUID(str(old["key"])) for old in one.joined), one.key)
    }
    rows = Measurement.objects.filter(agency=agency, indicator_key__in=of_key).order_by("year", "quarter", "pk")
    last: dict[tuple[str, int], Measurement] = {}
    for row in rows:
        if _states_something(row):
            last[of_key[row.indicator_key].known_code, row.year] = row
    for (code, year), row in last.items():
        number = plain(figure_of(row, of_key[row.indicator_key]))
        yield IndexFigure(
            code=code, year=year, origin=Origin.MEASUREMENT, value=number if isinstance(number, Decimal) else row.value,
            level=row.level, provisional=True, document=row.source, quarter=row.quarter, simulated=row.simulated,
        )  # fmt: skip


def _states_something(row: Measurement) -> bool:
    return row.value is not None or bool(row.level) or row.denominator is not None
