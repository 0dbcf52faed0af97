"""One indicator: how it is measured, its figures and how each came about, and whether it can be worked with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext, ngettext

from petajalan.calc.achievement import RULES, Formula, Rule
from petajalan.calc.scales import Scale
from petajalan.planning.choices import FormulaChoice
from petajalan.planning.display import words
from petajalan.planning.display.bullet import Bullet, bullet
from petajalan.planning.display.figures import SlotView, owner_words, slot_view
from petajalan.planning.display.grades import Grade, grade
from petajalan.planning.display.smart import Check, checks
from petajalan.planning.models import Indicator, IndicatorRow
from petajalan.planning.queries.national import counterparts_in, framework_of
from petajalan.planning.queries.quarters import QuarterCheck, quarter_checks
from petajalan.planning.queries.register import Entry, Register, coordinators_of, owner_of
from petajalan.regulation.document import Place
from petajalan.regulation.reference import Reference


@dataclass(frozen=True, slots=True)
class Step:
    """One step of how a figure came about. `table` names the table of the regulation, where there is one."""

    title: str
    text: str
    box: str = ""
    table: str = ""


@dataclass(frozen=True, slots=True)
class FigureView:
    view: SlotView
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """`text` is "" where nobody has said it yet."""

    label: str
    text: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class RowPlace:
    """A row that names the indicator. `own` is whether a unit of its own answers for it."""

    row: IndicatorRow
    owner: str
    coordinators: tuple[str, ...]
    own: bool
    printed: str


@dataclass(frozen=True, slots=True)
class Example:
    """What an actual value would achieve under the formula, with round numbers."""

    actual: str
    target: str
    result: str


@dataclass(frozen=True, slots=True)
class IndicatorPage:
    entry: Entry
    owners: tuple[str, ...]
    places: tuple[RowPlace, ...]
    figures: tuple[FigureView, ...]
    undecided: tuple[FigureView, ...]
    facts: tuple[Fact, ...]
    rule: Rule | None
    examples: tuple[Example, ...]
    smart: tuple[Check, ...]
    bullet: Bullet | None
    grade: Grade | None
    years: tuple[str, ...]
    quarters: tuple[QuarterCheck, ...]

    @property
    def indicator(self) -> Indicator:
        return self.entry.indicator

    @property
    def statements(self) -> int:
        return sum(len(one.view.said) for one in self.figures)


def indicator_page(register: Register, reference: Reference) -> IndicatorPage:
    entry = register.entries[0]
    indicator = entry.indicator
    scale = next((one for one in reference.scales if one.code == indicator.scale_code), None)
    its_grade = grade(entry, register.years, scale)
    figures = tuple(figure_view(entry, slot.code, its_grade) for slot in entry.slots.values())
    rule = RULES[Formula(indicator.formula)] if indicator.formula else None
    return IndicatorPage(
        entry=entry,
        owners=tuple(dict.fromkeys(owner_words(one) for one in entry.owners)),
        places=tuple(_place(one) for one in entry.rows),
        figures=figures,
        undecided=tuple(one for one in figures if one.view.slot.is_open),
        facts=_facts(entry, scale),
        rule=rule,
        examples=_examples(indicator),
        smart=checks(entry, register.years, scale),
        bullet=bullet(entry, register.years, scale),
        grade=its_grade,
        years=register.years,
        quarters=tuple(quarter_checks(entry, register.years)),
    )


def _place(row: IndicatorRow) -> RowPlace:
    owner = owner_of(row)
    spot = Place(row.place_line, row.place_page, row.place_table or None, row.place_row, row.place_column)
    return RowPlace(
        row=row,
        owner=owner_words(owner) if owner else "",
        coordinators=coordinators_of(row) if row.key_activity_id else (),
        own=row.coordinator_unit_id is not None,
        printed=words.place(spot) if spot.table or words.file_place(spot) else "",
    )


def figure_view(entry: Entry, code: str, its_grade: Grade | None = None) -> FigureView:
    slot = next(one for one in entry.slots.values() if one.code == code)
    view = slot_view(entry, slot)
    return FigureView(view, tuple(_steps(view, its_grade)))


def _steps(view: SlotView, its_grade: Grade | None) -> list[Step]:
    slot, adopted = view.slot, view.slot.adopted
    steps = [
        Step(
            gettext("Tercetak: “%(printed)s”") % {"printed": one.printed},
            f"{one.place}. {one.about}".strip(),
            "",
            one.table,
        )
        for one in view.said
    ]
    if not view.said:
        steps.append(Step(gettext("Peraturan tidak mencetaknya"), gettext("Tidak ada sel yang menyatakan angka ini.")))
    if slot.is_open:
        why = (
            gettext("Pernyataannya bertentangan, jadi belum ada angka yang dipakai sampai seseorang memutuskan.")
            if slot.is_conflict
            else gettext("Tulisannya tidak dapat dibaca dengan pasti, jadi belum ada angka yang dipakai.")
        )
        return [*steps, Step(gettext("Menunggu keputusan"), why)]
    if adopted is None:
        return [*steps, Step(gettext("Belum ada"), gettext("Belum ada angka yang ditetapkan untuk ini."))]
    if adopted.decided_at is not None:
        told = {
            "who": adopted.decided_by or gettext("sistem"),
            "when": date_format(localtime(adopted.decided_at), "j F Y, H.i"),
        }
        text = gettext("Diputuskan %(who)s, %(when)s.") % told
        if adopted.reason:
            text = f"{text} " + gettext("Alasan: %(reason)s") % {"reason": adopted.reason}
        steps.append(Step(gettext("Pilih angka yang dipakai"), text, view.text))
    elif adopted.carried_from:
        text = gettext("Dilanjutkan dari target %(period)s; belum ditetapkan tersendiri.") % {
            "period": adopted.carried_from
        }
        steps.append(Step(gettext("Lanjutkan target sebelumnya"), text, view.text))
    else:
        count = len(slot.stated)
        text = ngettext(
            "Hanya ada %(count)d pernyataan, jadi dipakai apa adanya.",
            "%(count)d pernyataan sama isinya, jadi dipakai apa adanya.",
            count,
        ) % {"count": count}
        steps.append(Step(gettext("Pakai angka yang tercetak"), text, view.text))
    if its_grade is not None and slot.reading is not None:
        held = next((one for one in its_grade.bands if view.name in one.holds), None)
        if held is not None:
            name = " · ".join(part for part in (held.letter, held.label) if part)
            box = f"{view.text} → {name}" + (f" ({held.values})" if held.values else "")
            source = f"{its_grade.table.source} ({its_grade.table.years})"
            steps.append(Step(gettext("Beri kelas pada skalanya"), source, box))
    return steps


def _facts(entry: Entry, scale: Scale | None) -> tuple[Fact, ...]:
    one = entry.indicator
    year = str(one.baseline_year) if one.baseline_year else ""
    return (
        Fact(gettext("Definisi operasional"), one.definition),
        Fact(gettext("Jenis nilai"), one.get_value_kind_display()),
        Fact(gettext("Arah"), one.get_direction_display()),
        Fact(gettext("Satuan"), one.unit),
        Fact(gettext("Skala"), scale.name if scale else "", gettext("tanpa skala nasional") if not scale else ""),
        Fact(gettext("Rumus capaian"), one.get_formula_display()),
        Fact(
            gettext("Batas atas capaian"),
            f"{words.number(one.cap)}%" if one.cap is not None else "",
            gettext("tidak dibatasi") if one.cap is None else "",
        ),
        Fact(gettext("Dari triwulan ke tahun"), one.get_time_rule_display()),
        Fact(gettext("Dari unit ke instansi"), one.get_unit_rule_display()),
        Fact(gettext("Sumber data"), one.source),
        Fact(gettext("Tahun baseline"), year),
        Fact(gettext("Koordinator"), ", ".join(entry.coordinators)),
        Fact(gettext("Padanan nasional"), _national(entry), gettext("tanpa padanan nasional")),
    )


def _national(entry: Entry) -> str:
    framework, code = framework_of(entry.indicator.road_map), entry.indicator.national_code
    stated = counterparts_in(framework, Indicator) if framework and code else ()
    return next((one.name for one in stated if one.code == code), code)


def _examples(one: Indicator) -> tuple[Example, ...]:
    """Three actual values beside a target of 80 (or a range): below, on and above it."""
    cases: Sequence[tuple[str, str, str | Decimal]]
    match one.formula:
        case FormulaChoice.RATIO:
            cases = [("72", "80", Decimal(90)), ("80", "80", Decimal(100)), ("88", "80", Decimal(110))]
        case FormulaChoice.REVERSE:
            cases = [("5", "4", Decimal(75)), ("4", "4", Decimal(100)), ("3", "4", Decimal(125))]
        case FormulaChoice.INVERSE:
            cases = [("5", "4", Decimal(80)), ("4", "4", Decimal(100)), ("2", "4", Decimal(200))]
        case FormulaChoice.RANGE_BOUND:
            cases = [("1,5", "2 – 4", Decimal(75)), ("3", "2 – 4", Decimal(100)), ("5", "2 – 4", Decimal(125))]
        case FormulaChoice.RANGE:
            cases = [("1,5", "2 – 4", Decimal(75)), ("3", "2 – 4", Decimal(100)), ("5", "2 – 4", Decimal(75))]
        case FormulaChoice.LEVEL:
            cases = [("B", "BB", gettext("belum tercapai")), ("BB", "BB", Decimal(100)), ("A", "BB", Decimal(100))]
        case FormulaChoice.PROGRESS:
            cases = [("60", gettext("80, baseline 60"), Decimal(0)), ("70", gettext("80, baseline 60"), Decimal(50))]
        case _:
            return ()
    return tuple(
        Example(actual, target, f"{words.number(result)}%" if isinstance(result, Decimal) else result)
        for actual, target, result in cases
    )
