"""Digits with their separators: "." groups thousands, "," is the decimal mark."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

_GROUPED = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+")
_ENGLISH = re.compile(r"[1-9]\d{0,2}(?:,\d{3}){2,}(?:\.\d+)?|[1-9]\d{0,2},\d{3}\.\d+")

_ENGLISH_WITHIN = re.compile(rf"(?<![\d.,])(?:{_ENGLISH.pattern})(?![\d.,]*\d)")

_LONGEST = 24  # beyond this no figure of a government is meant, and arithmetic would round


@dataclass(frozen=True, slots=True)
class Digits:
    """`value` when the digits can be read; else `None`, with what they would be in English notation, if anything."""

    value: Decimal | None
    decimal_point: bool = False
    grouped: bool = False
    proposal: Decimal | None = None


def read_digits(text: str) -> Digits:
    """Read unsigned digits. A "." that cannot group thousands is a decimal mark only when nothing else is possible."""
    if sum(character.isdecimal() for character in text) > _LONGEST:
        return Digits(None)
    whole, comma, fraction = text.partition(",")
    if comma and not fraction.isdecimal():
        return Digits(None, proposal=_english(text))
    if whole.isdecimal():
        return Digits(_decimal(whole, fraction))
    if _GROUPED.fullmatch(whole):
        return Digits(_decimal(whole.replace(".", ""), fraction), grouped=True)
    before, _, after = whole.partition(".")
    if comma or not (before.isdecimal() and after.isdecimal()):
        return Digits(None, proposal=_english(text))
    if len(after) == 3 and len(before) > 3:  # "1234.567" may have lost a separator
        return Digits(None, proposal=_decimal(before, after))
    return Digits(_decimal(before, after), decimal_point=True)


def in_indonesian(text: str) -> str:
    """Every number that can only be English ("1,234.5", "1,234,567") written the Indonesian way; the rest as it is."""
    return _ENGLISH_WITHIN.sub(lambda found: found[0].translate(_SWAPPED), text)


_SWAPPED = str.maketrans(",.", ".,")


def _english(text: str) -> Decimal | None:
    return Decimal(text.replace(",", "")) if _ENGLISH.fullmatch(text) else None


def _decimal(whole: str, fraction: str) -> Decimal:
    return Decimal(f"{whole}.{fraction}" if fraction else whole)
