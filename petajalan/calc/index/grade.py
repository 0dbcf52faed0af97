"""The class of an index, where "A" and "A-" depend on more than the number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from petajalan.calc.index.score import ItemScore
from petajalan.calc.scales import Classified, Scale, classify


@dataclass(frozen=True, slots=True)
class Grade:
    """letter  "A/A-" while it is not known which of the two
    reason  why: "all_good", "below_target" or "unknown_target" where the targets of the items decide, else ""
    items   codes of the items that the reason is about
    """

    classified: Classified
    letter: str | None
    label: str
    reason: str = ""
    items: tuple[str, ...] = ()


def grade(scale: Scale, index: Decimal | None, year: int, items: Sequence[ItemScore]) -> Grade | None:
    """The class by the table valid in the measurement year; `None` for an index that is unknown or not on it.

    PermenPANRB 9/2023: above 80, "A" only when every item in scope reaches its `target_baik`, else "A-". One item
    below it is enough for "A-", whatever is unknown of the others.
    """
    found = None if index is None else classify(scale, index, year)
    if found is None:
        return None
    letter, label = found.band.letter, found.band.label
    if letter is None or "/" not in letter:
        return Grade(found, letter, label)
    best, other = letter.split("/", 1)
    scope = [one for one in items if one.in_scope]
    below = tuple(one.item.code for one in scope if _reaches(one) is False)
    unknown = tuple(one.item.code for one in scope if _reaches(one) is None)
    if below:
        return Grade(found, other, f"{label} dengan Catatan", "below_target", below)
    if unknown:
        return Grade(found, letter, label, "unknown_target", unknown)
    return Grade(found, best, label, "all_good")


def _reaches(one: ItemScore) -> bool | None:
    if one.raw is None or one.item.target_good is None:
        return None
    return one.raw >= one.item.target_good
