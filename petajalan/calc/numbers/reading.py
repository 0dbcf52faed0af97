"""What is known of one printed figure."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class State(StrEnum):
    """What is known of a printed figure. Only `SET` and `TEXT` carry a statement; the others are all unknown, not 0."""

    SET = "set"  # a number, a range or a level of a named scale
    TEXT = "text"  # words that state something that cannot be computed with ("Menurun", "70% Kab/Kota Minimal Baik")
    NOT_SET = "not_set"  # "-" or an empty cell
    NOT_AVAILABLE = "not_available"  # "n.a"
    REFUSED = "refused"  # looks like a figure but cannot be read safely; `reason` says why


@dataclass(frozen=True, slots=True)
class Reading:
    """One figure as printed and as read.

    printed  the text of the cell, unchanged
    state    see `State`
    value    the number; rupiah are written out in full; `None` when not known and for a two-sided range. With state
             `TEXT` it is the share of a statement about other agencies, kept to be shown, never to be computed with
    unit     "percent", "rupiah", "level", another printed unit word, or `None` when the print names none
    level    the level of a named ordinal scale ("BB", "WTP", "Baik"), or `None`
    label    the printed words beside a number ("tinggi", "Baik"), or `None`
    low, high  the bounds of a printed range, inclusive; a one-sided print ("≥ 80") sets one of them beside `value`
    reason   stable code of a refusal ("plus_minus_lost", "ambiguous_separator", "several_values", ...), or `None`
    warnings stable codes of what was read with a doubt ("decimal_point", "approximate", "thousands_percent")
    proposal what the print probably meant when it was refused: (low, high) or (value, None); or `None`
    exclusive  the printed bound itself does not count ("> 60")
    """

    printed: str
    state: State
    value: Decimal | None = None
    unit: str | None = None
    level: str | None = None
    label: str | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    reason: str | None = None
    warnings: tuple[str, ...] = ()
    proposal: tuple[Decimal, Decimal | None] | None = None
    exclusive: bool = False

    def as_json(self) -> dict[str, object]:
        """The eight public keys, with plain numbers (int where whole) or null."""
        return {
            "printed": self.printed,
            "state": self.state.value,
            "value": plain(self.value),
            "unit": self.unit,
            "level": self.level,
            "label": self.label,
            "low": plain(self.low),
            "high": plain(self.high),
        }


def plain(value: Decimal | None) -> int | float | None:
    """A JSON number for a `Decimal`: an int when whole, else the float that prints the same digits."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
