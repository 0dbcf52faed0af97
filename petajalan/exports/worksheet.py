"""The evaluation worksheet as a workbook that computes: scores, totals, index and grade are live formulas.

The formulas are those of `calc.index`, item by item. Each cell also holds the figure that the system computed, so that
a reader who does not calculate sees the same. Whoever changes a raw value sees the index move, without the system.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from petajalan.calc.index import Grade, Index, Item, ItemScore, Section, State
from petajalan.calc.scales import Band, Scale, classification_in
from petajalan.exports.xlsx import cell_at, neutral, new_book

if TYPE_CHECKING:
    from xlsxwriter import Workbook

CODE, NAME, GIVER, WEIGHT, LOW, HIGH, RAW, STATE, SCORE, GOOD, REACHED, DOCUMENT = range(12)
WIDTHS = (14, 56, 20, 9, 9, 9, 12, 14, 12, 12, 12, 44)
MISSING = "?"  # what a formula says of a score or a target that is not known


@dataclass(frozen=True, slots=True)
class WorksheetDocument:
    """What the workbook is made of.

    title      first line; `notes` stand below it, one a line
    grade      as computed, `None` while there is no index
    documents  what each item's raw value rests on, by its code
    """

    title: str
    notes: Sequence[str]
    result: Index
    scale: Scale
    year: int
    grade: Grade | None
    documents: Mapping[str, str]


def worksheet_workbook(document: WorksheetDocument) -> bytes:
    """In the language of the reader. Raw values, states and the coefficient may be changed; the rest is locked."""
    buffer = BytesIO()
    book = new_book(buffer)
    _Sheet(book, document).write()
    book.close()
    return buffer.getvalue()


class _Sheet:
    """Rows go down one after the other; formulas name cells of items that may stand anywhere."""

    def __init__(self, book: Workbook, document: WorksheetDocument) -> None:
        self.document, self.result = document, document.result
        self.sheet: Any = book.add_worksheet(_("LKE"))
        self.styles = {name: book.add_format(one) for name, one in _styles().items()}
        self.states = {
            State.ASSESSED: _("dinilai"),
            State.CARRIED: _("dibawa"),
            State.EXCLUDED: _("di luar lokus"),
        }
        self.header = len(document.notes) + 2
        instrument = self.result.instrument
        rows = [part for root in instrument.roots for part in _walk(root)]
        self.rows = {part.code: self.header + 1 + at for at, part in enumerate(rows)}
        self.parts = rows
        self.depth = {part.code: depth for root in instrument.roots for part, depth in _depths(root, 0)}
        self.end = self.header + 1 + len(rows)

    def write(self) -> None:
        sheet, document = self.sheet, self.document
        for at, width in enumerate(WIDTHS):
            sheet.set_column(at, at, width)
        sheet.write_string(0, 0, neutral(document.title), self.styles["title"])
        for at, note in enumerate(document.notes, start=1):
            sheet.write_string(at, 0, neutral(note), self.styles["note"])
        for at, header in enumerate(_headers()):
            sheet.write_string(self.header, at, header, self.styles["head"])
        for part in self.parts:
            if isinstance(part, Section):
                self._section(part)
            else:
                self._item(self.result.item(part.code))
        self._totals()
        sheet.freeze_panes(self.header + 1, NAME + 1)
        sheet.protect("", {"format_columns": True, "format_rows": True})
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(self.header)

    def _section(self, section: Section) -> None:
        row, total = self.rows[section.code], self.result.section(section.code)
        self.sheet.write_string(row, CODE, section.code, self.styles["section"])
        self.sheet.write_string(row, NAME, section.name, self.styles["section"])
        for at in range(GIVER, DOCUMENT + 1):
            self.sheet.write_blank(row, at, None, self.styles["section"])
        if section.weight is not None:
            self.sheet.write_number(row, WEIGHT, float(section.weight), self.styles["section"])
        formula = self._sum_or_missing([item.code for item in section.items()])
        self.sheet.write_formula(row, SCORE, formula, self.styles["section-points"], _shown(total.score))

    def _item(self, one: ItemScore) -> None:
        item, row = one.item, self.rows[one.item.code]
        indent = min(self.depth[item.code], 3)
        self.sheet.write_string(row, CODE, item.code, self.styles["text"])
        self.sheet.write_string(row, NAME, item.name, self.styles[f"indent-{indent}"])
        self.sheet.write_string(row, GIVER, item.evaluator, self.styles["text"])
        for at, number in ((WEIGHT, item.weight), (LOW, item.low), (HIGH, item.high), (GOOD, item.target_good)):
            if number is not None:
                self.sheet.write_number(row, at, float(number), self.styles["number"])
        if one.raw is None:
            self.sheet.write_blank(row, RAW, None, self.styles["input"])
        else:
            self.sheet.write_number(row, RAW, float(one.raw), self.styles["input"])
        self.sheet.write_string(row, STATE, self.states[one.state or State.ASSESSED], self.styles["choice"])
        self.sheet.data_validation(row, STATE, row, STATE, {"validate": "list", "source": list(self.states.values())})
        if item.low is not None and item.high is not None:
            self.sheet.data_validation(row, RAW, row, RAW, {
                "validate": "decimal", "criteria": "between", "minimum": float(item.low), "maximum": float(item.high),
                "error_title": _("Di luar rentang"),
                "error_message": _("Tulis angka dari nilai terendah sampai nilai tertinggi butir ini."),
            })  # fmt: skip
        excluded = not one.in_scope
        self.sheet.write_formula(
            row, SCORE, self._score(item), self.styles["points"], "" if excluded else _shown(one.score)
        )
        self.sheet.write_formula(row, REACHED, self._reached(row), self.styles["text"], self._reached_now(one))
        if text := self.document.documents.get(item.code, ""):
            self.sheet.write_string(row, DOCUMENT, neutral(text), self.styles["wrapped"])

    def _score(self, item: Item) -> str:
        """Unknown while the raw value, the weight or the multiplier is; empty when out of scope."""
        row = self.rows[item.code]
        raw, high, weight = (cell_at(row, at) for at in (RAW, HIGH, WEIGHT))
        points = f"{raw}/{high}*{weight}"
        known = f"AND(ISNUMBER({raw}),ISNUMBER({high}),ISNUMBER({weight}))"
        if item.multiplier is not None:
            other = self.rows[item.multiplier]
            score, whole, state = (cell_at(other, at) for at in (SCORE, WEIGHT, STATE))
            share = f'IF({state}="{self.states[State.EXCLUDED]}",1,IF(ISNUMBER({score}),{score}/{whole},"{MISSING}"))'
            points = f'IF(ISNUMBER({share}),{points}*{share},"{MISSING}")'
        state = cell_at(row, STATE)
        return f'=IF({state}="{self.states[State.EXCLUDED]}","",IF({known},{points},"{MISSING}"))'

    def _reached(self, row: int) -> str:
        raw, good, state = (cell_at(row, at) for at in (RAW, GOOD, STATE))
        words = f'IF(AND(ISNUMBER({raw}),ISNUMBER({good})),IF({raw}>={good},"{_("ya")}","{_("belum")}"),"{MISSING}")'
        return f'=IF({state}="{self.states[State.EXCLUDED]}","",{words})'

    def _reached_now(self, one: ItemScore) -> str:
        if not one.in_scope:
            return ""
        if one.raw is None or one.item.target_good is None:
            return MISSING
        return _("ya") if one.raw >= one.item.target_good else _("belum")

    def _totals(self) -> None:
        result, instrument = self.result, self.result.instrument
        general = [item.code for item in instrument.general.items()]
        first = self.end + 1
        names = (
            (_("RB General"), self._sum_or_missing(general), result.general),
            (_("Bobot di dalam lokus"), self._scope(general), result.section(instrument.general.code).scope),
            (_("Koefisien"), None, result.coefficient),
        )
        for at, (name, formula, value) in enumerate(names, start=first):
            self.sheet.write_string(at, NAME, name, self.styles["section"])
            if formula is None:
                self.sheet.write_number(at, SCORE, float(value or 0), self.styles["input"])
            else:
                self.sheet.write_formula(at, SCORE, formula, self.styles["section-points"], _shown(value))
        score, scope, coefficient = (cell_at(first + at, SCORE) for at in range(3))
        adjusted = f'=IF(AND(ISNUMBER({score}),{scope}>0),({score}+{coefficient})/{scope}*100,"{MISSING}")'
        theme = [] if instrument.thematic is None else [item.code for item in instrument.thematic.items()]
        thematic = self._sum_or_missing(theme) if theme else "=0"
        at_adjusted, at_theme = (cell_at(first + at, SCORE) for at in (3, 4))
        index = f'=IF(AND(ISNUMBER({at_adjusted}),ISNUMBER({at_theme})),{at_adjusted}+{at_theme},"{MISSING}")'
        rows = (
            (_("RB General setelah penyesuaian"), adjusted, result.adjusted),
            (_("RB Tematik"), thematic, result.thematic),
            (_("Indeks Reformasi Birokrasi"), index, result.index),
        )
        for at, (name, formula, value) in enumerate(rows, start=first + 3):
            self.sheet.write_string(at, NAME, name, self.styles["section"])
            self.sheet.write_formula(at, SCORE, formula, self.styles["section-points"], _shown(value))
        self.sheet.write_string(first + 6, NAME, _("Predikat"), self.styles["section"])
        letters = self._letters(cell_at(first + 5, SCORE))
        grade = self.document.grade
        shown = MISSING if grade is None else grade.letter or grade.label
        self.sheet.write_formula(first + 6, SCORE, letters, self.styles["section-points"], shown)

    def _sum_or_missing(self, codes: Iterable[str]) -> str:
        cells = [cell_at(self.rows[code], SCORE) for code in codes]
        unknown = "+".join(f'({cell}="{MISSING}")' for cell in cells)
        return f'=IF({unknown}>0,"{MISSING}",SUM({",".join(cells)}))'

    def _scope(self, codes: Iterable[str]) -> str:
        out = self.states[State.EXCLUDED]
        cells = [(self.rows[code], STATE, WEIGHT) for code in codes]
        parts = [f'IF({cell_at(row, state)}="{out}",0,{cell_at(row, weight)})' for row, state, weight in cells]
        return f"=SUM({','.join(parts)})"

    def _letters(self, index: str) -> str:
        """The classes of the year, from the best down, as one condition inside another."""
        table = classification_in(self.document.scale, self.document.year)
        formula = f'"{MISSING}"'
        for band in () if table is None else table.bands:
            formula = f"IF({_above(index, band)},{self._letter(band)},{formula})"
        return f'=IF(ISNUMBER({index}),{formula},"{MISSING}")'

    def _letter(self, band: Band) -> str:
        name = band.letter or band.label
        if "/" not in name:
            return f'"{name}"'
        best, other = name.split("/", 1)
        items = [cell_at(self.rows[item.code], REACHED) for item in self.result.instrument.items()]
        below = "+".join(f'({cell}="{_("belum")}")' for cell in items)
        unknown = "+".join(f'({cell}="{MISSING}")' for cell in items)
        return f'IF({below}>0,"{other}",IF({unknown}>0,"{name}","{best}"))'


def _above(index: str, band: Band) -> str:
    """Inside the class, given that it is in none of the better ones."""
    if band.low is None:
        return "TRUE"
    return f"{index}{'>=' if band.low_inclusive else '>'}{band.low}"


def _walk(section: Section) -> Iterable[Section | Item]:
    yield section
    for part in section.parts:
        if isinstance(part, Section):
            yield from _walk(part)
        else:
            yield part


def _depths(section: Section, depth: int) -> Iterable[tuple[Section | Item, int]]:
    yield section, depth
    for part in section.parts:
        if isinstance(part, Section):
            yield from _depths(part, depth + 1)
        else:
            yield part, depth + 1


def _shown(number: Decimal | None) -> float | str:
    return MISSING if number is None else float(number)


def _headers() -> tuple[str, ...]:
    return (
        _("Kode"), _("Komponen dan butir"), _("Pemberi nilai"), _("Bobot"), _("Nilai terendah"), _("Nilai tertinggi"),
        _("Nilai mentah"), _("Keadaan"), _("Skor"), _("Target baik"), _("Mencapai target baik"), _("Dokumen"),
    )  # fmt: skip


def _styles() -> dict[str, dict[str, Any]]:
    top = {"valign": "top"}
    section = {**top, "bold": True, "bg_color": "#EDF4F7"}
    entry = {**top, "locked": False, "bg_color": "#FFF8E1", "border": 1, "border_color": "#D8C690"}
    return {
        "title": {"bold": True, "font_size": 14},
        "note": {"italic": True},
        "head": {"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#E0F0F5", "bottom": 1},
        "section": section,
        "section-points": {**section, "num_format": "#,##0.0000", "align": "right"},
        "text": top,
        "wrapped": {**top, "text_wrap": True},
        "number": {**top, "num_format": "#,##0.####"},
        "points": {**top, "num_format": "#,##0.0000", "align": "right"},
        "input": {**entry, "num_format": "#,##0.####"},
        "choice": entry,
        **{f"indent-{depth}": {**top, "indent": depth, "text_wrap": True} for depth in range(4)},
    }
