"""Reading a printed value and writing it back.

A figure in a regulation is kept twice: as it was printed and as it was read. What cannot be read is refused with a
reason; it is never guessed and never becomes zero.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class State(StrEnum):
    """What is known of a printed figure. Only `SET` and `TEXT` carry a statement; the others are all unknown, not 0."""

    SET = "set"  # a number, a range or a level of a named scale
    TEXT = "text"  # words that state something without a number that can be computed with ("Menurun")
    NOT_SET = "not_set"  # "-" or an empty cell
    NOT_AVAILABLE = "not_available"  # "n.a"
    REFUSED = "refused"  # looks like a figure but cannot be read safely; `reason` says why


@dataclass(frozen=True, slots=True)
class Reading:
    """One figure as printed and as read.

    printed  the text of the cell, unchanged
    state    see `State`
    value    the number; rupiah are written out in full; `None` when not known
    unit     "percent", "rupiah", another printed unit word, or `None` when the print names none
    level    the level of a named ordinal scale ("BB", "WTP", "Baik"), or `None`
    label    the printed words beside a number ("tinggi", "Baik"), or `None`
    low, high  the bounds of a printed range, inclusive
    reason   stable code of a refusal ("plus_minus_lost", "ambiguous_separator", ...), or `None`
    warnings stable codes of what was read with a doubt ("decimal_point", ...)
    proposal what the print probably meant when it was refused: (low, high) or (value, None); or `None`
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


def read_value(printed: str) -> Reading:
    """Read one printed figure in Indonesian notation ("." groups thousands, "," is the decimal mark)."""
    raise NotImplementedError
