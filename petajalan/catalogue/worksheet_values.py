"""A file of raw values for a worksheet: one line an item, as CSV. Without Django.

Columns `item`, `value`, `state`, divided by commas or semicolons; decimal comma or point, no grouping of thousands.
`state` is assessed (also when left out), carried or excluded; an excluded item needs no value. An item judged in words
takes the word ("WTP").
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from petajalan.calc.index import Instrument, Item, State, Value
from petajalan.catalogue.entries import Refused

HEADER = ("item", "value", "state")
NUMBER = re.compile(r"[-+]?\d{1,12}(?:[.,]\d{1,12})?")


class RefusedValues(Exception):
    """Everything that is wrong in the file, in its order; nothing of it is used."""

    def __init__(self, mistakes: Sequence[Refused]) -> None:
        super().__init__("; ".join(one.words_en for one in mistakes))
        self.mistakes = tuple(mistakes)


def read_values(content: bytes, instrument: Instrument) -> dict[str, Value]:
    """A value for every item of the instrument, by its code. Raises `RefusedValues`."""
    values: dict[str, Value] = {}
    mistakes: list[Refused] = []
    items = {item.code.casefold(): item for item in instrument.items()}
    seen: set[str] = set()
    for line, cells in _rows(content, mistakes):
        item = items.get(cells[0].casefold())
        if item is None:
            mistakes.append(
                Refused(
                    f"baris {line}: butir {cells[0]!r} tidak ada dalam {instrument.code}",
                    f"line {line}: {instrument.code} has no item {cells[0]!r}",
                )
            )
            continue
        if item.code in seen:
            mistakes.append(
                Refused(f"baris {line}: {item.code} tertulis dua kali", f"line {line}: {item.code} is there twice")
            )
        seen.add(item.code)
        try:
            values[item.code] = _value(item, cells[1], cells[2])
        except Refused as wrong:
            mistakes.append(Refused(f"baris {line}: {wrong.words_id}", f"line {line}: {wrong.words_en}"))
    if left := [item.code for item in instrument.items() if item.code not in seen]:
        codes = ", ".join(left)
        mistakes.append(
            Refused(
                f"butir tanpa baris: {codes}. Tulis nilainya, atau excluded bila di luar lokus",
                f"items without a line: {codes}. Give their values, or excluded when they are out of scope",
            )
        )
    if mistakes:
        raise RefusedValues(mistakes)
    return values


def _rows(content: bytes, mistakes: list[Refused]) -> Iterator[tuple[int, tuple[str, str, str]]]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        mistakes.append(Refused("berkas ini bukan teks CSV berkode UTF-8", "this file is no CSV text in UTF-8"))
        return
    mark = ";" if ";" in text.partition("\n")[0] else ","
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=mark)
    try:
        for cells in lines:
            row = [cell.strip() for cell in cells]
            if not any(row) or (lines.line_num == 1 and row[0].casefold() == HEADER[0]):
                continue
            if mark == "," and len(row) > 2 and NUMBER.fullmatch(f"{row[1]},{row[2]}"):
                row[1:3] = [f"{row[1]},{row[2]}"]  # a decimal comma that nobody put in quotation marks
            if len([cell for cell in row if cell]) > len(HEADER) or len(row) < 2:
                mistakes.append(
                    Refused(
                        f"baris {lines.line_num}: kolomnya harus item, value, state",
                        f"line {lines.line_num}: the columns must be item, value, state",
                    )
                )
                continue
            yield lines.line_num, (row[0], row[1], row[2] if len(row) > 2 else "")
    except csv.Error as error:
        mistakes.append(
            Refused(f"baris {lines.line_num}: bukan CSV ({error})", f"line {lines.line_num}: this is no CSV ({error})")
        )


def _value(item: Item, text: str, state: str) -> Value:
    try:
        known = State(state.casefold() or State.ASSESSED)
    except ValueError as error:
        raise Refused(
            f"{item.code}: keadaan {state!r} bukan assessed, carried, atau excluded",
            f"{item.code}: the state {state!r} is not assessed, carried or excluded",
        ) from error
    if known is State.EXCLUDED:
        return Value(None, known)
    if not text:
        raise Refused(
            f"{item.code}: nilainya belum diisi. Isi, atau tulis excluded bila di luar lokus",
            f"{item.code}: there is no value. Give one, or write excluded when it is out of scope",
        )
    level = next((one for one in item.levels if one.code.casefold() == text.casefold()), None)
    if level is not None:
        if level.value is None:
            raise Refused(
                f"{item.code}: angka untuk {level.code} belum diketahui. Tulis angkanya, atau lengkapi instrumennya",
                f"{item.code}: the number of {level.code} is not known. Write the number, or complete the instrument",
            )
        return Value(level.value, known, level.code)
    if not NUMBER.fullmatch(text):
        raise Refused(
            f"{item.code}: {text!r} bukan angka. Tulis seperti 62,5 tanpa pemisah ribuan",
            f"{item.code}: {text!r} is not a number. Write it like 62.5, without a mark for thousands",
        )
    raw = Decimal(text.replace(",", "."))
    if not item.holds(raw):
        raise Refused(
            f"{item.code}: {text} di luar rentang {item.low}–{item.high}",
            f"{item.code}: {text} is outside the range {item.low}–{item.high}",
        )
    return Value(raw, known)
