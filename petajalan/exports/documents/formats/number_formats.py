"""The number format under which a value shows what is printed: "28%" is 0.28 under "0%"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal

from petajalan.exports.documents.wording import day
from petajalan.exports.xlsx import DIGITS
from petajalan.regulation.reading.xlsx_numbers import number

FIGURE = re.compile(r"(?P<before>[^\d,+-]*)(?P<sign>[-+]?)(?P<whole>\d[\d.]*)(?:,(?P<part>\d+))?(?P<after>[^\d]*)$")
DAYS = {"[$-421]d mmmm yyyy": day, "dd/mm/yyyy": "{:%d/%m/%Y}".format, "yyyy-mm-dd": "{:%Y-%m-%d}".format}
SWAP = str.maketrans(".,", ",.")


def number_format(value: Decimal, text: str, language: str = "id") -> str:
    """Empty when no format shows the value as it is printed: then the workbook holds the text."""
    if len(value.normalize().as_tuple().digits) > DIGITS:
        return ""
    printed = text if language == "id" else text.translate(SWAP)
    return next((one for one in _candidates(printed) if number(value, one) == printed.strip()), "")


def date_format(value: date, text: str) -> str:
    moment = value.date() if isinstance(value, datetime) else value
    return next((pattern for pattern, shown in DAYS.items() if shown(moment) == text), "")


def _candidates(text: str) -> Iterator[str]:
    found = FIGURE.match(text.strip())
    if found is None:
        return
    decimals = "." + "0" * len(found["part"]) if found["part"] else ""
    before, after = found["before"], found["after"]
    for whole in ("#,##0",) if "." in found["whole"] else ("0", "0" * len(found["whole"])):
        if after.strip() == "%":
            yield f"{_literal(before)}{whole}{decimals}{after}"
        yield f"{_literal(before)}{whole}{decimals}{_literal(after)}"


def _literal(words: str) -> str:
    return '"' + words.replace('"', "") + '"' if words else ""
