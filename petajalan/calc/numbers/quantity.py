"""One number with its sign, currency, multiplier and unit, and the words that follow it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from petajalan.calc.numbers.digits import read_digits

NUMBER = r"[-−–]?\d(?:[\d.,]*\d)?"
MULTIPLIERS = {
    "ribu": Decimal(10) ** 3,
    "rb": Decimal(10) ** 3,
    "juta": Decimal(10) ** 6,
    "jt": Decimal(10) ** 6,
    "miliar": Decimal(10) ** 9,
    "milyar": Decimal(10) ** 9,
    "m": Decimal(10) ** 9,  # only after "Rp"
    "triliun": Decimal(10) ** 12,
    "trilyun": Decimal(10) ** 12,
    "t": Decimal(10) ** 12,  # only after "Rp"
}
QUANTITY = re.compile(
    r"(?:(?:nilai|skor|indeks|angka|sebesar|target|predikat)\s*[:=]?\s*)?(?P<near>(?:±|sekitar|kurang lebih|[~≈])\s*)?"
    rf"(?P<money>(?:Rp|IDR)\.?\s*)?(?P<number>{NUMBER})(?:,-|,00-)?"
    r"\s*(?:(?P<times>ribu|juta|miliar|milyar|triliun|trilyun|(?(money)(?:rb|jt|m|t)))\b\.?)?"
    r"\s*(?P<unit>%|persen\b|prosen\b|rupiah\b)?\s*(?P<rest>.*)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """`value` is `None` when the digits cannot be read safely; `proposal` then says what they may mean."""

    value: Decimal | None
    unit: str | None
    rest: str
    warnings: tuple[str, ...]
    proposal: Decimal | None
    times: Decimal | None


def read_quantity(text: str) -> Quantity | None:
    """The quantity at the start of `text`, or `None` when it does not begin with one."""
    match = QUANTITY.fullmatch(text)
    if match is None:
        return None
    number = match["number"]
    digits = read_digits(number.lstrip("-−–"))
    times = MULTIPLIERS[match["times"].lower()] if match["times"] else None
    unit = _unit(match["money"], match["unit"])
    factor = (times or Decimal(1)) * (-1 if number[0] in "-−–" else 1)
    warnings = (
        *(("approximate",) if match["near"] else ()),
        *(("decimal_point",) if digits.decimal_point else ()),
        *(("thousands_percent",) if digits.grouped and unit == "percent" else ()),
    )
    return Quantity(
        value=None if digits.value is None else exact(digits.value * factor),
        unit=unit,
        rest=match["rest"].strip().rstrip(".").rstrip(),
        warnings=warnings,
        proposal=None if digits.proposal is None else exact(digits.proposal * factor),
        times=times,
    )


def exact(value: Decimal) -> Decimal:
    """Without an exponent and without the zeros a multiplication leaves: 431.3 x 10^12 is a whole number."""
    return Decimal(int(value)) if value == value.to_integral_value() and abs(value) >= 1000 else value


def _unit(money: str | None, unit: str | None) -> str | None:
    if money or (unit and unit.lower() == "rupiah"):
        return "rupiah"
    return "percent" if unit else None
