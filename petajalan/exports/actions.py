"""An action plan as a workbook: to be filled in and imported again, or in the layout of the national portal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from petajalan.exports.xlsx import neutral, new_book
from petajalan.planning.action_cells import BUDGETS, COLUMNS, TARGETS, Lists, texts_of
from petajalan.planning.action_sheet import GUIDE, PORTAL, ROW_CODE
from petajalan.planning.choices import FigureRule, UnitRuleChoice
from petajalan.planning.models import Action, ActionPlan
from petajalan.planning.queries.actions import budget_total, target_total
from petajalan.planning.services.actions.sheets import sheet_title

if TYPE_CHECKING:
    from xlsxwriter import Workbook

FIGURES = (*TARGETS, *BUDGETS)
ROOM = 500  # rows that offer what may be chosen


def action_workbook(actions: Sequence[Action], lists: Lists) -> bytes:
    """The first sheet is the plan, the second says how it is filled in. Without rows it is the empty form."""
    buffer = BytesIO()
    book = new_book(buffer)
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#E0F0F5", "bottom": 1})
    text = book.add_format({"num_format": "@", "valign": "top", "text_wrap": True})
    number = book.add_format({"num_format": "#,##0.####", "valign": "top"})
    simulated = any(action.simulated for action in actions)
    # The name of the sheet says it too; the import reads the first sheet, whatever it is called.
    sheet = book.add_worksheet(_("Rencana aksi (data simulasi)") if simulated else _("Rencana aksi"))
    if simulated:
        _mark(sheet)
    codes = list(COLUMNS)
    for at, (code, words) in enumerate(COLUMNS.items()):
        sheet.set_column(at, at, 14 if code in FIGURES else 30, number if code in FIGURES else text)
        sheet.write_string(0, at, str(words), head)
    sheet.set_column(len(codes), len(codes), 42, text)
    sheet.write_string(0, len(codes), str(ROW_CODE), head)
    for line, action in enumerate(actions, start=1):
        texts = texts_of(action, lists)
        for at, code in enumerate(codes):
            if code not in FIGURES:
                sheet.write_string(line, at, neutral(texts[code]), text)
            elif (value := getattr(action, code)) is not None:
                _figure(sheet, line, at, value, texts[code], number, text)
        sheet.write_string(line, len(codes), f"{action.key}:{action.version}", text)
    for code, choices in (("figure_rule", FigureRule), ("unit_rule", UnitRuleChoice)):
        labels = [str(label) for label in choices.labels]
        sheet.data_validation(
            1,
            codes.index(code),
            ROOM,
            codes.index(code),
            {"validate": "list", "source": labels, "error_type": "warning"},
        )
    sheet.freeze_panes(1, 2)
    _guide(book, head, lists)
    book.close()
    return buffer.getvalue()


def portal_workbook(plan: ActionPlan, actions: Sequence[Action], lists: Lists) -> bytes:
    """As the national portal imports it: a sheet for each indicator, the figures as numbers."""
    buffer = BytesIO()
    book = new_book(buffer)
    keys = dict.fromkeys(action.indicator_key for action in actions if not action.withdrawn)
    for key in keys or [None]:
        sheet = book.add_worksheet(sheet_title(lists.indicator_name(key)) if key else "rencana_aksi")
        if any(action.simulated for action in actions):
            _mark(sheet)
        for at, heading in enumerate(PORTAL):
            sheet.set_column(at, at, 24)
            sheet.write_string(0, at, heading)
        rows = [action for action in actions if action.indicator_key == key and not action.withdrawn]
        for line, row in enumerate(portal_rows(plan, rows, lists), start=1):
            for at, value in enumerate(row):
                if isinstance(value, Decimal):
                    _figure(sheet, line, at, value, format(value, "f"), None, None)
                elif value is not None:
                    sheet.write_string(line, at, neutral(value))
    book.close()
    return buffer.getvalue()


def portal_rows(
    plan: ActionPlan, actions: Sequence[Action], lists: Lists
) -> Iterator[tuple[str | Decimal | None, ...]]:
    """The columns of `PORTAL`. What is not known is `None`."""
    for action in actions:
        known = {
            **texts_of(action, lists),
            **{code: getattr(action, code) for code in TARGETS},
            "target_total": target_total(action),
            "budget_total": budget_total(action),
            "coordinator": plan.coordinator.name,
        }
        yield tuple(known[code] for code in PORTAL.values())


def _mark(sheet: Any) -> None:
    """On screen beside the first cell, and at the top of every printed page. No cell is touched."""
    said = _("Data simulasi kota contoh, bukan data resmi.")
    sheet.write_comment(0, 0, said, {"visible": False})
    sheet.set_header(f"&L{said}")


def _figure(sheet: object, line: int, at: int, value: Decimal, words: str, number: object, text: object) -> None:
    """A number, unless a spreadsheet would round it."""
    if len(value.normalize().as_tuple().digits) <= 15:
        sheet.write_number(line, at, float(value), number)  # type: ignore[attr-defined]
    else:
        sheet.write_string(line, at, words, text)  # type: ignore[attr-defined]


def _guide(book: Workbook, head: object, lists: Lists) -> None:
    sheet = book.add_worksheet(str(GUIDE))
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, 30)
    sheet.set_column(1, 1, 100)
    ways = {
        "indicator": _("Wajib, nama indikator seperti di rencana; daftarnya di bawah."),
        "name": _("Wajib, apa yang dikerjakan."),
        "figure_rule": _("Per triwulan: setahun adalah jumlahnya. Sampai dengan (s/d): setahun adalah TW IV."),
        "target_q1": _("Angka saja. Kosong berarti belum ada, bukan nol."),
        "implementers": _("Nama unit, dipisahkan titik koma; “Semua unit” untuk seluruh perangkat daerah."),
    }
    sheet.write_string(0, 0, _("Kolom"), head)
    sheet.write_string(0, 1, _("Cara mengisi"), head)
    for line, (code, way) in enumerate(ways.items(), start=1):
        sheet.write_string(line, 0, str(COLUMNS[code]), wrapped)
        sheet.write_string(line, 1, way, wrapped)
    for line, one in enumerate(lists.indicators, start=len(ways) + 2):
        sheet.write_string(line, 1, neutral(one.name), wrapped)
