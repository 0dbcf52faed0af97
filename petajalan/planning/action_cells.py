"""A row of an action plan as texts: what the grid, a paste and a workbook send. One reading for all of them.

Nothing is stored here. Every cell that cannot be read gets a sentence of its own, so that all is said at once.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from petajalan.accounts.models import Unit
from petajalan.accounts.names import UnitNames
from petajalan.calc.numbers import State, format_value, read_typed
from petajalan.planning.choices import FigureRule, UnitRuleChoice
from petajalan.planning.models import Action, ActionPlan, RootCause
from petajalan.planning.queries.actions import IndicatorName, indicators_of
from petajalan.regulation.recognise.names import plain

QUARTERS = ("q1", "q2", "q3", "q4")
TARGETS = tuple(f"target_{quarter}" for quarter in QUARTERS)
BUDGETS = tuple(f"budget_{quarter}" for quarter in QUARTERS)
THEMATIC = ("problem", "problem_indicator", "root_cause", "focus_code")
COLUMNS = {
    "indicator": gettext_lazy("Indikator"),
    "name": gettext_lazy("Rencana aksi"),
    "output": gettext_lazy("Output"),
    "output_indicator": gettext_lazy("Indikator output"),
    "output_unit": gettext_lazy("Satuan output"),
    "figure_rule": gettext_lazy("Angka triwulan"),
    "target_q1": gettext_lazy("Target TW I"),
    "target_q2": gettext_lazy("Target TW II"),
    "target_q3": gettext_lazy("Target TW III"),
    "target_q4": gettext_lazy("Target TW IV"),
    "budget_q1": gettext_lazy("Anggaran TW I"),
    "budget_q2": gettext_lazy("Anggaran TW II"),
    "budget_q3": gettext_lazy("Anggaran TW III"),
    "budget_q4": gettext_lazy("Anggaran TW IV"),
    "implementers": gettext_lazy("Pelaksana"),
    "unit_rule": gettext_lazy("Dari unit ke instansi"),
    "evidence_needed": gettext_lazy("Bukti dukung"),
    "planning_reference": gettext_lazy("Acuan RPJMD/RKPD"),
    "sub_activity_code": gettext_lazy("Kode sub-kegiatan"),
    "problem": gettext_lazy("Permasalahan"),
    "problem_indicator": gettext_lazy("Indikator permasalahan"),
    "root_cause": gettext_lazy("Akar masalah"),
    "focus_code": gettext_lazy("Fokus intervensi"),
}
NEEDED = ("indicator", "name")
LONGEST = {"output_unit": 100, "sub_activity_code": 60, "focus_code": 60}
LONG = 10_000
PLACES = {"target": 4, "budget": 2}
MOST = Decimal(10) ** 13  # with two places, all that a spreadsheet and SQLite keep exactly

Cell = str | Decimal


class Lists:
    """What cells of a plan may name; each list is read when a cell first asks for it."""

    def __init__(self, plan: ActionPlan) -> None:
        self.plan = plan

    @cached_property
    def indicators(self) -> list[IndicatorName]:
        return indicators_of(self.plan)

    @cached_property
    def _causes(self) -> list[tuple[UUID, str, bool]]:
        causes = RootCause.objects.filter(agency=self.plan.agency_id).order_by("road_map__version", "position")
        return list(causes.values_list("key", "text", "simulated"))

    @cached_property
    def causes(self) -> dict[UUID, str]:
        return {key: text for key, text, _simulated in self._causes}

    @cached_property
    def simulated_causes(self) -> frozenset[UUID]:
        return frozenset(key for key, _text, simulated in self._causes if simulated)

    @cached_property
    def units(self) -> UnitNames:
        return UnitNames(self.plan.agency)

    def indicator_name(self, key: UUID) -> str:
        return next((one.name for one in self.indicators if one.key == key), "")


@dataclass(slots=True)
class RowRead:
    """values  for the services; `implementers` is `None` where the row has no such cell"""

    values: dict[str, object] = field(default_factory=dict)
    implementers: list[Unit] | None = None
    errors: dict[str, str] = field(default_factory=dict)


def read_row(cells: Mapping[str, Cell], lists: Lists) -> RowRead:
    """Only the columns that `cells` has are read."""
    read = RowRead()
    for code, cell in cells.items():
        try:
            _read(code, cell, lists, read)
        except ValueError as error:
            read.errors[code] = str(error)
    return read


def texts_of(action: Action, lists: Lists) -> dict[str, str]:
    """The row as texts that `read_row` reads back to the same values."""
    texts = {
        code: str(getattr(action, code))
        for code in COLUMNS
        if code not in ("indicator", "implementers", "root_cause", *TARGETS, *BUDGETS)
    }
    figures = {code: getattr(action, code) for code in (*TARGETS, *BUDGETS)}
    named = [_("Semua unit")] if action.all_units else []
    return texts | {
        "indicator": lists.indicator_name(action.indicator_key),
        "figure_rule": str(FigureRule(action.figure_rule).label),
        "unit_rule": str(UnitRuleChoice(action.unit_rule).label) if action.unit_rule else "",
        "root_cause": lists.causes.get(action.root_cause_key, "") if action.root_cause_key else "",
        "implementers": "; ".join([*named, *(one.unit.called for one in action.named_implementers.all())]),
        **{code: "" if value is None else format_value(value) for code, value in figures.items()},
    }


def _read(code: str, cell: Cell, lists: Lists, read: RowRead) -> None:
    if code in TARGETS or code in BUDGETS:
        read.values[code] = _number(cell, PLACES[code.split("_")[0]])
        return
    text = format_value(cell) if isinstance(cell, Decimal) else cell.strip()
    if code in NEEDED and not text:
        raise ValueError(_("Isian ini masih kosong. Isi dahulu."))
    if len(text) > LONGEST.get(code, LONG):
        raise ValueError(_("Terlalu panjang: paling banyak %(most)d huruf.") % {"most": LONGEST.get(code, LONG)})
    if code == "indicator":
        read.values["indicator_key"] = _indicator(text, lists)
    elif code == "root_cause":
        read.values["root_cause_key"] = _cause(text, lists)
    elif code == "implementers":
        read.values["all_units"], read.implementers = _units(text, lists)
    elif code == "figure_rule":
        read.values[code] = _choice(text, FigureRule, str(FigureRule.PER_QUARTER))
    elif code == "unit_rule":
        read.values[code] = _choice(text, UnitRuleChoice, "")
    else:
        read.values[code] = text


def _number(cell: Cell, places: int) -> Decimal | None:
    if isinstance(cell, Decimal):
        value = cell
    else:
        text = re.sub(r"^\s*Rp\.?\s*", "", cell)
        reading = read_typed(text)
        if reading.state in (State.NOT_SET, State.NOT_AVAILABLE):
            return None
        given = reading.value
        if reading.state is not State.SET or given is None or reading.unit or reading.low or reading.high:
            raise ValueError(_("“%(text)s” bukan angka. Tulis misalnya 1.250,5 atau kosongkan.") % {"text": cell[:60]})
        value = given
    if value < 0:
        raise ValueError(_("Angka tidak boleh kurang dari nol."))
    exponent = value.normalize().as_tuple().exponent
    if isinstance(exponent, int) and -exponent > places:
        raise ValueError(_("Paling banyak %(places)d angka di belakang koma.") % {"places": places})
    if value >= MOST:
        raise ValueError(_("Angka ini terlalu besar. Periksa titik dan komanya."))
    return value


def _indicator(text: str, lists: Lists) -> UUID:
    wanted = plain(text)
    found = [one.key for one in lists.indicators if plain(one.name) == wanted or str(one.key) == text]
    if not found:
        raise ValueError(_("Indikator “%(name)s” tidak ada di rencana. Pilih dari daftarnya.") % {"name": text[:80]})
    return found[0]


def _cause(text: str, lists: Lists) -> UUID | None:
    if not text:
        return None
    found = [key for key, cause in lists.causes.items() if plain(cause) == plain(text)]
    if not found:
        raise ValueError(_("Akar masalah “%(name)s” tidak ada di tema mana pun.") % {"name": text[:80]})
    return found[0]


def _choice(text: str, choices: type[FigureRule] | type[UnitRuleChoice], empty: str) -> str:
    if not text:
        return empty
    for one in choices:
        if text == one.value or plain(text) == plain(str(one.label)):
            return str(one.value)
    told = {"text": text[:60], "choices": "; ".join(str(one.label) for one in choices)}
    raise ValueError(_("“%(text)s” bukan pilihan. Tulis salah satu: %(choices)s.") % told)


def _units(text: str, lists: Lists) -> tuple[bool, list[Unit]]:
    everybody, found = False, []
    for name in (one.strip() for one in re.split(r"[;\n]", text)):
        if not name:
            continue
        if plain(name) in (plain("Semua unit"), plain(_("Semua unit"))):
            everybody = True
            continue
        owners = lists.units.owners(name)
        if len(owners) != 1:
            raise ValueError(
                _("Unit “%(name)s” tidak dikenal. Tulis nama dari halaman Unit; pisahkan dengan titik koma.")
                % {"name": name[:80]}
            )
        found.append(owners[0])
    return everybody, found
