"""The text that Excel shows for a cell: a value under its number format, with Indonesian separators.

28 % is stored as 0.28 and shown by the format "0%"; 2,30 as 2.3 shown by "0.00". A regulation prints what is shown.
"""

from __future__ import annotations

import datetime
import re
from decimal import ROUND_HALF_UP, Decimal

MONTHS = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
LITERAL = re.compile(r'"([^"]*)"|\\(.)|_.|\*.')
BRACKETS = re.compile(r"\[[^\]]*\]")
FIGURE = re.compile(r"[#0?](?:[#0?,]*[#0?])?(?:\.[#0?]+)?|\.[#0?]+")


def shown(value: object, number_format: str) -> str:
    """The text of a cell; "" when it is empty."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "BENAR" if value else "SALAH"
    if isinstance(value, int | float | Decimal):
        return number(Decimal(repr(value)) if isinstance(value, float) else Decimal(value), number_format)
    if isinstance(value, datetime.datetime | datetime.date):
        return f"{value.day} {MONTHS[value.month - 1]} {value.year}"
    if isinstance(value, datetime.time):
        return f"{value.hour:02d}.{value.minute:02d}"
    return str(value)


def number(value: Decimal, number_format: str) -> str:
    """A figure under its number format."""
    section = _section(value, number_format)
    literals: list[str] = []

    def keep(found: re.Match[str]) -> str:
        literals.append(found.group(1) or found.group(2) or "")
        return "\x00"

    section = BRACKETS.sub("", LITERAL.sub(keep, section)).strip()
    figure = FIGURE.search(section)
    if figure is None or section.lower().startswith("general") or section == "@":
        return _plain(value)
    if ";" in number_format and value < 0 and number_format.count(";") >= 1:
        value = abs(value)  # the section for negative numbers prints its own sign
    percent = section.count("%")
    pattern = figure.group()
    scaled = value * Decimal(100) ** percent / Decimal(1000) ** _thousands(pattern, section[figure.end() :])
    text = section[: figure.start()] + _digits(scaled, pattern) + section[figure.end() :].lstrip(",")
    for literal in literals:
        text = text.replace("\x00", literal, 1)
    return text.strip()


def _section(value: Decimal, number_format: str) -> str:
    sections = number_format.split(";")
    if value < 0 and len(sections) > 1:
        return sections[1]
    if value == 0 and len(sections) > 2:
        return sections[2]
    return sections[0]


def _thousands(pattern: str, after: str) -> int:
    """Commas after the last digit scale by a thousand each."""
    return len(after) - len(after.lstrip(","))


def _digits(value: Decimal, pattern: str) -> str:
    whole, _, decimals = pattern.partition(".")
    most, least = len(decimals), decimals.rstrip("#").count("0")
    rounded = abs(value).quantize(Decimal(1).scaleb(-most), ROUND_HALF_UP)
    digits, _, fraction = f"{rounded:f}".partition(".")
    while len(fraction) > least and fraction.endswith("0"):
        fraction = fraction[:-1]
    digits = digits.zfill(whole.count("0"))
    if "," in whole:
        digits = re.sub(r"(?<=\d)(?=(?:\d{3})+$)", ".", digits)
    sign = "-" if value < 0 and rounded else ""
    return f"{sign}{digits}{',' + fraction if fraction else ''}"


def _plain(value: Decimal) -> str:
    """A figure without a format, no more than the eleven digits that Excel shows."""
    rounded = value.quantize(Decimal("1e-9")) if abs(value) < 10**9 else value.quantize(Decimal(1))
    text = f"{rounded:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace(".", ",") or "0"
