"""The simulation: fields with what is and what is supposed, the result, the gains, scenarios side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.forms import BoundField
from django.utils.translation import gettext as _

from petajalan.calc.index import Gain, Index, Item, ItemScore, Section
from petajalan.calc.numbers import format_value
from petajalan.common.templatetags.petajalan import num
from petajalan.evaluation.display.worksheet.words import (
    STEP_KINDS,
    GradeShown,
    grade_shown,
    points,
    range_words,
    why_unknown,
)
from petajalan.evaluation.forms.worksheet import SimulationForm
from petajalan.evaluation.models import Scenario
from petajalan.evaluation.queries.worksheet.index import Sheet
from petajalan.evaluation.queries.worksheet.leave import Leading, behind
from petajalan.evaluation.queries.worksheet.simulation import Simulation, Supposed


@dataclass(frozen=True)
class Field:
    """One item: its field, what is now, what it scores in the simulation. `section` where a new one begins."""

    item: Item
    bound: BoundField
    section: str
    now: str
    range: str
    score: str
    changed: bool
    excluded: bool


@dataclass(frozen=True)
class Result:
    """`difference` of the index, or of what is certain of it so far (`partial`)."""

    index: Index
    actual: Index
    grade: GradeShown | None
    was: GradeShown | None
    difference: Decimal | None
    partial: bool
    why: str
    changed: int

    @property
    def known(self) -> bool:
        return self.index.index is not None

    @property
    def shown(self) -> str:
        """The index, else what is certain so far."""
        return points(self.index.index if self.known else self.index.reached)

    @property
    def before(self) -> str:
        return points(self.actual.index if self.actual.index is not None else self.actual.reached)

    @property
    def by(self) -> str:
        return signed(self.difference)


@dataclass(frozen=True)
class GainShown:
    """`key` of the indicator behind the item, where the plan has one."""

    rank: int
    gain: Gain
    what: str
    points: str
    key: UUID | None

    @property
    def item(self) -> Item:
        return self.gain.item

    @property
    def now(self) -> str:
        return num(self.gain.now)

    @property
    def raw(self) -> str:
        return num(self.gain.step.raw)


@dataclass(frozen=True)
class Column:
    title: str
    scenario: Scenario | None
    result: Result


@dataclass(frozen=True)
class Row:
    item: Item
    cells: Sequence[tuple[str, bool]]  # raw value, whether it differs from what is


@dataclass(frozen=True)
class Compared:
    """`rows`: the items that some scenario changes."""

    columns: Sequence[Column]
    rows: Sequence[Row]


def fields_of(simulation: Simulation, form: SimulationForm) -> list[Field]:
    sheet, found = simulation.sheet, []
    of = _sections(sheet)
    last = ""
    for place, item in enumerate(form.items):
        section = of[item.code]
        actual, one = simulation.actual.item(item.code), simulation.index.item(item.code)
        found.append(
            Field(
                item,
                form[f"n{place}"],
                section if section != last else "",
                value_words(actual, simulation, now=True),
                range_words(item),
                points(one.score),
                item.code in simulation.changed,
                not actual.in_scope,
            )
        )
        last = section
    return found


def _sections(sheet: Sheet) -> dict[str, str]:
    """Where each item stands, by its code: "RB Tematik: Strategi Pembangunan"."""
    found: dict[str, str] = {}

    def add(section: Section, above: str) -> None:
        for part in section.parts:
            if isinstance(part, Section):
                add(part, section.name)
            else:
                found[part.code] = f"{above}: {section.name}" if above else section.name

    for root in sheet.instrument.roots:
        add(root, "")
    return found


def result_of(simulation: Simulation) -> Result:
    sheet, index, actual = simulation.sheet, simulation.index, simulation.actual
    return Result(
        index, actual, grade_shown(sheet.grade_of(index)), grade_shown(sheet.grade_of(actual)), simulation.difference,
        index.index is None or actual.index is None, why_unknown(index), len(simulation.changed),
    )  # fmt: skip


def gains_shown(gains: Sequence[Gain], led: Leading, sheet: Sheet) -> list[GainShown]:
    found = []
    for rank, one in enumerate(gains, 1):
        indicators = behind(one.item, led)
        what = (
            _("kelas %(name)s") % {"name": one.step.label}
            if one.step.kind == "band"
            else _("target rencana %(year)d") % {"year": sheet.worksheet.year}
            if one.step.kind == "target"
            else str(STEP_KINDS[one.step.kind])
        )
        key = indicators[0].indicator.key if indicators else None
        found.append(GainShown(rank, one, what, signed(one.points), key))
    return found


def compared(sheet: Sheet, simulations: Sequence[tuple[Scenario, Simulation]]) -> Compared:
    """What is stands first, by the party of the first scenario."""
    first = simulations[0][1]
    base = Simulation(sheet, first.party, sheet.values(first.party), frozenset(), first.actual)
    columns = [Column(_("Sekarang"), None, result_of(base))]
    columns += [Column(scenario.name, scenario, result_of(one)) for scenario, one in simulations]
    touched = {code for _scenario, one in simulations for code in one.changed}
    rows = [
        Row(
            item,
            [
                (value_words(one.index.item(item.code), one), item.code in one.changed)
                for one in (base, *(each for _scenario, each in simulations))
            ],
        )
        for item in sheet.instrument.items()
        if item.code in touched
    ]
    return Compared(columns, rows)


def typed_of(items: Sequence[Item], supposed: Supposed) -> dict[str, str]:
    """A scenario as the form would have been filled."""
    found = {}
    for place, item in enumerate(items):
        value = supposed.get(item.code)
        if value is not None:
            found[f"n{place}"] = value.level or format_value(value.raw)
    return found


def value_words(one: ItemScore, simulation: Simulation, *, now: bool = False) -> str:
    """The raw value or level as it counts; "belum ada" where there is none."""
    if not one.in_scope:
        return _("di luar lokus")
    values = simulation.sheet.values(simulation.party) if now else simulation.values
    value = values.get(one.item.code)
    if value is not None and value.level:
        return value.level
    return num(one.raw)


def signed(difference: Decimal | None) -> str:
    if difference is None:
        return _("belum ada")
    return f"+{points(difference)}" if difference > 0 else points(difference).replace("-", "−")
