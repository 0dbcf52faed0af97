"""The register of a plan that a regulation states: one entry for each thing that is measured.

Rows are one indicator when both are a well-known one by its name, or print the same name. What is doubtful is not
merged: a name that only looks like a known one, or the same unknown name with other figures in the same table.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from petajalan.calc.numbers import Reading, State
from petajalan.calc.scales import Scale
from petajalan.catalogue.entries import comparable
from petajalan.planning.agreement import ABSENT, agree, contradict, fullest
from petajalan.planning.choices import Direction, FigureRole, FormulaChoice, TimeRuleChoice, UnitRuleChoice, ValueKind
from petajalan.planning.models import AdoptedFigure, Figure, Indicator, IndicatorRow, InterimResult
from petajalan.planning.models.figure import ADOPTED_ROLES
from petajalan.planning.services.figures import columns_of
from petajalan.planning.services.statements import Statements
from petajalan.regulation.findings.tables.indicators import Indicators, indicators_of
from petajalan.regulation.recognise.names import plain
from petajalan.regulation.reference import KnownIndicator, Reference

LEADING = frozenset("nilai capaian hasil skor survei target realisasi pencapaian".split())
UNITS = {"percent": "persen", "index": "indeks", "score": "skor", "level": "tingkat", "people": "jiwa"}
UNIT_LENGTH = 100  # what the column holds; a cell may print a whole paragraph
_BRACKETS = re.compile(r"\([^()]*\)")
_SEVERAL = re.compile(r"[,;\n]")
Spoken = dict[tuple[str, str], list[Reading]]  # what is stated, by role and period


@dataclass(frozen=True, slots=True)
class Identity:
    """What a printed name means. `sure` is whether the name alone decides it."""

    key: str
    known: KnownIndicator | None
    sure: bool


def identify(name: str, indicators: Indicators) -> Identity:
    """A name that lists several indicators is none of them."""
    own = Identity("name:" + (_forms(name)[-1] or plain(name)), None, sure=False)
    if _SEVERAL.search(_BRACKETS.sub(" ", name)):
        return own
    known = indicators.known(name)
    if known is None:
        return own
    usual = {comparable(one) for one in known.names}
    return Identity("code:" + known.code, known, sure=not usual.isdisjoint(_forms(name)))


def _forms(name: str) -> list[str]:
    """The name without abbreviations, without brackets, and without words such as "Nilai" before it."""
    forms = [comparable(name), plain(_BRACKETS.sub(" ", name))]
    words = forms[-1].split()
    while len(words) > 1 and words[0] in LEADING:
        words = words[1:]
        forms.append(" ".join(words))
    return forms


@dataclass(slots=True)
class Group:
    """The rows that name one indicator, and what they state."""

    identity: Identity
    rows: list[IndicatorRow] = field(default_factory=list)
    spoken: Spoken = field(default_factory=lambda: defaultdict(list))

    def takes(self, identity: Identity, row: IndicatorRow, spoken: Spoken) -> bool:
        if self.identity.key != identity.key:
            return False
        if self.identity.sure and identity.sure:
            return True
        compared = [(one, other) for at, said in spoken.items() for one in said for other in self.spoken.get(at, [])]
        contradicted = any(contradict(one, other) for one, other in compared)
        if identity.known is None:
            return not (contradicted and any(owner_kind(one) == owner_kind(row) for one in self.rows))
        shared = any(one.state not in ABSENT and other.state not in ABSENT for one, other in compared)
        return shared and not contradicted

    def take(self, identity: Identity, row: IndicatorRow, spoken: Spoken) -> None:
        self.rows.append(row)
        self.identity = identity if identity.sure else self.identity
        for at, said in spoken.items():
            self.spoken[at].extend(said)


def owner_kind(row: IndicatorRow) -> str:
    return next(name for name in ("goal", "objective", "key_activity", "theme") if getattr(row, name) is not None)


def build_register(statements: Statements, reference: Reference) -> None:
    """Give every row that names an indicator its entry, and adopt the figures of which the print says one thing."""
    indicators = indicators_of(reference)
    scales = {scale.code: scale for scale in reference.scales}
    figures: dict[int, list[Figure]] = defaultdict(list)
    for figure in statements.all(Figure):
        figures[id(figure.indicator_row or figure.interim_result)].append(figure)
    groups: list[Group] = []
    for row in statements.all(IndicatorRow):
        if not row.name:
            continue
        identity, spoken = identify(row.name, indicators), _spoken(figures[id(row)])
        group = next((one for one in groups if one.takes(identity, row, spoken)), None)
        if group is None:
            group = Group(identity)
            groups.append(group)
        group.take(identity, row, spoken)
    for group in groups:
        indicator = _entry(statements, group, scales)
        for row in group.rows:
            row.indicator = indicator
        of_group = [figure for row in group.rows for figure in figures[id(row)]]
        of_group += _of_interim_results(statements, group, indicator, indicators, figures)
        _adopt(statements, indicator, of_group)


def _spoken(figures: Iterable[Figure]) -> Spoken:
    spoken: Spoken = defaultdict(list)
    for figure in figures:
        spoken[figure.role, figure.of].append(figure.reading)
    return spoken


def _entry(statements: Statements, group: Group, scales: dict[str, Scale]) -> Indicator:
    known = group.identity.known if group.identity.sure else None
    readings = [one for (role, _period), said in group.spoken.items() if role != "national_target" for one in said]
    values = known_values(known, scales, readings)
    values["unit"] = (_first(row.unit for row in group.rows) or values["unit"])[:UNIT_LENGTH]
    return statements.add(
        Indicator,
        name=group.rows[0].name,
        source=_first(row.source for row in group.rows),
        baseline_year=next((row.baseline_year for row in group.rows if row.baseline_year), None),
        **values,
    )


def known_values(
    known: KnownIndicator | None, scales: Mapping[str, Scale], readings: Sequence[Reading] = ()
) -> dict[str, str]:
    """What the catalogue says of a well-known indicator, and what its figures show; "" where neither says."""
    scale = scales.get(known.scale) if known and known.scale else None
    kind = _kind(readings, known, scale)
    direction = known.direction if known and known.direction else ""
    return {
        "known_code": known.code if known else "",
        "value_kind": kind,
        "direction": direction,
        "formula": _formula(kind, direction),
        "time_rule": TimeRuleChoice.LAST.value if known else "",
        "unit_rule": UnitRuleChoice.OWN.value if known else "",
        "scale_code": known.scale if known and known.scale else "",
        "unit": UNITS.get(known.unit or "", "") if known else "",
    }


def _kind(readings: Sequence[Reading], known: KnownIndicator | None, scale: Scale | None) -> str:
    """What sort of value it has, as far as the print or the catalogue says; "" where neither does."""
    stated = [one for one in readings if one.state is State.SET]
    if any(one.low is not None and one.high is not None for one in stated):
        return ValueKind.RANGE.value
    if scale is not None and scale.levels:
        return ValueKind.ORDINAL.value
    if any(one.unit == "percent" for one in stated) or (known and known.unit == "percent"):
        return ValueKind.PERCENT.value
    if stated and all(one.value is None and one.level for one in stated):
        return ValueKind.ORDINAL.value
    if known and known.unit == "level":
        return ValueKind.LEVEL.value
    return ValueKind.NUMBER.value if known and known.unit else ""


def _formula(kind: str, direction: str) -> str:
    """The formula that the national rules use for this sort of value; "" while its direction is not known."""
    if kind == ValueKind.RANGE or direction == Direction.RANGE:
        return FormulaChoice.RANGE_BOUND.value
    if kind == ValueKind.ORDINAL:
        return FormulaChoice.LEVEL.value
    if direction == Direction.HIGHER:
        return FormulaChoice.RATIO.value
    return FormulaChoice.REVERSE.value if direction == Direction.LOWER else ""


def _of_interim_results(
    statements: Statements,
    group: Group,
    indicator: Indicator,
    indicators: Indicators,
    figures: dict[int, list[Figure]],
) -> list[Figure]:
    """Results of earlier years of the same indicator: that of the baseline year states its baseline too."""
    found: list[Figure] = []
    for result in statements.all(InterimResult):
        identity = identify(result.name, indicators)
        if identity.key == group.identity.key and identity.sure and group.identity.sure:
            result.indicator = indicator
            found += figures[id(result)]
    return found


def _adopt(statements: Statements, indicator: Indicator, figures: list[Figure]) -> None:
    said: dict[tuple[str, str], list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.role == FigureRole.VALUE and figure.of == str(indicator.baseline_year):
            said[FigureRole.BASELINE, ""].append(figure)
        elif figure.role in ADOPTED_ROLES:
            said[figure.role, figure.of].append(figure)
    for (role, period), statements_of_it in said.items():
        readings = [figure.reading for figure in statements_of_it]
        chosen = fullest(readings) if agree(readings) else None
        if chosen is None or readings[chosen].state in ABSENT or (role == FigureRole.TARGET and not period):
            continue
        statements.add(
            AdoptedFigure,
            indicator=indicator,
            role=role,
            period=period,
            statement=statements_of_it[chosen],
            **columns_of(readings[chosen]),
        )


def _first(texts: Iterable[str | None]) -> str:
    return next((text for text in texts if text and plain(text)), "")
