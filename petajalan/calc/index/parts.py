"""What each item brings to the index, in printed figures that add up to the printed index."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal

from petajalan.calc.index.score import WHOLE, Index
from petajalan.calc.numbers import rounded

PLACES = 4


@dataclass(frozen=True, slots=True)
class Part:
    """`code` of an item, or "" for the coefficient. `points` has four decimals."""

    code: str
    points: Decimal


def parts(index: Index) -> tuple[Part, ...]:
    """General items count score / weight in scope × 100, thematic items their score; excluded ones are not there.

    Rounded by largest remainder: each part down to four decimals, then one ten-thousandth more for those with the
    largest rest until they sum to the index as printed. Empty while the index is unknown.
    """
    if index.index is None:
        return ()
    exact = exact_parts(index)
    unit = Decimal(1).scaleb(-PLACES)
    down = [points.quantize(unit, ROUND_FLOOR) for _code, points in exact]
    missing = int((rounded(index.index, PLACES) - sum(down, Decimal(0))) / unit)
    by_rest = sorted(range(len(exact)), key=lambda place: exact[place][1] - down[place], reverse=True)
    for place in by_rest[:missing]:
        down[place] += unit
    return tuple(Part(code, points) for (code, _exact), points in zip(exact, down, strict=True))


def exact_parts(index: Index) -> list[tuple[str, Decimal]]:
    """The same before they are rounded, of the items that have a score; also while the index is unknown. General items
    are left out where the weight in scope is not known, or is nothing."""
    general = {item.code for item in index.instrument.general.items()}
    scope = index.section(index.instrument.general.code).scope
    found = []
    for one in index.items:
        if one.score is None:
            continue
        if one.item.code not in general:
            found.append((one.item.code, one.score))
        elif scope:
            found.append((one.item.code, one.score / scope * WHOLE))
    if index.coefficient and scope:
        found.append(("", index.coefficient / scope * WHOLE))
    return found
