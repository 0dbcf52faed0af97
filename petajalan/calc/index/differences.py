"""How far one index lies from another on the same worksheet, item by item, in figures that add up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from petajalan.calc.index.parts import PLACES, exact_parts, parts
from petajalan.calc.index.score import ZERO, Index
from petajalan.calc.numbers import rounded


@dataclass(frozen=True, slots=True)
class ItemDifference:
    """`code` of an item, or "" for the coefficient.

    ours, theirs  what it brings to either index, to four decimals; 0 where it is out of scope, `None` where it has no
                  score
    points        theirs less ours; `None` where one of them is not known
    """

    code: str
    ours: Decimal | None
    theirs: Decimal | None

    @property
    def points(self) -> Decimal | None:
        return None if self.ours is None or self.theirs is None else self.theirs - self.ours


@dataclass(frozen=True, slots=True)
class Differences:
    """items    the largest effect first, equal ones in the order of the worksheet; those not known last
    ours, theirs  the indices as printed, to four decimals; `None` while unknown
    """

    items: tuple[ItemDifference, ...]
    ours: Decimal | None
    theirs: Decimal | None

    @property
    def total(self) -> Decimal | None:
        """Between the indices. When both are known, it is `known` exactly."""
        return None if self.ours is None or self.theirs is None else self.theirs - self.ours

    @property
    def known(self) -> Decimal:
        """Sum over the items that both know."""
        return sum((one.points for one in self.items if one.points is not None), ZERO)

    @property
    def unknown(self) -> tuple[str, ...]:
        return tuple(one.code for one in self.items if one.points is None)


def differences(ours: Index, theirs: Index) -> Differences:
    """Of two indices of one instrument.

    An item that only one of them counts also moves the others: the base is another one, and each item is shown with
    what it brings on its own base. The parts of a known index are those of `parts`, which sum to it as printed.
    """
    our, their = _brought(ours), _brought(theirs)
    codes = [one.item.code for one in ours.items] + ([""] if ours.coefficient or theirs.coefficient else [])
    found = [ItemDifference(code, our.get(code), their.get(code)) for code in codes]
    found.sort(key=lambda one: (one.points is None, -abs(one.points) if one.points is not None else ZERO))
    return Differences(tuple(found), _printed(ours), _printed(theirs))


def _brought(index: Index) -> Mapping[str, Decimal]:
    of_index = [(one.code, one.points) for one in parts(index)]
    shown = dict(of_index or [(code, rounded(points, PLACES)) for code, points in exact_parts(index)])
    out = {one.item.code: ZERO for one in index.items if not one.in_scope}
    return shown | out if index.coefficient else shown | out | {"": ZERO}


def _printed(index: Index) -> Decimal | None:
    return None if index.index is None else rounded(index.index, PLACES)
